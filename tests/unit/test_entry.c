/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying one record: what is stored, and what is refused. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/drafts.h"
#include "app/entry.h"
#include "app/inside.h"
#include "app/records.h"
#include "base/err.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "keying_world.h"
#include "store/db.h"

static void a_whole_participation_is_stored_in_its_tables(void **state)
{
	struct entry *entry = keying_participation("2025-01-13");
	char *id;

	(void)state;
	fixture_type(entry, "support_before", 1, "aktivitetsstöd");
	id = keying_save(entry);
	keying_asks("SELECT count(*) FROM participation WHERE start = '2025-01-13' AND "
	     "education = "
	     "'upper_secondary' AND municipality = '1080' AND end IS NULL",
	     "1");
	keying_asks("SELECT group_concat(source || ':' || coalesce(extent, '-')) FROM "
		    "support "
		    "WHERE phase = 'before'",
		    "activity_support:-,social_assistance:100");
	keying_asks("SELECT sex || birth_year || '/' || number FROM person",
		    "woman1979/1");
	keying_asks("SELECT given_on FROM consent", "2025-01-02");
	keying_asks("SELECT works || studies || seeks_work || phase FROM occupation",
	     "001before");
	keying_asks("SELECT count(*) FROM draft", "0");
	keying_asks("SELECT count(*) FROM journal", "0");
	assert_memory_equal(id, "blekinge-", 9);
	assert_int_equal(strlen(id), 9 + 26);
	free(id);
}

static void all_that_is_missing_is_told_at_once(void **state)
{
	struct entry *entry = keying_begin("participation");
	struct err e = { "" };

	(void)state;
	assert_true(keying_has_finding(entry, "intervention"));
	assert_true(keying_has_finding(entry, "sex"));
	assert_true(keying_has_finding(entry, "education"));
	assert_true(keying_has_finding(entry, "support_before"));
	assert_false(keying_has_finding(entry, "work_kind"));
	assert_true(entry_close(entry, &e));
	keying_asks("SELECT count(*) FROM draft", "0");
}

static void a_change_of_a_stored_record_keeps_the_stored_until_it_is_whole(void **state)
{
	char *id = keying_save(keying_participation("2025-01-13"));
	struct err e = { "" };
	struct entry *entry = entry_edit(keying.app, "participation", id, &e);

	(void)state;
	assert_non_null(entry);
	assert_string_equal(keying_value(entry, "support_before", 0),
			    "social_assistance");
	fixture_type(entry, "education", 0, "");
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	assert_true(entry_close(entry, &e));
	keying_asks("SELECT education FROM participation", "upper_secondary");
	entry = entry_edit(keying.app, "participation", id, &e);
	assert_non_null(entry);
	assert_string_equal(keying_value(entry, "education", 0), "");
	fixture_type(entry, "education", 0, "grundskola");
	free(keying_save(entry));
	keying_asks("SELECT education FROM participation", "compulsory");
	keying_asks("SELECT count(*) FROM person", "1");
	keying_asks("SELECT count(*) FROM support", "1");
	keying_asks("SELECT action || ' ' || fields FROM audit ORDER BY id DESC LIMIT 1",
	     "change education");
	free(id);
}

static void what_is_not_relevant_is_not_stored(void **state)
{
	struct entry *entry = keying_participation("2025-01-13");

	(void)state;
	fixture_type(entry, "works", 0, "ja");
	fixture_type(entry, "work_kind", 0, "subventionerat");
	fixture_type(entry, "work_extent", 0, "50");
	assert_true(entry_is_relevant(entry, keying_field(entry, "work_kind")));
	assert_false(entry_is_relevant(entry, keying_field(entry, "seeks_work")));
	fixture_type(entry, "works", 0, "nej");
	assert_false(entry_is_relevant(entry, keying_field(entry, "work_kind")));
	free(keying_save(entry));
	keying_asks(
		"SELECT count(*) FROM occupation WHERE work_kind IS NULL AND work_extent "
		"IS NULL AND works = 0",
		"1");
}

