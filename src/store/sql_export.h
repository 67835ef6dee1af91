/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) that a delivery is made of: a query a file, named
 * columns in the file's order, rows in an order that is always the same. ?1 is the year,
 * ?2 the federation. What the files are is in samreg-delivery(5).
 *
 * A delivery tells what was so when the year ended, and nothing of what came later: so
 * it can be made again when others have been. The same queries, of one record (?2 is its
 * id), are what a delivered year locks: app/lock.
 */
#ifndef SAMREG_STORE_SQL_EXPORT_H
#define SAMREG_STORE_SQL_EXPORT_H

/* Something from `start` to `end` that went on in the year. */
#define SQL_IN_YEAR(row) \
	" (" row ".start IS NULL OR " row ".start <= ?1 || '-12-31')" \
	" AND (" row ".end IS NULL OR " row ".end >= ?1 || '-01-01') "

/* A day, when it was no later than the year. */
#define SQL_BY_YEAR_END(day) "iif(" day " <= ?1 || '-12-31', " day ", NULL)"

/* The participations of the year: those registered in error count nowhere. */
#define SQL_DELIVERED_PARTICIPATIONS(which) \
	"d AS (SELECT p.*, coalesce(p.end <= ?1 || '-12-31', 0) AS ended " \
	"      FROM participation p JOIN intervention i ON i.id = p.intervention " \
	"      WHERE " which " AND" SQL_IN_YEAR("p") \
	"      AND p.closure_reason IS NOT 'registered_in_error') "

/* The interventions of the year, those with something in it, and what they are part of:
 * a file refers to nothing outside the delivery. */
#define SQL_DELIVERED_INTERVENTIONS(which) \
	SQL_DELIVERED_PARTICIPATIONS(which) \
	", v(id) AS (SELECT i.id FROM intervention i WHERE " which " AND " \
	"   ((" SQL_IN_YEAR("i") ")" \
	"    OR i.id IN (SELECT intervention FROM d)" \
	"    OR i.id IN (SELECT intervention FROM intervention_year WHERE year = ?1)" \
	"    OR i.id IN (SELECT intervention FROM volume WHERE year = ?1)" \
	"    OR i.id IN (SELECT intervention FROM anonymous_count WHERE year = ?1))" \
	"   UNION SELECT i.part_of FROM intervention i JOIN v ON v.id = i.id " \
	"   WHERE i.part_of IS NOT NULL) "

/* Several codes in one field, in the order of their list. */
#define SQL_CODES_OF(list, table, owner, row) \
	"(SELECT group_concat(code, ' ') FROM (SELECT c.code FROM " table " t " \
	" JOIN code_" list " c ON c.code = t." list " WHERE t." owner " = " row ".id " \
	" ORDER BY c.position))"

#define SQL_MEMBERSHIP_ROWS(which) \
	"SELECT m.municipality, m.start AS \"from\", " SQL_BY_YEAR_END("m.end") \
	" AS \"to\" FROM membership m WHERE " which " AND" SQL_IN_YEAR("m") \
	"ORDER BY m.municipality, m.start, m.id"

#define SQL_INTERVENTION_ROWS(which) \
	"WITH RECURSIVE " SQL_DELIVERED_INTERVENTIONS(which) \
	"SELECT i.id AS intervention, i.name, i.kind, i.orientation, " \
	SQL_CODES_OF("orientation", "intervention_orientation", "intervention", "i") \
	" AS further_orientations, i.registration, i.start, " \
	SQL_BY_YEAR_END("i.end") " AS end, i.esf, " \
	SQL_CODES_OF("target_group", "intervention_target_group", "intervention", "i") \
	" AS target_groups, i.part_of " \
	"FROM intervention i JOIN v ON v.id = i.id ORDER BY i.id"

/* What is known at the end, when that was no later than the year. */
#define SQL_AT_END(column) "iif(d.ended, d." column ", NULL) AS " column

