/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie, and reading and writing them whole. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/path.h"
#include "base/text.h"

static char folder[64];
static struct err e;

static int enter_folder(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/samreg-path.XXXXXX");
	return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

static int leave_folder(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return chdir("/") || system(command) ? -1 : 0;
}

static unsigned mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static size_t files_in(const char *path)
{
	DIR *dir = opendir(path);
	size_t count = 0;

	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));)
		count += entry->d_name[0] != '.';
	closedir(dir);
	return count;
}

static void put(const char *path, const char *bytes)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	fputs(bytes, f);
	assert_int_equal(fclose(f), 0);
}

static void assert_holds(const char *path, const char *bytes)
{
	struct text found = { 0 };

	assert_true(path_read(path, 1 << 20, &found, &e));
	assert_string_equal(text_get(&found), bytes);
	text_done(&found);
}

static void assert_path(char *path, const char *expected)
{
	assert_string_equal(path, expected);
	free(path);
}

static void paths_are_joined(void **state)
{
	(void)state;
	assert_path(path_join("a", "b"), "a/b");
	assert_path(path_join("", "b"), "b");
	assert_path(path_join("/", "b"), "/b");
	assert_path(path_join("/a/", "b/c"), "/a/b/c");
}

static void data_is_found_where_it_lies(void **state)
{
	(void)state;
	unsetenv("SAMREG_DATA");
	assert_path(path_data("forms/index.csv"), PKGDATADIR "/forms/index.csv");
	assert_string_equal(path_locale(), LOCALEDIR);
	path_init("");
	assert_path(path_data("forms/index.csv"), SOURCEDIR "/forms/index.csv");
	assert_string_equal(path_locale(), BUILDDIR "/locale");
	setenv("SAMREG_DATA", "/elsewhere", 1);
	assert_path(path_data("forms/index.csv"), "/elsewhere/forms/index.csv");
	setenv("SAMREG_DATA", "", 1);
	assert_path(path_data("data/schema/001.sql"), SOURCEDIR "/data/schema/001.sql");
}

static void the_register_lies_where_it_is_said(void **state)
{
	(void)state;
	setenv("HOME", "/home/anna", 1);
	setenv("XDG_DATA_HOME", "/srv/data", 1);
	setenv("SAMREG_DB", "my.db", 1);
	assert_path(path_register(), "my.db");
	setenv("SAMREG_DB", "", 1);
	assert_path(path_register(), "/srv/data/samreg/register.db");
	unsetenv("SAMREG_DB");
	setenv("XDG_DATA_HOME", "not/absolute", 1);
	assert_path(path_register(), "/home/anna/.local/share/samreg/register.db");
	unsetenv("XDG_DATA_HOME");
	assert_path(path_register(), "/home/anna/.local/share/samreg/register.db");
}

static void a_key_lies_beside_its_register(void **state)
{
	(void)state;
	unsetenv("SAMREG_KEY");
	assert_path(path_key("a/register.db"), "a/register.db.key");
	setenv("SAMREG_KEY", "", 1);
	assert_path(path_key("b.db"), "b.db.key");
	setenv("SAMREG_KEY", "/media/key", 1);
	assert_path(path_key("b.db"), "/media/key");
	unsetenv("SAMREG_KEY");
}

static void folders_are_made_for_their_owner_alone(void **state)
{
	(void)state;
	umask(0);
	assert_true(path_make_folder("one/two//three/", &e));
	assert_int_equal(mode_of("one"), 0700);
	assert_int_equal(mode_of("one/two/three"), 0700);
	assert_true(path_make_folder("one/two/three", &e));
	assert_true(path_make_folder("/", &e));
	assert_true(path_make_folder(".", &e));
	umask(022);
}

static void a_folder_that_cannot_be_made_is_refused(void **state)
{
	(void)state;
	put("file", "x");
	assert_false(path_make_folder("file", &e));
	assert_non_null(strstr(e.text, "file: mappen kan inte skapas"));
	assert_false(path_make_folder("file/below", &e));
	assert_false(path_make_folder("/proc/samreg/below", &e));
	assert_false(path_make_folder("", &e));
	assert_holds("file", "x");
}

static void the_folder_of_a_file_is_made(void **state)
{
	(void)state;
	assert_true(path_make_folder_of("of/a/file", &e));
	assert_true(path_exists("of/a"));
	assert_false(path_exists("of/a/file"));
	assert_true(path_make_folder_of("file-here", &e));
	assert_true(path_make_folder_of("/file-there", &e));
	assert_false(path_exists("file-here"));
}

