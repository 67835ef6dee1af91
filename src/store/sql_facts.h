/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The statements of store/facts, part of the table in store/sql: the rows that tables
 * count. Those with a start and an end come in the order of their ids, which is how they
 * lie, so that what belongs to them can be read beside them.
 */
#ifndef SAMREG_STORE_SQL_FACTS_H
#define SAMREG_STORE_SQL_FACTS_H

#define SQL_FACTS_TABLE \
	SQL(FACTS_MOMENT, "SELECT id FROM register UNION ALL SELECT 1") \
	SQL(FACTS_PERSON, "SELECT id, sex, birth_year FROM person") \
	SQL(FACTS_INTERVENTION, \
	    "SELECT id, federation, kind, orientation, registration, start, end " \
	    "FROM intervention ORDER BY id") \
	SQL(FACTS_INTERVENTION_GROUP, \
	    "SELECT intervention, target_group FROM intervention_target_group " \
	    "ORDER BY intervention") \
	SQL(FACTS_PARTICIPATION, \
	    "SELECT id, intervention, person, start, end, registered_at, education, " \
	    "       support_duration, referrer, closure_reason, next_step " \
	    "FROM participation ORDER BY id") \
	SQL(FACTS_SUPPORT, \
	    "SELECT participation, phase, source, extent FROM support " \
	    "ORDER BY participation") \
	SQL(FACTS_OCCUPATION, \
	    "SELECT participation, phase, works, work_kind, work_extent, studies, " \
	    "       study_extent, seeks_work FROM occupation ORDER BY participation") \
	SQL(FACTS_PARTICIPATION_GROUP, \
	    "SELECT participation, target_group FROM participation_target_group " \
	    "ORDER BY participation") \
	SQL(FACTS_YEAR, \
	    "SELECT id, intervention, year, planned, budget, actual, esf_budget, " \
	    "       esf_actual FROM intervention_year") \
	SQL(FACTS_VOLUME, \
	    "SELECT id, intervention, year, iif(not_stated, NULL, women), " \
	    "       iif(not_stated, NULL, men), iif(not_stated, NULL, unspecified), " \
	    "       iif(not_stated, NULL, occasions) FROM volume") \
	SQL(FACTS_ANONYMOUS, \
	    "SELECT id, intervention, year, sex, count FROM anonymous_count") \
	SQL(FACTS_FUNDING, \
	    "SELECT f.id, f.federation, f.year, f.kind, p.kind, f.amount " \
	    "FROM funding f JOIN party p ON p.id = f.party") \
	SQL(FACTS_ADMIN_COST, \
	    "SELECT id, federation, year, kind, budget, actual FROM admin_cost") \
	SQL(FACTS_FEDERATION_YEAR, \
	    "SELECT id, federation, year, result, closing_equity FROM federation_year") \
	SQL(FACTS_MEMBERSHIP, \
	    "SELECT id, federation, municipality, start, end FROM membership")

#endif
