/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of SQL_TABLE (store/sql.h) about questions from the national follow-up: those
 * asked in a national register, and those that came to a federation as marks.
 */
#ifndef SAMREG_STORE_SQL_QUERY_H
#define SAMREG_STORE_SQL_QUERY_H

#define SQL_MARKED "remark r JOIN mark_query q ON q.remark = r.id"

/* Without an answer, on a record that is still there. */
#define SQL_WAITING \
	"q.answer IS NULL AND q.withdrawn_at IS NULL " \
	"AND (r.record IN (SELECT id FROM participation) " \
	"  OR r.record IN (SELECT id FROM intervention) " \
	"  OR r.record IN (SELECT id FROM intervention_year) " \
	"  OR r.record IN (SELECT id FROM volume) " \
	"  OR r.record IN (SELECT id FROM anonymous_count) " \
	"  OR r.record IN (SELECT id FROM funding) " \
	"  OR r.record IN (SELECT id FROM admin_cost) " \
	"  OR r.record IN (SELECT id FROM federation_year) " \
	"  OR r.record IN (SELECT id FROM membership)) "

/* An answer is welcome even to what was withdrawn. */
#define SQL_STATE_OF_QUERY \
	"CASE WHEN answer IS NOT NULL THEN 'answered' " \
	"     WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'open' END"

