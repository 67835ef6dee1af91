/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) about personal identity numbers, which are kept
 * sealed: no statement ever sees a number.
 */
#ifndef SAMREG_STORE_SQL_IDENTITY_H
#define SAMREG_STORE_SQL_IDENTITY_H

#include "store/sql_export.h"

/* Whose numbers are disposed of: ?1 the federation, ?2 a running number or '', ?3 the day
 * before which all their participations ended or ''. */
#define SQL_DISPOSED_PERSONS \
	"(SELECT p.id FROM person p WHERE p.federation = ?1 " \
	"AND (?2 = '' OR p.number = CAST(?2 AS INTEGER)) AND (?3 = '' OR (" \
	"EXISTS (SELECT 1 FROM participation x WHERE x.person = p.id) AND " \
	"NOT EXISTS (SELECT 1 FROM participation x WHERE x.person = p.id " \
	"AND (x.end IS NULL OR x.end >= ?3)))))"

#define SQL_IDENTITY_TABLE \
	SQL(IDENTITY_DECIDED, \
	    "SELECT person_data = 'identified' FROM federation WHERE id = ?1") \
	/* Which key the numbers are sealed with. */ \
	SQL(IDENTITY_MARK, "SELECT value FROM setting WHERE name = 'identity_key'") \
	SQL(IDENTITY_PERSON, \
	    "SELECT id, sex, birth_year FROM person " \
	    "WHERE federation = ?1 AND number = ?2") \
	SQL(IDENTITY_FIND, \
	    "SELECT p.id, p.number FROM person_identity i " \
	    "JOIN person p ON p.id = i.person WHERE i.lookup = ?1") \
	SQL(IDENTITY_CURRENT, \
	    "SELECT sealed FROM person_identity WHERE person = ?1 AND current = 1") \
	SQL(IDENTITY_IS_CURRENT, \
	    "SELECT current FROM person_identity WHERE person = ?1 AND lookup = ?2") \
	SQL(IDENTITY_RETIRE, \
	    "UPDATE person_identity SET current = 0 WHERE person = ?1") \
	SQL(IDENTITY_PUT, \
	    "INSERT INTO person_identity (person, lookup, sealed, current) " \
	    "VALUES (?1, ?2, ?3, 1) " \
	    "ON CONFLICT (person, lookup) DO UPDATE SET current = 1") \
	SQL(IDENTITY_REMOVE, \
	    "DELETE FROM person_identity WHERE person = ?1 AND lookup = ?2") \
	SQL(IDENTITY_ALL, \
	    "SELECT p.number, i.person, i.sealed, i.lookup FROM person_identity i " \
	    "JOIN person p ON p.id = i.person ORDER BY p.number, i.current DESC") \
	/* The persons of a delivery: ?1 is the year, ?2 the federation. */ \
	SQL(IDENTITY_DELIVERED, \
	    "WITH " SQL_DELIVERED_PARTICIPATIONS("i.federation = ?2") \
	    "SELECT n.number, n.id, s.sealed FROM person n " \
	    "LEFT JOIN person_identity s ON s.person = n.id AND s.current = 1 " \
	    "WHERE n.id IN (SELECT person FROM d) ORDER BY n.number") \
	SQL(IDENTITY_DISPOSED, \
	    "SELECT count(DISTINCT person), count(*), " \
	    "count(*) - coalesce(sum(current), 0) FROM person_identity " \
	    "WHERE person IN " SQL_DISPOSED_PERSONS) \
	SQL(IDENTITY_DISPOSE, \
	    "DELETE FROM person_identity WHERE person IN " SQL_DISPOSED_PERSONS) \
	/* Of the form ?4 and its field ?5. A draft is about a person when it changes a \
	 * participation of theirs or has chosen them; everybody's are all drafts. */ \
	SQL(IDENTITY_DISPOSE_DRAFTS, \
	    "DELETE FROM journal WHERE field = ?5 AND draft IN " \
	    "(SELECT d.id FROM draft d WHERE d.form = ?4 AND (?2 || ?3 = '' " \
	    "OR d.record IN (SELECT id FROM participation WHERE person IN " \
	    SQL_DISPOSED_PERSONS ") OR EXISTS (SELECT 1 FROM journal j " \
	    "WHERE j.draft = d.id AND (j.new IN " SQL_DISPOSED_PERSONS \
	    " OR j.old IN " SQL_DISPOSED_PERSONS "))))") \
	SQL(IDENTITY_COUNT, "SELECT count(*) FROM person_identity")

#endif
