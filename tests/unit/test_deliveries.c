/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries: made, kept, written again, listed. */
#include "app_fixture.h"
#include "delivery_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/deleted.h"
#include "app/deliveries.h"
#include "app/delivery_copies.h"
#include "app/entry.h"
#include "app/export.h"
#include "app/inside.h"
#include "app/records.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/record.h"
#include "store/db.h"

/* ---- making and keeping ---- */

static void it_is_whole_and_for_its_owner(void **state)
{
	const struct export_order order = { .year = 2024, .out = world.out };
	struct err e = { "" };
	struct export done;
	struct stat st;

	(void)state;
	assert_true(export_write(world.app, &order, &done, &e));
	assert_non_null(strstr(done.folder, "/out/blekinge-2024-r1"));
	assert_int_equal(done.revision, 1);
	assert_int_equal(done.participations, 2);
	assert_int_equal(stat(done.folder, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(done.files.count, PACKAGE_FILES + 1);
	for (size_t i = 0; i < done.files.count; i++) {
		const struct delivery_file *file = &done.files.items[i];
		char *path = path_join(done.folder, file->name);
		struct text bytes = { 0 };

		assert_true(path_read(path, 1 << 20, &bytes, &e));
		assert_string_equal(text_get(&bytes), text_get(&file->bytes));
		assert_int_equal(stat(path, &st), 0);
		assert_int_equal(st.st_mode & 0777, 0600);
		text_done(&bytes);
		free(path);
	}
	export_done(&done);
}

static void errors_stop_it(void **state)
{
	const struct export_order order = { .year = 2024, .out = world.out };
	struct err e = { "" };
	struct export done;
	char *count;

	(void)state;
	assert_true(db_script(world.app->db, "DELETE FROM support WHERE phase = 'before'",
			      &e));
	assert_false(export_write(world.app, &order, &done, &e));
	assert_non_null(strstr(e.text, "2 fel"));
	assert_int_equal(done.check.errors, 2);
	assert_string_equal(done.check.items[0].form->name, "participation");
	export_done(&done);
	count = fixture_ask(world.app, "SELECT count(*) FROM delivery");
	assert_string_equal(count, "0");
	free(count);
	/* Another year is not concerned. */
	delivery_make(2023);
}

static void it_is_kept_and_written_again(void **state)
{
	const struct delivery first = { .year = 2024, .revision = 1 };
	struct delivery_files kept;
	struct err e = { "" };
	struct text bytes = { 0 };
	char *folder, *path;

	(void)state;
	delivery_make(2024);
	assert_false(deliveries_write(world.app, &first, world.out, &folder, &e));
	assert_non_null(strstr(e.text, "finns redan"));
	delivery_remove_out();
	/* Other versions of the program and another language would make it otherwise. */
	assert_true(db_script(world.app->db, "UPDATE person SET birth_year = 1990", &e));
	if (!deliveries_write(world.app, &first, world.out, &folder, &e))
		fail_msg("%s", e.text);
	assert_true(deliveries_read(world.app, 2024, 1, &kept, &e));
	assert_int_equal(kept.count, PACKAGE_FILES + 1);
	path = path_join(folder, "participations.csv");
	assert_true(path_read(path, 1 << 20, &bytes, &e));
	assert_non_null(strstr(text_get(&bytes), ",1988,"));
	text_done(&bytes);
	free(path);
	free(folder);
	delivery_files_done(&kept);
}

static void what_is_kept_must_be_what_was_sent(void **state)
{
	const struct delivery first = { .year = 2024, .revision = 1 };
	struct err e = { "" };
	char *folder;

	(void)state;
	delivery_make(2024);
	assert_true(
		db_script(world.app->db,
			  "UPDATE delivery_file SET content = replace(content, '1988', "
			  "'1989')",
			  &e));
	delivery_remove_out();
	assert_false(deliveries_write(world.app, &first, world.out, &folder, &e));
	assert_non_null(strstr(e.text, "participations.csv: är inte som"));
	assert_null(folder);
	assert_false(path_exists(world.out));
}

/* Whether a copy to be destroyed is told of, of that revision or (0) of any. */
static bool is_to_be_destroyed(int year, const char *words)
{
	struct text told = { 0 };
	struct err e = { "" };
	bool found;

	if (!delivery_copies_add(world.app, year, 1, "# ", &told, &e))
		fail_msg("%s", e.text);
	found = strstr(text_get(&told), words);
	assert_true(!told.length || text_get(&told)[0] == '#');
	text_done(&told);
	return found;
}

static void copies_of_what_was_disposed_of_are_told(void **state)
{
	const struct delivery first = { .year = 2024, .revision = 1 };
	struct err e = { "" };
	char *elsewhere = path_join(world.out, "annan"), *folder, *copy;

	(void)state;
	delivery_make(2023);
	delivery_make(2024);
	if (!deliveries_write(world.app, &first, elsewhere, &folder, &e))
		fail_msg("%s", e.text);
	copy = mem_text(folder);
	/* One that was refused is no copy. */
	free(folder);
	assert_false(deliveries_write(world.app, &first, elsewhere, &folder, &e));
	assert_false(is_to_be_destroyed(0, "#"));
	assert_true(db_begin(world.app->db, &e) &&
		    deliveries_dispose(world.app, world.ended, &e) &&
		    db_commit(world.app->db, &e));
	assert_true(is_to_be_destroyed(2024, copy));
	assert_true(is_to_be_destroyed(2024, "2024-r1"));
	assert_false(is_to_be_destroyed(2024, "2023-r1"));
	assert_false(is_to_be_destroyed(2024, "nås inte"));
	assert_true(is_to_be_destroyed(0, copy));
	path_remove_folder(copy);
	assert_int_equal(rmdir(elsewhere), 0);
	assert_true(is_to_be_destroyed(2024, "nås inte"));
	free(copy);
	free(elsewhere);
}

static void what_was_disposed_of_is_not_written_again(void **state)
{
	const struct delivery first = { .year = 2024, .revision = 1 };
	struct err e = { "" };
	char *folder, *left;

	(void)state;
	delivery_make(2024);
	delivery_remove_out();
	assert_true(db_script(world.app->db,
			      "INSERT INTO delivery_file (year, revision, name, "
			      "rows, bytes, hash, content) VALUES (2024, 1, "
			      "'identities.sealed', 1, 1, hex(zeroblob(32)), 'x')",
			      &e));
	assert_true(db_begin(world.app->db, &e) &&
		    deliveries_dispose(world.app, "nobody", &e));
	left = fixture_ask(world.app,
			   "SELECT count(*) FROM delivery_file WHERE content IS NULL");
	assert_string_equal(left, "0");
	free(left);
	assert_true(deliveries_dispose(world.app, world.ended, &e) &&
		    db_commit(world.app->db, &e));
	assert_false(deliveries_write(world.app, &first, world.out, &folder, &e));
	assert_non_null(strstr(e.text, "gallrade"));
	left = fixture_ask(world.app, "SELECT group_concat(name, ' ') FROM delivery_file "
			      "WHERE content IS NULL");
	assert_string_equal(left, "participations.csv support.csv occupation.csv "
				  "identities.sealed");
	free(left);
}

/* ---- the list ---- */

static const struct delivery *in_list(struct deliveries *d, int year, int revision)
{
	struct err e = { "" };
	const struct delivery *found;

	if (!deliveries_load(d, world.app, &e))
		fail_msg("%s", e.text);
	found = deliveries_find(d, year, revision);
	if (!found)
		fail_msg("no revision %d of %d", revision, year);
	return found;
}

static void assert_state(int year, int revision, enum delivery_state wanted, bool locked)
{
	struct deliveries d;
	const struct delivery *it = in_list(&d, year, revision);

	assert_int_equal(it->state, wanted);
	assert_int_equal(it->locked, locked);
	deliveries_done(&d);
}

static void each_revision_has_its_state(void **state)
{
	struct deliveries d;
	struct err e = { "" };

	(void)state;
	/* The clock says 2025. */
	assert_int_equal(in_list(&d, 2024, 1)->participations, 2);
	assert_int_equal(d.count, 2);
	assert_int_equal(d.items[0].year, 2025);
	assert_int_equal(d.items[0].participations, 1);
	deliveries_done(&d);
	assert_state(2024, 1, DELIVERY_DRAFT, false);
	delivery_make(2024);
	assert_state(2024, 1, DELIVERY_DELIVERED, true);
	assert_true(
		deliveries_note_received(world.app, 2024, 1, "2025-11-20T10:00:00", &e));
	assert_state(2024, 1, DELIVERY_RECEIVED, true);
	delivery_unlock(2024);
	assert_state(2024, 1, DELIVERY_RECEIVED, false);
	assert_state(2024, 2, DELIVERY_DRAFT, false);
	delivery_make(2024);
	assert_state(2024, 1, DELIVERY_SUPERSEDED, false);
	assert_state(2024, 2, DELIVERY_DELIVERED, true);
	in_list(&d, 2024, 1);
	assert_string_equal(deliveries_find(&d, 2024, 1)->unlock_reason, "En rättelse");
	assert_int_equal(d.count, 3);
	assert_int_equal(d.items[1].revision, 2);
	deliveries_done(&d);
	assert_false(
		deliveries_note_received(world.app, 2024, 3, "2025-11-20T10:00:00", &e));
}

/* Old lists are read in and a year in between was forgotten: both can be chosen. */
static void years_never_delivered_wait_for_it(void **state)
{
	static const struct {
		int year;
		enum delivery_state state;
	} wanted[] = {
		{ 2025, DELIVERY_DRAFT },
		{ 2024, DELIVERY_DELIVERED },
		{ 2023, DELIVERY_DRAFT },
	};
	struct deliveries d;

	(void)state;
	free(delivery_participation("2023-12-01"));
	delivery_make(2024);
	in_list(&d, 2023, 1);
	assert_int_equal(d.count, 3);
	for (size_t i = 0; i < d.count; i++) {
		assert_int_equal(d.items[i].year, wanted[i].year);
		assert_int_equal(d.items[i].state, wanted[i].state);
	}
	deliveries_done(&d);
}

static void a_locked_year_is_not_delivered_twice(void **state)
{
	struct err e = { "" };

	(void)state;
	delivery_make(2024);
	delivery_remove_out();
	assert_false(delivery_try(2024, PACKAGE_DETAILED, &e));
	assert_non_null(strstr(e.text, "låst"));
	assert_false(path_exists(world.out) && rmdir(world.out));
	delivery_unlock(2024);
	delivery_make(2024);
	assert_int_equal(deliveries_locking(world.app, 2024, &e), 2);
}

static void unlocking_asks_why(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_false(deliveries_unlock(world.app, 2024, "Skäl", &e));
	assert_non_null(strstr(e.text, "inte låst"));
	delivery_make(2024);
	assert_false(deliveries_unlock(world.app, 2024, " ", &e));
	assert_int_equal(deliveries_locking(world.app, 2024, &e), 1);
	delivery_unlock(2024);
	assert_int_equal(deliveries_locking(world.app, 2024, &e), 0);
	assert_int_equal(deliveries_next(world.app, 2024, &e), 2);
}

static void it_is_in_the_log(void **state)
{
	char *log;

	(void)state;
	delivery_make(2024);
	delivery_unlock(2024);
	log = fixture_ask(world.app,
			  "SELECT group_concat(action || ' ' || record, ', ') FROM audit "
			  "WHERE form = 'delivery'");
	assert_string_equal(log, "deliver 2024-r1, unlock 2024-r1");
	free(log);
}

/* ---- what can go wrong ---- */

static void a_national_register_delivers_nothing(void **state)
{
	struct err e = { "" };

	(void)state;
	world.app->national = true;
	assert_false(delivery_try(2024, PACKAGE_DETAILED, &e));
	assert_non_null(strstr(e.text, "nationellt register"));
	assert_false(path_exists(world.out));
	world.app->national = false;
}

static void a_folder_that_is_there_is_left_alone(void **state)
{
	char *folder = deliveries_folder(world.app, 2024, 1, world.out);
	struct err e = { "" };

	(void)state;
	assert_true(path_make_folder(folder, &e));
	assert_false(delivery_try(2024, PACKAGE_DETAILED, &e));
	assert_non_null(strstr(e.text, "finns redan"));
	assert_int_equal(deliveries_locking(world.app, 2024, &e), 0);
	free(folder);
}

static void a_full_disk_leaves_the_year_open(void **state)
{
	struct err e = { "" };
	struct text limit = { 0 };
	char *pages = fixture_ask(world.app, "PRAGMA page_count");

	(void)state;
	text_addf(&limit, "PRAGMA max_page_count = %s", pages);
	assert_true(db_script(world.app->db, text_get(&limit), &e));
	assert_false(delivery_try(2024, PACKAGE_DETAILED, &e));
	assert_true(db_script(world.app->db, "PRAGMA max_page_count = 1000000", &e));
	assert_int_equal(deliveries_locking(world.app, 2024, &e), 0);
	/* Nothing temporary, and the folder it was to be in is empty. */
	assert_int_equal(rmdir(world.out), 0);
	delivery_make(2024);
	text_done(&limit);
	free(pages);
}

static void what_cannot_be_written_leaves_the_year_open(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_true(db_script(world.app->db,
			      "PRAGMA foreign_keys = OFF; DROP TABLE followup;", &e));
	assert_false(delivery_try(2024, PACKAGE_DETAILED, &e));
	assert_int_equal(deliveries_locking(world.app, 2024, &e), 0);
	assert_int_equal(rmdir(world.out), 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, delivery_open, delivery_close)
	const struct CMUnitTest tests[] = {
		TEST(it_is_whole_and_for_its_owner),
		TEST(errors_stop_it),
		TEST(it_is_kept_and_written_again),
		TEST(what_is_kept_must_be_what_was_sent),
		TEST(copies_of_what_was_disposed_of_are_told),
		TEST(what_was_disposed_of_is_not_written_again),
		TEST(each_revision_has_its_state),
		TEST(years_never_delivered_wait_for_it),
		TEST(a_locked_year_is_not_delivered_twice),
		TEST(unlocking_asks_why),
		TEST(it_is_in_the_log),
		TEST(a_national_register_delivers_nothing),
		TEST(a_folder_that_is_there_is_left_alone),
		TEST(a_full_disk_leaves_the_year_open),
		TEST(what_cannot_be_written_leaves_the_year_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
