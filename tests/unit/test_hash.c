/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes: the examples of FIPS 180-2. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"

static const char two_blocks[] =
	"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

static void hashes_are_those_of_the_standard(void **state)
{
	char hex[HASH_HEX_SIZE];

	(void)state;
	hash_print_hex("abc", 3, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
				 "b00361a396177a9cb410ff61f20015ad");
	hash_print_hex(two_blocks, sizeof(two_blocks) - 1, hex);
	assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039"
				 "a33ce45964ff2167f6ecedd419db06c1");
}

static void base64_says_the_same(void **state)
{
	char base64[HASH_BASE64_SIZE];

	(void)state;
	hash_print_base64("", 0, base64);
	assert_string_equal(base64, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hashes_are_those_of_the_standard),
		cmocka_unit_test(base64_says_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
