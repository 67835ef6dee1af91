/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question answered; see query.h. */
#include "store/query.h"

#include "base/grid.h"
#include "base/text.h"
#include "store/db_private.h"
#include "store/stmt.h"

static struct stmt *ask(struct db *db, const struct query *q)
{
	struct stmt *s = db_stmt_recent(db, q->sql);

	for (size_t i = 0; i < q->count; i++)
		stmt_bind_text(s, (int)i + 1, q->values[i]);
	return s;
}

static void take_row(struct grid *g, struct stmt *s)
{
	size_t row = grid_add_row(g, 0), columns = grid_columns(g);

	for (size_t i = 0; i < columns; i++) {
		const char *text = stmt_text(s, (int)i);

		if (*text)
			grid_set_part(g, row, i, text, stmt_length(s, (int)i));
	}
}

struct grid *query_collect(struct stmt *s, const char *name, struct err *e)
{
	enum stmt_state state = stmt_step(s, e);
	struct grid *g = grid_new(name);

	/* After the first step: a changed schema may have made the statement anew. */
	for (int i = 0; i < stmt_columns(s); i++)
		grid_add_column(g, stmt_column_name(s, i));
	for (; state == STMT_ROW; state = stmt_step(s, e))
		take_row(g, s);
	if (state == STMT_DONE)
		return g;
	grid_free(g);
	return NULL;
}

struct grid *query_grid(struct db *db, const struct query *q, struct err *e)
{
	return query_collect(ask(db, q), q->name, e);
}

bool query_int(struct db *db, const struct query *q, long long *value, struct err *e)
{
	struct stmt *s = ask(db, q);
	enum stmt_state state = stmt_step(s, e);

	if (state == STMT_FAILED)
		return false;
	*value = state == STMT_ROW ? stmt_int(s, 0) : 0;
	stmt_reset(s);
	return true;
}

bool query_text(struct db *db, const struct query *q, struct text *out, struct err *e)
{
	struct stmt *s = ask(db, q);
	enum stmt_state state = stmt_step(s, e);

	if (state == STMT_ROW)
		text_add(out, stmt_text(s, 0));
	stmt_reset(s);
	return state != STMT_FAILED;
}
