/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register and its transactions; see db.h. */
#include "store/db.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "store/connect.h"
#include "store/db_private.h"
#include "store/migrate.h"
#include "store/query.h"
#include "store/schema_sql.h"
#include "store/stmt.h"

static struct schema our_schema(void)
{
	return (struct schema){schema_sql, schema_sql_count};
}

static bool is_double(int code)
{
	return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY;
}

/* What the user can do something about has words of its own. */
static const char *explain(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return _("registret används av någon annan just nu");
	case SQLITE_FULL:
		return _("disken är full");
	case SQLITE_READONLY:
		return _("får bara läsas");
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return _("går inte att öppna");
	case SQLITE_NOTADB:
		return _("är inget samreg-register");
	case SQLITE_CORRUPT:
		return _("är skadad; ta fram den senaste säkerhetskopian");
	case SQLITE_IOERR:
		return _("disken svarar inte som den ska");
	case SQLITE_CONSTRAINT:
		return is_double(code) ? _("en sådan rad finns redan")
				       : _("registret godtar inte uppgiften");
	default:
		return NULL;
	}
}

/* A disk without room is told as such only by some of what SQLite does. */
static int find_cause(const struct db *db, int code)
{
	struct statvfs disk;

	if ((code & 0xff) != SQLITE_IOERR && (code & 0xff) != SQLITE_CANTOPEN)
		return code;
	if (db->handle && sqlite3_system_errno(db->handle) == ENOSPC)
		return SQLITE_FULL;
	if ((code & 0xff) == SQLITE_IOERR && *db->path && !statvfs(db->path, &disk)
	    && !disk.f_bavail)
		return SQLITE_FULL;
	return code;
}

static bool tell(const struct db *db, const char *place, int code, const char *details,
		 struct err *e)
{
	const char *words;

	code = find_cause(db, code);
	words = explain(code);
	if ((code & 0xff) == SQLITE_NOMEM)
		mem_exhausted();
	if (!words)
		return err_set(e, "%s: %s", place, details);
	if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_IOERR)
		return err_set(e, "%s: %s: %s", place, words, details);
	return err_set(e, "%s: %s", place, words);
}

static const char *place_of(const struct db *db)
{
	return *db->path ? db->path : "samreg";
}

bool db_fail(const struct db *db, struct err *e)
{
	return db_fail_at(db, place_of(db), e);
}

bool db_fail_at(const struct db *db, const char *place, struct err *e)
{
	return tell(db, place, sqlite3_extended_errcode(db->handle),
		    sqlite3_errmsg(db->handle), e);
}

bool db_fail_code(const struct db *db, int code, struct err *e)
{
	return tell(db, place_of(db), code, sqlite3_errstr(code), e);
}

void db_close(struct db *db)
{
	int code;

	if (!db)
		return;
	for (size_t i = 0; i < SQL_COUNT; i++)
		stmt_close(db->fixed[i]);
	for (size_t i = 0; i < DB_RECENT; i++) {
		stmt_close(db->recent[i].stmt);
		free(db->recent[i].sql);
	}
	code = sqlite3_close(db->handle);
	assert(code == SQLITE_OK);
	(void)code;
	arena_done(&db->table_texts);
	free(db->tables);
	free(db->name);
	free(db);
}

/* The answer must be `wanted`: a pragma that cannot be obeyed answers something else. */
static bool demand(struct db *db, const char *pragma, const char *wanted, struct err *e)
{
	struct text answer = {0};
	bool good = query_text(db, &(struct query){.sql = pragma}, &answer, e);

	if (good && strcmp(text_get(&answer), wanted))
		good = err_set(e, "%s: %s: %s", db->path, pragma, text_get(&answer));
	text_done(&answer);
	return good;
}

/* What a file must pass before it is used. */
static bool check_in(struct db *db, struct err *e)
{
	struct query quick_check = {.sql = "PRAGMA quick_check(1)"};
	struct text answer = {0};
	bool good = migrate_identify(db, our_schema(), e)
		&& query_text(db, &quick_check, &answer, e);

	if (good && strcmp(text_get(&answer), "ok"))
		good = err_set(e, "%s: %s (%s)", db->path, explain(SQLITE_CORRUPT),
			       text_get(&answer));
	text_done(&answer);
	return good && migrate_update(db, our_schema(), e)
		&& migrate_compare(db, our_schema(), e) && tables_learn(db, e);
}

