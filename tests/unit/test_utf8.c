/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 as people see it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

#define A_RING "a\xCC\x8A"        /* a and U+030A: å taken apart */
#define O_DOTS "o\xCC\x88"        /* o and U+0308: ö taken apart */
#define WIDE "\xE6\xBC\xA2"       /* U+6F22, two columns */

static void what_is_utf8_is_valid(void **state)
{
	static const char *const texts[] = {
		"", "a", "åäö", A_RING, WIDE, "😀", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF",
		"\xED\x9F\xBF", "\xEE\x80\x80",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_true(utf8_is_valid(texts[i], strlen(texts[i])));
}

static void what_is_not_utf8_is_not_valid(void **state)
{
	static const char *const texts[] = {
		"\xE5\xE4\xF6", /* Latin-1 */
		"\x80",
		"a\xBF", /* nothing to continue */
		"\xC3",
		"\xE6\xBC",
		"\xF0\x9F\x98", /* cut short */
		"\xC0\xAF",
		"\xC1\xBF",
		"\xE0\x80\xAF",
		"\xF0\x80\x80\xAF", /* overlong */
		"\xED\xA0\x80",
		"\xED\xBF\xBF", /* surrogates */
		"\xF4\x90\x80\x80",
		"\xF8\x88\x80\x80\x80",
		"\xFE",
		"\xFF",
		"\xC3(",
		"\xE6\xBC(",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_false(utf8_is_valid(texts[i], strlen(texts[i])));
	assert_false(utf8_is_valid("a\0b", 3));
	assert_false(utf8_is_valid("\0", 1));
	assert_false(utf8_is_valid("å", 1));
}

static void steps_go_over_marks_as_one(void **state)
{
	const char *text = "x" A_RING "y" O_DOTS "\xCC\xA3" WIDE;
	static const size_t stops[] = { 0, 1, 4, 5, 10, 13 };

	(void)state;
	assert_int_equal(strlen(text), 13);
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(utf8_next(text, stops[i]), stops[i + 1]);
		assert_int_equal(utf8_previous(text, stops[i + 1]), stops[i]);
	}
	assert_int_equal(utf8_next(text, 13), 13);
	assert_int_equal(utf8_previous(text, 0), 0);
	assert_int_equal(utf8_next("", 0), 0);
	assert_int_equal(utf8_previous("", 0), 0);
}

static void steps_survive_broken_bytes(void **state)
{
	const char *text = "a\xFF\xC3" "b\xE6\xBC";
	size_t at = 0, steps = 0;

	(void)state;
	while (text[at]) {
		size_t next = utf8_next(text, at);

		assert_in_range(next, at + 1, 6);
		at = next;
		steps++;
	}
	assert_int_equal(at, 6);
	assert_int_equal(steps, 6);
	while (at)
		at = utf8_previous(text, at);
}

static void a_mark_first_is_a_step_of_its_own(void **state)
{
	const char *text = "\xCC\x8A" "a";

	(void)state;
	assert_int_equal(utf8_next(text, 0), 2);
	assert_int_equal(utf8_previous(text, 3), 2);
	assert_int_equal(utf8_width(text), 1);
}

static void width_is_in_columns(void **state)
{
	(void)state;
	assert_int_equal(utf8_width(""), 0);
	assert_int_equal(utf8_width("abc"), 3);
	assert_int_equal(utf8_width("Åäö"), 3);
	assert_int_equal(utf8_width(A_RING O_DOTS), 2);
	assert_int_equal(utf8_width(WIDE "a"), 3);
	assert_int_equal(utf8_width("\xFF"), 1);
	assert_int_equal(utf8_width("│█░–…"), 5);
}

static void only_whole_characters_fit(void **state)
{
	(void)state;
	assert_int_equal(utf8_fit("abc", 5), 3);
	assert_int_equal(utf8_fit("abc", 2), 2);
	assert_int_equal(utf8_fit("abc", 0), 0);
	assert_int_equal(utf8_fit("abc", -1), 0);
	assert_int_equal(utf8_fit("åäö", 2), 4);
	assert_int_equal(utf8_fit(A_RING "b", 1), 3);
	assert_int_equal(utf8_fit(WIDE WIDE, 3), 3);
	assert_int_equal(utf8_fit(WIDE, 1), 0);
	assert_int_equal(utf8_fit("", 3), 0);
}

static void assert_composes(const char *text, const char *expected)
{
	char *composed = utf8_compose(text);

	assert_string_equal(composed, expected);
	free(composed);
}

static void assert_wraps(const char *text, int columns, const char *lines)
{
	char all[200] = "";

	while (*text) {
		const char *next;
		size_t length = utf8_wrap(text, columns, &next);

		assert_true(next > text);
		strncat(all, text, length);
		strcat(all, "|");
		text = next;
	}
	assert_string_equal(all, lines);
}

static void lines_are_wrapped_at_blanks(void **state)
{
	(void)state;
	assert_wraps("en rad", 10, "en rad|");
	assert_wraps("en rad till", 6, "en rad|till|");
	assert_wraps("en  rad", 4, "en|rad|");
	assert_wraps("råd och dåd", 7, "råd och|dåd|");
	assert_wraps("aktivitetsersättning", 10, "aktivitets|ersättning|");
	assert_wraps("a\nb c", 5, "a|b c|");
	assert_wraps(WIDE, 1, WIDE "|");
}

static void composing_joins_letters_and_marks(void **state)
{
	(void)state;
	assert_composes("", "");
	assert_composes("sm" A_RING "", "små");
	assert_composes("K" O_DOTS "P", "KöP");
	assert_composes("å", "å");
	assert_composes("\xE2\x84\xAB", "Å");       /* the ångström sign */
	assert_composes("a\xE5" "b\xC3", "a\uFFFDb\uFFFD");
}

static void assert_folds(const char *text, const char *expected)
{
	char *folded = utf8_fold(text);

	assert_string_equal(folded, expected);
	free(folded);
}

static void folding_takes_case_away(void **state)
{
	(void)state;
	assert_folds("ÅÄÖ É Abc 12", "åäö é abc 12");
	assert_folds("A\xCC\x8A", "å");
	assert_folds("Straße", "strasse");
	assert_folds("\xC5", "\uFFFD");
}

static void a_part_is_found_without_case(void **state)
{
	(void)state;
	assert_true(utf8_contains("ÖREBRO kommun", "örebro"));
	assert_true(utf8_contains("Skellefte" A_RING, "teå"));
	assert_true(utf8_contains("any", ""));
	assert_false(utf8_contains("Hallsberg", "hå"));
	assert_false(utf8_contains("Skellefte" A_RING, "ea"));
	assert_false(utf8_contains("", "a"));
}

static void assert_in_order(const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(utf8_compare_sv(texts[i], texts[i]), 0);
		for (size_t j = i + 1; j < count; j++) {
			if (utf8_compare_sv(texts[i], texts[j]) >= 0 ||
			    utf8_compare_sv(texts[j], texts[i]) <= 0)
				fail_msg("%s does not come before %s", texts[i],
					 texts[j]);
		}
	}
}