static void an_earlier_participant_is_known_again(void **state)
{
	struct entry *entry;
	char *person;

	(void)state;
	free(keying_save(keying_participation("2025-01-13")));
	free(fixture_intervention(keying.app, "Steget"));
	person = fixture_ask(keying.app, "SELECT id FROM person");
	entry = keying_participation("2025-03-03");
	fixture_type(entry, "intervention", 0, "steget");
	fixture_type(entry, "person", 0, person);
	assert_true(entry_is_read_only(entry, keying_field(entry, "sex")));
	assert_string_equal(keying_value(entry, "birth_year", 0), "1979");
	free(keying_save(entry));
	keying_asks("SELECT count(*) FROM person", "1");
	keying_asks("SELECT count(DISTINCT person) || '/' || count(*) FROM participation",
	     "1/2");
	free(person);
}

static void two_participations_at_once_in_one_intervention_are_refused(void **state)
{
	struct entry *entry;
	struct err e = { "" };
	char *person;

	(void)state;
	free(keying_save(keying_participation("2025-01-13")));
	person = fixture_ask(keying.app, "SELECT id FROM person");
	entry = keying_participation("2025-03-03");
	fixture_type(entry, "person", 0, person);
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	assert_true(entry_discard(entry, &e));
	keying_asks("SELECT count(*) FROM participation", "1");
	free(person);
}

static void a_closure_ends_the_participation(void **state)
{
	char *id = keying_save(keying_participation("2025-01-13"));
	struct err e = { "" };
	struct entry *entry = entry_edit(keying.app, "closure", id, &e);

	(void)state;
	if (!entry)
		fail_msg("%s", e.text);
	fixture_type(entry, "end", 0, "2025-06-30");
	fixture_type(entry, "closure_reason", 0, "completed");
	fixture_type(entry, "next_step", 0, "work");
	fixture_type(entry, "support_after", 0, "none");
	fixture_type(entry, "works", 0, "ja");
	fixture_type(entry, "work_kind", 0, "unsubsidised");
	fixture_type(entry, "work_extent", 0, "75");
	fixture_type(entry, "studies", 0, "nej");
	free(keying_save(entry));
	keying_asks("SELECT end || closure_reason || next_step FROM participation",
	     "2025-06-30completedwork");
	keying_asks("SELECT group_concat(phase || source, ' ') FROM support",
	     "afternone beforesocial_assistance");
	keying_asks("SELECT work_extent FROM occupation WHERE phase = 'after'", "75");
	keying_asks("SELECT education FROM participation", "upper_secondary");
	free(id);
}

static void persistent_fields_are_carried_and_marked(void **state)
{
	struct entry *first = keying_participation("2025-01-13"), *second;
	struct err e = { "" };

	(void)state;
	assert_int_equal(entry_save(first, &e), ENTRY_STORED);
	second = entry_new(keying.app, "participation", first, &e);
	assert_non_null(second);
	assert_string_equal(keying_value(second, "intervention", 0), keying.intervention);
	assert_string_equal(keying_value(second, "birth_year", 0), "");
	assert_true(record_is_carried(entry_record(second),
				      keying_field(second, "intervention")));
	assert_true(entry_close(second, &e));
	/* But not what is wrong. */
	fixture_type(first, "intervention", 0, "ingen sådan");
	second = entry_new(keying.app, "participation", first, &e);
	assert_string_equal(keying_value(second, "intervention", 0), "");
	assert_true(entry_close(second, &e) && entry_discard(first, &e));
	keying_asks("SELECT count(*) FROM draft", "0");
}

static void what_is_referred_to_or_gone_is_not_deleted(void **state)
{
	struct err e = { "" };

	(void)state;
	free(keying_save(keying_participation("2025-02-03")));
	assert_false(records_delete(keying.app, "intervention", keying.intervention, &e));
	assert_non_null(strstr(e.text, "för den används av Deltagande: 1."));
	assert_false(records_delete(keying.app, "intervention", "blekinge-0", &e));
	assert_non_null(strstr(e.text, "posten finns inte"));
	keying_asks("SELECT count(*) FROM audit WHERE action = 'delete'", "0");
}

