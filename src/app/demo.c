/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a demo register: the file, whom it belongs to, and in one transaction all that is
 * told in it; see demo.h. What is told is in the other files of the same first name.
 */
#include "app/demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/demo_inside.h"
#include "app/inside.h"
#include "app/shares.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/date.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "store/db.h"

enum { FIRST_YEAR = 2012, YEARS_BEFORE = 8 };

static const char federation_code[] = "demo";

static const struct {
	const char *name;
	size_t copies; /* of the interventions of the file */
	size_t participations;
} sizes[DEMO_SIZES] = {
	[DEMO_SMALL] = { "small", 1, 300 },
	[DEMO_LARGE] = { "large", 50, 25000 },
	[DEMO_NATIONAL] = { .name = "national" }, /* as many as are in print */
};

static const char *const file_names[DEMO_FILES] = {
	[DEMO_COUNTS] = "data/demo/counts.csv",
	[DEMO_DRAFTS] = "data/demo/drafts.csv",
	[DEMO_FEDERATIONS] = "data/reference/federations.csv",
	[DEMO_INTERVENTIONS] = "data/demo/interventions.csv",
	[DEMO_MEMBERSHIPS] = "data/reference/memberships.csv",
	[DEMO_NAMES] = "data/demo/national.csv",
	[DEMO_PARTIES] = "data/demo/parties.csv",
	[DEMO_PUBLISHED] = "data/reference/published.csv",
	[DEMO_SHARES] = "data/demo/shares.csv",
	[DEMO_VOLUMES] = "data/demo/volumes.csv",
};

bool demo_size_find(const char *name, enum demo_size *size)
{
	for (int i = 0; i < DEMO_SIZES; i++)
		if (!strcmp(sizes[i].name, name)) {
			*size = (enum demo_size)i;
			return true;
		}
	return false;
}

static bool read_files(struct demo *d, struct faults *f)
{
	size_t faults_before = f->count;

	for (size_t i = 0; i < DEMO_FILES; i++) {
		char *path = path_data(file_names[i]);

		d->files[i] = csvfile_read(path, file_names[i], f);
		free(path);
	}
	if (f->count == faults_before)
		d->shares = shares_parse(d->files[DEMO_SHARES], f);
	return f->count == faults_before;
}

static bool choose_time(struct demo *d, const struct demo_options *o, struct faults *f)
{
	int today = clock_today(), year = o->year;

	if (o->size == DEMO_NATIONAL)
		return demo_national_choose_year(d, year, f);
	d->year = year ? year : date_year(today);
	if (d->year < FIRST_YEAR || d->year > date_year(today))
		return faults_add(f, "", 0, 0, _("år: %d: välj ett år från %d till %d"),
				  d->year, FIRST_YEAR, date_year(today));
	d->first = demo_day(d->year - DEMO_YEARS + 1, 1, 1);
	d->last = demo_day(d->year, 12, 31);
	if (d->last > today)
		d->last = today;
	return true;
}

/* ---- the federation ---- */

static bool create_federation(struct demo *d, const char *path, struct faults *f)
{
	const struct grid *parties = d->files[DEMO_PARTIES];
	const char **municipalities = mem_alloc(grid_rows(parties) * sizeof(char *));
	struct app_new what = { .federation = federation_code, .demo = true };
	bool ok;

	what.municipalities = municipalities;
	for (size_t i = 0; i < grid_rows(parties); i++) {
		const char *municipality = grid_named(parties, i, "municipality");

		if (!strcmp(grid_named(parties, i, "kind"), "federation"))
			what.name = grid_named(parties, i, "name");
		else if (municipality[0])
			municipalities[what.municipality_count++] = municipality;
	}
	ok = app_create(path, &what, f);
	free(municipalities);
	return ok;
}

static bool create_register(struct demo *d, const char *path, enum demo_size size,
			    struct faults *f)
{
	static const struct app_new national = { .national = true, .demo = true };

	if (size == DEMO_NATIONAL)
		return app_create(path, &national, f);
	return create_federation(d, path, f);
}

