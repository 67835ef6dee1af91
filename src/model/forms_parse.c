/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All forms: the index, each form, the record lists and the rules. */
#include "model/form_private.h"

#include <string.h>

#include "base/faults.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/codes.h"

enum { INDEX_COLUMNS = 8, RULE_COLUMNS = 10, LIST_COLUMNS = 2 };

static const char *const index_columns[INDEX_COLUMNS] = {
	"form", "table", "label::Svenska (sv)", "label::English (en)",
	"new::Svenska (sv)", "new::English (en)", "title", "key",
};

static const char *const rule_columns[RULE_COLUMNS] = {
	"rule", "form", "field", "severity", "when", "scope", "fires_when",
	"message::Svenska (sv)", "message::English (en)", "tables",
};

static const char *const list_columns[LIST_COLUMNS] = { "list", "query" };

static const char *need_sql(const struct sheet *s, size_t row, const char *column)
{
	sheet_need(s, row, column);
	return sheet_sql(s, row, column);
}

/* Tells a value that stands in an earlier row of the column already. */
static void check_once(const struct sheet *s, size_t row, const char *column)
{
	const char *cell = sheet_get(s, row, column);
	int at = grid_find_column(s->grid, column);

	if (cell[0] && grid_find_row(s->grid, (size_t)at, cell) != (long)row)
		sheet_fault(s, row, column, cell, _("förekommer två gånger"));
}

static void parse_lists(struct forms *all, const struct sheet *s,
			const struct codes *codes)
{
	size_t count = grid_rows(s->grid);

	if (!sheet_check_columns(s, list_columns, LIST_COLUMNS, LIST_COLUMNS))
		return;
	all->lists = arena_alloc(&all->texts, count * sizeof(*all->lists));
	all->list_count = count;
	for (size_t row = 0; row < count; row++) {
		struct record_list *it = &all->lists[row];

		it->name = sheet_need_name(s, row, "list");
		it->query = need_sql(s, row, "query");
		it->line = grid_line(s->grid, row);
		check_once(s, row, "list");
		if (codes_find(codes, it->name))
			sheet_fault(s, row, "list", it->name,
				    _("det finns en kodlista med det namnet"));
		if (it->query[0] && strncmp(it->query, "SELECT ", 7))
			sheet_fault(s, row, "query", "", _("frågan börjar med SELECT"));
	}
}

static void parse_index_row(struct form *form, const struct sheet *s, size_t row)
{
	form->name = sheet_need_name(s, row, "form");
	form->label = sheet_words(s, row, "label", true);
	form->new_label = sheet_words(s, row, "new", true);
	form->title = need_sql(s, row, "title");
	form->key = sheet_keep(s, row, "key");
	check_once(s, row, "form");
}

/*
 * Words of the key that are no fields; known only when the form itself is parsed. A form
 * without any field has been told of already.
 */
static void check_key(const struct form *form, const struct sheet *s, size_t row)
{
	const char *rest = form->key;

	while (form->field_count) {
		const char *name = sheet_take_word(&rest, s->texts);

		if (!name[0])
			return;
		if (form_find_field(form, name) < 0)
			sheet_fault(s, row, "key", name,
				    _("formuläret har inget sådant fält"));
	}
}

static void parse_forms(struct forms *all, const struct sheet *index,
			struct grid *const *grids, const struct codes *codes)
{
	size_t count = grid_rows(index->grid);

	if (!sheet_check_columns(index, index_columns, INDEX_COLUMNS, INDEX_COLUMNS))
		return;
	all->items = arena_alloc(&all->texts, count * sizeof(*all->items));
	for (size_t row = 0; row < count; row++) {
		struct sheet s = *index;
		struct form *form = &all->items[row];

		parse_index_row(form, index, row);
		s.grid = grids[row];
		form_parse(form, sheet_need_name(index, row, "table"), &s, codes, all);
		check_key(form, index, row);
		all->count++;
	}
}

/* One of two words; true for the second one. */
static bool parse_choice(const struct sheet *s, size_t row, const char *column,
			 const char *first, const char *second)
{
	const char *cell = sheet_need(s, row, column);
	struct text reason = { 0 };

	if (cell[0] && strcmp(cell, first) && strcmp(cell, second)) {
		text_addf(&reason, _("ska vara %s eller %s"), first, second);
		sheet_fault(s, row, column, cell, text_get(&reason));
		text_done(&reason);
	}
	return !strcmp(cell, second);
}

static void check_rule_field(const struct forms *all, const struct form_rule *it,
			     const struct sheet *s, size_t row)
{
	const struct form *form = forms_find(all, it->form);
	int field = form ? form_find_field(form, it->field) : -1;

	if (it->form[0] && !form)
		sheet_fault(s, row, "form", it->form,
			    _("det finns inget sådant formulär"));
	else if (it->field[0] && field < 0 && form->field_count)
		sheet_fault(s, row, "field", it->field,
			    _("formuläret har inget sådant fält"));
	else if (field >= 0 && form->fields[field].type == FIELD_NOTE)
		sheet_fault(s, row, "field", it->field, _("en text kan inte ha fel"));
}

/* what people quote when they ask about a finding. */
static bool is_rule_id(const char *id)
{
	return !strncmp(id, "R-", 2) && id[2] && !id[2 + strspn(id + 2, "0123456789")];
}

static void parse_rule(struct forms *all, struct form_rule *it, const struct sheet *s,
		       size_t row)
{
	it->id = sheet_need(s, row, "rule");
	it->form = sheet_need(s, row, "form");
	it->field = sheet_need(s, row, "field");
	it->severity = parse_choice(s, row, "severity", "error", "warning") ?
		SEVERITY_WARNING : SEVERITY_ERROR;
	it->at_completion = parse_choice(s, row, "when", "entry", "completion");
	it->reads_register = parse_choice(s, row, "scope", "record", "register");
	it->fires_when = need_sql(s, row, "fires_when");
	it->message = sheet_words(s, row, "message", true);
	it->protects = sheet_keep(s, row, "tables");
	it->line = grid_line(s->grid, row);
	if (it->id[0] && !is_rule_id(it->id))
		sheet_fault(s, row, "rule", it->id, _("ett regelnummer är som R-101"));
	check_once(s, row, "rule");
	check_rule_field(all, it, s, row);
}

static void parse_rules(struct forms *all, const struct sheet *s)
{
	size_t count = grid_rows(s->grid);

	if (!sheet_check_columns(s, rule_columns, RULE_COLUMNS, RULE_COLUMNS))
		return;
	all->rules = arena_alloc(&all->texts, count * sizeof(*all->rules));
	all->rule_count = count;
	for (size_t row = 0; row < count; row++)
		parse_rule(all, &all->rules[row], s, row);
}

struct forms *forms_parse(const struct form_source *source, const struct codes *codes,
			  struct faults *f)
{
	struct forms *all = mem_alloc(sizeof(*all));
	size_t before = f->count;
	struct sheet lists = { source->lists, &all->texts, f };
	struct sheet index = { source->index, &all->texts, f };
	struct sheet rules = { source->rules, &all->texts, f };

	parse_lists(all, &lists, codes);
	parse_forms(all, &index, source->forms, codes);
	parse_rules(all, &rules);
	if (f->count == before)
		return all;
	forms_free(all);
	return NULL;
}