#define SQL_QUERY_TABLE \
	/* app/queries: the years a federation has delivered, the latest first. */ \
	SQL(QUERY_YEARS, \
	    "SELECT year FROM package WHERE federation = ?1 ORDER BY year DESC") \
	SQL(QUERY_LIST, \
	    "SELECT id, federation, year, file, record, field, question, asked_at, " \
	    "       asked_by, " SQL_STATE_OF_QUERY " AS state, withdrawn_at, answer, " \
	    "       answered_at FROM query ORDER BY federation, id") \
	/* The columns of queries.csv: what waits, and what does not wait any more. */ \
	SQL(QUERY_OPEN, \
	    "SELECT id AS query, federation, year, file, record, field, question, " \
	    "       asked_at AS asked, withdrawn_at AS withdrawn FROM query " \
	    "WHERE federation = ?1 AND (answer IS NULL OR withdrawn_at IS NOT NULL) " \
	    "ORDER BY id") \
	SQL(QUERY_FEDERATIONS, \
	    "SELECT DISTINCT federation FROM query " \
	    "WHERE answer IS NULL OR withdrawn_at IS NOT NULL ORDER BY federation") \
	SQL(QUERY_STATE, "SELECT " SQL_STATE_OF_QUERY " FROM query WHERE id = ?1") \
	SQL(QUERY_WITHDRAW, "UPDATE query SET withdrawn_at = ?2 WHERE id = ?1") \
	SQL(QUERY_FIND, \
	    "SELECT file, record, field FROM query WHERE id = ?1 AND federation = ?2") \
	/* The latest delivery has the last word. */ \
	SQL(QUERY_ANSWER, \
	    "UPDATE query SET answer = ?3, answered_at = ?4 " \
	    "WHERE id = ?1 AND federation = ?2 " \
	    "AND (answered_at IS NULL OR answered_at <= ?4)") \
	/* app/marks */ \
	SQL(MARK_FIND, \
	    "SELECT q.year, q.file, q.record, q.field, r.text, q.asked_at, " \
	    "       q.withdrawn_at IS NOT NULL " \
	    "FROM " SQL_MARKED " WHERE q.query = ?1") \
	SQL(MARK_WITHDRAW, \
	    "UPDATE mark_query SET withdrawn_at = ?2 WHERE query = ?1") \
	/* app/marks_place: the record by the parts of a row's name. */ \
	SQL(MARK_MEMBERSHIP, \
	    "SELECT id FROM membership WHERE municipality = ?1 " \
	    "AND coalesce(start, '') = ?2") \
	SQL(MARK_INTERVENTION, "SELECT id FROM intervention WHERE id = ?1") \
	SQL(MARK_INTERVENTION_YEAR, \
	    "SELECT id FROM intervention_year WHERE intervention = ?1 AND year = ?2") \
	SQL(MARK_VOLUME, \
	    "SELECT id FROM volume WHERE intervention = ?1 AND year = ?2") \
	SQL(MARK_ANONYMOUS, \
	    "SELECT id FROM anonymous_count " \
	    "WHERE intervention = ?1 AND year = ?2 AND sex = ?3") \
	SQL(MARK_FUNDING, \
	    "SELECT f.id FROM funding f JOIN party p ON p.id = f.party " \
	    "WHERE f.year = ?1 AND p.kind = ?2 AND f.kind = ?3 AND p.name = ?4 " \
	    "ORDER BY f.id") \
	SQL(MARK_ADMIN_COST, \
	    "SELECT id FROM admin_cost WHERE year = ?1 AND kind = ?2") \
	SQL(MARK_FEDERATION_YEAR, "SELECT id FROM federation_year WHERE year = ?1") \
	SQL(MARK_PARTICIPATION, "SELECT id FROM participation WHERE id = ?1") \
	SQL(MARK_SUPPORT, \
	    "SELECT participation FROM support " \
	    "WHERE participation = ?1 AND phase = ?2 AND source = ?3") \
	SQL(MARK_OCCUPATION, \
	    "SELECT participation FROM occupation " \
	    "WHERE participation = ?1 AND phase = ?2") \
	SQL(MARK_OF_RECORD, \
	    "SELECT r.id, r.kind, r.field, r.text, q.asked_at, q.answer, q.file, " \
	    "       q.record " \
	    "FROM remark r LEFT JOIN mark_query q ON q.remark = r.id " \
	    "WHERE r.record = ?1 AND r.form = ?2 " \
	    "AND (r.kind = 'note' OR (q.query IS NOT NULL AND q.withdrawn_at IS NULL)) " \
	    "ORDER BY r.id") \
	SQL(MARK_ANSWER, \
	    "UPDATE mark_query SET answer = ?2, answered_at = ?3, answered_by = ?4 " \
	    "WHERE remark = ?1") \
	SQL(MARK_WAITING, \
	    "SELECT r.form, r.record, r.field, r.text, q.asked_at AS asked, r.id, " \
	    "       coalesce(i.name, printf('D-%04d', n.number) || ' · ' || j.name, " \
	    "                k.name || ' ' || coalesce(y.year, v.year, c.year), " \
	    "                t.name || ' ' || f.year, u.name, a.year, w.year) AS title " \
	    "FROM " SQL_MARKED " " \
	    "LEFT JOIN intervention i ON i.id = r.record " \
	    "LEFT JOIN participation p ON p.id = r.record " \
	    "LEFT JOIN person n ON n.id = p.person " \
	    "LEFT JOIN intervention j ON j.id = p.intervention " \
	    "LEFT JOIN intervention_year y ON y.id = r.record " \
	    "LEFT JOIN volume v ON v.id = r.record " \
	    "LEFT JOIN anonymous_count c ON c.id = r.record " \
	    "LEFT JOIN intervention k " \
	    "  ON k.id = coalesce(y.intervention, v.intervention, c.intervention) " \
	    "LEFT JOIN funding f ON f.id = r.record " \
	    "LEFT JOIN party t ON t.id = f.party " \
	    "LEFT JOIN membership m ON m.id = r.record " \
	    "LEFT JOIN municipality u ON u.code = m.municipality " \
	    "LEFT JOIN admin_cost a ON a.id = r.record " \
	    "LEFT JOIN federation_year w ON w.id = r.record " \
	    "WHERE " SQL_WAITING "ORDER BY q.query") \
	/* And what was asked here but does not show any more: after what else was done \
	 * within that second. */ \
	SQL(MARK_HISTORY, \
	    "SELECT at, user, action, '' AS text, id FROM audit " \
	    "WHERE record = ?1 AND form = ?2 " \
	    "AND instr(' ' || fields || ' ', ' ' || ?3 || ' ') > 0 UNION ALL " \
	    "SELECT q.withdrawn_at, '', 'withdrawn', r.text, 9e999 FROM " SQL_MARKED " " \
	    "WHERE r.record = ?1 AND r.form = ?2 AND r.field = ?3 " \
	    "AND q.withdrawn_at IS NOT NULL ORDER BY at DESC, id DESC") \
	/* app/export_remarks: answers that no delivery has brought there yet, as far as \
	 * receipts tell. */ \
	SQL(MARK_ANSWERED, \
	    "SELECT q.query, q.file, q.record, q.field, q.answer FROM " SQL_MARKED " " \
	    "WHERE q.answer IS NOT NULL AND q.withdrawn_at IS NULL AND NOT EXISTS " \
	    "(SELECT 1 FROM delivery d JOIN delivery_file f " \
	    "   ON f.year = d.year AND f.revision = d.revision " \
	    " WHERE d.received_at IS NOT NULL AND d.created_at >= q.answered_at " \
	    "   AND f.name = 'remarks.csv' AND instr(f.content, q.query) > 0) " \
	    "ORDER BY q.query")

#endif
