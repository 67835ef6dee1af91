/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log; see audit.h. */
#include "app/audit.h"

#include <string.h>

#include "app/inside.h"
#include "base/clock.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "store/sql.h"
#include "store/stmt.h"

/* What is noted beside the time and the user. */
struct log_row {
	const char *action, *form, *record, *fields;
};

static bool write_row(struct app *a, struct log_row row, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_AUDIT_ADD);
	char now[CLOCK_SIZE];

	clock_now(now);
	stmt_bind_text(s, 1, now);
	stmt_bind_text(s, 2, a->user);
	stmt_bind_text(s, 3, row.action);
	stmt_bind_value(s, 4, row.form);
	stmt_bind_value(s, 5, row.record);
	stmt_bind_value(s, 6, row.fields);
	return stmt_run(s, e);
}

bool audit_note(struct app *a, const char *action, const char *form, const char *id,
		struct err *e)
{
	return write_row(a, (struct log_row){ action, form, id, "" }, e);
}

static bool is_field_changed(const struct record *r, size_t field)
{
	for (size_t row = 0; row < RECORD_MAX_ROWS; row++)
		if (strcmp(record_get(r, field, row), record_original(r, field, row)))
			return true;
	return false;
}

bool audit_store(struct app *a, const struct record *r, bool is_new, struct err *e)
{
	const struct form *form = record_form(r);
	struct text fields = { 0 };
	bool ok;

	for (size_t i = 0; i < form->field_count; i++)
		if (is_field_changed(r, i))
			text_addf(&fields, "%s%s", fields.length ? " " : "",
				  form->fields[i].name);
	ok = write_row(a,
		       (struct log_row){ is_new ? "add" : "change", form->name,
					 record_id(r), text_get(&fields) },
		       e);
	text_done(&fields);
	return ok;
}

bool audit_latest(struct app *a, const char *id, long long *latest, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_AUDIT_LATEST);
	bool found;

	stmt_bind_text(s, 1, id);
	found = stmt_step(s, e) == STMT_ROW;
	if (found)
		*latest = stmt_int(s, 0);
	stmt_reset(s);
	return found;
}