static bool use_wal(struct db *db, struct err *e)
{
	return db->mode == DB_READ || demand(db, "PRAGMA journal_mode = WAL", "wal", e);
}

bool db_open(const char *path, enum db_mode mode, struct db **out, struct err *e)
{
	char *real = connect_find_file(path, e);
	bool opened = real && connect_open(real, mode, out, e);

	free(real);
	if (opened && check_in(*out, e) && use_wal(*out, e))
		return true;
	if (opened)
		db_close(*out);
	*out = NULL;
	return false;
}

/* The schema goes in before WAL, so that an interruption leaves an empty file. */
static bool create_in(const char *path, struct err *e)
{
	char *real = connect_find_file(path, e);
	struct db *db = NULL;
	bool created = real && connect_open(real, DB_WRITE, &db, e)
		&& migrate_create(db, our_schema(), e);

	db_close(db);
	free(real);
	return created;
}

bool db_create(const char *path, struct db **out, struct err *e)
{
	bool ours;
	int fd;

	*out = NULL;
	if (!path_make_folder_of(path, e))
		return false;
	fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
	ours = fd >= 0;
	if (ours)
		close(fd);
	else if (errno != EEXIST)
		return err_set(e, "%s: %s", path, strerror(errno));
	if (create_in(path, e) && db_open(path, DB_WRITE, out, e))
		return true;
	if (ours)
		unlink(path);
	return false;
}

bool db_memory(struct db **out, struct err *e)
{
	char *name = connect_memory_name();
	bool opened = connect_open(name, DB_WRITE, out, e);

	free(name);
	if (opened && migrate_create(*out, our_schema(), e) && tables_learn(*out, e))
		return true;
	if (opened)
		db_close(*out);
	*out = NULL;
	return false;
}

const char *db_path(const struct db *db)
{
	return db->path;
}

bool db_may_write(const char *path)
{
	return connect_may_write(path);
}

bool db_is_read_only(const struct db *db)
{
	return db->mode == DB_READ;
}

static bool is_halfway(const struct db *db)
{
	sqlite3_stmt *s = NULL;

	while ((s = sqlite3_next_stmt(db->handle, s)))
		if (sqlite3_stmt_busy(s))
			return true;
	return false;
}

/* Whoever puts another file in the register's place while it is open would get what is
 * written now into a file without a name. */
static bool refuse_moved(struct db *db, struct err *e)
{
	int moved = 0;

	sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return !moved || err_set(e, _("%s: registret är flyttat, borttaget eller utbytt "
				      "medan det var öppet; inget skrivs"), db->path);
}

bool db_begin(struct db *db, struct err *e)
{
	assert(!db_in_transaction(db) && !is_halfway(db));
	if (db_is_read_only(db))
		return err_set(e, _("%s: registret är skrivskyddat; inget kan ändras"),
			       place_of(db));
	if (!refuse_moved(db, e))
		return false;
	return db_script(db, "BEGIN IMMEDIATE", e);
}

bool db_begin_reading(struct db *db, struct err *e)
{
	assert(!db_in_transaction(db) && !is_halfway(db));
	return db_script(db, "BEGIN", e);
}

bool db_commit(struct db *db, struct err *e)
{
	/* SQLite itself takes back everything when the disk fails. */
	if (!db_in_transaction(db))
		return err_set(e, _("%s: ändringarna togs tillbaka"), db->path);
	if (db_script(db, "COMMIT", e))
		return true;
	db_rollback(db);
	return false;
}

void db_purge(struct db *db)
{
	sqlite3_wal_checkpoint_v2(db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
				  NULL);
}

void db_rollback(struct db *db)
{
	if (db_in_transaction(db))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool db_in_transaction(const struct db *db)
{
	return !sqlite3_get_autocommit(db->handle);
}

bool db_script(struct db *db, const char *sql, struct err *e)
{
	return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK
		|| db_fail(db, e);
}

long long db_changes(const struct db *db)
{
	return sqlite3_changes64(db->handle);
}

/* data_version counts others' commits, total_changes our own; neither ever falls. */
long long db_version(struct db *db)
{
	const struct query q = { .sql = "PRAGMA data_version" };
	long long others = 0;

	if (!query_int(db, &q, &others, NULL))
		others = 0;
	return others + sqlite3_total_changes64(db->handle);
}

long long db_last_id(const struct db *db)
{
	return sqlite3_last_insert_rowid(db->handle);
}
