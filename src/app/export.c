/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a delivery; see export.h. */
#include "app/export.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/delivery_copies.h"
#include "app/export_files.h"
#include "app/freeze.h"
#include "app/identities.h"
#include "app/inside.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/path.h"
#include "store/db.h"

/* ---- may it be made? ---- */

static bool refuse_national(const struct app *a, struct err *e)
{
	return !app_is_national(a) ||
	       err_set(e, _("%s: ett nationellt register levererar inte, det tar emot"),
		       app_path(a));
}

static bool refuse_locked(struct app *a, int year, struct err *e)
{
	int revision = deliveries_locking(a, year, e);

	if (revision > 0)
		return err_set(e, _("%d: revision %d är levererad och året är låst; "
				    "skriv den revisionen igen eller lås upp året"),
			       year, revision);
	return revision == 0;
}

/* Who only counts has no right to know whom. */
static bool refuse_identities(struct app *a, const struct export_order *order,
			      struct err *e)
{
	if (!order->identities_for)
		return true;
	if (order->level != PACKAGE_DETAILED)
		return err_set(e, _("personnummer hör bara till en leverans av nivån "
				    "detailed"));
	return identities_are_kept(a, e);
}

static bool refuse_existing(const char *folder, struct err *e)
{
	return !path_exists(folder) ||
	       err_set(e, _("%s: leveransen finns redan och skrivs inte över"), folder);
}

bool export_refuse_errors(int year, const struct check *c, struct err *e)
{
	return !c->errors ||
	       err_set(e, ngettext("%d: levereras inte, %zu fel måste rättas först",
				   "%d: levereras inte, %zu fel måste rättas först",
				   c->errors), year, c->errors);
}

bool export_may_write(const struct export *done, int year, struct err *e)
{
	return export_refuse_errors(year, &done->check, e) &&
	       refuse_existing(done->folder, e);
}

/* ---- making it, within a transaction: one moment ---- */

static bool check_year(struct app *a, const struct export_order *order,
		       struct export *done, struct err *e)
{
	done->revision = deliveries_next(a, order->year, e);
	return done->revision > 0 &&
	       deliveries_count(a, order->year, &done->participations, e) &&
	       check_register(a, order->year, &done->check, e);
}

static bool make_files(struct app *a, const struct export_order *order,
		       struct export *done, struct err *e)
{
	struct export_identity identity = {
		.year = order->year,
		.revision = done->revision,
		.level = order->level,
		.check = &done->check,
		.identities_for = order->identities_for,
	};

	clock_now(identity.created);
	clock_now_utc(identity.created_utc);
	return export_files_make(a, &identity, &done->files, &done->without_number, e);
}

/* The year's figures as delivered, to be held against later ones. */
static bool freeze(struct app *a, int year, struct err *e)
{
	struct freeze frozen;
	bool kept;

	if (!freeze_year(a, year, &frozen, &kept, e))
		return false;
	freeze_done(&frozen);
	return true;
}

static bool keep(struct app *a, const struct export_order *order,
		 const struct export *done, struct err *e)
{
	char now[CLOCK_SIZE];
	const struct delivery d = {
		.year = order->year,
		.revision = done->revision,
		.level = order->level,
		.participations = done->participations,
		.warnings = done->check.warnings + done->check.overruled,
		.drafts = done->check.drafts,
		.created_at = now,
		.created_by = app_user(a),
	};

	clock_now(now);
	return deliveries_keep(a, &d, &done->files, e) &&
	       delivery_copies_note(a, d.year, d.revision, done->folder, e) &&
	       freeze(a, order->year, e);
}

/* Keeps the delivery and writes its folder, still under a temporary name. */
static char *make(struct app *a, const struct export_order *order, struct export *done,
		  struct err *e)
{
	if (!refuse_locked(a, order->year, e) || !check_year(a, order, done, e))
		return NULL;
	done->folder = deliveries_folder(a, order->year, done->revision, order->out);
	if (!export_may_write(done, order->year, e) || !make_files(a, order, done, e) ||
	    !keep(a, order, done, e))
		return NULL;
	return delivery_files_write(&done->files, done->folder, e);
}

/*
 * The register first, then the name: whatever cuts this off, there is a whole delivery in
 * the register, which can be written again, or none anywhere.
 */
static bool finish(struct app *a, const struct export *done, const char *temporary,
		   struct err *e)
{
	struct err reason;

	if (!db_commit(a->db, e)) {
		path_remove_folder(temporary);
		return false;
	}
	if (path_place_folder(temporary, done->folder, &reason))
		return true;
	path_remove_folder(temporary);
	return err_set(e, _("leveransen finns i registret och kan skrivas igen, men "
			    "mappen kom inte på plats: %s"), reason.text);
}

bool export_write(struct app *a, const struct export_order *order, struct export *done,
		  struct err *e)
{
	char *temporary;
	bool ok;

	*done = (struct export){ 0 };
	if (!refuse_national(a, e) || !refuse_identities(a, order, e) ||
	    !path_make_folder(order->out, e) || !db_begin(a->db, e))
		return false;
	temporary = make(a, order, done, e);
	if (temporary)
		ok = finish(a, done, temporary, e);
	else
		ok = false;
	db_rollback(a->db);
	free(temporary);
	return ok;
}

bool export_preview(struct app *a, const struct export_order *order, struct export *done,
		    struct err *e)
{
	bool ok;

	*done = (struct export){ 0 };
	if (!refuse_national(a, e) || !refuse_identities(a, order, e) ||
	    !db_begin_reading(a->db, e))
		return false;
	ok = check_year(a, order, done, e) &&
	     (done->check.errors || make_files(a, order, done, e));
	db_rollback(a->db);
	return ok;
}

void export_done(struct export *done)
{
	free(done->folder);
	check_done(&done->check);
	delivery_files_done(&done->files);
	*done = (struct export){ 0 };
}
