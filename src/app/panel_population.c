/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inhabitants by municipality and year, from a file of somebody else's; see panel.h. */
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/panel.h"
#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/numbering.h"
#include "base/text.h"

enum { MUNICIPALITY, YEAR, POPULATION, COLUMNS };

static const char *const names[COLUMNS] = { "municipality", "year", "population" };

struct checking {
	const char *path;
	const struct grid *rows;
	const struct grid *municipalities;
	struct numbering keys;
	struct faults *faults;
};

static void fault(struct checking *c, size_t row, size_t column, const char *reason)
{
	const char *cell = grid_get(c->rows, row, column);

	faults_add(c->faults, c->path, grid_line(c->rows, row), column + 1, "%s%s%s",
		   cell, *cell ? ": " : "", reason);
}

static bool check_header(struct checking *c)
{
	bool good = grid_columns(c->rows) == COLUMNS;

	for (size_t i = 0; good && i < COLUMNS; i++)
		good = !strcmp(grid_column_name(c->rows, i), names[i]);
	return good || faults_add(c->faults, c->path, 1, 0,
				  _("kolumnerna ska vara municipality, year och "
				    "population"));
}

static bool is_digits(const char *text, size_t least, size_t most)
{
	size_t length = strspn(text, "0123456789");

	return !text[length] && length >= least && length <= most;
}

static void check_row(struct checking *c, size_t row)
{
	const char *municipality = grid_get(c->rows, row, MUNICIPALITY);
	const char *year = grid_get(c->rows, row, YEAR);
	struct text key = { 0 };
	size_t before = c->keys.count;

	if (grid_find_row(c->municipalities, 0, municipality) < 0)
		fault(c, row, MUNICIPALITY, _("kommunen finns inte"));
	if (!is_digits(year, 4, 4) || strcmp(year, "2004") < 0 ||
	    strcmp(year, "2100") > 0)
		fault(c, row, YEAR, _("ska vara ett år från 2004 till 2100"));
	/* No municipality comes near so many. */
	if (!is_digits(grid_get(c->rows, row, POPULATION), 1, 8))
		fault(c, row, POPULATION, _("ska vara ett antal invånare"));
	text_addf(&key, "%s %s", municipality, year);
	numbering_add(&c->keys, text_get(&key));
	if (c->keys.count == before)
		fault(c, row, MUNICIPALITY, _("kommunen och året förekommer två gånger"));
	text_done(&key);
}

struct grid *panel_read_population(struct app *a, const char *path, struct faults *f)
{
	struct grid *g = csvfile_read(path, path, f);
	struct checking c = { .path = path, .rows = g, .faults = f };
	size_t faults_before = f->count;

	if (!g)
		return NULL;
	c.municipalities = catalog_reference(app_catalog(a), "municipalities");
	if (check_header(&c))
		for (size_t row = 0; row < grid_rows(g); row++)
			check_row(&c, row);
	numbering_done(&c.keys);
	if (f->count == faults_before)
		return g;
	grid_free(g);
	return NULL;
}
