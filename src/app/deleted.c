/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record that was deleted last; see deleted.h. */
#include "app/deleted.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/audit.h"
#include "app/catalog.h"
#include "app/inside.h"
#include "app/lock.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "model/form.h"
#include "store/changes.h"
#include "store/db.h"

struct deleted {
	struct changes *changes;
	char *form, *id;
};

void deleted_free(struct deleted *d)
{
	if (!d)
		return;
	changes_free(d->changes);
	free(d->form);
	free(d->id);
	free(d);
}

struct deleted *deleted_begin(struct app *a, const char *form, const char *id,
			      struct err *e)
{
	struct deleted *d = mem_alloc(sizeof(*d));

	d->form = mem_text(form);
	d->id = mem_text(id);
	d->changes = changes_watch(a->db, e);
	if (d->changes)
		return d;
	deleted_free(d);
	return NULL;
}

bool deleted_end(struct deleted *d, struct err *e)
{
	return changes_end(d->changes, e);
}

void deleted_keep(struct app *a, struct deleted *d)
{
	deleted_free(a->deleted);
	a->deleted = d;
}

static bool turn_back(struct deleted *d, struct err *e)
{
	switch (changes_turn_back(d->changes, e)) {
	case CHANGES_TURNED:
		return true;
	case CHANGES_OUTDATED:
		return err_set(e, _("Registret har ändrats sedan uppgiften togs bort. "
				    "Den kan inte tas tillbaka utan får registreras "
				    "på nytt."));
	default:
		return false;
	}
}

static bool take_back(struct app *a, struct deleted *d, struct err *e)
{
	const struct form *form = forms_find(catalog_forms(a->catalog), d->form);
	struct lock lock = { 0 };
	bool ok = lock_remember(&lock, a, form, d->id, e) && turn_back(d, e) &&
		  lock_agrees(&lock, a, form, d->id, e) &&
		  audit_note(a, "undelete", d->form, d->id, e);

	lock_done(&lock);
	return ok;
}

bool deleted_take_back(struct app *a, const char *form, char **id, struct err *e)
{
	struct deleted *d = a->deleted;

	*id = NULL;
	if (!d || strcmp(d->form, form))
		return err_set(e, _("Det finns inget att ångra."));
	if (!db_begin(a->db, e))
		return false;
	if (!take_back(a, d, e)) {
		db_rollback(a->db);
		return false;
	}
	if (!db_commit(a->db, e))
		return false;
	*id = mem_text(d->id);
	deleted_keep(a, NULL);
	app_forget_choices(a);
	return true;
}
