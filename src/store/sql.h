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
	    "ORDER BY m.name, f.id") \
	/* app/audit */ \
	SQL(AUDIT_ADD, \
	    "INSERT INTO audit (at, user, action, form, record, fields) " \
	    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	/* app/drafts: one row a draft, its values in the journal. */ \
	SQL(DRAFT_ADD, \
	    "INSERT INTO draft (form, record, session, opened_at, opened_by, changed_at) " \
	    "VALUES (?1, ?2, ?3, ?4, ?5, ?4)") \
	SQL(DRAFT_FIND, \
	    "SELECT id FROM draft WHERE form = ?1 AND record = ?2 ORDER BY id DESC") \
	SQL(DRAFT_READ, "SELECT form, record FROM draft WHERE id = ?1") \
	SQL(DRAFT_KEEP, \
	    "UPDATE draft SET state = ?2, title = ?3, session = ?4, changed_at = ?5 " \
	    "WHERE id = ?1") \
	SQL(DRAFT_DELETE, "DELETE FROM draft WHERE id = ?1") \
	SQL(DRAFT_LIST, \
	    "SELECT id, form, record, title, state, session, opened_at, opened_by, " \
	    "changed_at FROM draft ORDER BY changed_at DESC, id DESC") \
	SQL(JOURNAL_ADD, \
	    "INSERT INTO journal (draft, step, field, row, old, new) " \
	    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	SQL(JOURNAL_READ, \
	    "SELECT step, field, row, old, new FROM journal WHERE draft = ?1 ORDER BY id") \
	/* app/entry: warnings that were overruled with a reason. */ \
	SQL(OVERRULED_READ, \
	    "SELECT rule, coalesce(field, ''), text FROM remark " \
	    "WHERE kind = 'overruled' AND record = ?1") \
	SQL(OVERRULED_DELETE, \
	    "DELETE FROM remark WHERE kind = 'overruled' AND record = ?1")

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
