/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the register; see backup.h. */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "store/connect.h"
#include "store/db_private.h"
#include "store/migrate.h"
#include "store/query.h"
#include "store/schema_sql.h"

/* SQLite would name the register whichever of the two files it can't open. */
static bool make_empty(const char *part, const char *path, struct err *e)
{
	int fd = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

	if (fd < 0)
		return err_set(e, "%s: %s", path, strerror(errno));
	close(fd);
	return true;
}

static bool is_about_writing(int code)
{
	return (code & 0xff) == SQLITE_FULL || code == SQLITE_IOERR_WRITE
		|| code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_TRUNCATE;
}

/* The register is only read, so what can't be written is the copy. */
static bool vacuum_into(struct db *db, const char *part, const char *path, struct err *e)
{
	long long none;

	if (query_int(db, &(struct query){
			.sql = "VACUUM INTO ?1", .values = &part, .count = 1,
		}, &none, e))
		return true;
	return is_about_writing(sqlite3_extended_errcode(db->handle))
		&& db_fail_at(db, path, e);
}

static bool sync_path(const char *path, int flags, struct err *e)
{
	int fd = open(path, flags | O_CLOEXEC);
	bool done = fd >= 0 && !fsync(fd);

	if (!done)
		err_set(e, "%s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return done;
}

/* The name is on the disk only when its folder is. */
static bool sync_folder_of(const char *path, struct err *e)
{
	const char *slash = strrchr(path, '/');
	struct text folder = {0};
	bool done;

	if (slash)
		text_add_part(&folder, path, (size_t)(slash - path) + 1);
	else
		text_add(&folder, ".");
	done = sync_path(text_get(&folder), O_RDONLY | O_DIRECTORY, e);
	text_done(&folder);
	return done;
}

static bool rename_to(const char *from, const char *to, struct err *e)
{
	return !rename(from, to) || err_set(e, "%s: %s", to, strerror(errno));
}

bool backup_write(struct db *db, const char *path, struct err *e)
{
	struct text part = {0};
	bool done;

	if (path_exists(path))
		return err_set(e, _("%s: finns redan"), path);
	text_addf(&part, "%s.part-%ld", path, (long)getpid());
	unlink(text_get(&part));
	if (!make_empty(text_get(&part), path, e)) {
		text_done(&part);
		return false;
	}
	done = vacuum_into(db, text_get(&part), path, e)
		&& sync_path(text_get(&part), O_RDONLY, e)
		&& rename_to(text_get(&part), path, e);
	if (!done)
		unlink(text_get(&part));
	text_done(&part);
	return done && sync_folder_of(path, e);
}

static void list_damage(struct db *db, const char *path, struct faults *f)
{
	struct query ask = {.sql = "PRAGMA integrity_check"};
	struct err e;
	struct grid *g = query_grid(db, &ask, &e);

	if (!g)
		faults_add(f, "", 0, 0, "%s", e.text);
	for (size_t row = 0; g && row < grid_rows(g); row++)
		if (strcmp(grid_get(g, row, 0), "ok"))
			faults_add(f, path, 0, 0, "%s", grid_get(g, row, 0));
	grid_free(g);
}

static void list_broken(struct db *db, const char *path, struct faults *f)
{
	struct err e;
	struct grid *g = query_grid(db, &(struct query){
		.sql = "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check "
		       "GROUP BY 1, 2",
	}, &e);

	if (!g)
		faults_add(f, "", 0, 0, "%s", e.text);
	for (size_t row = 0; g && row < grid_rows(g); row++)
		faults_add(f, path, 0, 0, _("%s: %s rader hänvisar till något som inte "
					    "finns i %s"), grid_get(g, row, 0),
			   grid_get(g, row, 2), grid_get(g, row, 1));
	grid_free(g);
}

struct db *backup_open(const char *path, struct err *e)
{
	char *real = connect_find_file(path, e);
	struct db *db = NULL;

	if (real && !connect_open(real, DB_READ, &db, e))
		db = NULL;
	free(real);
	return db;
}

bool backup_verify(const char *path, struct faults *f)
{
	const struct schema ours = {schema_sql, schema_sql_count};
	size_t before = f->count;
	struct err e;
	struct db *db = backup_open(path, &e);

	if (db && migrate_recognize(db, ours, &e)) {
		list_damage(db, path, f);
		list_broken(db, path, f);
	} else {
		faults_add(f, "", 0, 0, "%s", e.text);
	}
	db_close(db);
	return f->count == before;
}
