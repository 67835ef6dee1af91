/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing: what opens, and all that must not. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/seal.h"
#include "base/err.h"
#include "base/path.h"
#include "base/text.h"

#define DIGITS "198505052384"

static char folder[64];
static struct err e;

static int enter_folder(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/samreg-seal.XXXXXX");
	return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

static int leave_folder(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return chdir("/") || system(command) ? -1 : 0;
}

static void put(const char *path, const char *bytes)
{
	assert_true(path_write(path, bytes, strlen(bytes), &e));
}

static void get(const char *path, struct text *out)
{
	text_clear(out);
	assert_true(path_read(path, 1 << 16, out, &e));
}

static unsigned mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void must_say(const char *part)
{
	if (!strstr(e.text, part))
		fail_msg("\"%s\" does not say \"%s\"", e.text, part);
}

static struct seal *open_new(const char *file)
{
	struct seal *s;

	if (!seal_make_key(file, &e))
		fail_msg("%s", e.text);
	s = seal_open(file, &e);
	if (!s)
		fail_msg("%s", e.text);
	return s;
}

static void a_key_is_made_once_and_for_its_owner(void **state)
{
	struct text before = { 0 }, after = { 0 };

	(void)state;
	assert_true(seal_make_key("a.key", &e));
	assert_int_equal(mode_of("a.key"), 0600);
	get("a.key", &before);
	assert_int_equal(before.length, strlen("samreg-register-key:") + 44 + 1);
	assert_false(seal_make_key("a.key", &e));
	must_say("a.key: finns redan");
	get("a.key", &after);
	assert_string_equal(text_get(&before), text_get(&after));
	assert_true(seal_make_key("b.key", &e));
	get("b.key", &after);
	assert_string_not_equal(text_get(&before), text_get(&after));
	text_done(&before);
	text_done(&after);
}

static void refuse_key(const char *file, const char *reason)
{
	assert_null(seal_open(file, &e));
	must_say(file);
	must_say(reason);
}

static void what_is_no_key_is_refused(void **state)
{
	struct text key = { 0 }, longer = { 0 };

	(void)state;
	refuse_key("missing", "kan inte läsas");
	refuse_key(".", "är inte en vanlig fil");
	put("empty", "");
	refuse_key("empty", "ingen nyckel");
	put("other", "samreg-register-key:abc\n");
	refuse_key("other", "ingen nyckel");
	assert_true(seal_make_key("key", &e));
	get("key", &key);
	text_addf(&longer, "%sx", text_get(&key));
	put("longer", text_get(&longer));
	refuse_key("longer", "ingen nyckel");
	key.bytes[key.length - 4] = '\n';
	put("shorter", text_get(&key));
	refuse_key("shorter", "ingen nyckel");
	assert_true(seal_make_pair("pair", &e));
	refuse_key("pair.private", "ingen nyckel");
	refuse_key("pair.public", "ingen nyckel");
	assert_int_equal(chmod("key", 0640), 0);
	refuse_key("key", "chmod 600");
	text_done(&key);
	text_done(&longer);
}

static void a_loaded_key_forbids_core_dumps(void **state)
{
	struct rlimit limit = { 1, 1 };
	struct seal *s = open_new("key");

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_CORE, &limit), 0);
	assert_int_equal(limit.rlim_cur, 0);
	assert_int_equal(limit.rlim_max, 0);
	seal_close(s);
	seal_close(NULL);
}

static void a_number_is_sealed_and_opened(void **state)
{
	struct seal *s = open_new("key"), *again = seal_open("key", &e);
	unsigned char one[SEAL_NUMBER_SIZE], two[SEAL_NUMBER_SIZE];
	char digits[IDENTITY_NUMBER_SIZE];

	(void)state;
	assert_non_null(again);
	seal_number(s, "blekinge-1", DIGITS, one);
	seal_number(s, "blekinge-1", DIGITS, two);
	assert_memory_not_equal(one, two, sizeof(one));
	assert_null(memmem(one, sizeof(one), DIGITS, 6));
	assert_true(seal_open_number(again, "blekinge-1", one, sizeof(one), digits));
	assert_string_equal(digits, DIGITS);
	assert_true(seal_open_number(s, "blekinge-1", two, sizeof(two), digits));
	assert_string_equal(digits, DIGITS);
	seal_close(s);
	seal_close(again);
}

static void refuse_number(const struct seal *s, const char *person, const void *sealed,
			  size_t length)
{
	char digits[IDENTITY_NUMBER_SIZE] = "x";

	assert_false(seal_open_number(s, person, sealed, length, digits));
	assert_string_equal(digits, "");
}

static void a_seal_opens_for_nothing_else(void **state)
{
	struct seal *s = open_new("key"), *other = open_new("other");
	unsigned char sealed[SEAL_NUMBER_SIZE];

	(void)state;
	seal_number(s, "blekinge-1", DIGITS, sealed);
	refuse_number(s, "blekinge-2", sealed, sizeof(sealed));
	refuse_number(s, "", sealed, sizeof(sealed));
	refuse_number(other, "blekinge-1", sealed, sizeof(sealed));
	refuse_number(s, "blekinge-1", sealed, sizeof(sealed) - 1);
	refuse_number(s, "blekinge-1", sealed, 0);
	for (size_t bit = 0; bit < 8 * sizeof(sealed); bit++) {
		sealed[bit / 8] ^= (unsigned char)(1 << bit % 8);
		refuse_number(s, "blekinge-1", sealed, sizeof(sealed));
		sealed[bit / 8] ^= (unsigned char)(1 << bit % 8);
	}
	seal_close(s);
	seal_close(other);
}

