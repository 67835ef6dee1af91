/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Disposal of personal identity numbers; see disposal.h. */
#include "app/disposal.h"

#include "app/app.h"
#include "app/audit.h"
#include "app/catalog.h"
#include "app/inside.h"
#include "base/text.h"
#include "model/form.h"
#include "store/db.h"
#include "store/sql.h"
#include "store/stmt.h"

/* The statement with the persons it is about. */
static struct stmt *prepare(struct app *a, enum sql_id id,
			    const struct disposal_order *order)
{
	struct stmt *s = db_stmt(a->db, id);

	stmt_bind_text(s, 1, app_federation(a));
	stmt_bind_text(s, 2, order->person);
	stmt_bind_text(s, 3, order->ended_before);
	return s;
}

static bool count(struct app *a, const struct disposal_order *order,
		  struct disposal *out, struct err *e)
{
	struct stmt *s = prepare(a, SQL_IDENTITY_DISPOSED, order);
	bool ok = stmt_step(s, e) == STMT_ROW;

	*out = (struct disposal){ 0 };
	if (ok) {
		out->persons = stmt_int(s, 0);
		out->numbers = stmt_int(s, 1);
		out->earlier = stmt_int(s, 2);
	}
	stmt_reset(s);
	return ok;
}

static bool clear_drafts(struct app *a, const struct disposal_order *order,
			 struct disposal *out, struct err *e)
{
	const struct forms *forms = catalog_forms(app_catalog(a));

	for (size_t i = 0; i < forms_count(forms); i++) {
		const struct form *form = forms_at(forms, i);

		for (size_t k = 0; k < form->field_count; k++) {
			struct stmt *s;

			if (form->fields[k].type != FIELD_IDENTITY_NUMBER)
				continue;
			s = prepare(a, SQL_IDENTITY_DISPOSE_DRAFTS, order);
			stmt_bind_text(s, 4, form->name);
			stmt_bind_text(s, 5, form->fields[k].name);
			if (!stmt_run(s, e))
				return false;
			out->drafts += db_changes(a->db);
		}
	}
	return true;
}

static bool take_away(struct app *a, const struct disposal_order *order,
		      struct disposal *out, struct err *e)
{
	return count(a, order, out, e) && clear_drafts(a, order, out, e) &&
	       stmt_run(prepare(a, SQL_IDENTITY_DISPOSE, order), e);
}

static bool note(struct app *a, const struct disposal_order *order,
		 const struct disposal *done, struct err *e)
{
	struct text what = { 0 };
	bool ok;

	text_addf(&what, "persons: %lld; numbers: %lld; earlier: %lld; drafts: %lld; "
			 "rule: %s; decision: %s",
		  done->persons, done->numbers, done->earlier, done->drafts, order->rule,
		  order->decision);
	ok = audit_note(a, "identities_disposed", "person", text_get(&what), e);
	text_done(&what);
	return ok;
}

bool disposal_count(struct app *a, const struct disposal_order *order,
		    struct disposal *out, struct err *e)
{
	bool ok = db_begin(a->db, e);

	if (ok) {
		ok = take_away(a, order, out, e);
		db_rollback(a->db);
	}
	return ok;
}

bool disposal_carry_out(struct app *a, const struct disposal_order *order,
			struct disposal *out, struct err *e)
{
	if (!db_begin(a->db, e))
		return false;
	if (take_away(a, order, out, e) && note(a, order, out, e) &&
	    db_commit(a->db, e)) {
		db_purge(a->db);
		return true;
	}
	db_rollback(a->db);
	return false;
}
