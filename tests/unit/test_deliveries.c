/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries: made, kept, written again; what a delivered year lets nobody change. */
#include "app_fixture.h"

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

/* The register of every test, and what is keyed in it: one participation that goes on
 * since 2024 and one that ended then. */
static struct app *a;
static struct err refusal;
static char *out, *track, *ongoing, *ended;

static char *participation(const char *start)
{
	return fixture_store(a, "participation", "intervention", track,
			     "consent_given_on", start, "covers_health_data", "1",
			     "start", start, "sex", "woman", "birth_year", "1988",
			     "education", "compulsory", "support_duration", "up_to_3y",
			     "support_before", "social_assistance",
			     "support_before_extent", "100", "works", "0", "studies", "0",
			     "seeks_work", "1", NULL);
}

/* Keys fields of a stored record: name, typed, …, NULL. True when it was stored; else
 * `refusal` says why. */
static bool change(const char *form, const char *id, ...)
{
	struct entry *entry = entry_edit(a, form, id, &refusal);
	enum entry_saved saved;
	const char *field;
	struct err ignored;
	va_list args;

	if (!entry)
		fail_msg("%s", refusal.text);
	va_start(args, id);
	while ((field = va_arg(args, const char *)))
		fixture_type(entry, field, 0, va_arg(args, const char *));
	va_end(args);
	refusal.text[0] = '\0';
	saved = entry_save(entry, &refusal);
	if (saved == ENTRY_DRAFT)
		fail_msg("%s: %s", form, entry_finding(entry, 0)->message);
	if (saved == ENTRY_FAILED)
		assert_true(entry_discard(entry, &ignored));
	else
		assert_true(entry_close(entry, &ignored));
	return saved == ENTRY_STORED;
}

static bool close_participation(const char *id, const char *end)
{
	return change("closure", id, "end", end, "closure_reason", "completed",
		      "support_after", "none", "works", "1", "work_kind", "unsubsidised",
		      "work_extent", "100", "studies", "0", NULL);
}

static int open_register(void **state)
{
	const char *slash;
	char *folder;

	(void)state;
	a = fixture_open();
	slash = strrchr(app_path(a), '/');
	folder = mem_text_part(app_path(a), (size_t)(slash - app_path(a)));
	out = path_join(folder, "out");
	free(folder);
	track = fixture_intervention(a, "Spåret");
	ongoing = participation("2024-02-01");
	ended = participation("2024-03-01");
	assert_true(close_participation(ended, "2024-11-30"));
	return 0;
}

static void remove_out(void)
{
	for (int year = 2023; year <= 2025; year++)
		for (int revision = 1; revision <= 3; revision++) {
			char *folder = deliveries_folder(a, year, revision, out);

			if (path_exists(folder))
				path_remove_folder(folder);
			free(folder);
		}
	/* Nothing temporary may be left. */
	assert_true(!path_exists(out) || !rmdir(out));
}

static int close_register(void **state)
{
	(void)state;
	remove_out();
	free(out);
	free(track);
	free(ongoing);
	free(ended);
	fixture_close(a);
	return 0;
}

static bool try_delivery(int year, enum package_level level, struct err *e)
{
	const struct export_order order = { .year = year, .level = level, .out = out };
	struct export done;
	bool ok = export_write(a, &order, &done, e);

	export_done(&done);
	return ok;
}

static void deliver(int year)
{
	struct err e = { "" };

	if (!try_delivery(year, PACKAGE_DETAILED, &e))
		fail_msg("%s", e.text);
}

static void unlock(int year)
{
	struct err e = { "" };

	if (!deliveries_unlock(a, year, "En rättelse", &e))
		fail_msg("%s", e.text);
}

/* The delivery of 2024 as it would be made now, but for when and which it is. */
static char *facts_of_2024(void)
{
	const struct export_order order = { .year = 2024 };
	struct text all = { 0 };
	struct err e = { "" };
	struct export done;

	if (!export_preview(a, &order, &done, &e))
		fail_msg("%s", e.text);
	for (size_t i = 2; i < done.files.count; i++)
		if (strcmp(done.files.items[i].name, "remarks.csv"))
			text_add(&all, text_get(&done.files.items[i].bytes));
	export_done(&done);
	return text_take(&all);
}

/* ---- making and keeping ---- */

