/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Creates a register: the file, its reference data and whom it belongs to. Everything or
 * nothing; see app_create() in app.h.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/inside.h"
#include "app/reference_data.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/ulid.h"
#include "base/utf8.h"
#include "store/db.h"
#include "store/rows.h"

/* Everything that a row of the new register needs. */
struct creation {
	struct db *db;
	const struct catalog *catalog;
	const struct app_new *what;
	char now[CLOCK_SIZE];
	struct grid *municipalities; /* codes of a federation that is not in the list */
};

/* ---- what was asked for ---- */

static const char *listed_name(const struct catalog *c, const char *federation)
{
	const struct grid *g = catalog_reference(c, "federations");
	long row = grid_find_row(g, 0, federation);

	return row < 0 ? NULL : grid_get(g, (size_t)row, 1);
}

/* A municipality by code or by name, case aside; NULL when there is none. */
static const char *municipality_code(const struct catalog *c, const char *wanted)
{
	const struct grid *g = catalog_reference(c, "municipalities");
	char *folded = utf8_fold(wanted);
	const char *found = NULL;

	for (size_t i = 0; !found && i < grid_rows(g); i++) {
		char *name = utf8_fold(grid_get(g, i, 1));

		if (!strcmp(grid_get(g, i, 0), wanted) || !strcmp(name, folded))
			found = grid_get(g, i, 0);
		free(name);
	}
	free(folded);
	return found;
}

static void check_municipalities(struct creation *c, struct faults *f)
{
	c->municipalities = grid_new("municipalities");
	grid_add_column(c->municipalities, "municipality");
	for (size_t i = 0; i < c->what->municipality_count; i++) {
		const char *wanted = c->what->municipalities[i];
		const char *code = municipality_code(c->catalog, wanted);

		if (!code)
			faults_add(f, "", 0, 0, _("kommun: %s: finns inte"), wanted);
		else if (grid_find_row(c->municipalities, 0, code) < 0)
			grid_set(c->municipalities, grid_add_row(c->municipalities, 0), 0,
				 code);
	}
}

static bool is_code(const char *text)
{
	return text[0] && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")];
}

static void check_federation(struct creation *c, struct faults *f)
{
	const char *code = c->what->federation ? c->what->federation : "";
	bool named = c->what->name && c->what->name[0];

	if (!is_code(code))
		faults_add(f, "", 0, 0,
			   _("förbund: %s: en kod består av a–z, 0–9 och bindestreck"),
			   code);
	else if (!named && !listed_name(c->catalog, code))
		faults_add(
			f, "", 0, 0,
			_("förbund: %s: finns inte i listan; ange namn och kommuner för "
			  "ett nytt"),
			code);
	check_municipalities(c, f);
}

/* ---- rows ---- */

static bool insert_federation(struct creation *c, const char *code, const char *name,
			      struct err *e)
{
	struct cell cells[] = {
		{ "id", code },
		{ "name", name },
		{ "person_data", "none" },
		{ "registered_at", c->now },
		{ "registered_by", "samreg" },
		{ "changed_at", c->now },
		{ "changed_by", "samreg" },
	};

	return rows_insert(c->db, "federation", CELLS(cells), e);
}

static bool insert_membership(struct creation *c, const char *federation,
			      const char *municipality, struct err *e)
{
	char ulid[ULID_SIZE];
	struct text id = { 0 };
	bool ok;

	ulid_new(ulid);
	text_addf(&id, "%s-%s", federation, ulid);
	{
		struct cell cells[] = {
			{ "id", text_get(&id) },          { "federation", federation },
			{ "municipality", municipality }, { "registered_at", c->now },
			{ "registered_by", "samreg" },    { "changed_at", c->now },
			{ "changed_by", "samreg" },
		};

		ok = rows_insert(c->db, "membership", CELLS(cells), e);
	}
	text_done(&id);
	return ok;
}

/* A federation of the list with the municipalities it had at the end of 2021. */
static bool insert_listed(struct creation *c, const char *code, struct err *e)
{
	const struct grid *memberships = catalog_reference(c->catalog, "memberships");
	bool ok = insert_federation(c, code, listed_name(c->catalog, code), e);

	for (size_t i = 0; ok && i < grid_rows(memberships); i++)
		if (!strcmp(grid_get(memberships, i, 0), code))
			ok = insert_membership(c, code, grid_get(memberships, i, 1), e);
	return ok;
}

static bool insert_named(struct creation *c, struct err *e)
{
	const char *code = c->what->federation;
	bool ok = insert_federation(c, code, c->what->name, e);

	for (size_t i = 0; ok && i < grid_rows(c->municipalities); i++)
		ok = insert_membership(c, code, grid_get(c->municipalities, i, 0), e);
	return ok;
}

static bool insert_all_listed(struct creation *c, struct err *e)
{
	const struct grid *federations = catalog_reference(c->catalog, "federations");
	bool ok = true;

	for (size_t i = 0; ok && i < grid_rows(federations); i++)
		ok = insert_listed(c, grid_get(federations, i, 0), e);
	return ok;
}

static bool insert_register(struct creation *c, struct err *e)
{
	struct cell cells[] = {
		{ "id", "1" },
		{ "level", c->what->national ? "national" : "federation" },
		{ "federation", c->what->national ? "" : c->what->federation },
		{ "demo", c->what->demo ? "1" : "0" },
		{ "created_at", c->now },
	};

	return rows_insert(c->db, "register", CELLS(cells), e);
}

static bool insert_owner(struct creation *c, struct err *e)
{
	if (c->what->national)
		return insert_all_listed(c, e);
	if (c->what->name && c->what->name[0])
		return insert_named(c, e);
	return insert_listed(c, c->what->federation, e);
}

static bool fill(struct creation *c, struct err *e)
{
	if (!reference_data_update(c->catalog, c->db, e) || !db_begin(c->db, e))
		return false;
	if (insert_owner(c, e) && insert_register(c, e))
		return db_commit(c->db, e);
	db_rollback(c->db);
	return false;
}

void app_remove_register(const char *path)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		struct text file = { 0 };

		text_addf(&file, "%s%s", path, endings[i]);
		unlink(text_get(&file));
		text_done(&file);
	}
}

static bool create_file(struct creation *c, const char *path, struct faults *f)
{
	struct err e;
	bool ok;

	if (!db_create(path, &c->db, &e))
		return faults_add(f, "", 0, 0, "%s", e.text);
	ok = fill(c, &e);
	db_close(c->db);
	if (!ok) {
		app_remove_register(path);
		faults_add(f, "", 0, 0, "%s", e.text);
	}
	return ok;
}

bool app_create(const char *path, const struct app_new *what, struct faults *f)
{
	struct creation c = { .what = what };
	struct catalog *catalog = catalog_load(f);
	size_t faults_before = f->count;
	bool ok = false;

	c.catalog = catalog;
	clock_now(c.now);
	if (catalog && !what->national)
		check_federation(&c, f);
	if (catalog && f->count == faults_before)
		ok = create_file(&c, path, f);
	grid_free(c.municipalities);
	catalog_free(catalog);
	return ok;
}
