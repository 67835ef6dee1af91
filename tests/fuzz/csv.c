/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes as a CSV file, as the delivery's and as a spreadsheet's: what was read can be
 * written and read again. */
#include <stdlib.h>
#include <string.h>

#include "base/csv_detect.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tests/fuzz/fuzz.h"

static void check_standard(const char *bytes, size_t size)
{
	struct faults f = { 0 };
	struct grid *g = csvfile_parse("a", bytes, size, ',', &f), *again;
	struct text out = { 0 };

	fuzz_check_faults(&f, !g);
	if (!g)
		return;
	csvfile_write(&out, g, "\r\n");
	again = csvfile_parse("b", text_get(&out), out.length, ',', &f);
	fuzz_check_same(g, again, "what is written is read again");
	fuzz_check_faults(&f, false);
	grid_free(again);
	grid_free(g);
	text_done(&out);
}

/* The cell with a decimal point, if it is a number with a comma. */
static char *pointed(const char *cell)
{
	char *copy = mem_text(cell);
	size_t at = *copy == '-';

	at += strspn(copy + at, "0123456789");
	if (copy[at] == ',')
		copy[at] = '.';
	return copy;
}

static bool is_formula(const char *cell)
{
	bool number = *cell == '-' && cell[1] >= '0' && cell[1] <= '9';

	return *cell && strchr("=+-@\t\r", *cell) && !number;
}

static void check_excel(const struct grid *g)
{
	const struct csvfile_dialect *excel = csvfile_find_dialect("excel");
	struct text out = { 0 };
	struct faults f = { 0 };
	struct grid *again;

	csvfile_write_as(&out, g, excel);
	again = csvfile_parse_sheet("c", text_get(&out), out.length, excel->separator, 0,
				    &f);
	fuzz_check(again && grid_rows(again) == grid_rows(g), "Excel's rows come back");
	for (size_t r = 0; r < grid_rows(g); r++)
		for (size_t c = 0; c < grid_columns(g); c++) {
			const char *cell = grid_get(again, r, c);
			char *want = pointed(grid_get(g, r, c));
			char *have = pointed(csvfile_unguard(cell));

			fuzz_check(!is_formula(cell), "no cell is a formula");
			fuzz_check(!strcmp(want, have), "Excel's cells come back");
			free(want);
			free(have);
		}
	fuzz_check_faults(&f, false);
	grid_free(again);
	text_done(&out);
}

static struct grid *read_sheet(const char *bytes, size_t size,
			       const struct csv_detected *d, struct faults *f)
{
	struct text utf8 = { 0 }, back = { 0 };
	struct grid *g;

	if (d->encoding != CSV_WINDOWS_1252)
		return csvfile_parse_sheet("d", bytes, size, d->separator, d->above, f);
	csv_detect_decode(&utf8, bytes, size);
	fuzz_check(utf8_is_valid(text_get(&utf8), utf8.length) ||
		   memchr(bytes, '\0', size), "what is decoded is UTF-8");
	csv_detect_encode(&back, text_get(&utf8));
	fuzz_check(memchr(bytes, '\0', size) ||
		   (back.length == size && !memcmp(back.bytes, bytes, size)),
		   "what is decoded can be encoded");
	g = csvfile_parse_sheet("d", text_get(&utf8), utf8.length, d->separator,
				d->above, f);
	text_done(&utf8);
	text_done(&back);
	return g;
}

static void check_sheet(const char *bytes, size_t size)
{
	struct csv_detected d;
	struct faults f = { 0 };
	struct text out = { 0 };
	struct grid *g, *again;
	struct csvfile_dialect plain = *csvfile_find_dialect("standard");

	if (!csv_detect(bytes, size, &d, NULL))
		return;
	fuzz_check(d.start <= size && d.separator && d.line_end, "what is detected");
	g = read_sheet(bytes + d.start, size - d.start, &d, &f);
	fuzz_check_faults(&f, !g);
	if (!g)
		return;
	csv_detect_decimal(g);
	plain.separator = d.separator;
	csvfile_write_as(&out, g, &plain);
	again = csvfile_parse_sheet("e", text_get(&out), out.length, d.separator, d.above,
				    &f);
	fuzz_check_same(g, again, "a sheet that is written is read again");
	fuzz_check_faults(&f, false);
	check_excel(g);
	grid_free(again);
	grid_free(g);
	text_done(&out);
}

void fuzz_one(const char *bytes, size_t size)
{
	/* What is read from a file ends with a NUL. */
	char *copy = mem_text_part(bytes, size);

	check_standard(copy, size);
	check_sheet(copy, size);
	free(copy);
}
