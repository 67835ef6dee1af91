/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statements of app/panel, part of the table in store/sql: what a register knows of
 * municipalities and years.
 */
#ifndef SAMREG_STORE_SQL_PANEL_H
#define SAMREG_STORE_SQL_PANEL_H

#define SQL_PANEL_TABLE \
	/* The years there are, when nobody says which. Received years before others: \
	 * rows also tell of time that no delivery was about. */ \
	SQL(PANEL_YEARS, \
	    "WITH received AS (SELECT year FROM package), " \
	    "kept AS (SELECT CAST(substr(start, 1, 4) AS INTEGER) AS year " \
	    "         FROM participation " \
	    "         UNION SELECT year FROM funding " \
	    "         UNION SELECT year FROM intervention_year) " \
	    "SELECT min(year), max(year) FROM (SELECT year FROM received " \
	    "UNION SELECT year FROM kept WHERE NOT EXISTS (SELECT 1 FROM received))") \
	SQL(PANEL_MEMBERSHIP, \
	    "SELECT municipality, federation, start, end, district FROM membership " \
	    "ORDER BY municipality, federation, start, id") \
	/* ?1 is the phase whose support is told, its sources with blanks between. */ \
	SQL(PANEL_PARTICIPATION, \
	    "SELECT i.federation, p.municipality, p.start, p.end, e.sex, e.birth_year, " \
	    "       p.closure_reason, " \
	    "       (SELECT group_concat(s.source, ' ') FROM support s " \
	    "        WHERE s.participation = p.id AND s.phase = ?1) " \
	    "FROM participation p JOIN intervention i ON i.id = p.intervention " \
	    "JOIN person e ON e.id = p.person") \
	SQL(PANEL_LEVEL, "SELECT federation, year, level FROM package") \
	SQL(PANEL_MONEY, \
	    "SELECT federation, year, sum(allocated), sum(used) FROM (" \
	    "SELECT federation, year, amount AS allocated, NULL AS used FROM funding " \
	    "WHERE kind = 'allocated' " \
	    "UNION ALL SELECT federation, year, NULL, actual FROM admin_cost " \
	    "UNION ALL SELECT i.federation, y.year, NULL, y.actual " \
	    "FROM intervention_year y JOIN intervention i ON i.id = y.intervention) " \
	    "GROUP BY federation, year")

#endif
