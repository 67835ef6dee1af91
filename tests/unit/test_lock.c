/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a delivered year lets nobody change until it is unlocked. */
#include "app_fixture.h"
#include "delivery_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/deleted.h"
#include "app/entry.h"
#include "app/export.h"
#include "app/records.h"
#include "base/text.h"
#include "model/record.h"

/* The delivery of 2024 as it would be made now, but for when and which it is. */
static char *facts_of_2024(void)
{
	const struct export_order order = { .year = 2024 };
	struct text all = { 0 };
	struct err e = { "" };
	struct export done;

	if (!export_preview(world.app, &order, &done, &e))
		fail_msg("%s", e.text);
	for (size_t i = 2; i < done.files.count; i++)
		if (strcmp(done.files.items[i].name, "remarks.csv"))
			text_add(&all, text_get(&done.files.items[i].bytes));
	export_done(&done);
	return text_take(&all);
}

static void assert_locked(bool changed)
{
	assert_false(changed);
	assert_non_null(strstr(world.refusal.text, "2024 är levererat och låst"));
}

static void what_was_delivered_stays(void **state)
{
	char *before, *after;

	(void)state;
	delivery_make(2024);
	before = facts_of_2024();
	assert_locked(delivery_change("participation", world.ongoing, "start",
				      "2024-02-02", NULL));
	assert_locked(delivery_change("participation", world.ongoing, "education",
				      "doctoral", NULL));
	assert_locked(
		delivery_change("participation", world.ongoing, "works", "1", NULL));
	assert_locked(delivery_change("participation", world.ongoing, "support_before",
			     "sickness_benefit", NULL));
	assert_locked(delivery_close_participation(world.ongoing, "2024-12-31"));
	assert_locked(delivery_change("closure", world.ended, "end", "2025-01-01", NULL));
	assert_locked(delivery_change("closure", world.ended, "closure_reason",
				      "registered_in_error", NULL));
	assert_locked(delivery_change("intervention", world.track, "orientation",
				      "preventive", NULL));
	assert_locked(delivery_change("intervention", world.track, "start", "2023-02-01",
				      NULL));
	assert_locked(
		records_delete(world.app, "participation", world.ended, &world.refusal));
	after = facts_of_2024();
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void a_person_of_a_locked_year_stays(void **state)
{
	char *person = fixture_ask(world.app, "SELECT max(person) FROM participation");

	(void)state;
	delivery_make(2024);
	assert_locked(delivery_change("person", person, "birth_year", "1989", NULL));
	delivery_unlock(2024);
	assert_true(delivery_change("person", person, "birth_year", "1989", NULL));
	free(person);
}

static void nothing_is_added_to_a_locked_year(void **state)
{
	struct err e = { "" };
	struct entry *entry;
	char *id;

	(void)state;
	delivery_make(2024);
	entry = entry_new(world.app, "anonymous_count", NULL, &e);
	fixture_type(entry, "intervention", 0, world.track);
	fixture_type(entry, "year", 0, "2024");
	fixture_type(entry, "sex", 0, "woman");
	fixture_type(entry, "count", 0, "2");
	assert_locked(entry_save(entry, &world.refusal) != ENTRY_FAILED);
	/* The typed values are not lost, and go with another year. */
	fixture_type(entry, "year", 0, "2025");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_true(entry_close(entry, &e));
	id = fixture_ask(world.app, "SELECT id FROM anonymous_count");
	assert_locked(delivery_change("anonymous_count", id, "year", "2024", NULL));
	assert_true(records_delete(world.app, "anonymous_count", id, &e));
	free(id);
}

static void nothing_comes_back_into_a_locked_year(void **state)
{
	struct err e = { "" };
	char *id;

	(void)state;
	assert_true(records_delete(world.app, "participation", world.ended, &e));
	delivery_make(2024);
	assert_locked(deleted_take_back(world.app, "participation", &id, &world.refusal));
	delivery_unlock(2024);
	assert_true(deleted_take_back(world.app, "participation", &id, &e));
	free(id);
}

static void what_comes_later_goes_on(void **state)
{
	char *before, *after, *late, *name;

	(void)state;
	delivery_make(2024);
	before = facts_of_2024();
	assert_true(delivery_close_participation(world.ongoing, "2025-01-01"));
	assert_true(delivery_change("closure", world.ongoing, "end", "2025-06-30",
				    "work_extent", "50", NULL));
	late = delivery_participation("2025-01-02");
	assert_true(
		delivery_change("participation", late, "education", "doctoral", NULL));
	assert_true(
		delivery_change("intervention", world.track, "end", "2025-12-31", NULL));
	assert_true(delivery_change("intervention", world.track, "name", "Nya Spåret",
				    "description", "Text", NULL));
	/* What the consent says is in no delivery. */
	assert_true(delivery_change("participation", world.ended, "consent_reference",
				    "2024/1", NULL));
	assert_true(
		delivery_change("federation", "blekinge", "contact", "Kansliet", NULL));
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
	delivery_make(2024);
	delivery_unlock(2024);
	assert_true(delivery_change("participation", world.ongoing, "education",
				    "doctoral", NULL));
	delivery_make(2024);
	assert_locked(delivery_change("participation", world.ongoing, "education",
				      "compulsory", NULL));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, delivery_open, delivery_close)
	const struct CMUnitTest tests[] = {
		TEST(what_was_delivered_stays),
		TEST(a_person_of_a_locked_year_stays),
		TEST(nothing_is_added_to_a_locked_year),
		TEST(nothing_comes_back_into_a_locked_year),
		TEST(what_comes_later_goes_on),
		TEST(an_unlocked_year_can_be_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
