/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) that says which records are checked: the ids of
 * those that concern the year ?1, or all when it is NULL.
 */
#ifndef SAMREG_STORE_SQL_CHECK_H
#define SAMREG_STORE_SQL_CHECK_H

#define SQL_OF_YEAR(row) \
	"(" row ".start IS NULL OR " row ".start <= ?1 || '-12-31')" \
	" AND (" row ".end IS NULL OR " row ".end >= ?1 || '-01-01')"

/* Participations that count in the year. */
#define SQL_COUNTED(row) \
	SQL_OF_YEAR(row) " AND " row ".closure_reason IS NOT 'registered_in_error'"

#define SQL_CHECK_TABLE \
	SQL(CHECK_MEMBERSHIPS, \
	    "SELECT id FROM membership m WHERE ?1 IS NULL OR " SQL_OF_YEAR("m") \
	    " ORDER BY id") \
	SQL(CHECK_INTERVENTIONS, \
	    "SELECT id FROM intervention i WHERE ?1 IS NULL OR (" SQL_OF_YEAR("i") ") " \
	    "OR id IN (SELECT intervention FROM intervention_year WHERE year = ?1) " \
	    "OR id IN (SELECT intervention FROM volume WHERE year = ?1) " \
	    "OR id IN (SELECT intervention FROM anonymous_count WHERE year = ?1) " \
	    "OR id IN (SELECT intervention FROM participation p WHERE " \
	    SQL_COUNTED("p") ") ORDER BY id") \
	SQL(CHECK_PARTICIPATIONS, \
	    "SELECT id FROM participation p WHERE ?1 IS NULL OR (" SQL_COUNTED("p") ") " \
	    "ORDER BY id") \
	/* What ends after the year is none of its business. */ \
	SQL(CHECK_CLOSURES, \
	    "SELECT id FROM participation p WHERE p.end IS NOT NULL " \
	    "AND (?1 IS NULL OR (" SQL_COUNTED("p") " AND p.end <= ?1 || '-12-31')) " \
	    "ORDER BY id") \
	SQL(CHECK_PERSONS, \
	    "SELECT id FROM person WHERE ?1 IS NULL OR id IN " \
	    "(SELECT person FROM participation p WHERE " SQL_COUNTED("p") ") " \
	    "ORDER BY id")

#endif
