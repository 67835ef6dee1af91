/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells without rows in the tables; see report_rest.h. */
#include "app/report_rest.h"

#include "app/inside.h"
#include "app/receive_inside.h"
#include "app/report.h"
#include "model/figures.h"
#include "store/sql.h"
#include "store/stmt.h"

/* Cells of a table by year belong to it in later years too. */
static void add(const struct figures *f, struct stmt *s)
{
	int year = (int)stmt_int(s, 1);
	struct figure_table *t = figures_find(f, stmt_text(s, 2));
	const char *row = stmt_text(s, 3), *column = stmt_text(s, 4);
	struct figure *figure;

	if (!t || (year != f->year && !package_year_of_key(row) &&
		   !package_year_of_key(column)) ||
	    (year != f->year && t->report->year_count <= 1 && !t->report->first_year))
		return;
	figure = figure_find(t, row, column);
	if (!figure)
		return;
	figure->n += stmt_int(s, 5);
	figure->d += stmt_int(s, 6);
	figure->divided |= stmt_int(s, 6) != 0;
	figure->known = true;
}

bool report_rest_add(struct app *a, const struct report_scope *scope,
		     struct figures *const *figures, size_t count, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_PACKAGE_RESTS);
	enum stmt_state state;

	while ((state = stmt_step(s, e)) == STMT_ROW)
		if (report_scope_has(scope, stmt_text(s, 0)))
			for (size_t i = 0; i < count; i++)
				add(figures[i], s);
	return state == STMT_DONE;
}

bool report_rest_add_each(struct app *a, const struct report_scope *scope,
			  struct figures *const *figures, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_PACKAGE_RESTS);
	enum stmt_state state;

	while ((state = stmt_step(s, e)) == STMT_ROW) {
		long at = report_scope_find(scope, stmt_text(s, 0));

		if (at >= 0)
			add(figures[at], s);
	}
	return state == STMT_DONE;
}
