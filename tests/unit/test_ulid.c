/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids that sort by time and never meet. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/ulid.h"

static void an_id_is_26_letters_of_the_alphabet(void **state)
{
	char id[ULID_SIZE];

	(void)state;
	ulid_new(id);
	assert_int_equal(strlen(id), 26);
	assert_int_equal(strspn(id, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 26);
	assert_true(id[0] <= '7');
}

static void known_bits_give_known_letters(void **state)
{
	static const unsigned char nought[10] = { 0 };
	static const unsigned char full[10] = { 255, 255, 255, 255, 255,
						255, 255, 255, 255, 255 };
	static const unsigned char steps[10] = { 0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54,
						 0xB6, 0x35, 0xCF };
	char id[ULID_SIZE];

	(void)state;
	ulid_from(0, nought, id);
	assert_string_equal(id, "00000000000000000000000000");
	ulid_from((1LL << 48) - 1, full, id);
	assert_string_equal(id, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
	ulid_from(1469918176385, steps, id);
	assert_string_equal(id, "01ARYZ6S410123456789ABCDEF");
}

static void assert_ten_thousand_rise(void)
{
	char earlier[ULID_SIZE] = "", id[ULID_SIZE];

	for (int i = 0; i < 10000; i++) {
		ulid_new(id);
		assert_true(strcmp(earlier, id) < 0);
		memcpy(earlier, id, sizeof(id));
	}
}

static void each_is_larger_than_the_one_before(void **state)
{
	(void)state;
	unsetenv("SAMREG_CLOCK");
	assert_ten_thousand_rise();
}

static void so_they_are_when_the_clock_stands_or_goes_back(void **state)
{
	char before[ULID_SIZE], after[ULID_SIZE];

	(void)state;
	setenv("SAMREG_CLOCK", "2100-01-01T00:00:00", 1);
	ulid_new(before);
	assert_ten_thousand_rise();
	setenv("SAMREG_CLOCK", "2001-01-01T00:00:00", 1);
	ulid_new(after);
	assert_true(strcmp(before, after) < 0);
	assert_ten_thousand_rise();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_is_26_letters_of_the_alphabet),
		cmocka_unit_test(known_bits_give_known_letters),
		cmocka_unit_test(each_is_larger_than_the_one_before),
		cmocka_unit_test(so_they_are_when_the_clock_stands_or_goes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