#define SQL_PARTICIPATION_ROWS(which) \
	"WITH " SQL_DELIVERED_PARTICIPATIONS(which) \
	"SELECT d.id AS participation, d.intervention, n.number AS person, n.sex, " \
	"       n.birth_year, d.municipality, d.start, " SQL_AT_END("end") ", " \
	"       d.education, d.support_duration, d.referrer, " \
	SQL_CODES_OF("target_group", "participation_target_group", "participation", \
		     "d") \
	" AS target_groups, " SQL_AT_END("closure_reason") ", " SQL_AT_END("next_step") \
	" FROM d JOIN person n ON n.id = d.person ORDER BY d.id"

/* Before the start, after an end and at follow-ups that were no later than the year. */
#define SQL_PHASE_IS_TOLD(row) \
	"(" row ".phase = 'before' OR (" row ".phase = 'after' AND d.ended) " \
	" OR EXISTS (SELECT 1 FROM followup u WHERE u.participation = d.id " \
	"            AND " row ".phase = 'followup_' || u.months " \
	"            AND u.done <= ?1 || '-12-31'))"

#define SQL_SUPPORT_ROWS(which) \
	"WITH " SQL_DELIVERED_PARTICIPATIONS(which) \
	"SELECT s.participation, s.phase, s.source, s.extent " \
	"FROM support s JOIN d ON d.id = s.participation " \
	"JOIN code_phase f ON f.code = s.phase " \
	"JOIN code_support c ON c.code = s.source " \
	"WHERE " SQL_PHASE_IS_TOLD("s") \
	"ORDER BY s.participation, f.position, c.position"

#define SQL_OCCUPATION_ROWS(which) \
	"WITH " SQL_DELIVERED_PARTICIPATIONS(which) \
	"SELECT o.participation, o.phase, o.works, o.work_kind, o.work_extent, " \
	"       o.studies, o.study_extent, o.seeks_work " \
	"FROM occupation o JOIN d ON d.id = o.participation " \
	"JOIN code_phase f ON f.code = o.phase " \
	"WHERE " SQL_PHASE_IS_TOLD("o") \
	"ORDER BY o.participation, f.position"

#define SQL_FOLLOWUP_ROWS(which) \
	"WITH " SQL_DELIVERED_PARTICIPATIONS(which) \
	"SELECT f.participation, f.months, f.planned, " SQL_BY_YEAR_END("f.done") \
	" AS done FROM followup f JOIN d ON d.id = f.participation " \
	"WHERE d.ended AND (coalesce(f.planned, f.done, '') <= ?1 || '-12-31' " \
	"                   OR f.done <= ?1 || '-12-31') " \
	"ORDER BY f.participation, f.months"

