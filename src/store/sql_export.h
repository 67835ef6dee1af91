/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) that a delivery is made of: a query a file, named
 * columns in the file's order, rows in an order that is always the same. ?1 is the year,
 * ?2 the federation. What the files are is in samreg-delivery(5).
 */
#ifndef SAMREG_STORE_SQL_EXPORT_H
#define SAMREG_STORE_SQL_EXPORT_H

/* Something from `start` to `end` that went on in the year. */
#define SQL_IN_YEAR(row) \
	" (" row ".start IS NULL OR " row ".start <= ?1 || '-12-31')" \
	" AND (" row ".end IS NULL OR " row ".end >= ?1 || '-01-01') "

/* The participations of the year: those registered in error count nowhere. */
#define SQL_DELIVERED_PARTICIPATIONS \
	"d AS (SELECT p.* FROM participation p " \
	"      JOIN intervention i ON i.id = p.intervention " \
	"      WHERE i.federation = ?2 AND" SQL_IN_YEAR("p") \
	"      AND p.closure_reason IS NOT 'registered_in_error') "

/* The interventions of the year, those with something in it, and what they are part of:
 * a file refers to nothing outside the delivery. */
#define SQL_DELIVERED_INTERVENTIONS \
	SQL_DELIVERED_PARTICIPATIONS \
	", v(id) AS (SELECT i.id FROM intervention i WHERE i.federation = ?2 AND " \
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

#define SQL_EXPORT_TABLE \
	SQL(EXPORT_FEDERATION, \
	    "SELECT id AS federation, name, CAST(?1 AS INTEGER) AS year, " \
	    "       ?3 AS revision, ?4 AS level, ?5 AS forms_version, " \
	    "       ?5 AS rules_version, ?6 AS created " \
	    "FROM federation WHERE id = ?2") \
	SQL(EXPORT_MEMBERSHIPS, \
	    "SELECT municipality, start AS \"from\", end AS \"to\" FROM membership m " \
	    "WHERE federation = ?2 AND" SQL_IN_YEAR("m") \
	    "ORDER BY municipality, start, id") \
	SQL(EXPORT_INTERVENTIONS, \
	    "WITH RECURSIVE " SQL_DELIVERED_INTERVENTIONS \
	    "SELECT i.id AS intervention, i.name, i.kind, i.orientation, " \
	    SQL_CODES_OF("orientation", "intervention_orientation", "intervention", \
			 "i") \
	    " AS further_orientations, i.registration, i.start, i.end, i.esf, " \
	    SQL_CODES_OF("target_group", "intervention_target_group", "intervention", \
			 "i") \
	    " AS target_groups, i.part_of " \
	    "FROM intervention i JOIN v ON v.id = i.id ORDER BY i.id") \
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
	SQL(EXPORT_PARTICIPATIONS, \
	    "WITH " SQL_DELIVERED_PARTICIPATIONS \
	    "SELECT d.id AS participation, d.intervention, n.number AS person, n.sex, " \
	    "       n.birth_year, d.municipality, d.start, d.end, d.education, " \
	    "       d.support_duration, d.referrer, " \
	    SQL_CODES_OF("target_group", "participation_target_group", \
			 "participation", "d") \
	    "       AS target_groups, d.closure_reason, d.next_step " \
	    "FROM d JOIN person n ON n.id = d.person ORDER BY d.id") \
	SQL(EXPORT_SUPPORT, \
	    "WITH " SQL_DELIVERED_PARTICIPATIONS \
	    "SELECT s.participation, s.phase, s.source, s.extent " \
	    "FROM support s JOIN d ON d.id = s.participation " \
	    "JOIN code_phase f ON f.code = s.phase " \
	    "JOIN code_support c ON c.code = s.source " \
	    "ORDER BY s.participation, f.position, c.position") \
	SQL(EXPORT_OCCUPATION, \
	    "WITH " SQL_DELIVERED_PARTICIPATIONS \
	    "SELECT o.participation, o.phase, o.works, o.work_kind, o.work_extent, " \
	    "       o.studies, o.study_extent, o.seeks_work " \
	    "FROM occupation o JOIN d ON d.id = o.participation " \
	    "JOIN code_phase f ON f.code = o.phase " \
	    "ORDER BY o.participation, f.position") \
	SQL(EXPORT_FOLLOWUPS, \
	    "WITH " SQL_DELIVERED_PARTICIPATIONS \
	    "SELECT f.participation, f.months, f.planned, f.done " \
	    "FROM followup f JOIN d ON d.id = f.participation " \
	    "ORDER BY f.participation, f.months") \
	/* A delivery names its records by the keys of its files: what is kept for a \
	 * year is found by its intervention. */ \
	SQL(EXPORT_REMARKS, \
	    "WITH RECURSIVE " SQL_DELIVERED_INTERVENTIONS \
	    ", x(record, file, id) AS (" \
	    "  SELECT id, 'participations', id FROM d " \
	    "  UNION ALL SELECT id, 'interventions', id FROM v " \
	    "  UNION ALL SELECT y.id, 'intervention_years', y.intervention " \
	    "    FROM intervention_year y JOIN v ON v.id = y.intervention " \
	    "    WHERE y.year = ?1 " \
	    "  UNION ALL SELECT y.id, 'intervention_years', y.intervention " \
	    "    FROM volume y JOIN v ON v.id = y.intervention WHERE y.year = ?1 " \
	    "  UNION ALL SELECT a.id, 'anonymous', a.intervention " \
	    "    FROM anonymous_count a JOIN v ON v.id = a.intervention " \
	    "    WHERE a.year = ?1 " \
	    "  UNION ALL SELECT id, 'federation', id FROM federation WHERE id = ?2) " \
	    "SELECT r.rule, x.file, x.id, r.field, r.text AS reason " \
	    "FROM remark r JOIN x ON x.record = r.record WHERE r.kind = 'overruled' " \
	    "ORDER BY x.file, x.id, r.rule, r.field, r.id") \
	SQL(DRAFT_COUNT, "SELECT count(*) FROM draft")

#endif
