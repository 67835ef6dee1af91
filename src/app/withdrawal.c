/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A consent that is withdrawn; see withdrawal.h. */
#include "app/withdrawal.h"

#include <stdlib.h>
#include <string.h>

#include "app/audit.h"
#include "app/deliveries.h"
#include "app/inside.h"
#include "app/records.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "store/query.h"
#include "store/sql.h"
#include "store/stmt.h"

static bool run(struct app *a, enum sql_id id, const char *record, struct err *e)
{
	struct stmt *s = db_stmt(a->db, id);

	stmt_bind_text(s, 1, record);
	return stmt_run(s, e);
}

bool withdrawal_holds(struct app *a, const struct form *form, const char *id,
		      bool *holds, struct err *e)
{
	struct stmt *s = db_stmt(a->db, SQL_WITHDRAWAL_HOLDS);
	enum stmt_state state;

	*holds = false;
	if (strcmp(form->parts[0].table, "participation") || !id[0])
		return true;
	stmt_bind_text(s, 1, id);
	state = stmt_step(s, e);
	if (state == STMT_ROW)
		*holds = stmt_int(s, 0);
	stmt_reset(s);
	return state == STMT_ROW || state == STMT_DONE;
}

bool withdrawal_is_next(struct app *a, const struct record *r)
{
	const struct form *form = record_form(r);
	int reason = form_find_field(form, "closure_reason");
	bool holds;

	return reason >= 0 && !strcmp(form->parts[0].table, "participation") &&
	       !strcmp(record_get(r, (size_t)reason, 0), "consent_withdrawn") &&
	       withdrawal_holds(a, form, record_id(r), &holds, NULL) && !holds;
}

bool withdrawal_clear(struct app *a, const char *id, struct err *e)
{
	static const enum sql_id steps[] = {
		SQL_WITHDRAWAL_BACKGROUND,      SQL_WITHDRAWAL_TARGET_GROUPS,
		SQL_WITHDRAWAL_CONSENT,         SQL_WITHDRAWAL_SUPPORT,
		SQL_WITHDRAWAL_SUPPORT_MISSING, SQL_WITHDRAWAL_OCCUPATION,
		SQL_WITHDRAWAL_OCCUPATION_NONE, SQL_WITHDRAWAL_FOLLOWUPS,
		SQL_WITHDRAWAL_DRAFTS,
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (!run(a, steps[i], id, e))
			return false;
	return true;
}

static bool add_person(struct app *a, const char *id, const char *person, struct err *e)
{
	struct stmt *add = db_stmt(a->db, SQL_WITHDRAWAL_PERSON_ADD);
	struct stmt *change = db_stmt(a->db, SQL_WITHDRAWAL_PERSON_CHANGE);
	char now[CLOCK_SIZE];

	clock_now(now);
	stmt_bind_text(add, 1, id);
	stmt_bind_text(add, 2, person);
	stmt_bind_text(add, 3, now);
	stmt_bind_text(add, 4, app_user(a));
	stmt_bind_text(change, 1, id);
	stmt_bind_text(change, 2, person);
	return stmt_run(add, e) && stmt_run(change, e);
}

static bool part_from_person(struct app *a, const char *id, struct err *e)
{
	const struct query q = { .sql = sql_text(SQL_WITHDRAWAL_PERSON),
				 .values = &id, .count = 1 };
	struct text old = { 0 };
	char *person = app_new_id(a);
	bool ok = query_text(a->db, &q, &old, e) &&
		  add_person(a, id, person, e) &&
		  run(a, SQL_WITHDRAWAL_PERSON_DELETE, text_get(&old), e);

	free(person);
	text_done(&old);
	return ok;
}

bool withdrawal_carry_out(struct app *a, const struct form *form, const char *id,
			  struct err *e)
{
	return part_from_person(a, id, e) && withdrawal_clear(a, id, e) &&
	       run(a, SQL_WITHDRAWAL_REMARKS, id, e) &&
	       deliveries_dispose(a, id, e) &&
	       audit_note(a, "withdraw", form->name, id, e);
}

void withdrawal_show_left(struct app *a, struct record *r)
{
	struct err ignored;
	bool holds;

	if (withdrawal_holds(a, record_form(r), record_id(r), &holds, &ignored) && holds)
		(void)!records_load(a, r, record_id(r), &ignored);
}
