/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook is whole and the same every time. What stands in its cells is compared in
 * .ci/run, by a spreadsheet program that opens it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/report_xlsx.h"
#include "app/report_xlsx_inside.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "pages.h"

static struct pages world;

static int init(void **state)
{
	(void)state;
	pages_init(&world);
	return 0;
}

static int done(void **state)
{
	(void)state;
	pages_done(&world);
	return 0;
}

static void print(struct text *out)
{
	struct err e;

	if (!report_xlsx_print(&world.page, out, &e))
		fail_msg("%s", e.text);
}

/* How often the bytes occur; the parts of the file are named in clear. */
static size_t count(const struct text *t, const char *bytes)
{
	size_t found = 0, length = strlen(bytes);

	for (size_t i = 0; i + length <= t->length; i++)
		found += !memcmp(t->bytes + i, bytes, length);
	return found;
}

static void each_table_has_a_sheet_and_each_panel_a_chart(void **state)
{
	struct text book = { 0 };

	(void)state;
	print(&book);
	assert_true(book.length > 10000);
	assert_memory_equal(book.bytes, "PK\003\004", 4);
	/* In front of each part, and in the list at the end. */
	assert_int_equal(count(&book, "xl/worksheets/sheet"),
			 2 * (world.page.figures->count + 1));
	assert_int_equal(count(&book, "xl/charts/chart"), 2 * 11);
	text_done(&book);
}

static void the_same_report_gives_the_same_bytes(void **state)
{
	struct text one = { 0 }, other = { 0 };

	(void)state;
	print(&one);
	print(&other);
	assert_int_equal(one.length, other.length);
	assert_memory_equal(one.bytes, other.bytes, one.length);
	world.page.made = "2025-11-15T10:00:00";
	text_clear(&other);
	print(&other);
	world.page.made = "2025-11-14T10:00:00";
	assert_false(one.length == other.length &&
		     !memcmp(one.bytes, other.bytes, one.length));
	text_done(&one);
	text_done(&other);
}

static size_t characters(const char *text)
{
	size_t count_of = 0;

	for (size_t at = 0; text[at]; at = utf8_next(text, at))
		count_of++;
	return count_of;
}

static void sheets_have_names_a_workbook_allows(void **state)
{
	struct book b = { .page = &world.page };
	struct text all = { 0 };

	(void)state;
	for (int lang = LANG_SV; lang <= LANG_EN; lang++) {
		lang_set((enum lang)lang);
		text_clear(&all);
		for (size_t i = 0; i < world.page.figures->count; i++) {
			struct text name = { 0 };

			book_add_sheet_name(&b, i, &name);
			assert_true(characters(text_get(&name)) <= SHEET_NAME_LENGTH);
			assert_true(utf8_is_valid(name.bytes, name.length));
			assert_null(strpbrk(name.bytes, "[]:*?/\\'"));
			text_add_char(&name, '\n');
			assert_null(strstr(text_get(&all), name.bytes));
			text_add(&all, name.bytes);
			text_done(&name);
		}
		assert_non_null(strstr(text_get(&all), lang == LANG_SV
			? " Kön och ålder\n" : " Sex and age\n"));
	}
	lang_set(LANG_SV);
	text_done(&all);
}

static void shares_are_fractions_and_sums_are_not(void **state)
{
	(void)state;
	assert_true(book_value("34", REPORT_PERCENT) > 0.3399);
	assert_true(book_value("34", REPORT_PERCENT) < 0.3401);
	assert_true(book_value("34", REPORT_COUNT) > 33.9);
	assert_int_equal(book_number(REPORT_MEAN_PERCENT), BOOK_SHARE);
	assert_int_equal(book_number(REPORT_MILLIONS), BOOK_TENTHS);
	assert_int_equal(book_number(REPORT_COUNT), BOOK_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_table_has_a_sheet_and_each_panel_a_chart),
		cmocka_unit_test(the_same_report_gives_the_same_bytes),
		cmocka_unit_test(sheets_have_names_a_workbook_allows),
		cmocka_unit_test(shares_are_fractions_and_sums_are_not),
	};

	return cmocka_run_group_tests(tests, init, done);
}
