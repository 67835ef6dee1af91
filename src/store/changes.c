/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes that can be turned back, by SQLite's sessions; see changes.h. */
#include "store/changes.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/db_private.h"

struct changes {
	struct db *db;
	sqlite3_session *session; /* while they are watched */
	void *back;               /* what turns them back, SQLite's memory */
	int size;
};

static void stop(struct changes *c)
{
	if (c->session)
		sqlite3session_delete(c->session);
	c->session = NULL;
}

void changes_free(struct changes *c)
{
	if (!c)
		return;
	stop(c);
	sqlite3_free(c->back);
	free(c);
}

struct changes *changes_watch(struct db *db, struct err *e)
{
	struct changes *c = mem_alloc(sizeof(*c));
	int code;

	c->db = db;
	code = sqlite3session_create(db->handle, "main", &c->session);
	if (code == SQLITE_OK)
		code = sqlite3session_attach(c->session, NULL);
	if (code == SQLITE_OK)
		return c;
	db_fail_code(db, code, e);
	changes_free(c);
	return NULL;
}

bool changes_end(struct changes *c, struct err *e)
{
	void *made = NULL;
	int size = 0, code;

	assert(c->session);
	code = sqlite3session_changeset(c->session, &size, &made);
	if (code == SQLITE_OK)
		code = sqlite3changeset_invert(size, made, &c->size, &c->back);
	sqlite3_free(made);
	stop(c);
	return code == SQLITE_OK || db_fail_code(c->db, code, e);
}

static int on_conflict(void *owner, int kind, sqlite3_changeset_iter *at)
{
	(void)owner;
	(void)kind;
	(void)at;
	return SQLITE_CHANGESET_ABORT;
}

enum changes_turn changes_turn_back(struct changes *c, struct err *e)
{
	int code;

	assert(!c->session && db_in_transaction(c->db));
	code = sqlite3changeset_apply(c->db->handle, c->size, c->back, NULL, on_conflict,
				      NULL);
	if (code == SQLITE_OK)
		return CHANGES_TURNED;
	/* ABORT is our own answer; a broken reference is told as a constraint. */
	if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
		return CHANGES_OUTDATED;
	db_fail_code(c->db, code, e);
	return CHANGES_FAILED;
}
