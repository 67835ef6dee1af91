/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection with every safety; see connect.h. */
#include "store/connect.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/vfs.h>
#elif defined(__APPLE__)
#include <sys/mount.h>
#endif

#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/db_private.h"

static const struct {
	int option, value;
} switches[] = {
	{SQLITE_DBCONFIG_DEFENSIVE, 1},
	{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
	{SQLITE_DBCONFIG_DQS_DML, 0},
	{SQLITE_DBCONFIG_DQS_DDL, 0},
};

/* Far above what we need, far below what a damaged or hostile file could ask for. */
static const struct {
	int limit, value;
} limits[] = {
	{SQLITE_LIMIT_LENGTH, 64 << 20},
	{SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
	{SQLITE_LIMIT_COLUMN, 500},
	{SQLITE_LIMIT_EXPR_DEPTH, 200},
	{SQLITE_LIMIT_COMPOUND_SELECT, 50},
	{SQLITE_LIMIT_FUNCTION_ARG, 50},
	{SQLITE_LIMIT_ATTACHED, 1},   /* VACUUM INTO needs one */
	{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
	{SQLITE_LIMIT_VARIABLE_NUMBER, 1000},
	{SQLITE_LIMIT_TRIGGER_DEPTH, 20},
	{SQLITE_LIMIT_WORKER_THREADS, 0},
};

/* recursive_triggers: else INSERT OR REPLACE passes over the triggers on deletion.
 * temp_store, secure_delete: no personal data in /tmp, none left in free pages. */
static const char pragmas[] =
	"PRAGMA recursive_triggers = ON;"
	"PRAGMA cell_size_check = ON;"
	"PRAGMA temp_store = MEMORY;"
	"PRAGMA secure_delete = ON;"
	"PRAGMA synchronous = FULL;";

enum { SHORT_TEXT = 256 };

/* SQLite's texts have a length, ours an end; short ones need no memory of their own. */
static char *with_end(const void *bytes, int length, char shorter[SHORT_TEXT])
{
	if (length >= SHORT_TEXT)
		return mem_text_part(bytes, (size_t)length);
	memcpy(shorter, bytes, (size_t)length);
	shorter[length] = '\0';
	return shorter;
}

static int collate_sv(void *unused, int a_length, const void *a, int b_length,
		      const void *b)
{
	char a_short[SHORT_TEXT], b_short[SHORT_TEXT];
	char *a_text = with_end(a, a_length, a_short);
	char *b_text = with_end(b, b_length, b_short);
	int order = utf8_compare_sv(a_text, b_text);

	(void)unused;
	if (a_text != a_short)
		free(a_text);
	if (b_text != b_short)
		free(b_text);
	return order;
}

static bool set_up(struct db *db, struct err *e)
{
	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++) {
		int code = sqlite3_db_config(db->handle, switches[i].option,
					     switches[i].value, NULL);

		assert(code == SQLITE_OK);
		(void)code;
	}
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		sqlite3_limit(db->handle, limits[i].limit, limits[i].value);
	if (sqlite3_busy_timeout(db->handle, DB_BUSY_MS) != SQLITE_OK
	    || sqlite3_create_collation(db->handle, "sv", SQLITE_UTF8, NULL, collate_sv)
	    != SQLITE_OK)
		return db_fail(db, e);
	return db_script(db, pragmas, e);
}

bool connect_may_write(const char *path)
{
	char *real = realpath(path, NULL), *slash;
	bool may = true;

	if (real && faccessat(AT_FDCWD, real, W_OK, AT_EACCESS))
		may = errno != EACCES && errno != EROFS;
	slash = real ? strrchr(real, '/') : NULL;
	if (slash && may) {
		slash[slash == real] = '\0';
		if (faccessat(AT_FDCWD, real, W_OK, AT_EACCESS))
			may = errno != EACCES && errno != EROFS;
	}
	free(real);
	return may;
}

/* A reader without the right to write would leave a journal that the owner cannot write,
 * or fail where none can be made; told that nobody changes the file SQLite needs none. */
static int open_unchanging(const char *name, int flags, sqlite3 **out)
{
	static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				   "0123456789-._~/";
	struct text uri = { 0 };
	int code;

	text_add(&uri, "file:");
	for (const char *at = name; *at; at++)
		if (strchr(safe, *at))
			text_add_part(&uri, at, 1);
		else
			text_addf(&uri, "%%%02X", (unsigned)(unsigned char)*at);
	text_add(&uri, "?immutable=1");
	code = sqlite3_open_v2(text_get(&uri), out, flags | SQLITE_OPEN_URI, NULL);
	text_done(&uri);
	return code;
}

/* A journal says that somebody may be at work in the register. */
static bool has_journal(const char *name)
{
	struct text journal = { 0 };
	struct stat s;
	bool found;

	text_addf(&journal, "%s-wal", name);
	found = !stat(text_get(&journal), &s);
	text_done(&journal);
	return found;
}

static int open_handle(const char *name, enum db_mode mode, int flags, sqlite3 **out)
{
	if (mode == DB_READ && strncmp(name, "file:", 5) != 0 &&
	    !connect_may_write(name) && !has_journal(name))
		return open_unchanging(name, flags, out);
	return sqlite3_open_v2(name, out, flags, NULL);
}

bool connect_open(const char *name, enum db_mode mode, struct db **out, struct err *e)
{
	struct db *db = mem_alloc(sizeof(*db));
	bool memory = !strncmp(name, "file:", 5);
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
	mode_t mask = umask(077);
	int code;

	flags |= mode == DB_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
	if (memory)
		flags |= SQLITE_OPEN_URI | (mode == DB_WRITE ? SQLITE_OPEN_CREATE : 0);
	db->name = mem_text(name);
	db->path = memory ? "" : db->name;
	db->mode = mode;
	code = open_handle(name, mode, flags, &db->handle);
	umask(mask);
	if (code == SQLITE_OK ? set_up(db, e) : db_fail_code(db, code, e)) {
		*out = db;
		return true;
	}
	db_close(db);
	*out = NULL;
	return false;
}

char *connect_memory_name(void)
{
	static unsigned int count;
	struct text name = {0};

	text_addf(&name, "file:/samreg-%u?vfs=memdb", ++count);
	return text_take(&name);
}

bool connect_is_network(unsigned long type)
{
	/* linux/magic.h and the kernel's documentation of each: NFS, SMB, CIFS, SMB2, AFS
	 * (two), Coda, NCP, Ceph, Lustre, GPFS, OCFS2. */
	static const unsigned long network[] = {
		0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x6b414653,
		0x73757245, 0x564c, 0x00c36400, 0x0bd00bd0, 0x47504653, 0x7461636f,
	};

	for (size_t i = 0; i < sizeof(network) / sizeof(network[0]); i++)
		if ((type & 0xffffffff) == network[i])
			return true;
	return false;
}

static bool on_network(const char *path)
{
#ifdef __linux__
	struct statfs s;

	return !statfs(path, &s) && connect_is_network((unsigned long)s.f_type);
#elif defined(__APPLE__)
	struct statfs s;

	return !statfs(path, &s) && !(s.f_flags & MNT_LOCAL);
#else
	(void)path;
	return false;
#endif
}

char *connect_find_file(const char *path, struct err *e)
{
	char *real = realpath(path, NULL);
	struct stat s;

	if (!real || stat(real, &s)) {
		if (errno == ENOENT)
			err_set(e, _("%s: registret finns inte"), path);
		else
			err_set(e, "%s: %s", path, strerror(errno));
	} else if (!S_ISREG(s.st_mode)) {
		err_set(e, _("%s: är ingen vanlig fil"), path);
	} else if (on_network(real)) {
		err_set(e, _("%s: ligger på en nätverksdisk, där ett register inte kan "
			     "hållas helt; flytta det till den egna datorn"), path);
	} else {
		return real;
	}
	free(real);
	return NULL;
}
