/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms and code lists that are shipped: read whole, without any fault. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/codes.h"
#include "model/form.h"

static const char *const lists[] = {
	"admin_cost", "age", "benefit", "closure_reason", "education", "extent",
	"funding", "kind", "next_step", "orientation", "party", "person_data", "phase",
	"referrer", "registration", "role", "sex", "support", "support_duration",
	"target_group", "time_in_intervention", "work_kind", "yes_no",
};

struct world {
	struct faults faults;
	struct codes *codes;
	struct forms *forms;
};

static struct grid *read_file(const char *folder, const char *name, struct faults *f)
{
	char relative[128];
	char *path;
	struct grid *g;

	snprintf(relative, sizeof(relative), "%s/%s.csv", folder, name);
	path = path_data(relative);
	g = csvfile_read(path, relative, f);
	free(path);
	assert_non_null(g);
	return g;
}

static void assert_no_fault(const struct faults *f)
{
	struct text t = { 0 };

	faults_print(f, &t);
	if (f->count)
		print_error("%s", text_get(&t));
	text_done(&t);
	assert_int_equal(f->count, 0);
}

static struct forms *read_forms(const struct codes *codes, struct faults *f)
{
	struct grid *index = read_file("forms", "index", f);
	struct grid *rules = read_file("forms", "rules", f);
	struct grid *queries = read_file("forms", "lists", f);
	size_t count = grid_rows(index);
	struct grid **grids = mem_alloc(count * sizeof(*grids));
	struct form_source source = { index, rules, queries, grids };
	struct forms *all;

	for (size_t i = 0; i < count; i++)
		grids[i] = read_file("forms", grid_named(index, i, "form"), f);
	all = forms_parse(&source, codes, f);
	for (size_t i = 0; i < count; i++)
		grid_free(grids[i]);
	free(grids);
	grid_free(index);
	grid_free(rules);
	grid_free(queries);
	return all;
}

static int setup(void **state)
{
	static struct world w;

	w.codes = codes_new();
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		struct grid *g = read_file("data/codes", lists[i], &w.faults);

		codes_add(w.codes, lists[i], g, &w.faults);
		grid_free(g);
	}
	w.forms = read_forms(w.codes, &w.faults);
	*state = &w;
	return 0;
}

static int teardown(void **state)
{
	struct world *w = *state;

	forms_free(w->forms);
	codes_free(w->codes);
	faults_done(&w->faults);
	return 0;
}

static void shipped_data_have_no_fault(void **state)
{
	struct world *w = *state;

	assert_no_fault(&w->faults);
	assert_non_null(w->forms);
}

static void every_form_of_the_register_is_there(void **state)
{
	static const char *const names[] = {
		"federation", "membership", "party", "intervention", "intervention_year",
		"volume", "anonymous_count", "participation", "closure", "person",
		"funding", "admin_cost", "federation_year",
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_non_null(forms_find(w->forms, names[i]));
}

static void yes_no_and_orientation_are_what_rules_rely_on(void **state)
{
	struct world *w = *state;
	const struct code_list *yes_no = codes_find(w->codes, "yes_no");
	const struct code_list *orientation = codes_find(w->codes, "orientation");

	assert_string_equal(yes_no->items[0].code, "1");
	assert_string_equal(yes_no->items[1].code, "0");
	for (size_t i = 0; i < orientation->count; i++)
		assert_non_null(strstr("individual structural both",
				       orientation->items[i].group));
	assert_string_equal(code_list_find(orientation, "other")->group, "both");
}

/* A hidden field cannot be mended, so a finding there would be a dead end. */
static void findings_point_at_fields_that_can_be_seen(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < forms_rule_count(w->forms); i++) {
		const struct form_rule *rule = forms_rule_at(w->forms, i);
		const struct form *form = forms_find(w->forms, rule->form);
		int at = form_find_field(form, rule->field);

		assert_false(form->fields[at].hidden);
	}
}

static void repeats_are_kept_apart_by_their_phase(void **state)
{
	struct world *w = *state;
	const struct form *form = forms_find(w->forms, "participation");
	int at = form_find_field(form, "support_before");

	assert_true(at >= 0);
	assert_string_equal(form->parts[form->fields[at].part].table, "support");
	assert_string_equal(form->parts[form->fields[at].part].fixed_value, "before");
	assert_true(form->parts[form->fields[at].part].repeats);
	form = forms_find(w->forms, "closure");
	at = form_find_field(form, "support_after");
	assert_string_equal(form->parts[form->fields[at].part].fixed_value, "after");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_data_have_no_fault),
		cmocka_unit_test(every_form_of_the_register_is_there),
		cmocka_unit_test(yes_no_and_orientation_are_what_rules_rely_on),
		cmocka_unit_test(findings_point_at_fields_that_can_be_seen),
		cmocka_unit_test(repeats_are_kept_apart_by_their_phase),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
