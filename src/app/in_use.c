/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps a record from being deleted; see in_use.h. */
#include "app/in_use.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "store/rows.h"
#include "store/tables.h"

/* The form whose records are in the table, or have a part that is. */
static size_t find_form(const struct forms *forms, const char *table)
{
	size_t found = forms_count(forms);

	for (size_t i = 0; i < forms_count(forms); i++) {
		const struct form *f = forms_at(forms, i);

		if (!strcmp(f->parts[0].table, table))
			return i;
		for (size_t p = 1; p < f->part_count; p++)
			if (!strcmp(f->parts[p].table, table))
				found = i;
	}
	return found;
}

static bool count_rows(struct app *a, const struct table *t, size_t column,
		       const char *id, size_t *count, struct err *e)
{
	const struct cell where[] = { { t->columns[column].name, id } };
	struct grid *g = rows_load(a->db, t->name, CELLS(where), e);

	if (!g)
		return false;
	*count += grid_rows(g);
	grid_free(g);
	return true;
}

/* Per form, in the order of the forms: several tables may be parts of one. */
static bool count_users(struct app *a, const char *table, const char *id, size_t *counts,
			struct err *e)
{
	const struct forms *forms = catalog_forms(a->catalog);
	bool ok = true;

	for (size_t i = 0; i < tables_count(a->db); i++) {
		const struct table *t = tables_at(a->db, i);

		for (size_t c = 0; ok && c < t->count; c++)
			if (!t->columns[c].cascades &&
			    !strcmp(t->columns[c].references, table))
				ok = count_rows(a, t, c, id,
						&counts[find_form(forms, t->name)], e);
	}
	return ok;
}

/* "deltagande: 12, insats: 1"; the last count is of what no form has. */
static void describe(const struct forms *forms, const size_t *counts, struct text *out)
{
	for (size_t i = 0; i <= forms_count(forms); i++) {
		const char *label = i < forms_count(forms) ?
			lang_pick(forms_at(forms, i)->label) : _("annat");

		if (counts[i])
			text_addf(out, "%s%s: %zu", out->length ? ", " : "", label,
				  counts[i]);
	}
}

bool in_use_by_none(struct app *a, const char *form, const char *id, const char *name,
		    struct err *e)
{
	const struct forms *forms = catalog_forms(a->catalog);
	size_t *counts = mem_alloc((forms_count(forms) + 1) * sizeof(*counts));
	struct text users = { 0 };
	bool ok = count_users(a, forms_find(forms, form)->parts[0].table, id, counts, e);

	if (ok) {
		describe(forms, counts, &users);
		ok = !users.length ||
		     err_set(e, _("%s kan inte tas bort, för den används av %s."), name,
			     text_get(&users));
	}
	text_done(&users);
	free(counts);
	return ok;
}
