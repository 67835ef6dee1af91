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
	"q.answer IS NULL AND (r.record IN (SELECT id FROM participation) " \
	"                      OR r.record IN (SELECT id FROM intervention)) "

#define SQL_QUERY_TABLE \
	/* app/queries: the file and latest year in which ?1 was delivered. */ \
	SQL(QUERY_RECORD, \
	    "SELECT kind || 's' AS file, federation, max(year) AS year " \
	    "FROM package_row WHERE id = ?1 " \
	    "AND (kind = 'intervention' OR kind = 'participation') " \
	    "GROUP BY kind, federation") \
	SQL(QUERY_LIST, \
	    "SELECT id, federation, year, file, record, field, question, asked_at, " \
	    "       asked_by, state, answer, answered_at FROM query " \
	    "ORDER BY federation, id") \
	/* The columns of queries.csv. */ \
	SQL(QUERY_OPEN, \
	    "SELECT id AS query, federation, year, file, record, field, question, " \
	    "       asked_at AS asked FROM query " \
	    "WHERE federation = ?1 AND state = 'open' ORDER BY id") \
	SQL(QUERY_FEDERATIONS, \
	    "SELECT DISTINCT federation FROM query WHERE state = 'open' " \
	    "ORDER BY federation") \
	SQL(QUERY_FIND, \
	    "SELECT file, record, field FROM query WHERE id = ?1 AND federation = ?2") \
	/* The latest delivery has the last word. */ \
	SQL(QUERY_ANSWER, \
	    "UPDATE query SET state = 'answered', answer = ?3, answered_at = ?4 " \
	    "WHERE id = ?1 AND federation = ?2 " \
	    "AND (answered_at IS NULL OR answered_at <= ?4)") \
	/* app/marks */ \
	SQL(MARK_INTERVENTION, "SELECT 1 FROM intervention WHERE id = ?1") \
	SQL(MARK_PARTICIPATION, "SELECT 1 FROM participation WHERE id = ?1") \
	SQL(MARK_FIND, \
	    "SELECT q.year, q.file, r.record, q.field, r.text, q.asked_at " \
	    "FROM " SQL_MARKED " WHERE q.query = ?1") \
	SQL(MARK_OF_RECORD, \
	    "SELECT r.id, r.kind, r.field, r.text, q.asked_at, q.answer " \
	    "FROM remark r LEFT JOIN mark_query q ON q.remark = r.id " \
	    "WHERE r.record = ?1 AND r.form = ?2 " \
	    "AND (r.kind = 'note' OR q.query IS NOT NULL) ORDER BY r.id") \
	SQL(MARK_ANSWER, \
	    "UPDATE mark_query SET answer = ?2, answered_at = ?3, answered_by = ?4 " \
	    "WHERE remark = ?1") \
	SQL(MARK_WAITING, \
	    "SELECT r.form, r.record, r.field, r.text, q.asked_at AS asked, " \
	    "       iif(r.form = 'intervention', i.name, " \
	    "           printf('D-%04d', n.number) || ' · ' || j.name) AS title " \
	    "FROM " SQL_MARKED " " \
	    "LEFT JOIN intervention i ON i.id = r.record " \
	    "LEFT JOIN participation p ON p.id = r.record " \
	    "LEFT JOIN person n ON n.id = p.person " \
	    "LEFT JOIN intervention j ON j.id = p.intervention " \
	    "WHERE " SQL_WAITING "ORDER BY q.query") \
	SQL(MARK_HISTORY, \
	    "SELECT at, user, action FROM audit WHERE record = ?1 AND form = ?2 " \
	    "AND instr(' ' || fields || ' ', ' ' || ?3 || ' ') > 0 ORDER BY id DESC") \
	/* app/export_remarks: answers that no delivery has brought there yet, as far as \
	 * receipts tell. */ \
	SQL(MARK_ANSWERED, \
	    "SELECT q.query, q.file, r.record, q.field, q.answer FROM " SQL_MARKED " " \
	    "WHERE q.answer IS NOT NULL AND NOT EXISTS " \
	    "(SELECT 1 FROM delivery d JOIN delivery_file f " \
	    "   ON f.year = d.year AND f.revision = d.revision " \
	    " WHERE d.received_at IS NOT NULL AND d.created_at >= q.answered_at " \
	    "   AND f.name = 'remarks.csv' AND instr(f.content, q.query) > 0) " \
	    "ORDER BY q.query")

#endif
