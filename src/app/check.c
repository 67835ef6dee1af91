/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule on every stored record; see check.h. */
#include "app/check.h"

#include <stdlib.h>
#include <string.h>

#include "app/catalog.h"
#include "app/entry.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/text.h"
#include "model/form.h"
#include "store/rows.h"

enum check_column {
	FORM,
	ID,
	TITLE,
	RULE,
	SEVERITY,
	FIELD,
	MESSAGE,
	REASON,
	COLUMNS
};

static const char *const names[COLUMNS] = {
	"form", "id", "title", "rule", "severity", "field", "message", "reason",
};

static void add_finding(struct check *done, const struct entry *entry, const char *id,
			const struct finding *it)
{
	const struct form *form = entry_form(entry);
	struct grid *g = done->findings;
	size_t row = grid_add_row(g, 0);
	struct text title = { 0 };

	entry_title(entry, &title);
	grid_set(g, row, FORM, form->name);
	grid_set(g, row, ID, id);
	grid_set(g, row, TITLE, text_get(&title));
	grid_set(g, row, RULE, it->rule);
	grid_set(g, row, SEVERITY, it->severity == SEVERITY_ERROR ? "error" : "warning");
	grid_set(g, row, FIELD, form->fields[it->field].name);
	grid_set(g, row, MESSAGE, it->message);
	grid_set(g, row, REASON, it->reason);
	if (it->severity == SEVERITY_ERROR)
		done->errors++;
	else if (!it->reason[0])
		done->warnings++;
	text_done(&title);
}

static bool check_record(struct app *a, const char *form, const char *id,
			 struct check *done, struct err *e)
{
	struct entry *entry = entry_look(a, form, id, e);

	if (!entry)
		return false;
	done->records++;
	for (size_t i = 0; i < entry_finding_count(entry); i++)
		add_finding(done, entry, id, entry_finding(entry, i));
	return entry_close(entry, e);
}

/*
 * Whether a row has to do with the year: kept for it, or begun before its end and not
 * ended before it. Rows without years and days always have.
 */
static bool concerns(const struct grid *g, size_t row, int year)
{
	const char *kept = grid_named(g, row, "year");
	const char *start = grid_named(g, row, "start"), *end = grid_named(g, row, "end");

	if (!year)
		return true;
	if (kept[0])
		return atoi(kept) == year;
	return atoi(start) <= year && (!end[0] || atoi(end) >= year);
}

/* A closure is a form over a participation, which has it once it has ended. */
static bool has_record(const struct form *form, const struct grid *g, size_t row)
{
	return strcmp(form->name, "closure") || grid_named(g, row, "end")[0];
}

static bool check_form(struct app *a, const struct form *form, int year,
		       struct check *done, struct err *e)
{
	struct grid *g = rows_load(a->db, form->parts[0].table, CELLS_NONE, e);
	bool ok = g != NULL;

	for (size_t row = 0; ok && row < grid_rows(g); row++)
		if (concerns(g, row, year) && has_record(form, g, row))
			ok = check_record(a, form->name, grid_named(g, row, "id"), done,
					  e);
	grid_free(g);
	return ok;
}

bool check_register(struct app *a, int year, struct check *done, struct err *e)
{
	const struct forms *forms = catalog_forms(a->catalog);
	bool ok = true;

	app_forget_choices(a);
	*done = (struct check){ .findings = grid_new("findings") };
	for (size_t i = 0; i < COLUMNS; i++)
		grid_add_column(done->findings, names[i]);
	for (size_t i = 0; ok && i < forms_count(forms); i++)
		ok = check_form(a, forms_at(forms, i), year, done, e);
	if (!ok)
		check_done(done);
	return ok;
}

void check_done(struct check *done)
{
	grid_free(done->findings);
	*done = (struct check){ 0 };
}
