/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts as a list from a spreadsheet (named by its form) and perhaps a map, read into a
 * federation's register: tried, annotated, and stored when nothing is wrong with it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/import_inside.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "tests/fuzz/fuzz.h"

static struct app *home, *scratch;
static char *list, *copy, *map;

/* An intervention for participations to be in. */
static void add_intervention(void)
{
	static const char form[] = "intervention";
	static const char text[] = "name,kind,orientation,registration,start,esf\n"
				   "A,individual,other,detailed,2023-01-01,0\n";
	const struct import_order order = { form, list, NULL };
	struct faults f = { 0 };
	struct err e = { "" };
	struct import_sheet *s;

	fuzz_write(fuzz_folder(), "list.csv", text, strlen(text));
	s = import_sheet_open(home, &order, &f);
	fuzz_check(s && import_sheet_try(s, &e) && import_sheet_store(s, &e),
		   "there is an intervention");
	import_sheet_free(s);
}

static void begin(void)
{
	struct err e = { "" };

	if (!home) {
		list = path_join(fuzz_folder(), "list.csv");
		copy = path_join(fuzz_folder(), "list.remarks.csv");
		map = path_join(fuzz_folder(), "map.csv");
		home = fuzz_register("gotland");
		add_intervention();
	}
	if (!scratch)
		scratch = app_scratch(home, &e);
	fuzz_check(scratch != NULL, e.text);
}

static void check_row(const struct import_sheet *s, size_t row, const struct grid *copied)
{
	size_t heads = 1 + s->file.detected.above, column = 0;
	size_t to = grid_line(s->grid, row) - heads - 1;
	struct text cell = { 0 };

	fuzz_check(to < grid_rows(copied), "the copy has as many rows");
	for (size_t i = 0; i < grid_columns(s->grid); i++) {
		if (s->columns[i].use == IMPORT_REMARKS)
			continue;
		text_clear(&cell);
		import_add_hidden(s, row, i, &cell);
		fuzz_check(!strcmp(grid_get(copied, to, column++), text_get(&cell)),
			   "the copy has the same cells");
	}
	text_done(&cell);
}

/* With its remarks each row has the same number, and says the same. */
static void check_copy(const struct import_sheet *s)
{
	struct import_file file = { 0 };
	struct faults f = { 0 };
	struct err e = { "" };
	struct grid *g;

	fuzz_check(import_sheet_write_remarks(s, copy, &e), "a copy can be written");
	g = import_read_file(copy, &file, &f);
	fuzz_check(g != NULL, "the copy can be read");
	for (size_t row = 0; row < grid_rows(s->grid); row++)
		check_row(s, row, g);
	fuzz_check_faults(&f, false);
	text_done(&file.titles);
	grid_free(g);
}

static void check_sheet(struct import_sheet *s)
{
	long long version = app_version(scratch);
	struct err e = { "" };
	bool stored;

	fuzz_check(import_sheet_try(s, &e), "a list can be tried");
	fuzz_check(app_version(scratch) == version, "trying changes nothing");
	check_copy(s);
	stored = import_sheet_store(s, &e);
	fuzz_check(stored == !import_sheet_errors(s), "stored unless there are errors");
	if (!stored) {
		fuzz_check(app_version(scratch) == version,
			   "refused, the register is as it was");
		return;
	}
	fuzz_check_references(scratch);
}

void fuzz_one(const char *bytes, size_t size)
{
	struct fuzz_part parts[2];
	size_t count = fuzz_split(bytes, size, parts, 2);
	struct import_order order = { .file = NULL };
	struct faults f = { 0 };
	struct import_sheet *s;
	bool stored;

	begin();
	for (size_t i = 0; i < count; i++) {
		bool is_map = !strcmp(parts[i].name, "map");

		fuzz_write(fuzz_folder(), is_map ? "map.csv" : "list.csv", parts[i].bytes,
			   parts[i].length);
		if (is_map) {
			order.map = map;
		} else {
			order.form = parts[i].name;
			order.file = list;
		}
	}
	if (!order.file)
		return;
	s = import_sheet_open(scratch, &order, &f);
	fuzz_check_faults(&f, !s);
	if (!s)
		return;
	check_sheet(s);
	stored = !import_sheet_errors(s);
	import_sheet_free(s);
	if (stored) {
		app_close(scratch);
		scratch = NULL;
	}
}