static void a_number_is_found_by_the_key_alone(void **state)
{
	struct seal *s = open_new("key"), *other = open_new("other");
	unsigned char one[SEAL_LOOKUP_SIZE], two[SEAL_LOOKUP_SIZE];

	(void)state;
	seal_look_up(s, DIGITS, one);
	seal_look_up(s, DIGITS, two);
	assert_memory_equal(one, two, sizeof(one));
	seal_look_up(s, "198505052392", two);
	assert_memory_not_equal(one, two, sizeof(one));
	seal_look_up(other, DIGITS, two);
	assert_memory_not_equal(one, two, sizeof(one));
	seal_close(s);
	seal_close(other);
}

static void a_key_has_its_mark(void **state)
{
	struct seal *s = open_new("key"), *again = seal_open("key", &e);
	struct seal *other = open_new("other");
	char mark[SEAL_MARK_SIZE], same[SEAL_MARK_SIZE], different[SEAL_MARK_SIZE];

	(void)state;
	seal_print_mark(s, mark);
	seal_print_mark(again, same);
	seal_print_mark(other, different);
	assert_int_equal(strlen(mark), SEAL_MARK_SIZE - 1);
	assert_string_equal(mark, same);
	assert_string_not_equal(mark, different);
	seal_close(s);
	seal_close(again);
	seal_close(other);
}

static void a_pair_is_made_whole_or_not(void **state)
{
	struct text before = { 0 }, after = { 0 };

	(void)state;
	assert_true(seal_make_pair("nation", &e));
	assert_int_equal(mode_of("nation.public"), 0600);
	assert_int_equal(mode_of("nation.private"), 0600);
	get("nation.private", &before);
	assert_false(seal_make_pair("nation", &e));
	must_say("finns redan");
	get("nation.private", &after);
	assert_string_equal(text_get(&before), text_get(&after));
	assert_int_equal(unlink("nation.public"), 0);
	assert_false(seal_make_pair("nation", &e));
	assert_false(path_exists("nation.public"));
	assert_int_equal(unlink("nation.private"), 0);
	put("nation.public", "mine");
	assert_false(seal_make_pair("nation", &e));
	assert_false(path_exists("nation.private"));
	assert_false(seal_make_pair("no-folder/nation", &e));
	text_done(&before);
	text_done(&after);
}

static void seal_or_fail(const char *public_file, const char *bytes, struct text *out)
{
	text_clear(out);
	if (!seal_for(public_file, bytes, strlen(bytes), out, &e))
		fail_msg("%s", e.text);
}

static void a_recipient_opens_what_is_for_him(void **state)
{
	struct text sealed = { 0 };
	char bytes[5001], *opened;
	size_t length;

	(void)state;
	assert_true(seal_make_pair("nation", &e));
	for (size_t size = 0; size < sizeof(bytes); size += 625) {
		memset(bytes, 'x', size);
		bytes[size] = '\0';
		seal_or_fail("nation.public", bytes, &sealed);
		assert_null(strstr(text_get(&sealed), "xxxxx"));
		assert_true(strcspn(text_get(&sealed), "\n") <= 76);
		assert_true(seal_open_for("nation.private", "file", &sealed, &opened,
					  &length, &e));
		assert_int_equal(length, size);
		assert_memory_equal(opened, bytes, length);
		seal_free_room(opened);
	}
	text_done(&sealed);
}

static void refuse_opening(const char *key, const struct text *sealed, const char *reason)
{
	char *opened;
	size_t length;

	assert_false(seal_open_for(key, "file", sealed, &opened, &length, &e));
	assert_null(opened);
	must_say(reason);
}

static void nobody_else_opens_it(void **state)
{
	struct text sealed = { 0 };

	(void)state;
	assert_true(seal_make_pair("nation", &e) && seal_make_pair("other", &e));
	seal_or_fail("nation.public", DIGITS, &sealed);
	refuse_opening("other.private", &sealed, "file: kan inte öppnas");
	refuse_opening("nation.public", &sealed, "ingen mottagares hemliga nyckel");
	assert_int_equal(chmod("nation.private", 0644), 0);
	refuse_opening("nation.private", &sealed, "chmod 600");
	assert_int_equal(chmod("nation.private", 0600), 0);
	sealed.bytes[10] = sealed.bytes[10] == 'A' ? 'B' : 'A';
	refuse_opening("nation.private", &sealed, "file: kan inte öppnas");
	sealed.bytes[10] = '!';
	refuse_opening("nation.private", &sealed, "file: är inget förseglat");
	text_clear(&sealed);
	refuse_opening("nation.private", &sealed, "file: är inget förseglat");
	assert_false(seal_for("nation.private", "x", 1, &sealed, &e));
	must_say("ingen mottagares öppna nyckel");
	put("zero", "samreg-public-key:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
	assert_false(seal_for("zero", "x", 1, &sealed, &e));
	must_say("zero: ingen mottagares öppna nyckel");
	assert_int_equal(sealed.length, 0);
	text_done(&sealed);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_key_is_made_once_and_for_its_owner),
		IN_FOLDER(what_is_no_key_is_refused),
		IN_FOLDER(a_loaded_key_forbids_core_dumps),
		IN_FOLDER(a_number_is_sealed_and_opened),
		IN_FOLDER(a_seal_opens_for_nothing_else),
		IN_FOLDER(a_number_is_found_by_the_key_alone),
		IN_FOLDER(a_key_has_its_mark),
		IN_FOLDER(a_pair_is_made_whole_or_not),
		IN_FOLDER(a_recipient_opens_what_is_for_him),
		IN_FOLDER(nobody_else_opens_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
