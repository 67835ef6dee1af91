/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings that somebody overruled; see overruled.h. */
#include "app/overruled.h"

#include <stdlib.h>
#include <string.h>

#include "app/inside.h"
#include "base/clock.h"
#include "base/mem.h"
#include "model/form.h"
#include "model/record.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/stmt.h"

struct overruled_row {
	char *rule, *field, *reason;
};

static struct overruled_row *find(const struct overruled *o, const char *rule,
				  const char *field)
{
	for (size_t i = 0; i < o->count; i++)
		if (!strcmp(o->rows[i].rule, rule) && !strcmp(o->rows[i].field, field))
			return &o->rows[i];
	return NULL;
}

void overruled_add(struct overruled *o, const char *rule, const char *field,
		   const char *reason)
{
	struct overruled_row *row = find(o, rule, field);

	if (row) {
		free(row->reason);
		row->reason = mem_text(reason);
		return;
	}
	o->rows = mem_grow(o->rows, &o->capacity, o->count + 1, sizeof(*o->rows));
	o->rows[o->count++] = (struct overruled_row){ mem_text(rule), mem_text(field),
						      mem_text(reason) };
}

const char *overruled_find(const struct overruled *o, const char *rule, const char *field)
{
	const struct overruled_row *row = find(o, rule, field);

	return row ? row->reason : NULL;
}

void overruled_done(struct overruled *o)
{
	for (size_t i = 0; i < o->count; i++) {
		free(o->rows[i].rule);
		free(o->rows[i].field);
		free(o->rows[i].reason);
	}
	free(o->rows);
	*o = (struct overruled){ 0 };
}

bool overruled_load(struct overruled *o, struct app *a, const char *id, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_OVERRULED_READ);
	enum stmt_state state;

	stmt_bind_text(s, 1, id);
	while ((state = stmt_step(s, e)) == STMT_ROW)
		overruled_add(o, stmt_text(s, 0), stmt_text(s, 1), stmt_text(s, 2));
	return state == STMT_DONE;
}

static bool add_remark(struct app *a, const struct record *r,
		       const struct overruled_row *row, struct err *e)
{
	char now[CLOCK_SIZE], *id = app_new_id(a);
	bool ok;

	clock_now(now);
	{
		struct cell cells[] = {
			{ "id", id },
			{ "kind", "overruled" },
			{ "form", record_form(r)->name },
			{ "record", record_id(r) },
			{ "field", row->field },
			{ "rule", row->rule },
			{ "text", row->reason },
			{ "registered_at", now },
			{ "registered_by", a->user },
			{ "changed_at", now },
			{ "changed_by", a->user },
		};

		ok = rows_insert(a->db, "remark", CELLS(cells), e);
	}
	free(id);
	return ok;
}

bool overruled_store(const struct overruled *o, struct app *a, const struct record *r,
		     struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_OVERRULED_DELETE);
	bool ok;

	stmt_bind_text(s, 1, record_id(r));
	ok = stmt_run(s, e);
	for (size_t i = 0; ok && i < o->count; i++)
		ok = add_remark(a, r, &o->rows[i], e);
	return ok;
}
