/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped forms as sheets: what their columns are called and found by. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/catalog.h"
#include "base/faults.h"
#include "base/text.h"
#include "model/form.h"
#include "model/form_sheet.h"

static struct catalog *catalog;

static int set_up(void **state)
{
	struct faults faults = { 0 };

	(void)state;
	catalog = catalog_load(&faults);
	return catalog ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	catalog_free(catalog);
	return 0;
}

static struct form_sheet *sheet_of(const char *form)
{
	const struct forms *forms = catalog_forms(catalog);

	return form_sheet_new(forms, forms_find(forms, form), false);
}

static void assert_finds(const struct form_sheet *s, const char *heading,
			 const char *name)
{
	struct form_column column = { 0 };
	struct text t = { 0 };

	if (form_sheet_find(s, heading, &column) != FORM_SHEET_ONE)
		fail_msg("%s: not found", heading);
	form_sheet_add_name(s, &column, &t);
	assert_string_equal(text_get(&t), name);
	text_done(&t);
}

/* Whatever a column is called in a file we write, it is found by again. */
static void assert_column_is_found(const struct form_sheet *s, struct form_column column)
{
	struct text name = { 0 }, label = { 0 };

	form_sheet_add_name(s, &column, &name);
	assert_finds(s, text_get(&name), text_get(&name));
	for (int lang = LANG_SV; lang <= LANG_EN; lang++) {
		text_clear(&label);
		form_sheet_add_label(s, &column, (enum lang)lang, &label);
		assert_finds(s, text_get(&label), text_get(&name));
	}
	text_done(&name);
	text_done(&label);
}

static void numbers_stand_only_where_they_may(void **state)
{
	const struct forms *forms = catalog_forms(catalog);
	const struct form *form = forms_find(forms, "participation");
	struct form_sheet *with = form_sheet_new(forms, form, true);
	struct form_sheet *without = form_sheet_new(forms, form, false);
	struct form_column column;

	(void)state;
	assert_finds(with, "Personnummer", "identity_number");
	assert_finds(with, "identity NUMBER", "identity_number");
	assert_int_equal(form_sheet_find(without, "Personnummer", &column),
			 FORM_SHEET_NONE);
	assert_int_equal(form_sheet_count(with), form_sheet_count(without) + 1);
	form_sheet_free(with);
	form_sheet_free(without);
}

static void every_column_is_found_by_its_headings(void **state)
{
	const struct forms *forms = catalog_forms(catalog);
	size_t columns = 0;

	(void)state;
	for (size_t i = 0; i < forms_count(forms); i++) {
		struct form_sheet *s = form_sheet_new(forms, forms_at(forms, i), true);

		for (size_t c = 0; s && c < form_sheet_count(s); c++, columns++) {
			struct form_column column = *form_sheet_at(s, c);

			assert_column_is_found(s, column);
			column.row = form_sheet_repeats(s, &column) ? 2 : 0;
			assert_column_is_found(s, column);
		}
		form_sheet_free(s);
	}
	assert_true(columns > 60);
}

static void a_closure_continues_a_participation(void **state)
{
	struct form_sheet *s = sheet_of("participation");

	(void)state;
	assert_int_equal(form_sheet_form_count(s), 2);
	assert_finds(s, "works", "works");
	assert_finds(s, "closure.works", "closure.works");
	assert_finds(s, "end", "end");
	assert_finds(s, "Slutdatum", "end");
	assert_finds(s, "support_after_2", "support_after_2");
	form_sheet_free(s);
	assert_null(sheet_of("closure"));
	assert_null(sheet_of("person"));
}

static void headings_are_found_as_people_write_them(void **state)
{
	struct form_sheet *s = sheet_of("participation");

	(void)state;
	assert_finds(s, "  KÖN ", "sex");
	assert_finds(s, "Sex", "sex");
	assert_finds(s, "Ko\xCC\x88n", "sex");
	assert_finds(s, "support_before_10", "support_before_10");
	assert_finds(s, "support_before", "support_before");
	assert_finds(s, "Försörjning direkt före insatsen: Försörjning 2",
		     "support_before_2");
	form_sheet_free(s);
}

static void what_is_no_column_is_not_found(void **state)
{
	static const char *const headings[] = {
		"", "Anteckning", "support_before_0", "support_before_33", "sex_1",
		"intervention_name", "age_at_start", "consent_note", "support_before_",
		"support_before_1x", "_1",
	};
	struct form_sheet *s = sheet_of("participation");
	struct form_column column;

	(void)state;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (form_sheet_find(s, headings[i], &column) != FORM_SHEET_NONE)
			fail_msg("%s: found", headings[i]);
	form_sheet_free(s);
}

static void a_label_that_does_not_tell_is_said_to(void **state)
{
	struct form_sheet *s = sheet_of("participation");
	struct form_column column;

	(void)state;
	assert_int_equal(form_sheet_find(s, "Arbetar", &column), FORM_SHEET_SEVERAL);
	assert_int_equal(form_sheet_find(s, "Omfattning 1", &column),
			 FORM_SHEET_SEVERAL);
	form_sheet_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_column_is_found_by_its_headings),
		cmocka_unit_test(numbers_stand_only_where_they_may),
		cmocka_unit_test(a_closure_continues_a_participation),
		cmocka_unit_test(headings_are_found_as_people_write_them),
		cmocka_unit_test(what_is_no_column_is_not_found),
		cmocka_unit_test(a_label_that_does_not_tell_is_said_to),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
