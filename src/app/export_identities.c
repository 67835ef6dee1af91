/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A delivery's personal identity numbers; see export_identities.h. */
#include "app/export_identities.h"

#include <stdio.h>
#include <string.h>

#include "app/identities.h"
#include "app/inside.h"
#include "app/seal.h"
#include "base/err.h"
#include "base/lang.h"
#include "store/db.h"
#include "store/query.h"
#include "store/sql.h"
#include "store/stmt.h"

/* The list as it is written, in memory that is locked and never moves. */
struct list {
	char *bytes;
	size_t length, size;
};

enum { ROW_SIZE = 20 + 1 + IDENTITY_NUMBER_SIZE + 2 };

static void add_row(struct list *l, const char *person, const char *number)
{
	l->length += (size_t)snprintf(l->bytes + l->length, l->size - l->length,
				      "%s,%s\r\n", person, number);
}

static bool add_person(struct list *l, const struct seal *s, struct stmt *row,
		       struct err *e)
{
	char digits[IDENTITY_NUMBER_SIZE];
	bool ok = seal_open_number(s, stmt_text(row, 1), stmt_blob(row, 2),
				   stmt_length(row, 2), digits);

	if (ok)
		add_row(l, stmt_text(row, 0), digits);
	else
		err_set(e, _("D-%04lld: personnumret kan inte öppnas, det är ändrat "
			     "eller förseglat med en annan nyckel"), stmt_int(row, 0));
	explicit_bzero(digits, sizeof(digits));
	return ok;
}

static bool list_persons(struct app *a, int year, const struct seal *s, struct list *l,
			 struct export_identities *made, struct err *e)
{
	struct stmt *row = db_stmt(a->db, SQL_IDENTITY_DELIVERED);
	enum stmt_state state;
	char number[12];

	snprintf(number, sizeof(number), "%d", year);
	stmt_bind_text(row, 1, number);
	stmt_bind_text(row, 2, app_federation(a));
	add_row(l, "person", "identity_number");
	while ((state = stmt_step(row, e)) == STMT_ROW)
		if (stmt_is_null(row, 2)) {
			made->without++;
		} else if (add_person(l, s, row, e)) {
			made->rows++;
		} else {
			stmt_reset(row);
			return false;
		}
	return state == STMT_DONE;
}

static struct seal *open_key(struct app *a, struct err *e)
{
	bool have;

	if (!identities_have_key(a, &have, e))
		return NULL;
	if (have)
		return identities_open_key(a, e);
	err_set(e, _("%s: registret har inga personnummer"), app_path(a));
	return NULL;
}

bool export_identities(struct app *a, int year, const char *public_file,
		       struct export_identities *made, struct err *e)
{
	const struct query count = { .sql = sql_text(SQL_IDENTITY_COUNT) };
	struct list l = { 0 };
	struct seal *s = open_key(a, e);
	long long numbers;
	bool ok;

	made->rows = made->without = 0;
	if (!s || !query_int(a->db, &count, &numbers, e)) {
		seal_close(s);
		return false;
	}
	l.size = ((size_t)numbers + 1) * ROW_SIZE;
	l.bytes = seal_room(l.size);
	ok = list_persons(a, year, s, &l, made, e) &&
	     seal_for(public_file, l.bytes, l.length, made->sealed, e);
	seal_free_room(l.bytes);
	seal_close(s);
	return ok;
}
