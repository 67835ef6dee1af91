/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy in memory; see scratch.h. Row by row through a second database: the pages of a
 * register in WAL mode cannot be used in memory.
 */
#include "store/scratch.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "store/db_private.h"
#include "store/stmt.h"
#include "store/tables.h"

static bool is_left_out(const char *table)
{
	static const char *const left_out[] = {
		"audit", "draft", "journal", "person_identity",
	};

	for (size_t i = 0; i < sizeof(left_out) / sizeof(left_out[0]); i++)
		if (!strcmp(left_out[i], table))
			return true;
	return false;
}

/* The register as a URI: to a database in memory a plain name is one in memory too. */
static void add_uri(const struct db *db, struct text *out)
{
	if (!db->path[0]) {
		text_add(out, db->name);
		return;
	}
	text_add(out, "file:");
	for (const char *p = db->path; *p; p++)
		if (strchr("%?#", *p))
			text_addf(out, "%%%02X", (unsigned char)*p);
		else
			text_add_char(out, *p);
	text_addf(out, "?vfs=%s", sqlite3_vfs_find(NULL)->zName);
}

static bool attach(struct db *copy, const struct db *db, struct err *e)
{
	struct text uri = { 0 };
	struct stmt *s;
	bool done = stmt_open(copy, "ATTACH ?1 AS original", &s, e);

	if (!done)
		return false;
	add_uri(db, &uri);
	stmt_bind_text(s, 1, text_get(&uri));
	done = stmt_run(s, e);
	stmt_close(s);
	text_done(&uri);
	return done;
}

/*
 * Foreign keys are off meanwhile, not deferred: SQLite copies a table without any of its
 * own as a whole, and would not see that its rows are what others referred to.
 */
static bool copy_rows(struct db *copy, struct err *e)
{
	struct text sql = { 0 };
	bool done;

	text_add(&sql, "PRAGMA foreign_keys = OFF; BEGIN;");
	for (size_t i = 0; i < tables_count(copy); i++) {
		const char *name = tables_at(copy, i)->name;

		if (!is_left_out(name))
			text_addf(&sql,
				  "INSERT INTO main.\"%s\" "
				  "SELECT * FROM original.\"%s\";",
				  name, name);
	}
	text_add(&sql, "COMMIT; DETACH original; PRAGMA foreign_keys = ON;");
	done = db_script(copy, text_get(&sql), e);
	text_done(&sql);
	return done;
}

bool scratch_open(const struct db *db, struct db **out, struct err *e)
{
	if (!db_memory(out, e))
		return false;
	if (attach(*out, db, e) && copy_rows(*out, e))
		return true;
	db_rollback(*out);
	db_close(*out);
	*out = NULL;
	return false;
}