static void swedish_order_is_that_of_a_swedish_list(void **state)
{
	static const char *const places[] = {
		"",         "1",          "10",        "2",        "Ale",
		"Alingsås", "Arboga",     "Borås",     "Vadstena", "Valdemarsvik",
		"Växjö",    "Wallenberg", "Xerxes",    "Ystad",    "Zinkgruvan",
		"Åmål",     "Ånge",       "Åre",       "Älmhult",  "Älvdalen",
		"Ödeshög",  "Örebro",     "Östersund",
	};
	/* In today's order w is a letter of its own, after v. */
	static const char *const letters[] = { "v", "va", "vö", "w", "wa", "x",
					       "y", "z",  "å",  "ä", "ö" };

	(void)state;
	assert_in_order(places, sizeof(places) / sizeof(places[0]));
	assert_in_order(letters, sizeof(letters) / sizeof(letters[0]));
}

static void accents_and_case_only_part_equals(void **state)
{
	static const char *const words[] = {
		"Ide", "ide", "idé", "ideal", "Idéer", "idef", "kupé", "Kupén", "kupera",
		"müsli", "mysteri",
	};

	(void)state;
	assert_in_order(words, sizeof(words) / sizeof(words[0]));
}

static void order_does_not_care_how_letters_are_composed(void **state)
{
	(void)state;
	assert_true(utf8_compare_sv("z", A_RING) < 0);
	assert_true(utf8_compare_sv(A_RING, "ä") < 0);
	assert_true(utf8_compare_sv(A_RING "b", "åc") < 0);
	assert_true(utf8_compare_sv("åb", A_RING "c") < 0);
	assert_true(utf8_compare_sv("ä", O_DOTS) < 0);
	assert_true(utf8_compare_sv("A\xCC\x8A", "z") > 0);
	assert_true(utf8_compare_sv("e\xCC\x81" "a", "eb") < 0);
	assert_int_not_equal(utf8_compare_sv(A_RING, "å"), 0);
	assert_int_not_equal(utf8_compare_sv("a", "A"), 0);
	assert_int_equal(utf8_compare_sv("", ""), 0);
}