static void it_is_whole_and_for_its_owner(void **state)
{
	const struct export_order order = { .year = 2024, .out = out };
	struct err e = { "" };
	struct export done;
	struct stat st;

	(void)state;
	assert_true(export_write(a, &order, &done, &e));
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
	const struct export_order order = { .year = 2024, .out = out };
	struct err e = { "" };
	struct export done;
	char *count;

	(void)state;
	assert_true(db_script(a->db, "DELETE FROM support WHERE phase = 'before'", &e));
	assert_false(export_write(a, &order, &done, &e));
	assert_non_null(strstr(e.text, "2 fel"));
	assert_int_equal(done.check.errors, 2);
	assert_string_equal(done.check.items[0].form->name, "participation");
	export_done(&done);
	count = fixture_ask(a, "SELECT count(*) FROM delivery");
	assert_string_equal(count, "0");
	free(count);
	/* Another year is not concerned. */
	deliver(2023);
}

static void it_is_kept_and_written_again(void **state)
{
	const struct delivery first = { .year = 2024, .revision = 1 };
	struct delivery_files kept;
	struct err e = { "" };
	struct text bytes = { 0 };
	char *folder, *path;

	(void)state;
	deliver(2024);
	assert_false(deliveries_write(a, &first, out, &folder, &e));
	assert_non_null(strstr(e.text, "finns redan"));
	remove_out();
	/* Other versions of the program and another language would make it otherwise. */
	assert_true(db_script(a->db, "UPDATE person SET birth_year = 1990", &e));
	if (!deliveries_write(a, &first, out, &folder, &e))
		fail_msg("%s", e.text);
	assert_true(deliveries_read(a, 2024, 1, &kept, &e));
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
	deliver(2024);
	assert_true(
		db_script(a->db,
			  "UPDATE delivery_file SET content = replace(content, '1988', "
			  "'1989')",
			  &e));
	remove_out();
	assert_false(deliveries_write(a, &first, out, &folder, &e));
	assert_non_null(strstr(e.text, "participations.csv: är inte som"));
	assert_null(folder);
	assert_false(path_exists(out));
}

