/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists from spreadsheets under test; see import_world.h. */
#include "tests/unit/import_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/import_sheet.h"
#include "app_fixture.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/path.h"
#include "base/text.h"

char import_list[64], import_copy[64], import_map[64];
static char folder[] = "/tmp/samreg-import-XXXXXX";

int import_make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(import_list, sizeof(import_list), "%s/list.csv", folder);
	snprintf(import_copy, sizeof(import_copy), "%s/list.remarks.csv", folder);
	snprintf(import_map, sizeof(import_map), "%s/map.csv", folder);
	return 0;
}

int import_remove_folder(void **state)
{
	(void)state;
	path_remove_folder(folder);
	return 0;
}

int import_set_up(void **state)
{
	struct app *a = fixture_open();

	free(fixture_intervention(a, "Arbetsspåret"));
	*state = a;
	return 0;
}

int import_tear_down(void **state)
{
	fixture_close(*state);
	return 0;
}

static void write_bytes(const char *path, const char *bytes, size_t length)
{
	struct err e = { "" };

	if (!path_write(path, bytes, length, &e))
		fail_msg("%s", e.text);
}

struct import_sheet *import_open(struct app *a, const char *form, const char *bytes,
				 size_t length, const char *map, struct text *told)
{
	const struct import_order order = { form, import_list, map ? import_map : NULL };
	struct faults faults = { 0 };
	struct import_sheet *s;

	write_bytes(import_list, bytes, length);
	if (map)
		write_bytes(import_map, map, strlen(map));
	s = import_sheet_open(a, &order, &faults);
	for (size_t i = 0; i < faults.count; i++)
		text_addf(told, "%zu:%zu %s\n", faults.items[i].row,
			  faults.items[i].column, faults.items[i].message);
	faults_done(&faults);
	return s;
}

struct import_sheet *import_try(struct app *a, const char *form, const char *list,
				const char *map)
{
	struct text told = { 0 };
	struct import_sheet *s = import_open(a, form, list, strlen(list), map, &told);
	struct err e = { "" };

	if (!s)
		fail_msg("%s", text_get(&told));
	if (!import_sheet_try(s, &e))
		fail_msg("%s", e.text);
	text_done(&told);
	return s;
}

void import_assert_refused(struct app *a, const char *list, const char *map,
			   const char *expected)
{
	struct text told = { 0 };

	assert_null(import_open(a, "party", list, strlen(list), map, &told));
	assert_string_equal(text_get(&told), expected);
	text_done(&told);
}

static void tell(const struct import_sheet *s, struct text *out)
{
	for (size_t i = 0; i < import_sheet_remark_count(s); i++) {
		const struct import_remark *it = import_sheet_remark(s, i);

		text_addf(out, "%zu", it->row);
		import_sheet_add_letters(it->column, out);
		text_addf(out, " %s%s%s %s\n", it->severity == SEVERITY_ERROR ? "E" : "W",
			  it->rule[0] ? " " : "", it->rule, it->message);
	}
}

void import_assert_says(struct app *a, const char *form, const char *list,
			const char *map, const char *expected)
{
	struct import_sheet *s = import_try(a, form, list, map);
	struct text told = { 0 };

	tell(s, &told);
	assert_string_equal(text_get(&told), expected);
	text_done(&told);
	import_sheet_free(s);
}

void import_store(struct app *a, const char *form, const char *list, const char *map)
{
	struct import_sheet *s = import_try(a, form, list, map);
	struct text told = { 0 };
	struct err e = { "" };

	tell(s, &told);
	if (!import_sheet_store(s, &e))
		fail_msg("%s\n%s", e.text, text_get(&told));
	text_done(&told);
	import_sheet_free(s);
}

void import_assert_holds(struct app *a, const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}
