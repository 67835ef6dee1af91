/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register's rows for the tables; see facts.h. */
#include "store/facts.h"

#include <string.h>

#include "base/numbering.h"
#include "store/sql.h"
#include "store/stmt.h"

struct scan {
	struct db *db;
	const struct facts_reader *reader;
	struct numbering persons, interventions, federations, municipalities;
	struct err *e;
};

static long long number_or_none(struct stmt *s, int column)
{
	return stmt_is_null(s, column) ? FACTS_NOT_STATED : stmt_int(s, column);
}

/*
 * Rows that belong to the rows of another table, both in the order of the owner's id:
 * they are read side by side, so that no row is looked up.
 */
struct beside {
	struct stmt *stmt; /* column 0 is the owner's id; NULL: not wanted */
	enum stmt_state state;
};

static void beside_open(struct beside *b, struct scan *scan, enum sql_id id, bool wanted)
{
	b->stmt = wanted ? db_stmt(scan->db, id) : NULL;
	b->state = b->stmt ? stmt_step(b->stmt, scan->e) : STMT_DONE;
}

static void beside_next(struct beside *b, struct scan *scan)
{
	b->state = stmt_step(b->stmt, scan->e);
}

/* Whether the next row belongs to this owner; rows of owners before it are passed over.
 */
static bool beside_has(struct beside *b, struct scan *scan, const char *owner)
{
	while (b->state == STMT_ROW) {
		int order = strcmp(stmt_text(b->stmt, 0), owner);

		if (order >= 0)
			return order == 0;
		beside_next(b, scan);
	}
	return false;
}

/* Ends the reading; false when it was cut short by a failure. */
static bool beside_close(struct beside *b)
{
	if (b->state == STMT_ROW)
		stmt_reset(b->stmt);
	return b->state != STMT_FAILED;
}

/* Calls for each row of a statement. */
typedef void row_reader(struct scan *scan, struct stmt *s);

static bool read_rows(struct scan *scan, enum sql_id id, row_reader *read)
{
	struct stmt *s = db_stmt(scan->db, id);
	enum stmt_state state;

	while ((state = stmt_step(s, scan->e)) == STMT_ROW)
		read(scan, s);
	return state == STMT_DONE;
}

/* ---- persons and interventions ---- */

static void read_person(struct scan *scan, struct stmt *s)
{
	struct facts_person p = {
		.number = numbering_add(&scan->persons, stmt_text(s, 0)),
		.sex = stmt_text(s, 1),
		.birth_year = (int)stmt_int(s, 2),
	};

	scan->reader->person(scan->reader->context, &p);
}

static void tell_intervention(struct scan *scan, struct stmt *s, const char *id)
{
	struct facts_intervention i = {
		.id = id,
		.number = numbering_add(&scan->interventions, id),
		.federation = numbering_add(&scan->federations, stmt_text(s, 1)),
		.kind = stmt_text(s, 2),
		.orientation = stmt_text(s, 3),
		.registration = stmt_text(s, 4),
		.start = stmt_text(s, 5),
		.end = stmt_text(s, 6),
	};

	scan->reader->intervention(scan->reader->context, &i);
}

static bool read_interventions(struct scan *scan)
{
	const struct facts_reader *r = scan->reader;
	struct stmt *s = db_stmt(scan->db, SQL_FACTS_INTERVENTION);
	enum stmt_state state;
	struct beside groups;

	beside_open(&groups, scan, SQL_FACTS_INTERVENTION_GROUP, r->intervention_group);
	while ((state = stmt_step(s, scan->e)) == STMT_ROW) {
		const char *id = stmt_text(s, 0);

		tell_intervention(scan, s, id);
		for (; beside_has(&groups, scan, id); beside_next(&groups, scan))
			r->intervention_group(r->context, stmt_text(groups.stmt, 1));
		if (r->intervention_done)
			r->intervention_done(r->context);
	}
	return beside_close(&groups) && state == STMT_DONE;
}

/* ---- participations ---- */

struct participation_scan {
	struct stmt *stmt;
	struct beside supports, occupations, groups;
};