/* Their tables keep them by code, the lists by name or by position. */
static void several_choices_come_back_in_the_order_of_the_list(void **state)
{
	struct err e = { "" };
	struct entry *entry =
		entry_edit(keying.app, "intervention", keying.intervention, &e);

	(void)state;
	assert_non_null(entry);
	fixture_type(entry, "municipalities", 0, "1080 1082");
	fixture_type(entry, "target_groups", 0, "other young_disability");
	free(keying_save(entry));
	entry = entry_edit(keying.app, "intervention", keying.intervention, &e);
	assert_non_null(entry);
	assert_string_equal(keying_value(entry, "municipalities", 0), "1082 1080");
	assert_string_equal(keying_value(entry, "target_groups", 0),
			    "young_disability other");
	assert_false(keying_has_finding(entry, "municipalities"));
	assert_false(keying_has_finding(entry, "target_groups"));
	assert_true(entry_close(entry, &e));
}

static void nobody_stays_whose_last_participation_is_deleted(void **state)
{
	char *first = keying_save(keying_participation("2025-01-13")), *second, *person;
	struct entry *entry;
	struct err e = { "" };

	(void)state;
	free(fixture_intervention(keying.app, "Steget"));
	person = fixture_ask(keying.app, "SELECT id FROM person");
	entry = keying_participation("2025-03-03");
	fixture_type(entry, "intervention", 0, "steget");
	fixture_type(entry, "person", 0, person);
	second = keying_save(entry);
	assert_true(records_delete(keying.app, "participation", first, &e));
	keying_asks("SELECT count(*) FROM person", "1");
	assert_true(records_delete(keying.app, "participation", second, &e));
	keying_asks("SELECT (SELECT count(*) FROM person) "
	     "+ (SELECT count(*) FROM participation) "
	     "+ (SELECT count(*) FROM support) + (SELECT count(*) FROM consent)", "0");
	free(first);
	free(second);
	free(person);
}

static void who_saves_last_undoes_nobody_in_silence(void **state)
{
	char *id = keying_save(keying_participation("2025-01-13"));
	struct err e = { "" };
	struct entry *mine = entry_edit(keying.app, "participation", id, &e);
	struct entry *theirs = entry_edit(keying.app, "participation", id, &e);

	(void)state;
	fixture_type(theirs, "municipality", 0, "Ronneby");
	assert_int_equal(entry_save(theirs, &e), ENTRY_STORED);
	fixture_type(mine, "education", 0, "grundskola");
	assert_int_equal(entry_save(mine, &e), ENTRY_FAILED);
	assert_non_null(strstr(e.text, "någon annan"));
	keying_asks("SELECT municipality || education FROM participation",
	     "1081upper_secondary");
	assert_true(entry_close(mine, &e));
	mine = entry_edit(keying.app, "participation", id, &e);
	free(keying_save(mine));
	keying_asks("SELECT municipality || education FROM participation",
		    "1081compulsory");
	/* One's own save is no other's. */
	fixture_type(theirs, "education", 0, "doctoral");
	assert_int_equal(entry_save(theirs, &e), ENTRY_FAILED);
	assert_true(entry_discard(theirs, &e));
	mine = entry_edit(keying.app, "participation", id, &e);
	fixture_type(mine, "education", 0, "doctoral");
	assert_int_equal(entry_save(mine, &e), ENTRY_STORED);
	fixture_type(mine, "education", 0, "grundskola");
	assert_int_equal(entry_save(mine, &e), ENTRY_STORED);
	assert_true(entry_close(mine, &e));
	free(id);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, keying_open, keying_close)
	const struct CMUnitTest tests[] = {
		TEST(a_whole_participation_is_stored_in_its_tables),
		TEST(all_that_is_missing_is_told_at_once),
		TEST(a_change_of_a_stored_record_keeps_the_stored_until_it_is_whole),
		TEST(what_is_not_relevant_is_not_stored),
		TEST(an_earlier_participant_is_known_again),
		TEST(two_participations_at_once_in_one_intervention_are_refused),
		TEST(a_closure_ends_the_participation),
		TEST(persistent_fields_are_carried_and_marked),
		TEST(what_is_referred_to_or_gone_is_not_deleted),
		TEST(several_choices_come_back_in_the_order_of_the_list),
		TEST(nobody_stays_whose_last_participation_is_deleted),
		TEST(who_saves_last_undoes_nobody_in_silence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