static void order_survives_broken_bytes(void **state)
{
	(void)state;
	assert_true(utf8_compare_sv("a\xFF", "a") > 0);
	assert_true(utf8_compare_sv("a", "a\xC3") < 0);
	assert_int_not_equal(utf8_compare_sv("\xFF", "\xFE"), 0);
}

static void assert_cleans(const char *text, const char *expected)
{
	char *clean = utf8_clean(text);

	assert_string_equal(clean, expected);
	free(clean);
}

static void control_characters_are_taken_away(void **state)
{
	(void)state;
	assert_cleans("", "");
	assert_cleans("Åsa Öst", "Åsa Öst");
	assert_cleans("a\tb\nc\r\nd", "a b c d");
	assert_cleans("\x1B[31mred\a\b\x7F", "[31mred");
	assert_cleans("a\xC2\x9B" "31mb", "a31mb");              /* C1: CSI */
	assert_cleans("a\xE2\x80\xA8" "b\xE2\x80\xA9" "c", "a b c");
	assert_cleans("ok\xE5!", "ok\uFFFD!");
	assert_cleans("\uFFFD", "\uFFFD");
}

static void text_cannot_be_turned_round(void **state)
{
	(void)state;
	assert_cleans("\u202Egnp.exe\u202C", "gnp.exe");
	assert_cleans("\u2066a\u2067b\u2068c\u2069", "abc");
	assert_cleans("\u200Ea\u200Fb\u061C", "ab");
	assert_cleans("a\u200Bb\u200Dc\uFEFFd\u00ADe", "abcde");
	assert_cleans("a\U000E0041b", "ab");
}

static void letters_keep_their_marks(void **state)
{
	(void)state;
	assert_cleans("Sk" A_RING "ne " WIDE " 😀", "Sk" A_RING "ne " WIDE " 😀");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_utf8_is_valid),
		cmocka_unit_test(what_is_not_utf8_is_not_valid),
		cmocka_unit_test(steps_go_over_marks_as_one),
		cmocka_unit_test(steps_survive_broken_bytes),
		cmocka_unit_test(a_mark_first_is_a_step_of_its_own),
		cmocka_unit_test(width_is_in_columns),
		cmocka_unit_test(only_whole_characters_fit),
		cmocka_unit_test(lines_are_wrapped_at_blanks),
		cmocka_unit_test(composing_joins_letters_and_marks),
		cmocka_unit_test(folding_takes_case_away),
		cmocka_unit_test(a_part_is_found_without_case),
		cmocka_unit_test(swedish_order_is_that_of_a_swedish_list),
		cmocka_unit_test(accents_and_case_only_part_equals),
		cmocka_unit_test(order_does_not_care_how_letters_are_composed),
		cmocka_unit_test(order_survives_broken_bytes),
		cmocka_unit_test(control_characters_are_taken_away),
		cmocka_unit_test(text_cannot_be_turned_round),
		cmocka_unit_test(letters_keep_their_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