static void what_is_written_is_read(void **state)
{
	struct text out = { 0 };

	(void)state;
	umask(0);
	assert_true(path_write("bytes", "a\0b\n\xFF", 5, &e));
	umask(022);
	assert_int_equal(mode_of("bytes"), 0600);
	text_add(&out, "before ");
	assert_true(path_read("bytes", 5, &out, &e));
	assert_int_equal(out.length, 12);
	assert_memory_equal(out.bytes, "before a\0b\n\xFF", 13);
	text_done(&out);
	assert_true(path_write("empty", "", 0, &e));
	assert_holds("empty", "");
}

static void a_large_file_comes_back_whole(void **state)
{
	struct text in = { 0 }, out = { 0 };

	(void)state;
	for (int i = 0; i < 50000; i++)
		text_addf(&in, "%d\n", i);
	assert_true(path_write("large", text_get(&in), in.length, &e));
	assert_true(path_read("large", in.length, &out, &e));
	assert_int_equal(out.length, in.length);
	assert_memory_equal(out.bytes, in.bytes, in.length + 1);
	text_done(&in);
	text_done(&out);
}

static void writing_replaces_and_leaves_nothing_beside(void **state)
{
	(void)state;
	assert_true(path_make_folder("own", &e));
	put("own/file", "old and longer");
	chmod("own/file", 0644);
	assert_true(path_write("own/file", "new", 3, &e));
	assert_holds("own/file", "new");
	assert_int_equal(mode_of("own/file"), 0600);
	assert_int_equal(files_in("own"), 1);
}

static void a_new_file_replaces_nothing(void **state)
{
	(void)state;
	assert_int_equal(mkdir("new", 0700), 0);
	assert_true(path_write_new("new/file", "first", 5, &e));
	assert_int_equal(mode_of("new/file"), 0600);
	assert_false(path_write_new("new/file", "second", 6, &e));
	assert_non_null(strstr(e.text, "new/file: finns redan"));
	assert_holds("new/file", "first");
	assert_int_equal(symlink("nowhere", "new/link"), 0);
	assert_false(path_write_new("new/link", "x", 1, &e));
	assert_int_equal(files_in("new"), 2);
	assert_false(path_exists("nowhere"));
}

static void who_reads_the_old_file_keeps_it(void **state)
{
	char bytes[16] = "";
	FILE *f;

	(void)state;
	put("open", "old");
	f = fopen("open", "rb");
	assert_non_null(f);
	assert_true(path_write("open", "brand new", 9, &e));
	assert_int_equal(fread(bytes, 1, sizeof(bytes), f), 3);
	assert_string_equal(bytes, "old");
	fclose(f);
	assert_holds("open", "brand new");
}

static void a_link_is_replaced_and_not_followed(void **state)
{
	(void)state;
	put("victim", "untouched");
	assert_int_equal(symlink("victim", "link"), 0);
	assert_true(path_write("link", "new", 3, &e));
	assert_holds("victim", "untouched");
	assert_holds("link", "new");
}

static void a_device_is_written_to_and_not_replaced(void **state)
{
	struct stat st;

	(void)state;
	assert_true(path_write("/dev/null", "x", 1, &e));
	assert_false(path_write("/dev/full", "x", 1, &e));
	assert_non_null(strstr(e.text, "/dev/full"));
	assert_int_equal(stat("/dev/full", &st), 0);
	assert_true(S_ISCHR(st.st_mode));
}

static void writing_that_fails_leaves_nothing_behind(void **state)
{
	(void)state;
	assert_false(path_write("no-folder/file", "x", 1, &e));
	assert_non_null(strstr(e.text, "no-folder/file: kan inte skrivas: "));
	assert_true(path_make_folder("parent/child", &e));
	assert_false(path_write("parent/child", "x", 1, &e));
	assert_int_equal(files_in("parent"), 1);
	assert_int_equal(files_in("parent/child"), 0);
}

static void only_regular_files_are_read(void **state)
{
	static const char *const others[] = { "fifo", "a-folder", "/dev/null", "nowhere",
					      "" };
	struct text out = { 0 };

	(void)state;
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_int_equal(mkdir("a-folder", 0700), 0);
	alarm(10);   /* a fifo must not be waited for */
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		e.text[0] = '\0';
		assert_false(path_read(others[i], 1000, &out, &e));
		assert_int_equal(strncmp(e.text, others[i], strlen(others[i])), 0);
		assert_true(strlen(e.text) > strlen(others[i]) + 2);
		assert_int_equal(out.length, 0);
	}
	alarm(0);
	text_done(&out);
}