static void tell_participation(struct scan *scan, struct stmt *s, const char *id)
{
	struct facts_participation p = {
		.id = id,
		.intervention = numbering_find(&scan->interventions, stmt_text(s, 1)),
		.person = numbering_find(&scan->persons, stmt_text(s, 2)),
		.start = stmt_text(s, 3),
		.end = stmt_text(s, 4),
		.registered_at = stmt_text(s, 5),
		.education = stmt_text(s, 6),
		.support_duration = stmt_text(s, 7),
		.referrer = stmt_text(s, 8),
		.closure_reason = stmt_text(s, 9),
		.next_step = stmt_text(s, 10),
	};

	scan->reader->participation(scan->reader->context, &p);
}

static void tell_occupation(const struct facts_reader *r, struct stmt *s)
{
	struct facts_occupation o = {
		.phase = stmt_text(s, 1),
		.works = stmt_int(s, 2) == 1,
		.work_kind = stmt_text(s, 3),
		.work_extent = (int)stmt_int(s, 4),
		.studies = stmt_int(s, 5) == 1,
		.study_extent = (int)stmt_int(s, 6),
		.seeks_work = stmt_int(s, 7) == 1,
	};

	r->occupation(r->context, &o);
}

static void read_participation(struct scan *scan, struct participation_scan *p)
{
	const struct facts_reader *r = scan->reader;
	const char *id = stmt_text(p->stmt, 0);

	tell_participation(scan, p->stmt, id);
	for (; beside_has(&p->supports, scan, id); beside_next(&p->supports, scan))
		r->support(r->context, stmt_text(p->supports.stmt, 1),
			   stmt_text(p->supports.stmt, 2),
			   stmt_text(p->supports.stmt, 3));
	for (; beside_has(&p->occupations, scan, id); beside_next(&p->occupations, scan))
		tell_occupation(r, p->occupations.stmt);
	for (; beside_has(&p->groups, scan, id); beside_next(&p->groups, scan))
		r->participation_group(r->context, stmt_text(p->groups.stmt, 1));
	if (r->participation_done)
		r->participation_done(r->context);
}

static bool read_participations(struct scan *scan)
{
	const struct facts_reader *r = scan->reader;
	struct participation_scan p = { .stmt = db_stmt(scan->db,
							SQL_FACTS_PARTICIPATION) };
	enum stmt_state state;
	bool whole;

	beside_open(&p.supports, scan, SQL_FACTS_SUPPORT, r->support);
	beside_open(&p.occupations, scan, SQL_FACTS_OCCUPATION, r->occupation);
	beside_open(&p.groups, scan, SQL_FACTS_PARTICIPATION_GROUP,
		    r->participation_group);
	while ((state = stmt_step(p.stmt, scan->e)) == STMT_ROW)
		read_participation(scan, &p);
	whole = beside_close(&p.supports);
	whole = beside_close(&p.occupations) && whole;
	return beside_close(&p.groups) && whole && state == STMT_DONE;
}

/* ---- what is kept for each year ---- */

static int intervention_of(const struct scan *scan, struct stmt *s)
{
	return numbering_find(&scan->interventions, stmt_text(s, 1));
}

static void read_year(struct scan *scan, struct stmt *s)
{
	struct facts_year y = {
		.id = stmt_text(s, 0),
		.intervention = intervention_of(scan, s),
		.year = (int)stmt_int(s, 2),
		.planned = number_or_none(s, 3),
		.budget = number_or_none(s, 4),
		.actual = number_or_none(s, 5),
		.esf_budget = number_or_none(s, 6),
		.esf_actual = number_or_none(s, 7),
	};

	scan->reader->year(scan->reader->context, &y);
}

static void read_volume(struct scan *scan, struct stmt *s)
{
	struct facts_volume v = {
		.id = stmt_text(s, 0),
		.intervention = intervention_of(scan, s),
		.year = (int)stmt_int(s, 2),
		.women = number_or_none(s, 3),
		.men = number_or_none(s, 4),
		.unspecified = number_or_none(s, 5),
		.occasions = number_or_none(s, 6),
	};

	scan->reader->volume(scan->reader->context, &v);
}