static void what_was_disposed_of_is_not_written_again(void **state)
{
	const struct delivery first = { .year = 2024, .revision = 1 };
	struct err e = { "" };
	char *folder, *left;

	(void)state;
	deliver(2024);
	remove_out();
	assert_true(db_script(a->db, "INSERT INTO delivery_file (year, revision, name, "
			      "rows, bytes, hash, content) VALUES (2024, 1, "
			      "'identities.sealed', 1, 1, hex(zeroblob(32)), 'x')", &e));
	assert_true(db_begin(a->db, &e) && deliveries_dispose(a, "nobody", &e));
	left = fixture_ask(a, "SELECT count(*) FROM delivery_file WHERE content IS NULL");
	assert_string_equal(left, "0");
	free(left);
	assert_true(deliveries_dispose(a, ended, &e) && db_commit(a->db, &e));
	assert_false(deliveries_write(a, &first, out, &folder, &e));
	assert_non_null(strstr(e.text, "gallrade"));
	left = fixture_ask(a, "SELECT group_concat(name, ' ') FROM delivery_file "
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

	if (!deliveries_load(d, a, &e))
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
	deliver(2024);
	assert_state(2024, 1, DELIVERY_DELIVERED, true);
	assert_true(deliveries_note_received(a, 2024, 1, "2025-11-20T10:00:00", &e));
	assert_state(2024, 1, DELIVERY_RECEIVED, true);
	unlock(2024);
	assert_state(2024, 1, DELIVERY_RECEIVED, false);
	assert_state(2024, 2, DELIVERY_DRAFT, false);
	deliver(2024);
	assert_state(2024, 1, DELIVERY_SUPERSEDED, false);
	assert_state(2024, 2, DELIVERY_DELIVERED, true);
	in_list(&d, 2024, 1);
	assert_string_equal(deliveries_find(&d, 2024, 1)->unlock_reason, "En rättelse");
	assert_int_equal(d.count, 3);
	assert_int_equal(d.items[1].revision, 2);
	deliveries_done(&d);
	assert_false(deliveries_note_received(a, 2024, 3, "2025-11-20T10:00:00", &e));
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
	free(participation("2023-12-01"));
	deliver(2024);
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
	deliver(2024);
	remove_out();
	assert_false(try_delivery(2024, PACKAGE_DETAILED, &e));
	assert_non_null(strstr(e.text, "låst"));
	assert_false(path_exists(out) && rmdir(out));
	unlock(2024);
	deliver(2024);
	assert_int_equal(deliveries_locking(a, 2024, &e), 2);
}

static void unlocking_asks_why(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_false(deliveries_unlock(a, 2024, "Skäl", &e));
	assert_non_null(strstr(e.text, "inte låst"));
	deliver(2024);
	assert_false(deliveries_unlock(a, 2024, " ", &e));
	assert_int_equal(deliveries_locking(a, 2024, &e), 1);
	unlock(2024);
	assert_int_equal(deliveries_locking(a, 2024, &e), 0);
	assert_int_equal(deliveries_next(a, 2024, &e), 2);
}

static void it_is_in_the_log(void **state)
{
	char *log;

	(void)state;
	deliver(2024);
	unlock(2024);
	log = fixture_ask(a,
			  "SELECT group_concat(action || ' ' || record, ', ') FROM audit "
			  "WHERE form = 'delivery'");
	assert_string_equal(log, "deliver 2024-r1, unlock 2024-r1");
	free(log);
}

/* ---- the lock ---- */

static void assert_locked(bool changed)
{
	assert_false(changed);
	assert_non_null(strstr(refusal.text, "2024 är levererat och låst"));
}

static void what_was_delivered_stays(void **state)
{
	char *before, *after;

	(void)state;
	deliver(2024);
	before = facts_of_2024();
	assert_locked(change("participation", ongoing, "start", "2024-02-02", NULL));
	assert_locked(change("participation", ongoing, "education", "doctoral", NULL));
	assert_locked(change("participation", ongoing, "works", "1", NULL));
	assert_locked(change("participation", ongoing, "support_before",
			     "sickness_benefit", NULL));
	assert_locked(close_participation(ongoing, "2024-12-31"));
	assert_locked(change("closure", ended, "end", "2025-01-01", NULL));
	assert_locked(
		change("closure", ended, "closure_reason", "registered_in_error", NULL));
	assert_locked(change("intervention", track, "orientation", "preventive", NULL));
	assert_locked(change("intervention", track, "start", "2023-02-01", NULL));
	assert_locked(records_delete(a, "participation", ended, &refusal));
	after = facts_of_2024();
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void a_person_of_a_locked_year_stays(void **state)
{
	char *person = fixture_ask(a, "SELECT max(person) FROM participation");

	(void)state;
	deliver(2024);
	assert_locked(change("person", person, "birth_year", "1989", NULL));
	unlock(2024);
	assert_true(change("person", person, "birth_year", "1989", NULL));
	free(person);
}

static void nothing_is_added_to_a_locked_year(void **state)
{
	struct err e = { "" };
	struct entry *entry;
	char *id;

	(void)state;
	deliver(2024);
	entry = entry_new(a, "anonymous_count", NULL, &e);
	fixture_type(entry, "intervention", 0, track);
	fixture_type(entry, "year", 0, "2024");
	fixture_type(entry, "sex", 0, "woman");
	fixture_type(entry, "count", 0, "2");
	assert_locked(entry_save(entry, &refusal) != ENTRY_FAILED);
	/* The typed values are not lost, and go with another year. */
	fixture_type(entry, "year", 0, "2025");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_true(entry_close(entry, &e));
	id = fixture_ask(a, "SELECT id FROM anonymous_count");
	assert_locked(change("anonymous_count", id, "year", "2024", NULL));
	assert_true(records_delete(a, "anonymous_count", id, &e));
	free(id);
}

static void nothing_comes_back_into_a_locked_year(void **state)
{
	struct err e = { "" };
	char *id;

	(void)state;
	assert_true(records_delete(a, "participation", ended, &e));
	deliver(2024);
	assert_locked(deleted_take_back(a, "participation", &id, &refusal));
	unlock(2024);
	assert_true(deleted_take_back(a, "participation", &id, &e));
	free(id);
}

static void what_comes_later_goes_on(void **state)
{
	char *before, *after, *late, *name;

	(void)state;
	deliver(2024);
	before = facts_of_2024();
	assert_true(close_participation(ongoing, "2025-01-01"));
	assert_true(change("closure", ongoing, "end", "2025-06-30", "work_extent", "50",
			   NULL));
	late = participation("2025-01-02");
	assert_true(change("participation", late, "education", "doctoral", NULL));
	assert_true(change("intervention", track, "end", "2025-12-31", NULL));
	assert_true(change("intervention", track, "name", "Nya Spåret", "description",
			   "Text", NULL));
	/* What the consent says is in no delivery. */
	assert_true(change("participation", ended, "consent_reference", "2024/1", NULL));
	assert_true(change("federation", "blekinge", "contact", "Kansliet", NULL));
	after = facts_of_2024();
	/* But for the names. */
	name = strstr(after, "Nya Spåret");
	assert_non_null(name);
	memmove(name, name + 4, strlen(name + 4) + 1);
	assert_string_equal(before, after);
	free(before);
	free(after);
	free(late);
}

static void an_unlocked_year_can_be_changed(void **state)
{
	(void)state;
	deliver(2024);
	unlock(2024);
	assert_true(change("participation", ongoing, "education", "doctoral", NULL));
	deliver(2024);
	assert_locked(change("participation", ongoing, "education", "compulsory", NULL));
}

/* ---- what can go wrong ---- */

static void a_national_register_delivers_nothing(void **state)
{
	struct err e = { "" };

	(void)state;
	a->national = true;
	assert_false(try_delivery(2024, PACKAGE_DETAILED, &e));
	assert_non_null(strstr(e.text, "nationellt register"));
	assert_false(path_exists(out));
	a->national = false;
}

static void a_folder_that_is_there_is_left_alone(void **state)
{
	char *folder = deliveries_folder(a, 2024, 1, out);
	struct err e = { "" };

	(void)state;
	assert_true(path_make_folder(folder, &e));
	assert_false(try_delivery(2024, PACKAGE_DETAILED, &e));
	assert_non_null(strstr(e.text, "finns redan"));
	assert_int_equal(deliveries_locking(a, 2024, &e), 0);
	free(folder);
}

static void a_full_disk_leaves_the_year_open(void **state)
{
	struct err e = { "" };
	struct text limit = { 0 };
	char *pages = fixture_ask(a, "PRAGMA page_count");

	(void)state;
	text_addf(&limit, "PRAGMA max_page_count = %s", pages);
	assert_true(db_script(a->db, text_get(&limit), &e));
	assert_false(try_delivery(2024, PACKAGE_DETAILED, &e));
	assert_true(db_script(a->db, "PRAGMA max_page_count = 1000000", &e));
	assert_int_equal(deliveries_locking(a, 2024, &e), 0);
	/* Nothing temporary, and the folder it was to be in is empty. */
	assert_int_equal(rmdir(out), 0);
	deliver(2024);
	text_done(&limit);
	free(pages);
}

static void what_cannot_be_written_leaves_the_year_open(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_true(
		db_script(a->db, "PRAGMA foreign_keys = OFF; DROP TABLE followup;", &e));
	assert_false(try_delivery(2024, PACKAGE_DETAILED, &e));
	assert_int_equal(deliveries_locking(a, 2024, &e), 0);
	assert_int_equal(rmdir(out), 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(it_is_whole_and_for_its_owner),
		TEST(errors_stop_it),
		TEST(it_is_kept_and_written_again),
		TEST(what_is_kept_must_be_what_was_sent),
		TEST(what_was_disposed_of_is_not_written_again),
		TEST(each_revision_has_its_state),
		TEST(years_never_delivered_wait_for_it),
		TEST(a_locked_year_is_not_delivered_twice),
		TEST(unlocking_asks_why),
		TEST(it_is_in_the_log),
		TEST(what_was_delivered_stays),
		TEST(a_person_of_a_locked_year_stays),
		TEST(nothing_is_added_to_a_locked_year),
		TEST(nothing_comes_back_into_a_locked_year),
		TEST(what_comes_later_goes_on),
		TEST(an_unlocked_year_can_be_changed),
		TEST(a_national_register_delivers_nothing),
		TEST(a_folder_that_is_there_is_left_alone),
		TEST(a_full_disk_leaves_the_year_open),
		TEST(what_cannot_be_written_leaves_the_year_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
