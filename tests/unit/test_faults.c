/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that is wrong, told at once. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/faults.h"
#include "base/text.h"
#include "base/utf8.h"

static void every_fault_is_kept_in_order(void **state)
{
	struct faults f = { 0 };
	char file[] = "file.csv";

	(void)state;
	for (size_t i = 0; i < 500; i++)
		assert_false(faults_add(&f, file, i, i + 1, "fault %zu", i));
	file[0] = 'x';
	assert_int_equal(f.count, 500);
	assert_string_equal(f.items[499].file, "file.csv");
	assert_int_equal(f.items[499].row, 499);
	assert_int_equal(f.items[499].column, 500);
	assert_string_equal(f.items[499].message, "fault 499");
	faults_done(&f);
	assert_int_equal(f.count, 0);
	assert_null(f.items);
	faults_done(&f);
}

static void each_is_printed_with_as_much_place_as_it_has(void **state)
{
	struct faults f = { 0 };
	struct text out = { 0 };

	(void)state;
	faults_add(&f, "a.csv", 3, 2, "cell");
	faults_add(&f, "a.csv", 3, 0, "row");
	faults_add(&f, "a.csv", 0, 0, "file");
	faults_add(&f, "a.csv", 0, 7, "column without row");
	faults_add(&f, "", 0, 0, "b: no file");
	faults_add(&f, "", 4, 5, "no file, row");
	faults_print(&f, &out);
	assert_string_equal(text_get(&out), "samreg: a.csv:3:2: cell\n"
					    "samreg: a.csv:3: row\n"
					    "samreg: a.csv: file\n"
					    "samreg: a.csv: column without row\n"
					    "samreg: b: no file\n"
					    "samreg: no file, row\n");
	text_done(&out);
	faults_done(&f);
}

static void a_hostile_text_cannot_steer_the_terminal(void **state)
{
	struct faults f = { 0 };
	struct text out = { 0 };

	(void)state;
	faults_add(&f, "a\x1B[2J.csv", 1, 1, "%s", "\x1B]0;x\a line\nline \xFF");
	faults_print(&f, &out);
	assert_string_equal(text_get(&out),
			    "samreg: a[2J.csv:1:1: ]0;x line line \uFFFD\n");
	text_done(&out);
	faults_done(&f);
}

static void a_long_message_is_cut_at_a_whole_character(void **state)
{
	struct faults f = { 0 };
	char text[4000] = "";

	(void)state;
	for (size_t i = 0; i < 1500; i++)
		strcat(text, "å");
	faults_add(&f, "", 0, 0, "%s", text);
	faults_add(&f, "", 0, 0, "x%s", text);
	for (size_t i = 0; i < 2; i++) {
		size_t length = strlen(f.items[i].message);

		assert_in_range(length, 1000, 1023);
		assert_true(utf8_is_valid(f.items[i].message, length));
	}
	faults_done(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fault_is_kept_in_order),
		cmocka_unit_test(each_is_printed_with_as_much_place_as_it_has),
		cmocka_unit_test(a_hostile_text_cannot_steer_the_terminal),
		cmocka_unit_test(a_long_message_is_cut_at_a_whole_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
