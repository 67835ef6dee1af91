/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All SQL with a fixed text, in one table: a row each, SQL(id, text), with a comment that
 * says who asks and why when the text does not. A test prepares every row. SQL built
 * from names the database knows is in store/rows.
 */
#ifndef SAMREG_STORE_SQL_H
#define SAMREG_STORE_SQL_H

struct db;
struct stmt;

#define SQL_TABLE \
	/* store/tables: every table as it is, in its own order. */ \
	SQL(TABLE_COLUMNS, \
	    "SELECT m.name, c.name, c.type, c.\"notnull\", " \
	    "       c.dflt_value IS NOT NULL, c.pk " \
	    "FROM sqlite_schema m, pragma_table_info(m.name) c " \
	    "WHERE m.type = 'table' AND m.name NOT GLOB 'sqlite_*' " \
	    "ORDER BY m.name, c.cid") \
	SQL(TABLE_REFERENCES, \
	    "SELECT m.name, f.\"from\", f.\"table\" " \
	    "FROM sqlite_schema m, pragma_foreign_key_list(m.name) f " \
	    "WHERE m.type = 'table' AND m.name NOT GLOB 'sqlite_*' " \
	    "ORDER BY m.name, f.id")

enum sql_id {
#define SQL(id, text) SQL_##id,
	SQL_TABLE
#undef SQL
	SQL_COUNT
};

/* The statement's text, for query_grid() and its kin. */
const char *sql_text(enum sql_id id) __attribute__((returns_nonnull));

/*
 * The statement, prepared once per db, reset, without bindings and ready. It belongs to
 * the db and serves one use at a time. When it cannot be prepared its first step says
 * why.
 */
struct stmt *db_stmt(struct db *db, enum sql_id id) __attribute__((returns_nonnull));

#endif
