/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folders that deliveries were written to; see delivery_copies.h. */
#include "app/delivery_copies.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/deliveries.h"
#include "app/inside.h"
#include "base/clock.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/query.h"
#include "store/sql.h"
#include "store/stmt.h"

enum { FOLDER, WRITTEN_AT };

/* The folder itself need not be there yet, so the one it lies in is asked. */
static char *whole_path(const char *folder)
{
	const char *slash = strrchr(folder, '/');
	char *parent = slash == folder ? mem_text("/")
			: slash	       ? mem_text_part(folder, (size_t)(slash - folder))
				       : mem_text(".");
	char *real = realpath(parent, NULL), *whole;

	whole = real ? path_join(real, slash ? slash + 1 : folder) : mem_text(folder);
	free(real);
	free(parent);
	return whole;
}

bool delivery_copies_note(struct app *a, int year, int revision, const char *folder,
			  struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_DELIVERY_COPY_NOTE);
	char *whole = whole_path(folder);
	char now[CLOCK_SIZE];
	bool ok;

	clock_now(now);
	stmt_bind_int(s, 1, year);
	stmt_bind_int(s, 2, revision);
	stmt_bind_text(s, 3, whole);
	stmt_bind_text(s, 4, now);
	ok = stmt_run(s, e);
	free(whole);
	return ok;
}

/* A stick that is not in, a disk of another computer: the copy may be there all the same.
 */
static void add_copy(const struct grid *copies, size_t row, const char *prefix,
		     struct text *out)
{
	const char *folder = grid_get(copies, row, FOLDER);
	char *shown = utf8_clean(folder);

	text_addf(out, "%s%s  ", prefix, shown);
	free(shown);
	delivery_add_time(out, grid_get(copies, row, WRITTEN_AT));
	if (!path_exists(folder))
		text_add(out, _("  (nås inte just nu)"));
	text_add(out, "\n");
}

bool delivery_copies_add(struct app *a, int year, int revision, const char *prefix,
			 struct text *out, struct err *e)
{
	char numbers[2][12];
	const char *const values[] = { numbers[0], numbers[1] };
	const struct query q = { .sql = sql_text(SQL_DELIVERY_COPIES_EMPTIED),
				 .values = values, .count = 2 };
	struct grid *copies;

	snprintf(numbers[0], sizeof(numbers[0]), "%d", year);
	snprintf(numbers[1], sizeof(numbers[1]), "%d", revision);
	copies = query_grid(a->db, &q, e);
	if (!copies)
		return false;
	if (grid_rows(copies))
		text_addf(out, "%s%s\n", prefix,
			  _("Gallrat i registret. Kopior som ska förstöras:"));
	for (size_t i = 0; i < grid_rows(copies); i++)
		add_copy(copies, i, prefix, out);
	grid_free(copies);
	return true;
}