static void read_anonymous(struct scan *scan, struct stmt *s)
{
	struct facts_anonymous a = {
		.id = stmt_text(s, 0),
		.intervention = intervention_of(scan, s),
		.year = (int)stmt_int(s, 2),
		.sex = stmt_text(s, 3),
		.count = stmt_int(s, 4),
	};

	scan->reader->anonymous(scan->reader->context, &a);
}

static struct facts_money money_of(struct scan *scan, struct stmt *s)
{
	return (struct facts_money){
		.id = stmt_text(s, 0),
		.federation = numbering_add(&scan->federations, stmt_text(s, 1)),
		.year = (int)stmt_int(s, 2),
		.kind = "",
		.party_kind = "",
		.amount = FACTS_NOT_STATED,
		.budget = FACTS_NOT_STATED,
		.actual = FACTS_NOT_STATED,
		.result = FACTS_NOT_STATED,
		.closing_equity = FACTS_NOT_STATED,
	};
}

static void read_funding(struct scan *scan, struct stmt *s)
{
	struct facts_money m = money_of(scan, s);

	m.kind = stmt_text(s, 3);
	m.party_kind = stmt_text(s, 4);
	m.amount = stmt_int(s, 5);
	scan->reader->funding(scan->reader->context, &m);
}

static void read_admin_cost(struct scan *scan, struct stmt *s)
{
	struct facts_money m = money_of(scan, s);

	m.kind = stmt_text(s, 3);
	m.budget = number_or_none(s, 4);
	m.actual = number_or_none(s, 5);
	scan->reader->admin_cost(scan->reader->context, &m);
}

static void read_federation_year(struct scan *scan, struct stmt *s)
{
	struct facts_money m = money_of(scan, s);

	m.result = number_or_none(s, 3);
	m.closing_equity = number_or_none(s, 4);
	scan->reader->federation_year(scan->reader->context, &m);
}

static void read_membership(struct scan *scan, struct stmt *s)
{
	struct facts_membership m = {
		.id = stmt_text(s, 0),
		.federation = numbering_add(&scan->federations, stmt_text(s, 1)),
		.municipality = numbering_add(&scan->municipalities, stmt_text(s, 2)),
		.start = stmt_text(s, 3),
		.end = stmt_text(s, 4),
	};

	scan->reader->membership(scan->reader->context, &m);
}

/* ---- everything ---- */

static bool read_all(struct scan *scan)
{
	const struct facts_reader *r = scan->reader;

	return (!r->person || read_rows(scan, SQL_FACTS_PERSON, read_person)) &&
	       (!r->intervention || read_interventions(scan)) &&
	       (!r->participation || read_participations(scan)) &&
	       (!r->year || read_rows(scan, SQL_FACTS_YEAR, read_year)) &&
	       (!r->volume || read_rows(scan, SQL_FACTS_VOLUME, read_volume)) &&
	       (!r->anonymous || read_rows(scan, SQL_FACTS_ANONYMOUS, read_anonymous)) &&
	       (!r->funding || read_rows(scan, SQL_FACTS_FUNDING, read_funding)) &&
	       (!r->admin_cost ||
		read_rows(scan, SQL_FACTS_ADMIN_COST, read_admin_cost)) &&
	       (!r->federation_year ||
		read_rows(scan, SQL_FACTS_FEDERATION_YEAR, read_federation_year)) &&
	       (!r->membership || read_rows(scan, SQL_FACTS_MEMBERSHIP, read_membership));
}

bool facts_read(struct db *db, const struct facts_reader *reader, struct err *e)
{
	struct scan scan = { .db = db, .reader = reader, .e = e };
	struct stmt *moment = db_stmt(db, SQL_FACTS_MOMENT);
	bool whole;

	for (size_t i = 0; i < reader->first_federation_count; i++)
		numbering_add(&scan.federations, reader->first_federations[i]);
	/* A statement halfway holds the moment: nothing that others save shows through.
	 */
	whole = stmt_step(moment, e) != STMT_FAILED && read_all(&scan);

	stmt_reset(moment);
	numbering_done(&scan.persons);
	numbering_done(&scan.interventions);
	numbering_done(&scan.federations);
	numbering_done(&scan.municipalities);
	return whole;
}
