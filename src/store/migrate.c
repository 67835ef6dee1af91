/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's steps; see migrate.h. */
#include "store/migrate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "store/backup.h"
#include "store/connect.h"
#include "store/db_private.h"
#include "store/query.h"

static bool read_number(struct db *db, const char *pragma, long long *value,
			struct err *e)
{
	return query_int(db, &(struct query){.sql = pragma}, value, e);
}

static bool read_version(struct db *db, long long *version, struct err *e)
{
	return read_number(db, "PRAGMA user_version", version, e);
}

/* Runs the steps after the first `done` ones; in a transaction of the caller's. */
static bool run_steps(struct db *db, struct schema schema, int done, struct err *e)
{
	char mark[100];

	for (int i = done; i < schema.count; i++)
		if (!db_script(db, schema.steps[i], e))
			return false;
	snprintf(mark, sizeof(mark),
		 "PRAGMA application_id = %d; PRAGMA user_version = %d;",
		 DB_APPLICATION_ID, schema.count);
	return db_script(db, mark, e);
}

bool migrate_create(struct db *db, struct schema schema, struct err *e)
{
	long long objects;

	if (!db_begin(db, e))
		return false;
	if (!read_number(db, "SELECT count(*) FROM sqlite_schema", &objects, e))
		goto refuse;
	if (objects) {
		err_set(e, _("%s: registret finns redan"), db_path(db));
		goto refuse;
	}
	if (run_steps(db, schema, 0, e))
		return db_commit(db, e);
refuse:
	db_rollback(db);
	return false;
}

static bool recognize(struct db *db, struct schema schema, long long *version,
		      struct err *e)
{
	long long id;

	if (!read_number(db, "PRAGMA application_id", &id, e)
	    || !read_version(db, version, e))
		return false;
	if (id != DB_APPLICATION_ID || *version < 1)
		return err_set(e, _("%s: är inget samreg-register"), db_path(db));
	return *version <= schema.count
		|| err_set(e, _("%s: är gjort av en nyare version av samreg "
				"(%lld, den här har %d); uppgradera programmet"),
			   db_path(db), *version, schema.count);
}

bool migrate_identify(struct db *db, struct schema schema, struct err *e)
{
	long long version;

	if (!recognize(db, schema, &version, e))
		return false;
	if (version < schema.count && db_is_read_only(db))
		return err_set(e, _("%s: är från en äldre version av samreg och måste "
				    "först öppnas för skrivning"), db_path(db));
	return true;
}

/* <path>.v<version>-<date>.backup, with -2, -3, … after the date while that is taken. */
static char *backup_name(const char *path, long long version)
{
	struct text name = {0};
	char date[DATE_SIZE];

	date_format_iso(clock_today(), date);
	for (int try = 1; ; try++) {
		text_clear(&name);
		text_addf(&name, "%s.v%lld-%s", path, version, date);
		if (try > 1)
			text_addf(&name, "-%d", try);
		text_add(&name, ".backup");
		if (!path_exists(text_get(&name)))
			return text_take(&name);
	}
}

static bool back_up(struct db *db, long long version, struct err *e)
{
	char *name;
	bool done;

	if (!*db_path(db))
		return true;
	name = backup_name(db_path(db), version);
	done = backup_write(db, name, e);
	free(name);
	return done;
}

static bool check_references(struct db *db, struct err *e)
{
	long long broken;

	if (!read_number(db, "SELECT count(*) FROM pragma_foreign_key_check", &broken, e))
		return false;
	if (!broken)
		return true;
	return err_set(e, _("%s: uppgraderingen bröt %lld samband mellan rader"),
		       db_path(db), broken);
}

static bool update(struct db *db, struct schema schema, struct err *e)
{
	long long version;

	if (!db_begin(db, e))
		return false;
	/* Again, now that nobody else can write: another program may have been first. */
	if (migrate_identify(db, schema, e) && read_version(db, &version, e)
	    && run_steps(db, schema, (int)version, e)
	    && check_references(db, e))
		return db_commit(db, e);
	db_rollback(db);
	return false;
}

bool migrate_update(struct db *db, struct schema schema, struct err *e)
{
	long long version;
	bool done;

	if (!read_version(db, &version, e))
		return false;
	if (version >= schema.count)
		return true;
	if (!back_up(db, version, e))
		return false;
	/* A step that makes a table anew must drop the old one without its rows' rows. */
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	done = update(db, schema, e);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	return done;
}

static struct grid *read_schema(struct db *db, struct err *e)
{
	return query_grid(db, &(struct query){
		.sql = "SELECT type || ' ' || name, sql FROM sqlite_schema "
		       "WHERE name NOT GLOB 'sqlite_*' ORDER BY 1",
	}, e);
}

/* The first row where the grids differ in a cell or one ends; -1 when they are equal. */
static long first_difference(const struct grid *a, const struct grid *b)
{
	size_t row;

	for (row = 0; row < grid_rows(a) && row < grid_rows(b); row++)
		if (strcmp(grid_get(a, row, 0), grid_get(b, row, 0))
		    || strcmp(grid_get(a, row, 1), grid_get(b, row, 1)))
			return (long)row;
	return grid_rows(a) == grid_rows(b) ? -1 : (long)row;
}

static bool compare(struct db *db, struct db *model, struct err *e)
{
	struct grid *is = read_schema(db, e), *should = read_schema(model, e);
	const struct grid *longer = NULL;
	long row = -1;

	if (is && should) {
		row = first_difference(is, should);
		longer = grid_rows(should) > grid_rows(is) ? should : is;
	}
	if (row >= 0)
		err_set(e, _("%s: registrets uppbyggnad är ändrad: %s"), db_path(db),
			grid_get(longer, (size_t)row, 0));
	grid_free(is);
	grid_free(should);
	return longer && row < 0;
}

bool migrate_recognize(struct db *db, struct schema schema, struct err *e)
{
	long long version;

	if (!recognize(db, schema, &version, e))
		return false;
	schema.count = (int)version;
	return migrate_compare(db, schema, e);
}

bool migrate_compare(struct db *db, struct schema schema, struct err *e)
{
	char *name = connect_memory_name();
	struct db *model = NULL;
	bool equal = connect_open(name, DB_WRITE, &model, e)
		&& migrate_create(model, schema, e) && compare(db, model, e);

	db_close(model);
	free(name);
	return equal;
}
