/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All SQL with a fixed text, in one table: a row each, SQL(id, text), with a comment that
 * says who asks and why when the text does not. A test prepares every row. SQL built
 * from names the database knows is in store/rows.
 */
#ifndef SAMREG_STORE_SQL_H
#define SAMREG_STORE_SQL_H

#include "store/sql_check.h"
#include "store/sql_delivery.h"
#include "store/sql_export.h"
#include "store/sql_facts.h"
#include "store/sql_frozen.h"
#include "store/sql_identity.h"
#include "store/sql_package.h"
#include "store/sql_panel.h"
#include "store/sql_query.h"
#include "store/sql_withdrawal.h"

struct db;
struct stmt;

#define SQL_TABLE \
	/* store/tables: every table as it is, in its own order. */ \
	SQL(TABLE_COLUMNS, \
	    "SELECT m.name, c.name, c.type, c.pk " \
	    "FROM sqlite_schema m, pragma_table_info(m.name) c " \
	    "WHERE m.type = 'table' AND m.name NOT GLOB 'sqlite_*' " \
	    "ORDER BY m.name, c.cid") \
	SQL(TABLE_REFERENCES, \
	    "SELECT m.name, f.\"from\", f.\"table\", f.on_delete = 'CASCADE' " \
	    "FROM sqlite_schema m, pragma_foreign_key_list(m.name) f " \
	    "WHERE m.type = 'table' AND m.name NOT GLOB 'sqlite_*' " \
	    "ORDER BY m.name, f.id") \
	/* app/app: those that have left do not count. */ \
	SQL(MUNICIPALITY_COUNT, \
	    "SELECT count(DISTINCT municipality) FROM membership WHERE end IS NULL") \
	/* app/audit */ \
	SQL(AUDIT_ADD, \
	    "INSERT INTO audit (at, user, action, form, record, fields) " \
	    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	/* What is noted or asked about a record does not change it. */ \
	SQL(AUDIT_LATEST, \
	    "SELECT coalesce(max(id), 0) FROM audit WHERE record = ?1 " \
	    "AND action NOT IN ('note', 'answer', 'asked', 'identity_shown')") \
	/* app/import_run: when the file with this note was read in, if it was. */ \
	SQL(AUDIT_IMPORTED, \
	    "SELECT substr(at, 1, 10) FROM audit " \
	    "WHERE action = 'import' AND record = ?1 ORDER BY id DESC") \
	SQL(IMPORT_SAME, \
	    "SELECT count(*) FROM participation p JOIN person q ON q.id = p.person " \
	    "WHERE p.intervention = ?1 AND p.start = ?2 AND q.sex = ?3 " \
	    "AND q.birth_year = ?4") \
	/* app/drafts: one row a draft, its values in the journal. */ \
	SQL(DRAFT_ADD, \
	    "INSERT INTO draft (form, record, session, opened_at, opened_by, " \
	    "changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?4)") \
	SQL(DRAFT_FIND, \
	    "SELECT id FROM draft WHERE form = ?1 AND record = ?2 ORDER BY id DESC") \
	SQL(DRAFT_READ, "SELECT form, record FROM draft WHERE id = ?1") \
	SQL(DRAFT_OPEN, \
	    "UPDATE draft SET state = 'open', session = ?2 WHERE id = ?1") \
	SQL(DRAFT_KEEP, "UPDATE draft SET state = 'kept', title = ?2 WHERE id = ?1") \
	SQL(DRAFT_CHANGED, "UPDATE draft SET changed_at = ?2 WHERE id = ?1") \
	SQL(DRAFT_TITLE, "UPDATE draft SET title = ?2 WHERE id = ?1") \
	SQL(DRAFT_DELETE, "DELETE FROM draft WHERE id = ?1") \
	SQL(DRAFT_LIST, \
	    "SELECT id, form, record, title, state, session, opened_at, opened_by, " \
	    "changed_at FROM draft ORDER BY changed_at DESC, id DESC") \
	SQL(JOURNAL_ADD, \
	    "INSERT INTO journal (draft, step, field, row, old, new) " \
	    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	SQL(JOURNAL_READ, \
	    "SELECT step, field, row, old, new FROM journal WHERE draft = ?1 " \
	    "ORDER BY id") \
	SQL(JOURNAL_LAST, "SELECT coalesce(max(id), 0) FROM journal WHERE draft = ?1") \
	SQL(JOURNAL_CUT, "DELETE FROM journal WHERE draft = ?1 AND id > ?2") \
	/* app/entry: warnings that were overruled with a reason. */ \
	SQL(OVERRULED_READ, \
	    "SELECT rule, coalesce(field, ''), text FROM remark " \
	    "WHERE kind = 'overruled' AND record = ?1") \
	SQL(OVERRULED_DELETE, \
	    "DELETE FROM remark WHERE kind = 'overruled' AND record = ?1") \
	/* app/lists: ?1 and ?2 are the first and last day of the year, ?3 an \
	 * intervention or NULL. A draft of a new record shows what its \
	 * journal says by now. */ \
	SQL(LIST_PARTICIPATIONS, \
	    "SELECT p.id, d.id AS draft, printf('D-%04d', q.number) AS number, q.sex, " \
	    "       q.birth_year, i.name AS intervention, p.start, p.end, " \
	    "       p.closure_reason, i.end AS intervention_end " \
	    "FROM participation p JOIN person q ON q.id = p.person " \
	    "JOIN intervention i ON i.id = p.intervention " \
	    "LEFT JOIN (SELECT record, max(id) AS id FROM draft " \
	    "           WHERE form IN ('participation', 'closure') GROUP BY record) d " \
	    "       ON d.record = p.id " \
	    "WHERE p.start <= ?2 AND (p.end IS NULL OR p.end >= ?1) " \
	    "      AND (?3 IS NULL OR p.intervention = ?3) " \
	    "ORDER BY q.number, p.start, p.id") \
	SQL(LIST_NEW_PARTICIPATIONS, \
	    "WITH latest(draft, field, value, id) AS ( " \
	    "  SELECT draft, field, new, max(id) FROM journal GROUP BY draft, field), " \
	    "keyed AS ( " \
	    "  SELECT d.id, i.value AS intervention, s.value AS start, p.value " \
	    "AS person, " \
	    "         x.value AS sex, b.value AS birth_year FROM draft d " \
	    "  LEFT JOIN latest i ON i.draft = d.id AND i.field = 'intervention' " \
	    "  LEFT JOIN latest s ON s.draft = d.id AND s.field = 'start' " \
	    "  LEFT JOIN latest p ON p.draft = d.id AND p.field = 'person' " \
	    "  LEFT JOIN latest x ON x.draft = d.id AND x.field = 'sex' " \
	    "  LEFT JOIN latest b ON b.draft = d.id AND b.field = 'birth_year' " \
	    "  WHERE d.form = 'participation' AND d.record IS NULL) " \
	    "SELECT '' AS id, k.id AS draft, " \
	    "       iif(q.id IS NULL, '', printf('D-%04d', q.number)) AS number, " \
	    "       coalesce(q.sex, k.sex) AS sex, " \
	    "       coalesce(q.birth_year, k.birth_year) AS birth_year, " \
	    "       i.name AS intervention, k.start, NULL AS end, " \
	    "       NULL AS closure_reason, i.end AS intervention_end " \
	    "FROM keyed k LEFT JOIN person q ON q.id = k.person " \
	    "LEFT JOIN intervention i ON i.id = k.intervention " \
	    "WHERE (coalesce(k.start, '') <= ?2) AND ?1 IS NOT NULL " \
	    "      AND (?3 IS NULL OR k.intervention = ?3) " \
	    "ORDER BY k.id") \
	SQL(LIST_SAME_PERSON, \
	    "SELECT p.id, i.name AS intervention, p.start, p.end FROM participation p " \
	    "JOIN intervention i ON i.id = p.intervention " \
	    "WHERE p.person = (SELECT person FROM participation WHERE id = ?1) " \
	    "      AND p.id <> ?1 ORDER BY p.start, p.id") \
	/* ?3 is the year. Heads are NULL where nothing is stated. */ \
	SQL(LIST_INTERVENTIONS, \
	    "SELECT i.id, i.name, i.kind, i.orientation, i.registration, " \
	    "i.start, i.end, " \
	    "       iif(i.registration = 'detailed', " \
	    "           coalesce(n.active, 0) + coalesce(c.heads, 0), " \
	    "           iif(coalesce(v.women, v.men, v.unspecified) IS NULL, NULL, " \
	    "               coalesce(v.women, 0) + coalesce(v.men, 0) " \
	    "               + coalesce(v.unspecified, 0))) AS participants, " \
	    "       iif(i.registration = 'detailed', coalesce(n.ongoing, 0), NULL) " \
	    "           AS ongoing, " \
	    "       iif(i.registration = 'detailed', coalesce(n.ended, 0), NULL) " \
	    "AS ended " \
	    "FROM intervention i " \
	    "LEFT JOIN (SELECT intervention, count(*) AS active, " \
	    "                  sum(end IS NULL OR end > ?2) AS ongoing, " \
	    "                  sum(end <= ?2) AS ended FROM participation " \
	    "           WHERE start <= ?2 AND (end IS NULL OR end >= ?1) " \
	    "                 AND closure_reason IS NOT 'registered_in_error' " \
	    "           GROUP BY intervention) n ON n.intervention = i.id " \
	    "LEFT JOIN (SELECT intervention, sum(count) AS heads FROM anonymous_count " \
	    "           WHERE year = ?3 GROUP BY intervention) c ON " \
	    "c.intervention = i.id " \
	    "LEFT JOIN volume v ON v.intervention = i.id AND v.year = ?3 " \
	    "WHERE i.start <= ?2 AND (i.end IS NULL OR i.end >= ?1) " \
	    "ORDER BY i.name COLLATE sv, i.id") \
	/* One intervention's years, from its start to its end or the year ?2. */ \
	SQL(LIST_INTERVENTION_YEARS, \
	    "WITH RECURSIVE span(first, last) AS ( " \
	    "  SELECT CAST(substr(start, 1, 4) AS INTEGER), " \
	    "         CAST(min(coalesce(substr(end, 1, 4), ?2), ?2) AS INTEGER) " \
	    "  FROM intervention WHERE id = ?1), " \
	    "years(year) AS ( " \
	    "  SELECT last FROM span WHERE last >= first " \
	    "  UNION SELECT year FROM intervention_year WHERE intervention = ?1 " \
	    "  UNION SELECT year - 1 FROM years, span WHERE year > first) " \
	    "SELECT y.year, t.planned, " \
	    "       (SELECT count(*) FROM participation p WHERE p.intervention = ?1 " \
	    "        AND p.start <= y.year || '-12-31' " \
	    "        AND (p.end IS NULL OR p.end >= y.year || '-01-01') " \
	    "        AND p.closure_reason IS NOT 'registered_in_error') AS " \
	    "participations, " \
	    "       (SELECT sum(count) FROM anonymous_count c WHERE " \
	    "c.intervention = ?1 " \
	    "        AND c.year = y.year) AS anonymous, " \
	    "       iif(coalesce(v.women, v.men, v.unspecified) IS NULL, NULL, " \
	    "           coalesce(v.women, 0) + coalesce(v.men, 0) " \
	    "           + coalesce(v.unspecified, 0)) AS volume, " \
	    "       t.budget, t.actual " \
	    "FROM years y " \
	    "LEFT JOIN intervention_year t ON t.intervention = ?1 AND t.year = y.year " \
	    "LEFT JOIN volume v ON v.intervention = ?1 AND v.year = y.year " \
	    "ORDER BY y.year DESC") \
	SQL(LIST_MEMBERSHIPS, \
	    "SELECT s.id, m.name, s.district, s.start, s.end FROM membership s " \
	    "JOIN municipality m ON m.code = s.municipality " \
	    "WHERE s.federation = ?1 ORDER BY m.name COLLATE sv, s.start") \
	SQL(LIST_PARTIES, \
	    "SELECT p.id, p.kind, p.name FROM party p " \
	    "JOIN code_party k ON k.code = p.kind WHERE p.federation = ?1 " \
	    "ORDER BY k.position, p.name COLLATE sv") \
	SQL(LIST_LATEST_YEAR, \
	    "SELECT coalesce((SELECT max(year) FROM package), max(year)) " \
	    "FROM (SELECT CAST(max(substr(start, 1, 4)) AS INTEGER) AS year " \
	    "      FROM participation " \
	    "  UNION ALL SELECT CAST(max(substr(end, 1, 4)) AS INTEGER) " \
	    "            FROM participation " \
	    "  UNION ALL SELECT max(year) FROM volume " \
	    "  UNION ALL SELECT max(year) FROM anonymous_count)") \
	/* app/yearly: the record of an intervention's year. */ \
	SQL(YEARLY_INTERVENTION_YEAR, \
	    "SELECT id FROM intervention_year WHERE intervention = ?1 AND year = ?2") \
	SQL(YEARLY_VOLUME, "SELECT id FROM volume WHERE intervention = ?1 AND " \
	    "year = ?2") \
	SQL(YEARLY_ANONYMOUS_COUNT, \
	    "SELECT id FROM anonymous_count WHERE intervention = ?1 AND year = ?2 " \
	    "AND sex = ?3") \
	/* app/ledger: the figures of each intervention of the year ?3; for an \
	 * intervention with detailed participations women and men are those \
	 * counted anonymously. */ \
	SQL(LEDGER_ROWS, \
	    "SELECT i.id, i.name, i.registration, t.planned, " \
	    "       iif(i.registration = 'volume', v.women, w.count) AS women, " \
	    "       iif(i.registration = 'volume', v.men, m.count) AS men, " \
	    "       v.unspecified, v.occasions, t.budget, t.actual, t.esf_budget, " \
	    "       t.esf_actual, v.not_stated " \
	    "FROM intervention i " \
	    "LEFT JOIN intervention_year t ON t.intervention = i.id AND t.year = ?3 " \
	    "LEFT JOIN volume v ON v.intervention = i.id AND v.year = ?3 " \
	    "LEFT JOIN anonymous_count w ON w.intervention = i.id AND w.year = ?3 " \
	    "                           AND w.sex = 'woman' " \
	    "LEFT JOIN anonymous_count m ON m.intervention = i.id AND m.year = ?3 " \
	    "                           AND m.sex = 'man' " \
	    "WHERE i.start <= ?2 AND (i.end IS NULL OR i.end >= ?1) " \
	    "ORDER BY i.registration DESC, i.name COLLATE sv, i.id") \
	/* app/counted: the records that numbers are kept in. */ \
	SQL(COUNTED_INTERVENTION_YEARS, \
	    "SELECT y.id, f.name AS federation, i.name, '' AS kind, y.year, " \
	    "       y.planned, y.budget, y.actual, y.esf_budget, y.esf_actual " \
	    "FROM intervention_year y JOIN intervention i ON i.id = y.intervention " \
	    "JOIN federation f ON f.id = i.federation " \
	    "ORDER BY i.name COLLATE sv, y.year, y.id") \
	SQL(COUNTED_VOLUMES, \
	    "SELECT v.id, f.name AS federation, i.name, '' AS kind, v.year, " \
	    "       v.women, v.men, v.unspecified, v.occasions " \
	    "FROM volume v JOIN intervention i ON i.id = v.intervention " \
	    "JOIN federation f ON f.id = i.federation " \
	    "ORDER BY i.name COLLATE sv, v.year, v.id") \
	SQL(COUNTED_ANONYMOUS, \
	    "SELECT c.id, f.name AS federation, i.name, c.sex AS kind, c.year, c.count " \
	    "FROM anonymous_count c JOIN intervention i ON i.id = c.intervention " \
	    "JOIN federation f ON f.id = i.federation " \
	    "ORDER BY i.name COLLATE sv, c.year, c.id") \
	SQL(COUNTED_FUNDING, \
	    "SELECT u.id, f.name AS federation, p.name, u.kind, u.year, u.amount " \
	    "FROM funding u JOIN party p ON p.id = u.party " \
	    "JOIN federation f ON f.id = u.federation " \
	    "JOIN code_party k ON k.code = p.kind " \
	    "ORDER BY u.year, k.position, p.name COLLATE sv, u.id") \
	SQL(COUNTED_ADMIN_COSTS, \
	    "SELECT c.id, f.name AS federation, '' AS name, c.kind, c.year, c.budget, " \
	    "       c.actual " \
	    "FROM admin_cost c JOIN federation f ON f.id = c.federation " \
	    "JOIN code_admin_cost k ON k.code = c.kind " \
	    "ORDER BY c.year, k.position, c.id") \
	SQL(COUNTED_RESULTS, \
	    "SELECT y.id, f.name AS federation, '' AS name, '' AS kind, y.year, " \
	    "       y.result, y.closing_equity " \
	    "FROM federation_year y JOIN federation f ON f.id = y.federation " \
	    "ORDER BY y.year, y.id") \
	SQL(COUNTED_MEMBERSHIPS, \
	    "SELECT s.id, f.name AS federation, m.name, '' AS kind, '' AS year, " \
	    "       s.start, s.end " \
	    "FROM membership s JOIN municipality m ON m.code = s.municipality " \
	    "JOIN federation f ON f.id = s.federation " \
	    "ORDER BY f.name COLLATE sv, m.name COLLATE sv, s.start") \
	/* app/federation_list: who belongs where on the day ?1. */ \
	SQL(FEDERATION_LIST, \
	    "WITH member(federation, municipality, district) AS ( " \
	    "  SELECT DISTINCT federation, municipality, district FROM membership " \
	    "  WHERE (start IS NULL OR start <= ?1) AND (end IS NULL OR end >= ?1)) " \
	    "SELECT c.code || '_' || coalesce(f.id, 'none') AS key, c.name, f.name, " \
	    "       m.name, s.district, f.id FROM municipality m " \
	    "JOIN county c ON c.code = m.county " \
	    "LEFT JOIN member s ON s.municipality = m.code " \
	    "LEFT JOIN federation f ON f.id = s.federation " \
	    "WHERE f.id IS NOT NULL " \
	    "   OR EXISTS (SELECT 1 FROM register WHERE level = 'national') " \
	    "ORDER BY c.code, f.id IS NULL, f.name COLLATE sv, f.id, " \
	    "         m.name COLLATE sv, s.district COLLATE sv") \
	/* app/overview: ?1 and ?2 the year's first and last day. */ \
	SQL(OVERVIEW_PARTICIPATIONS, \
	    "SELECT count(*) AS active, " \
	    "       coalesce(sum(p.end IS NULL OR p.end > ?2), 0) AS ongoing, " \
	    "       coalesce(sum(p.end <= ?2), 0) AS ended, " \
	    "       coalesce(sum(p.start >= ?1), 0) AS started, " \
	    "       coalesce(sum(p.end <= ?2 AND (o.works = 1 OR o.studies = 1)), 0) " \
	    "           AS work_or_studies " \
	    "FROM participation p LEFT JOIN occupation o " \
	    "     ON o.participation = p.id AND o.phase = 'after' " \
	    "WHERE p.start <= ?2 AND (p.end IS NULL OR p.end >= ?1) " \
	    "      AND p.closure_reason IS NOT 'registered_in_error'") \
	SQL(OVERVIEW_COUNTS, \
	    "SELECT (SELECT coalesce(sum(count), 0) FROM anonymous_count WHERE " \
	    "year = ?1) " \
	    "           AS anonymous, " \
	    "       (SELECT coalesce(sum(coalesce(women, 0) + coalesce(men, 0) " \
	    "                            + coalesce(unspecified, 0)), 0) FROM volume " \
	    "        WHERE year = ?1) AS volume, " \
	    "       (SELECT count(*) FROM intervention) AS interventions, " \
	    "       (SELECT count(*) FROM draft) AS drafts, " \
	    "       (SELECT count(*) FROM " SQL_MARKED " WHERE " SQL_WAITING ")" \
	    "           AS queries, " \
	    "       (SELECT count(*) FROM " SQL_LATEST_DELIVERIES \
	    "        AND l.received_at IS NULL) AS not_received") \
	SQL(OVERVIEW_OPEN, \
	    "SELECT coalesce(sum(p.start < date(?1, '-24 months') " \
	    "                    AND coalesce(i.end >= ?1, 1)), 0) AS long, " \
	    "       coalesce(sum(i.end < ?1), 0) AS outlasting " \
	    "FROM participation p JOIN intervention i ON i.id = p.intervention " \
	    "WHERE p.end IS NULL AND NOT EXISTS (SELECT 1 FROM draft d " \
	    "      WHERE d.record = p.id AND d.form IN ('participation', 'closure'))") \
	/* What last year (?3) lacks. */ \
	SQL(OVERVIEW_LACKING, \
	    "SELECT coalesce(sum(t.actual IS NULL), 0) AS actual, " \
	    "       coalesce(sum(i.registration = 'volume' AND v.id IS NULL), 0) " \
	    "AS volume " \
	    "FROM intervention i " \
	    "LEFT JOIN intervention_year t ON t.intervention = i.id AND t.year = ?3 " \
	    "LEFT JOIN volume v ON v.intervention = i.id AND v.year = ?3 " \
	    "WHERE i.start <= ?2 AND (i.end IS NULL OR i.end >= ?1)") \
	/* app/setting */ \
	SQL(SETTING_READ, "SELECT value FROM setting WHERE name = ?1") \
	/* app/check */ \
	SQL_CHECK_TABLE \
	/* app/deliveries */ \
	SQL_DELIVERY_TABLE \
	/* app/freeze */ \
	SQL_FROZEN_TABLE \
	/* app/export */ \
	SQL_EXPORT_TABLE \
	/* app/identities */ \
	SQL_IDENTITY_TABLE \
	/* store/facts */ \
	SQL_FACTS_TABLE \
	SQL_PACKAGE_TABLE \
	/* app/withdrawal */ \
	SQL_WITHDRAWAL_TABLE \
	/* app/panel */ \
	SQL_PANEL_TABLE \
	SQL_QUERY_TABLE

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
