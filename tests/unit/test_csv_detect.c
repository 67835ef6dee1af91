/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files from spreadsheets are written in. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/csv_detect.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/text.h"

static struct csv_detected detect(const char *bytes)
{
	struct csv_detected found;
	struct err e = { "" };

	if (!csv_detect(bytes, strlen(bytes), &found, &e))
		fail_msg("%s", e.text);
	return found;
}

static void assert_separator(const char *bytes, char expected)
{
	assert_int_equal(detect(bytes).separator, expected);
}

static void the_separator_is_the_one_all_rows_use(void **state)
{
	(void)state;
	assert_separator("a;b;c\n1;2;3\n", ';');
	assert_separator("a,b,c\n1,2,3\n", ',');
	assert_separator("a\tb\tc\n1\t2\t3\n", '\t');
	/* A heading or numbers with commas do not make a file comma-separated. */
	assert_separator("Arbetets omfattning, %;Start\n50;2025-01-01\n", ';');
	assert_separator("a;b\n1,5;2,5\n3,5;4,5\n", ';');
	assert_separator("\"a;b\",c\n\"1;2\",3\n\"x;y\",z\n", ',');
	assert_separator("\"a\n;;;\",c\r\n1,3\r\n", ',');
	assert_separator("a\n1\n", ';');
	assert_separator("", ';');
}

static void assert_heads(const char *bytes, char separator, size_t above,
			 const char *heads)
{
	struct csv_detected found = detect(bytes);

	assert_int_equal(found.separator, separator);
	assert_int_equal(found.above, above);
	assert_memory_equal(bytes + found.start, heads, strlen(heads));
}

static void titles_above_the_heads_are_passed_over(void **state)
{
	(void)state;
	assert_heads("a;b;c\n1;2;3\n", ';', 0, "a;b");
	assert_heads("Deltagare 2024\na;b;c\n1;2;3\n", ';', 1, "a;b");
	assert_heads("Deltagare 2024\na,b,c\n1,2,3\n", ',', 1, "a,b");
	assert_heads("Deltagare, 2024\r\n\r\na;b;c\r\n1;2;3\r\n", ';', 2, "a;b");
	assert_heads("Deltagare;;;\n;;;\na;b;c;d\n1;2;3;4\n", ';', 2, "a;b");
	assert_heads("\n\na;b\n1;2\n", ';', 2, "a;b");
	assert_heads("\xEF\xBB\xBFsep=;\nx;;;\na;b;c;d\n1;2;3;4\n", ';', 1, "a;b");
	/* Rows with more than the heads, or less, are not titles' doing. */
	assert_heads("a;b;c\n1;2;3;4\n", ';', 0, "a;b");
	assert_heads("a;b;c\n1;;\n", ';', 0, "a;b");
	assert_heads("a\n1\n", ';', 0, "a");
}

static void workbooks_are_refused_with_what_to_do(void **state)
{
	struct csv_detected found;
	struct err e = { "" };

	(void)state;
	assert_false(csv_detect("PK\003\004abc", 7, &found, &e));
	assert_non_null(strstr(e.text, "CSV UTF-8"));
	assert_false(csv_detect("\xD0\xCF\x11\xE0", 4, &found, &e));
}

static void sep_in_the_first_line_is_believed(void **state)
{
	struct csv_detected found = detect("sep=,\r\na;b,c\r\n");

	(void)state;
	assert_int_equal(found.separator, ',');
	assert_int_equal(found.start, 7);
	assert_int_equal(detect("\xEF\xBB\xBFsep=;\na;b\n").start, 9);
	assert_int_equal(detect("sep=|\na|b;c\n").first, 0);
	assert_true(csv_detect("sep=\0\na;b\n", 10, &found, NULL));
	assert_int_equal(found.separator, ';');
}

static void line_ends_are_told(void **state)
{
	(void)state;
	assert_string_equal(detect("a;b\n1;2\r\n").line_end, "\n");
	assert_string_equal(detect("a;b\r\n1;2\n").line_end, "\r\n");
	assert_string_equal(detect("a;b\r1;2\r").line_end, "\r");
	assert_string_equal(detect("\"a\nb\"\r\n").line_end, "\r\n");
	assert_string_equal(detect("a;b").line_end, "\r\n");
}

