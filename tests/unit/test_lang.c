/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language is chosen, and that it is spoken. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"

static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

/* What is chosen when the four variables have these values (NULL: not set). */
static enum lang chosen(const char *language, const char *lc_all, const char *lc_messages,
			const char *lang)
{
	const char *values[] = { language, lc_all, lc_messages, lang };

	for (size_t i = 0; i < 4; i++) {
		if (values[i])
			setenv(names[i], values[i], 1);
		else
			unsetenv(names[i]);
	}
	assert_true(lang_choose(NULL));
	return lang_get();
}

static void swedish_is_spoken_when_nothing_is_said(void **state)
{
	(void)state;
	assert_int_equal(chosen(NULL, NULL, NULL, NULL), LANG_SV);
	assert_int_equal(chosen("", "", "", ""), LANG_SV);
	assert_int_equal(chosen(NULL, "C.UTF-8", NULL, NULL), LANG_SV);
	assert_int_equal(chosen("de:fr", NULL, NULL, "de_DE.UTF-8"), LANG_SV);
}

static void the_first_of_the_two_languages_wins(void **state)
{
	(void)state;
	assert_int_equal(chosen("sv:en", NULL, NULL, NULL), LANG_SV);
	assert_int_equal(chosen("en:sv", NULL, NULL, NULL), LANG_EN);
	assert_int_equal(chosen("de:en_GB:sv", NULL, NULL, NULL), LANG_EN);
	assert_int_equal(chosen(":sv", NULL, NULL, "en_GB.UTF-8"), LANG_SV);
	assert_int_equal(chosen(NULL, NULL, NULL, "sv_SE.UTF-8"), LANG_SV);
	assert_int_equal(chosen(NULL, NULL, NULL, "en_US.UTF-8"), LANG_EN);
	assert_int_equal(chosen(NULL, NULL, NULL, "en"), LANG_EN);
}

static void the_variables_have_their_order(void **state)
{
	(void)state;
	assert_int_equal(chosen("en", "sv_SE", "sv_SE", "sv_SE"), LANG_EN);
	assert_int_equal(chosen("de", "en_US", "sv_SE", "sv_SE"), LANG_EN);
	assert_int_equal(chosen(NULL, "C", "en_US", "sv_SE"), LANG_EN);
	assert_int_equal(chosen(NULL, "sv_SE", "en_US", "en_US"), LANG_SV);
}

static void the_option_goes_before_the_variables(void **state)
{
	(void)state;
	chosen(NULL, NULL, NULL, "sv_SE");
	assert_true(lang_choose("en"));
	assert_int_equal(lang_get(), LANG_EN);
	setenv("LANGUAGE", "en", 1);
	assert_true(lang_choose("sv"));
	assert_int_equal(lang_get(), LANG_SV);
}

static void another_option_is_refused_and_changes_nothing(void **state)
{
	(void)state;
	lang_set(LANG_EN);
	assert_false(lang_choose("de"));
	assert_false(lang_choose(""));
	assert_false(lang_choose("svenska"));
	assert_int_equal(lang_get(), LANG_EN);
}

static void letters_are_utf8_and_numbers_have_points(void **state)
{
	static const char *const locales[] = { "C", "POSIX", "C.UTF-8",
					       "xx_YY.ISO-8859-1" };
	char number[16];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		chosen(NULL, locales[i], NULL, NULL);
		assert_string_equal(nl_langinfo(CODESET), "UTF-8");
		assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
		snprintf(number, sizeof(number), "%.1f", 1.5);
		assert_string_equal(number, "1.5");
	}
}

/* The least catalogue gettext reads: a header and one message, "ny" to "new". */
static void write_catalogue(const char *path)
{
	static const char texts[] =
		"\0ny\0Content-Type: text/plain; charset=UTF-8\n\0new";
	static const uint32_t head[] = {
		0x950412de, 0, 2, 28, 44, 0, 60,
		0, 60, 2, 61,      /* lengths and places of the messages */
		40, 64, 3, 105,    /* and of their translations */
	};
	struct err e;
	struct text bytes = { 0 };

	text_add_part(&bytes, (const char *)head, sizeof(head));
	text_add_part(&bytes, texts, sizeof(texts));
	assert_true(path_make_folder_of(path, &e));
	assert_true(path_write(path, bytes.bytes, bytes.length, &e));
	text_done(&bytes);
}

static void messages_follow_the_language_at_once(void **state)
{
	char *folder = path_join(getenv("HOME"), "locale");
	char *file = path_join(folder, "en/LC_MESSAGES/" PACKAGE ".mo");

	(void)state;
	write_catalogue(file);
	chosen("sv:en", NULL, NULL, NULL);
	bindtextdomain(PACKAGE, folder);
	assert_string_equal(_("ny"), "ny");
	lang_set(LANG_EN);
	assert_string_equal(_("ny"), "new");
	lang_set(LANG_SV);
	assert_string_equal(_("ny"), "ny");
	lang_set(LANG_EN);
	assert_string_equal(_("ny"), "new");
	free(folder);
	free(file);
}

static void the_catalogue_is_that_of_the_program(void **state)
{
	(void)state;
	path_init("");
	assert_true(lang_choose("en"));
	assert_string_equal(textdomain(NULL), PACKAGE);
	assert_string_equal(bindtextdomain(PACKAGE, NULL), path_locale());
}

static void words_are_picked_in_the_language_spoken(void **state)
{
	struct words both = { "insats", "intervention" }, only = { "förbund", "" };

	(void)state;
	lang_set(LANG_SV);
	assert_string_equal(lang_pick(both), "insats");
	lang_set(LANG_EN);
	assert_string_equal(lang_pick(both), "intervention");
	assert_string_equal(lang_pick(only), "förbund");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(swedish_is_spoken_when_nothing_is_said),
		cmocka_unit_test(the_first_of_the_two_languages_wins),
		cmocka_unit_test(the_variables_have_their_order),
		cmocka_unit_test(the_option_goes_before_the_variables),
		cmocka_unit_test(another_option_is_refused_and_changes_nothing),
		cmocka_unit_test(letters_are_utf8_and_numbers_have_points),
		cmocka_unit_test(messages_follow_the_language_at_once),
		cmocka_unit_test(the_catalogue_is_that_of_the_program),
		cmocka_unit_test(words_are_picked_in_the_language_spoken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