static void a_file_over_the_limit_is_refused_whole(void **state)
{
	struct text out = { 0 };

	(void)state;
	put("ten", "0123456789");
	text_add(&out, "kept");
	assert_false(path_read("ten", 9, &out, &e));
	assert_string_equal(text_get(&out), "kept");
	assert_int_equal(out.length, 4);
	/* The sizes are told; a hole takes no room on the disk. */
	assert_false(truncate("ten", 87000001));
	assert_false(path_read("ten", 64 << 20, &out, &e));
	assert_string_equal(e.text, "ten: är för stor: 88 MB, högst 67 MB kan läsas");
	assert_int_equal(out.length, 4);
	assert_false(truncate("ten", 10));
	assert_true(path_read("ten", 10, &out, &e));
	assert_string_equal(text_get(&out), "kept0123456789");
	text_done(&out);
}

static void a_folder_comes_whole_under_its_name(void **state)
{
	char *temporary = path_make_beside("delivery", &e), *file;

	(void)state;
	assert_non_null(temporary);
	assert_int_equal(mode_of(temporary), 0700);
	file = path_join(temporary, "a.csv");
	assert_true(path_write(file, "a", 1, &e));
	assert_false(path_exists("delivery"));
	assert_true(path_place_folder(temporary, "delivery", &e));
	assert_holds("delivery/a.csv", "a");
	assert_false(path_exists(temporary));
	free(file);
	free(temporary);
}

static void a_folder_takes_away_what_was_left_of_it(void **state)
{
	char *left = path_make_beside("again", &e), *file, *other, *temporary;

	(void)state;
	file = path_join(left, "a.csv");
	assert_true(path_write(file, "a", 1, &e));
	other = path_make_beside("against", &e);
	temporary = path_make_beside("again", &e);
	assert_false(path_exists(left));
	assert_true(path_exists(other));
	assert_true(path_exists(temporary));
	assert_string_not_equal(left, temporary);
	path_remove_folder(other);
	path_remove_folder(temporary);
	free(left);
	free(file);
	free(other);
	free(temporary);
}

static void a_folder_replaces_nothing(void **state)
{
	char *temporary;

	(void)state;
	assert_int_equal(mkdir("taken", 0700), 0);
	put("occupied", "kept");
	temporary = path_make_beside("taken", &e);
	assert_non_null(temporary);
	assert_false(path_place_folder(temporary, "taken", &e));
	assert_string_equal(e.text, "taken: finns redan");
	assert_false(path_place_folder(temporary, "occupied", &e));
	assert_holds("occupied", "kept");
	free(temporary);
	assert_null(path_make_beside("nowhere/folder", &e));
	assert_int_equal(strncmp(e.text, "nowhere/folder: ", 16), 0);
}

static void a_folder_goes_with_its_files(void **state)
{
	char *temporary = path_make_beside("gone", &e), *file;

	(void)state;
	assert_non_null(temporary);
	file = path_join(temporary, ".hidden");
	put(file, "x");
	path_remove_folder(temporary);
	assert_false(path_exists(temporary));
	free(file);
	free(temporary);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_joined),
		cmocka_unit_test(data_is_found_where_it_lies),
		cmocka_unit_test(the_register_lies_where_it_is_said),
		cmocka_unit_test(a_key_lies_beside_its_register),
		cmocka_unit_test(folders_are_made_for_their_owner_alone),
		cmocka_unit_test(a_folder_that_cannot_be_made_is_refused),
		cmocka_unit_test(the_folder_of_a_file_is_made),
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(a_large_file_comes_back_whole),
		cmocka_unit_test(writing_replaces_and_leaves_nothing_beside),
		cmocka_unit_test(a_new_file_replaces_nothing),
		cmocka_unit_test(who_reads_the_old_file_keeps_it),
		cmocka_unit_test(a_link_is_replaced_and_not_followed),
		cmocka_unit_test(a_device_is_written_to_and_not_replaced),
		cmocka_unit_test(writing_that_fails_leaves_nothing_behind),
		cmocka_unit_test(only_regular_files_are_read),
		cmocka_unit_test(a_file_over_the_limit_is_refused_whole),
		cmocka_unit_test(a_folder_comes_whole_under_its_name),
		cmocka_unit_test(a_folder_takes_away_what_was_left_of_it),
		cmocka_unit_test(a_folder_replaces_nothing),
		cmocka_unit_test(a_folder_goes_with_its_files),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