static void the_encoding_is_told(void **state)
{
	(void)state;
	assert_int_equal(detect("a;b\n").encoding, CSV_UTF8);
	assert_int_equal(detect("å;ä\n").encoding, CSV_UTF8);
	assert_int_equal(detect("\xEF\xBB\xBFå\n").encoding, CSV_UTF8_MARK);
	assert_int_equal(detect("\xEF\xBB\xBFå\n").start, 3);
	assert_int_equal(detect("K\xF6n;F\xF6" "dd\n").encoding, CSV_WINDOWS_1252);
	assert_int_equal(detect("30\x96" "44 \xE5r\n").encoding, CSV_WINDOWS_1252);
}

static void damage_is_not_taken_for_another_encoding(void **state)
{
	(void)state;
	assert_int_equal(detect("åäö;Kön\nS\xF6" "der;Öster\n").encoding, CSV_UTF8);
	assert_int_equal(detect("a;\x81\x90\n").encoding, CSV_UTF8);
	assert_int_equal(detect("\xEF\xBB\xBFK\xF6n\n").encoding, CSV_UTF8_MARK);
	/* 9D is no character of Windows-1252, and would become a NUL. */
	assert_int_equal(detect("\xF6\xE5;\xDD\x9D\n\xE4\xE4;1\n").encoding, CSV_UTF8);
}

static void utf16_is_refused_with_what_to_do(void **state)
{
	struct csv_detected found;
	struct err e = { "" };

	(void)state;
	assert_false(csv_detect("\xFF\xFE" "a\0;\0", 6, &found, &e));
	assert_non_null(strstr(e.text, "CSV UTF-8"));
	assert_false(csv_detect("\xFE\xFF\0a", 4, &found, &e));
}

static void windows_text_is_read_and_written(void **state)
{
	static const char windows[] = "K\xF6n \x80 \x84\xC5\x94 30\x96" "44 \xA7\xFF";
	struct text utf8 = { 0 }, again = { 0 };

	(void)state;
	csv_detect_decode(&utf8, windows, strlen(windows));
	assert_string_equal(text_get(&utf8), "Kön € „Å” 30–44 §ÿ");
	csv_detect_encode(&again, text_get(&utf8));
	assert_string_equal(text_get(&again), windows);
	text_clear(&again);
	/* Decomposed letters are composed first; what is not there is a question mark. */
	csv_detect_encode(&again, "a\xCC\x88 Ł 😀");
	assert_string_equal(text_get(&again), "\xE4 ? ?");
	text_done(&utf8);
	text_done(&again);
}

static void assert_decimal(const char *bytes, char expected)
{
	struct faults faults = { 0 };
	struct grid *g = csvfile_parse("t", bytes, strlen(bytes), ';', &faults);

	assert_non_null(g);
	assert_int_equal(csv_detect_decimal(g), expected);
	grid_free(g);
}

static void the_decimal_sign_is_the_usual_one(void **state)
{
	(void)state;
	assert_decimal("a\n12,5\n-3,25\n4.5\n", ',');
	assert_decimal("a\n12.5\n", '.');
	assert_decimal("a;b\n1;2025-01-01\n1,2,3;x,5\n", '\0');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_separator_is_the_one_all_rows_use),
		cmocka_unit_test(titles_above_the_heads_are_passed_over),
		cmocka_unit_test(workbooks_are_refused_with_what_to_do),
		cmocka_unit_test(sep_in_the_first_line_is_believed),
		cmocka_unit_test(line_ends_are_told),
		cmocka_unit_test(the_encoding_is_told),
		cmocka_unit_test(damage_is_not_taken_for_another_encoding),
		cmocka_unit_test(utf16_is_refused_with_what_to_do),
		cmocka_unit_test(windows_text_is_read_and_written),
		cmocka_unit_test(the_decimal_sign_is_the_usual_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