#define SQL_EXPORT_TABLE \
	SQL(EXPORT_FEDERATION, \
	    "SELECT id AS federation, name, CAST(?1 AS INTEGER) AS year, " \
	    "       ?3 AS revision, ?4 AS level, ?5 AS forms_version, " \
	    "       ?5 AS rules_version, ?6 AS created " \
	    "FROM federation WHERE id = ?2") \
	SQL(EXPORT_MEMBERSHIPS, SQL_MEMBERSHIP_ROWS("m.federation = ?2")) \
	SQL(EXPORT_INTERVENTIONS, SQL_INTERVENTION_ROWS("i.federation = ?2")) \
	/* What is planned and spent, and what is counted, stand in two tables. */ \
	SQL(EXPORT_INTERVENTION_YEARS, \
	    "SELECT i.id AS intervention, CAST(?1 AS INTEGER) AS year, y.planned, " \
	    "       v.women, v.men, v.unspecified, v.occasions, v.not_stated, " \
	    "       y.budget, y.actual, y.esf_budget, y.esf_actual " \
	    "FROM intervention i " \
	    "LEFT JOIN intervention_year y ON y.intervention = i.id AND y.year = ?1 " \
	    "LEFT JOIN volume v ON v.intervention = i.id AND v.year = ?1 " \
	    "WHERE i.federation = ?2 AND (y.id IS NOT NULL OR v.id IS NOT NULL) " \
	    "ORDER BY i.id") \
	SQL(EXPORT_ANONYMOUS, \
	    "SELECT a.intervention, a.year, a.sex, a.count FROM anonymous_count a " \
	    "JOIN intervention i ON i.id = a.intervention " \
	    "JOIN code_sex s ON s.code = a.sex " \
	    "WHERE i.federation = ?2 AND a.year = ?1 " \
	    "ORDER BY a.intervention, s.position") \
	SQL(EXPORT_FUNDING, \
	    "SELECT f.year, p.kind AS party, p.name AS party_name, f.kind, f.amount, " \
	    "       f.text " \
	    "FROM funding f JOIN party p ON p.id = f.party " \
	    "JOIN code_party c ON c.code = p.kind " \
	    "JOIN code_funding k ON k.code = f.kind " \
	    "WHERE f.federation = ?2 AND f.year = ?1 " \
	    "ORDER BY c.position, p.name, k.position, f.id") \
	SQL(EXPORT_ADMIN_COSTS, \
	    "SELECT a.year, a.kind, a.budget, a.actual FROM admin_cost a " \
	    "JOIN code_admin_cost k ON k.code = a.kind " \
	    "WHERE a.federation = ?2 AND a.year = ?1 ORDER BY k.position") \
	SQL(EXPORT_FEDERATION_YEAR, \
	    "SELECT year, result, closing_equity FROM federation_year " \
	    "WHERE federation = ?2 AND year = ?1") \
	SQL(EXPORT_PARTICIPATIONS, SQL_PARTICIPATION_ROWS("i.federation = ?2")) \
	SQL(EXPORT_SUPPORT, SQL_SUPPORT_ROWS("i.federation = ?2")) \
	SQL(EXPORT_OCCUPATION, SQL_OCCUPATION_ROWS("i.federation = ?2")) \
	SQL(EXPORT_FOLLOWUPS, SQL_FOLLOWUP_ROWS("i.federation = ?2")) \
	/* app/export_national: whose year (?1) it has, of all or of one (?2), and in \
	 * which revision and level it was received. A demo's were not received. */ \
	SQL(EXPORT_FEDERATIONS, \
	    "SELECT f.id, f.name, coalesce(p.revision, 1), " \
	    "       coalesce(p.level, 'detailed') = 'aggregate' FROM federation f " \
	    "LEFT JOIN package p ON p.federation = f.id AND p.year = ?1 " \
	    "WHERE (?2 IS NULL OR f.id = ?2) AND (p.revision IS NOT NULL " \
	    "  OR (EXISTS (SELECT 1 FROM register WHERE demo = 1) AND EXISTS " \
	    "      (SELECT 1 FROM membership m WHERE m.federation = f.id AND" \
	    SQL_IN_YEAR("m") "))) ORDER BY f.id") \
	/* app/export_remarks: what a delivery calls a record (?1) that has another name \
	 * in its files. */ \
	SQL(EXPORT_NAME_OF_MEMBERSHIP, \
	    "SELECT municipality FROM membership WHERE id = ?1") \
	SQL(EXPORT_NAME_OF_PARTY, "SELECT name FROM party WHERE id = ?1") \
	SQL(EXPORT_NAME_OF_YEAR, \
	    "SELECT intervention FROM intervention_year WHERE id = ?1") \
	SQL(EXPORT_NAME_OF_VOLUME, "SELECT intervention FROM volume WHERE id = ?1") \
	SQL(EXPORT_NAME_OF_COUNT, \
	    "SELECT intervention FROM anonymous_count WHERE id = ?1") \
	SQL(EXPORT_NAME_OF_PERSON, "SELECT number FROM person WHERE id = ?1") \
	SQL(DRAFT_COUNT, "SELECT count(*) FROM draft")

#endif
