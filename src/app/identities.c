/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The personal identity numbers of a register; see identities.h. */
#include "app/identities.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/audit.h"
#include "app/inside.h"
#include "app/seal.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "store/backup.h"
#include "store/db.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/sql.h"
#include "store/stmt.h"

/* ---- the decision and the key ---- */

bool identities_are_kept(struct app *a, struct err *e)
{
	const char *values[] = { app_federation(a) };
	const struct query q = { .sql = sql_text(SQL_IDENTITY_DECIDED), .values = values,
				 .count = 1 };
	long long decided;

	if (!query_int(a->db, &q, &decided, e))
		return false;
	return decided ||
	       err_set(e, _("%s: registret för inga personnummer; beslutet om det anges "
			    "i förbundets uppgifter, Uppgifter om person"), app_path(a));
}

static bool read_mark(struct db *db, struct text *mark, struct err *e)
{
	return query_text(db, &(struct query){ .sql = sql_text(SQL_IDENTITY_MARK) }, mark,
			  e);
}

bool identities_have_key(struct app *a, bool *have, struct err *e)
{
	struct text mark = { 0 };
	bool ok = read_mark(a->db, &mark, e);

	*have = ok && mark.length;
	text_done(&mark);
	return ok;
}

static bool note_mark(struct app *a, const struct seal *s, struct err *e)
{
	char mark[SEAL_MARK_SIZE];
	const struct cell cells[] = { { "name", "identity_key" }, { "value", mark } };

	seal_print_mark(s, mark);
	return rows_insert(a->db, "setting", CELLS(cells), e);
}

static bool is_key_of(const struct seal *s, const struct text *mark, const char *file,
		      struct err *e)
{
	char own[SEAL_MARK_SIZE];

	seal_print_mark(s, own);
	return !strcmp(own, text_get(mark)) ||
	       err_set(e, _("%s: är inte den nyckel som registrets personnummer är "
			    "förseglade med"), file);
}

struct seal *identities_open_key(struct app *a, struct err *e)
{
	char *file = path_key(app_path(a));
	struct text mark = { 0 };
	struct seal *s = NULL;
	bool ok = read_mark(a->db, &mark, e);

	if (ok && !mark.length && !path_exists(file))
		ok = seal_make_key(file, e);
	if (ok)
		s = seal_open(file, e);
	if (s && !(mark.length ? is_key_of(s, &mark, file, e) : note_mark(a, s, e))) {
		seal_close(s);
		s = NULL;
	}
	text_done(&mark);
	free(file);
	return s;
}

/* ---- numbers ---- */

bool identities_parse_person(const char *text, char out[IDENTITY_PERSON_SIZE])
{
	size_t digits;

	if (!strncasecmp(text, "D-", 2))
		text += 2;
	digits = strspn(text, "0123456789");
	if (!digits || text[digits])
		return false;
	while (*text == '0')
		text++;
	if (!text[0] || strlen(text) > 9)
		return false;
	snprintf(out, IDENTITY_PERSON_SIZE, "%s", text);
	return true;
}

bool identities_find(struct app *a, const struct seal *s,
		     const char digits[IDENTITY_NUMBER_SIZE], long long *number,
		     struct text *id, struct err *e)
{
	unsigned char lookup[SEAL_LOOKUP_SIZE];
	struct stmt *find = db_stmt(a->db, SQL_IDENTITY_FIND);
	enum stmt_state state;

	*number = 0;
	seal_look_up(s, digits, lookup);
	stmt_bind_blob(find, 1, lookup, sizeof(lookup));
	state = stmt_step(find, e);
	if (state == STMT_ROW) {
		if (id)
			text_add(id, stmt_text(find, 0));
		*number = stmt_int(find, 1);
	}
	stmt_reset(find);
	return state != STMT_FAILED;
}

bool identities_read(struct app *a, const struct seal *s, const char *person,
		     char digits[IDENTITY_NUMBER_SIZE], struct err *e)
{
	struct stmt *find = db_stmt(a->db, SQL_IDENTITY_CURRENT);
	enum stmt_state state;
	bool ok;

	digits[0] = '\0';
	stmt_bind_text(find, 1, person);
	state = stmt_step(find, e);
	ok = state == STMT_DONE;
	if (state == STMT_ROW)
		ok = seal_open_number(s, person, stmt_blob(find, 0), stmt_length(find, 0),
				      digits) ||
		     err_set(e, _("personnumret kan inte öppnas, det är ändrat eller "
				  "förseglat med en annan nyckel"));
	stmt_reset(find);
	return ok;
}

static bool is_current(struct app *a, const char *person, const unsigned char *lookup,
		       bool *current, struct err *e)
{
	struct stmt *ask = db_stmt(a->db, SQL_IDENTITY_IS_CURRENT);
	enum stmt_state state;

	stmt_bind_text(ask, 1, person);
	stmt_bind_blob(ask, 2, lookup, SEAL_LOOKUP_SIZE);
	state = stmt_step(ask, e);
	*current = state == STMT_ROW && stmt_int(ask, 0);
	stmt_reset(ask);
	return state != STMT_FAILED;
}

