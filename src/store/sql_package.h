/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) with which a national register receives deliveries:
 * ?1 is the federation, ?2 the year.
 */
#ifndef SAMREG_STORE_SQL_PACKAGE_H
#define SAMREG_STORE_SQL_PACKAGE_H

#define SQL_OWN_INTERVENTIONS \
	" intervention IN (SELECT id FROM intervention WHERE federation = ?1) "

/* Of this year, or of one that no delivery tells of. */
#define SQL_STALE_YEAR \
	" (year = ?2 OR year NOT IN (SELECT year FROM package WHERE federation = ?1)) "

#define SQL_NOT_DELIVERED(kind_name) \
	" id NOT IN (SELECT id FROM package_row WHERE kind = '" kind_name "') "

#define SQL_PACKAGE_TABLE \
	SQL(PACKAGE_FIND, \
	    "SELECT revision, hash, warnings, received_at FROM package " \
	    "WHERE federation = ?1 AND year = ?2") \
	SQL(PACKAGE_YEARS, \
	    "SELECT year FROM package WHERE federation = ?1 ORDER BY year") \
	/* app/received; participations.csv tells how many they are. */ \
	SQL(PACKAGE_LIST, \
	    "SELECT p.federation, f.name, p.year, p.revision, p.level, " \
	    "       (SELECT t.rows FROM package_file t " \
	    "        WHERE t.federation = p.federation AND t.year = p.year " \
	    "              AND t.name = 'participations.csv') AS participations, " \
	    "       p.warnings, p.created_at, p.received_at " \
	    "FROM package p JOIN federation f ON f.id = p.federation " \
	    "ORDER BY p.year DESC, f.name COLLATE sv, p.federation") \
	SQL(PACKAGE_DELETE, "DELETE FROM package WHERE federation = ?1 AND year = ?2") \
	/* Whether a delivery of a later year than ?3 tells of the row as well. */ \
	SQL(PACKAGE_ROW_LATER, \
	    "SELECT 1 FROM package_row WHERE kind = ?1 AND id = ?2 AND year > ?3") \
	SQL(PACKAGE_ROW_ADD, \
	    "INSERT OR IGNORE INTO package_row (kind, id, federation, year) " \
	    "VALUES (?1, ?2, ?3, ?4)") \
	/* What no delivery tells of, in the order in which it can go. */ \
	SQL(PACKAGE_CLEAR_YEARS, \
	    "DELETE FROM intervention_year WHERE" SQL_OWN_INTERVENTIONS "AND" \
	    SQL_STALE_YEAR) \
	SQL(PACKAGE_CLEAR_VOLUMES, \
	    "DELETE FROM volume WHERE" SQL_OWN_INTERVENTIONS "AND" SQL_STALE_YEAR) \
	SQL(PACKAGE_CLEAR_ANONYMOUS, \
	    "DELETE FROM anonymous_count WHERE" SQL_OWN_INTERVENTIONS "AND" \
	    SQL_STALE_YEAR) \
	SQL(PACKAGE_CLEAR_FUNDING, \
	    "DELETE FROM funding WHERE federation = ?1 AND" SQL_STALE_YEAR) \
	SQL(PACKAGE_CLEAR_ADMIN_COSTS, \
	    "DELETE FROM admin_cost WHERE federation = ?1 AND" SQL_STALE_YEAR) \
	SQL(PACKAGE_CLEAR_FEDERATION_YEARS, \
	    "DELETE FROM federation_year WHERE federation = ?1 AND" SQL_STALE_YEAR) \
	SQL(PACKAGE_CLEAR_REMARKS, \
	    "DELETE FROM remark WHERE id GLOB ?1 || '-remark-' || ?2 || '-*'") \
	SQL(PACKAGE_CLEAR_PARTICIPATIONS, \
	    "DELETE FROM participation WHERE" SQL_OWN_INTERVENTIONS "AND" \
	    SQL_NOT_DELIVERED("participation") "AND ?2 IS NOT NULL") \
	SQL(PACKAGE_CLEAR_PERSONS, \
	    "DELETE FROM person WHERE federation = ?1 AND" SQL_NOT_DELIVERED("person") \
	    "AND ?2 IS NOT NULL") \
	SQL(PACKAGE_CLEAR_INTERVENTIONS, \
	    "DELETE FROM intervention WHERE federation = ?1 AND" \
	    SQL_NOT_DELIVERED("intervention") "AND ?2 IS NOT NULL") \
	SQL(PACKAGE_CLEAR_MEMBERSHIPS, \
	    "DELETE FROM membership WHERE federation = ?1 AND" \
	    SQL_NOT_DELIVERED("membership") "AND ?2 IS NOT NULL") \
	SQL(PACKAGE_CLEAR_PARTIES, \
	    "DELETE FROM party WHERE federation = ?1 AND ?2 IS NOT NULL " \
	    "AND id NOT IN (SELECT party FROM funding WHERE federation = ?1)") \
	/* Names may have changed hands: what is to be written anew (?2) makes room, and \
	 * then who has the name (?3) of another (?2) from an earlier year. */ \
	SQL(PACKAGE_FREE_NAME, \
	    "UPDATE intervention SET name = id WHERE federation = ?1 AND id = ?2") \
	SQL(PACKAGE_MARK_NAME, \
	    "UPDATE intervention SET name = name || ' (' || substr(id, -26) || ')' " \
	    "WHERE federation = ?1 AND id <> ?2 AND name = ?3") \
	SQL(PACKAGE_CELL_ADD, \
	    "INSERT INTO package_cell (federation, year, report, row, col, n, d, " \
	    "rest_n, rest_d) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0)") \
	SQL(PACKAGE_CELL_READ, \
	    "SELECT report, row, col, n, coalesce(d, 0) FROM package_cell " \
	    "WHERE federation = ?1 AND year = ?2") \
	SQL(PACKAGE_CELL_REST, \
	    "INSERT INTO package_cell (federation, year, report, row, col, n, d, " \
	    "rest_n, rest_d) VALUES (?1, ?2, ?3, ?4, ?5, 0, NULL, ?6, ?7) " \
	    "ON CONFLICT (federation, year, report, row, col) " \
	    "DO UPDATE SET rest_n = excluded.rest_n, rest_d = excluded.rest_d") \
	SQL(PACKAGE_CELL_NO_REST, \
	    "UPDATE package_cell SET rest_n = 0, rest_d = 0 " \
	    "WHERE federation = ?1 AND year = ?2") \
	/* app/report_rest */ \
	SQL(PACKAGE_RESTS, \
	    "SELECT federation, year, report, row, col, rest_n, rest_d " \
	    "FROM package_cell WHERE rest_n <> 0 OR rest_d <> 0") \
	SQL(FEDERATIONS_OF_COUNTY, \
	    "SELECT DISTINCT m.federation FROM membership m " \
	    "JOIN municipality k ON k.code = m.municipality WHERE k.county = ?1 " \
	    "ORDER BY m.federation") \
	SQL(FEDERATION_NAME, "SELECT name FROM federation WHERE id = ?1") \
	/* Those there are in the year ?1 (?2 to ?3), and if they delivered it. */ \
	SQL(FEDERATIONS_OF_YEAR, \
	    "SELECT f.id, f.name, EXISTS (SELECT 1 FROM package p " \
	    "WHERE p.federation = f.id AND p.year = ?1) AS delivered " \
	    "FROM federation f WHERE (f.start IS NULL OR f.start <= ?3) " \
	    "AND (f.end IS NULL OR f.end >= ?2) ORDER BY f.name COLLATE sv, f.id") \
	/* The counties that have a federation, and the federations. */ \
	SQL(SCOPES, \
	    "SELECT key, code, name FROM " \
	    "(SELECT 1 AS place, 'county:' || code AS key, code, name FROM county " \
	    " WHERE code IN (SELECT k.county FROM membership m " \
	    "  JOIN municipality k ON k.code = m.municipality) " \
	    " UNION ALL " \
	    " SELECT 2, 'federation:' || id, id, name FROM federation) " \
	    "ORDER BY place, name COLLATE sv, code")

#endif