/* What was made just now is to look as if made when the federation was, every time. */
static void write_federation(struct demo *d, int founded)
{
	struct demo_row federation = { 0 }, reg = { 0 };
	const struct cell id[] = { { "id", federation_code } };
	const struct cell one[] = { { "id", "1" } };
	const struct cell own[] = { { "federation", federation_code } };

	demo_set_day(&federation, "start", founded);
	demo_set(&federation, "contact", "Påhittade uppgifter, för att visa programmet");
	demo_stamp(&federation, d->first, d->first);
	demo_set_time(&reg, "created_at", d->first);
	d->ok = d->ok &&
		rows_update(d->db, "federation",
			    (struct cells){ federation.cells, federation.count },
			    CELLS(id), &d->e) &&
		rows_update(d->db, "register", (struct cells){ reg.cells, reg.count },
			    CELLS(one), &d->e) &&
		rows_delete(d->db, "membership", CELLS(own), &d->e);
}

static void write_party(struct demo *d, size_t i, int founded)
{
	const struct grid *parties = d->files[DEMO_PARTIES];
	const char *municipality = grid_named(parties, i, "municipality");
	struct demo_row party = { 0 }, membership = { 0 };

	snprintf(d->party_ids[i], DEMO_ID_SIZE, "%s",
		 demo_new_row(d, &party, d->first));
	demo_set(&party, "federation", federation_code);
	demo_set(&party, "kind", grid_named(parties, i, "kind"));
	demo_set(&party, "name", grid_named(parties, i, "name"));
	demo_insert(d, "party", &party);
	if (!municipality[0])
		return;
	demo_new_row(d, &membership, d->first);
	demo_set(&membership, "federation", federation_code);
	demo_set(&membership, "municipality", municipality);
	demo_set_day(&membership, "start", founded);
	demo_insert(d, "membership", &membership);
}

static void write_parties(struct demo *d, int founded)
{
	const struct grid *parties = d->files[DEMO_PARTIES];

	d->party_ids = mem_alloc(grid_rows(parties) * sizeof(*d->party_ids));
	for (size_t i = 0; i < grid_rows(parties); i++)
		if (strcmp(grid_named(parties, i, "kind"), "federation"))
			write_party(d, i, founded);
}

/* ---- all of it ---- */

static void write_all(struct demo *d, enum demo_size size)
{
	int founded = demo_day(d->year - YEARS_BEFORE, 1, 1);

	write_federation(d, founded);
	write_parties(d, founded);
	demo_write_interventions(d, sizes[size].copies);
	demo_write_money(d);
	demo_write_participations(d, sizes[size].participations);
	demo_write_drafts(d);
}

static bool fill(struct demo *d, enum demo_size size, struct faults *f)
{
	d->ok = db_begin(d->db, &d->e);
	if (d->ok && size == DEMO_NATIONAL)
		demo_national_write(d);
	else if (d->ok)
		write_all(d, size);
	if (d->ok)
		d->ok = db_commit(d->db, &d->e);
	else if (db_in_transaction(d->db))
		db_rollback(d->db);
	return d->ok || faults_add(f, "", 0, 0, "%s", d->e.text);
}

static bool create_and_fill(struct demo *d, const char *path, enum demo_size size,
			    struct faults *f)
{
	bool ok;

	if (!create_register(d, path, size, f))
		return false;
	ok = db_open(path, DB_WRITE, &d->db, &d->e) ||
	     faults_add(f, "", 0, 0, "%s", d->e.text);
	ok = ok && fill(d, size, f);
	db_close(d->db);
	if (!ok)
		app_remove_register(path);
	return ok;
}

static void forget(struct demo *d)
{
	for (size_t i = 0; i < d->intervention_count; i++)
		free(d->interventions[i].name);
	free(d->interventions);
	free(d->participations);
	free(d->party_ids);
	shares_free(d->shares);
	for (size_t i = 0; i < DEMO_FILES; i++)
		grid_free(d->files[i]);
}

bool demo_create(const char *path, struct demo_options *o, struct faults *f)
{
	struct demo d = { .federation = federation_code };
	bool ok;

	random_seed(&d.random, o->seed);
	ok = read_files(&d, f) && choose_time(&d, o, f) &&
	     create_and_fill(&d, path, o->size, f);
	forget(&d);
	o->year = d.year;
	return ok;
}
