/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) about deliveries that were made: what is kept of
 * them, and what the years they lock hold still.
 */
#ifndef SAMREG_STORE_SQL_DELIVERY_H
#define SAMREG_STORE_SQL_DELIVERY_H

#include "store/sql_check.h"
#include "store/sql_export.h"

/* The latest revision of each year. */
#define SQL_LATEST_DELIVERIES \
	"delivery l WHERE l.revision = " \
	"(SELECT max(m.revision) FROM delivery m WHERE m.year = l.year)"

#define SQL_DELIVERY_TABLE \
	SQL(DELIVERY_LIST, \
	    "SELECT year, revision, level, participations, warnings, drafts, " \
	    "       created_at, created_by, received_at, unlocked_at, unlocked_by, " \
	    "       unlock_reason, revision < (SELECT max(m.revision) FROM delivery m " \
	    "                                  WHERE m.year = d.year) AS superseded " \
	    "FROM delivery d ORDER BY year DESC, revision DESC") \
	SQL(DELIVERY_LATEST, "SELECT max(revision) FROM delivery WHERE year = ?1") \
	SQL(DELIVERY_LOCKED_YEARS, \
	    "SELECT l.year FROM " SQL_LATEST_DELIVERIES " AND l.unlocked_at IS NULL " \
	    "ORDER BY l.year") \
	SQL(DELIVERY_FIRST_YEAR, "SELECT coalesce(min(year), 9999) FROM delivery") \
	SQL(DELIVERY_LOCKING, \
	    "SELECT l.revision FROM " SQL_LATEST_DELIVERIES \
	    " AND l.unlocked_at IS NULL AND l.year = ?1") \
	SQL(DELIVERY_PARTICIPATIONS, \
	    "SELECT count(*) FROM participation p WHERE " SQL_COUNTED("p")) \
	/* The first year since ?1 that something is registered in; NULL for none. */ \
	SQL(DELIVERY_FIRST_REGISTERED, \
	    "SELECT min(year) FROM " \
	    "(SELECT CAST(substr(min(start), 1, 4) AS INTEGER) AS year " \
	    " FROM participation WHERE start >= ?1 " \
	    " UNION ALL SELECT min(year) FROM anonymous_count " \
	    "           WHERE year >= CAST(?1 AS INTEGER) " \
	    " UNION ALL SELECT min(year) FROM intervention_year " \
	    "           WHERE year >= CAST(?1 AS INTEGER))") \
	SQL(DELIVERY_FILES, \
	    "SELECT name, rows, hash, content IS NOT NULL, content " \
	    "FROM delivery_file WHERE year = ?1 AND revision = ?2 ORDER BY id") \
	SQL(DELIVERY_HASHES, \
	    "SELECT name, rows, bytes, hash, content IS NULL FROM delivery_file " \
	    "WHERE year = ?1 AND revision = ?2 ORDER BY id") \
	SQL(DELIVERY_UNLOCK, \
	    "UPDATE delivery " \
	    "SET unlocked_at = ?3, unlocked_by = ?4, unlock_reason = ?5 " \
	    "WHERE year = ?1 AND revision = ?2") \
	SQL(DELIVERY_RECEIVED, \
	    "UPDATE delivery SET received_at = ?3 WHERE year = ?1 AND revision = ?2") \
	/* ?3 is the folder, ?4 the moment. */ \
	SQL(DELIVERY_COPY_NOTE, \
	    "INSERT INTO delivery_copy (year, revision, folder, written_at) " \
	    "VALUES (?1, ?2, ?3, ?4) " \
	    "ON CONFLICT DO UPDATE SET written_at = excluded.written_at") \
	/* Of the year ?1 and the revision ?2; of all when the year is 0. */ \
	SQL(DELIVERY_COPIES_EMPTIED, \
	    "SELECT c.folder, c.written_at FROM delivery_copy c " \
	    "WHERE (?1 = '0' OR (c.year = ?1 AND c.revision = ?2)) AND EXISTS " \
	    "(SELECT 1 FROM delivery_file f WHERE f.year = c.year " \
	    "       AND f.revision = c.revision AND f.content IS NULL) " \
	    "ORDER BY c.year DESC, c.revision DESC, c.written_at, c.folder") \
	SQL(DELIVERY_DISPOSE, \
	    /* What is sealed for a recipient does not say whose numbers it holds. */ \
	    "UPDATE delivery_file SET content = NULL WHERE id IN " \
	    "(SELECT f.id FROM delivery_file t JOIN delivery_file f " \
	    " ON f.year = t.year AND f.revision = t.revision " \
	    " WHERE instr(t.content, ?1) > 0 " \
	    "       AND (f.id = t.id OR f.name = 'identities.sealed'))") \
	/* app/lock: what a delivery of the year ?1 tells of the record ?2. */ \
	SQL(LOCK_MEMBERSHIP, SQL_MEMBERSHIP_ROWS("m.id = ?2")) \
	SQL(LOCK_PARTY, \
	    "SELECT DISTINCT p.kind FROM party p JOIN funding f ON f.party = p.id " \
	    "WHERE p.id = ?2 AND f.year = ?1") \
	SQL(LOCK_INTERVENTION, SQL_INTERVENTION_ROWS("i.id = ?2")) \
	SQL(LOCK_PARTICIPATION, SQL_PARTICIPATION_ROWS("p.id = ?2")) \
	SQL(LOCK_SUPPORT, SQL_SUPPORT_ROWS("p.id = ?2")) \
	SQL(LOCK_OCCUPATION, SQL_OCCUPATION_ROWS("p.id = ?2")) \
	SQL(LOCK_FOLLOWUPS, SQL_FOLLOWUP_ROWS("p.id = ?2")) \
	SQL(LOCK_PERSON, \
	    "SELECT sex, birth_year FROM person WHERE id = ?2 AND EXISTS " \
	    "(SELECT 1 FROM participation p WHERE p.person = ?2 " \
	    " AND " SQL_COUNTED("p") ")")

#endif
