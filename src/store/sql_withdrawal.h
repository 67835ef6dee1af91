/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) that removes what is known of a person whose
 * consent is withdrawn. ?1 is the participation.
 */
#ifndef SAMREG_STORE_SQL_WITHDRAWAL_H
#define SAMREG_STORE_SQL_WITHDRAWAL_H

#define SQL_WITHDRAWAL_TABLE \
	SQL(WITHDRAWAL_HOLDS, \
	    "SELECT closure_reason IS 'consent_withdrawn' FROM participation " \
	    "WHERE id = ?1") \
	SQL(WITHDRAWAL_PERSON, "SELECT person FROM participation WHERE id = ?1") \
	/* ?2 is the new person's id, ?3 the moment, ?4 who. */ \
	SQL(WITHDRAWAL_PERSON_ADD, \
	    "INSERT INTO person (id, federation, number, sex, birth_year, " \
	    "       registered_at, registered_by, changed_at, changed_by) " \
	    "SELECT ?2, n.federation, (SELECT max(m.number) + 1 FROM person m " \
	    "                          WHERE m.federation = n.federation), " \
	    "       n.sex, n.birth_year, ?3, ?4, ?3, ?4 " \
	    "FROM participation p JOIN person n ON n.id = p.person WHERE p.id = ?1") \
	SQL(WITHDRAWAL_PERSON_CHANGE, \
	    "UPDATE participation SET person = ?2 WHERE id = ?1") \
	SQL(WITHDRAWAL_PERSON_DELETE, \
	    "DELETE FROM person WHERE id = ?1 AND NOT EXISTS " \
	    "(SELECT 1 FROM participation p WHERE p.person = ?1)") \
	SQL(WITHDRAWAL_BACKGROUND, \
	    "UPDATE participation SET municipality = NULL, education = 'unknown', " \
	    "       support_duration = 'not_applicable', referrer = NULL, " \
	    "       next_step = NULL WHERE id = ?1") \
	SQL(WITHDRAWAL_TARGET_GROUPS, \
	    "DELETE FROM participation_target_group WHERE participation = ?1") \
	SQL(WITHDRAWAL_CONSENT, \
	    "UPDATE consent SET form_reference = NULL WHERE participation = ?1") \
	SQL(WITHDRAWAL_SUPPORT, "DELETE FROM support WHERE participation = ?1") \
	SQL(WITHDRAWAL_SUPPORT_MISSING, \
	    "INSERT INTO support (participation, phase, source) " \
	    "VALUES (?1, 'before', 'missing')") \
	SQL(WITHDRAWAL_OCCUPATION, "DELETE FROM occupation WHERE participation = ?1") \
	SQL(WITHDRAWAL_OCCUPATION_NONE, \
	    "INSERT INTO occupation (participation, phase, works, studies) " \
	    "VALUES (?1, 'before', 0, 0)") \
	SQL(WITHDRAWAL_FOLLOWUPS, "DELETE FROM followup WHERE participation = ?1") \
	SQL(WITHDRAWAL_REMARKS, "DELETE FROM remark WHERE record = ?1") \
	SQL(WITHDRAWAL_DRAFTS, "DELETE FROM draft WHERE record = ?1")

#endif
