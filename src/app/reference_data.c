/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference data into a register; see reference_data.h. */
#include "app/reference_data.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/catalog.h"
#include "base/grid.h"
#include "base/mem.h"
#include "model/codes.h"
#include "store/reference.h"
#include "store/tables.h"

enum { NAME_SIZE = 80 };

/* The list as its file had it, for a table code_<list>. */
static struct grid *grid_of_list(const struct code_list *l)
{
	static const char *const columns[] = { "code", "sv", "en", "kind" };
	struct grid *g = grid_new(l->name);

	for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++)
		grid_add_column(g, columns[c]);
	for (size_t i = 0; i < l->count; i++) {
		size_t row = grid_add_row(g, 0);

		grid_set(g, row, 0, l->items[i].code);
		grid_set(g, row, 1, l->items[i].label.sv);
		grid_set(g, row, 2, l->items[i].label.en);
		grid_set(g, row, 3, l->items[i].group);
	}
	return g;
}

/* Lists that are derived (age classes) have no table. */
static bool update_lists(const struct codes *codes, struct db *db, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < codes_count(codes); i++) {
		char table[NAME_SIZE];
		struct grid *g;

		snprintf(table, sizeof(table), "code_%s", codes_at(codes, i)->name);
		if (!tables_find(db, table))
			continue;
		g = grid_of_list(codes_at(codes, i));
		ok = reference_update(db, &(struct reference){ table, g }, 1, NULL, e);
		grid_free(g);
	}
	return ok;
}

bool reference_data_update(const struct catalog *c, struct db *db, struct err *e)
{
	const struct reference places[] = {
		{ "county", catalog_reference(c, "counties") },
		{ "municipality", catalog_reference(c, "municipalities") },
	};

	return update_lists(catalog_codes(c), db, e) &&
	       reference_update(db, places, 2, NULL, e);
}