static bool retire(struct app *a, const char *person, bool *had, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_IDENTITY_RETIRE);
	bool ok;

	stmt_bind_text(s, 1, person);
	ok = stmt_run(s, e);
	*had = ok && db_changes(a->db) > 0;
	return ok;
}

static bool put(struct app *a, const struct seal *s, const char *person,
		const char *digits, const unsigned char *lookup, struct err *e)
{
	unsigned char sealed[SEAL_NUMBER_SIZE];
	struct stmt *add = db_stmt(a->db, SQL_IDENTITY_PUT);

	seal_number(s, person, digits, sealed);
	stmt_bind_text(add, 1, person);
	stmt_bind_blob(add, 2, lookup, SEAL_LOOKUP_SIZE);
	stmt_bind_blob(add, 3, sealed, sizeof(sealed));
	return stmt_run(add, e) && audit_note(a, "identity", "person", person, e);
}

enum identity_put identities_put(struct app *a, const struct seal *s,
				 const char *person,
				 const char digits[IDENTITY_NUMBER_SIZE],
				 struct err *e)
{
	unsigned char lookup[SEAL_LOOKUP_SIZE];
	bool current, had;

	seal_look_up(s, digits, lookup);
	if (!is_current(a, person, lookup, &current, e))
		return IDENTITY_FAILED;
	if (current)
		return IDENTITY_SAME;
	if (!retire(a, person, &had, e) || !put(a, s, person, digits, lookup, e))
		return IDENTITY_FAILED;
	return had ? IDENTITY_CHANGED : IDENTITY_ADDED;
}

bool identities_remove(struct app *a, const struct seal *s, const char *person,
		       const char digits[IDENTITY_NUMBER_SIZE], struct err *e)
{
	unsigned char lookup[SEAL_LOOKUP_SIZE];
	struct stmt *remove = db_stmt(a->db, SQL_IDENTITY_REMOVE);

	seal_look_up(s, digits, lookup);
	stmt_bind_text(remove, 1, person);
	stmt_bind_blob(remove, 2, lookup, sizeof(lookup));
	return stmt_run(remove, e) &&
	       audit_note(a, "identity_removed", "person", person, e);
}

/* ---- looking for damage ---- */

static bool opens(const struct seal *s, struct stmt *row)
{
	char digits[IDENTITY_NUMBER_SIZE];
	unsigned char lookup[SEAL_LOOKUP_SIZE];
	bool good = seal_open_number(s, stmt_text(row, 1), stmt_blob(row, 2),
				     stmt_length(row, 2), digits);

	if (good) {
		seal_look_up(s, digits, lookup);
		good = stmt_length(row, 3) == sizeof(lookup) &&
		       !memcmp(lookup, stmt_blob(row, 3), sizeof(lookup));
	}
	explicit_bzero(digits, sizeof(digits));
	return good;
}

static void verify_rows(struct db *db, const char *file, const struct seal *s,
			struct faults *f)
{
	struct stmt *row = db_stmt(db, SQL_IDENTITY_ALL);
	enum stmt_state state;
	struct err e;

	while ((state = stmt_step(row, &e)) == STMT_ROW)
		if (!opens(s, row))
			faults_add(f, file, 0, 0,
				   _("D-%04lld: personnumret kan inte öppnas, det är "
				     "ändrat eller förseglat med en annan nyckel"),
				   stmt_int(row, 0));
	if (state == STMT_FAILED)
		faults_add(f, "", 0, 0, "%s", e.text);
}

static bool verify(struct db *db, const char *file, const char *key_file,
		   struct faults *f, struct err *e)
{
	const struct query count = { .sql = sql_text(SQL_IDENTITY_COUNT) };
	struct text mark = { 0 };
	struct seal *s = NULL;
	long long numbers;
	bool ok = query_int(db, &count, &numbers, e);

	if (ok && numbers) {
		s = seal_open(key_file, e);
		ok = s && read_mark(db, &mark, e) && is_key_of(s, &mark, key_file, e);
		if (ok)
			verify_rows(db, file, s, f);
		else
			faults_add(f, file, 0, 0,
				   ngettext("%lld personnummer kan inte öppnas",
					    "%lld personnummer kan inte öppnas",
					    (unsigned long)numbers), numbers);
	}
	seal_close(s);
	text_done(&mark);
	return ok;
}

bool identities_verify(const char *file, const char *key_file, struct faults *f)
{
	size_t before = f->count;
	struct err e = { "" };
	struct db *db = backup_open(file, &e);

	if (!db || !verify(db, file, key_file, f, &e))
		faults_add(f, "", 0, 0, "%s", e.text);
	db_close(db);
	return f->count == before;
}
