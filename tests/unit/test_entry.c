/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying one record: what is stored, what stays a draft, what survives. */

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
#include "app_fixture.h"
#include "base/err.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "store/db.h"

static struct app *a;
static char *intervention;

static int setup(void **state)
{
	(void)state;
	a = fixture_open();
	intervention = fixture_intervention(a, "Arbetsspåret");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	fixture_close(a);
	free(intervention);
	return 0;
}

static size_t field_of(const struct entry *entry, const char *name)
{
	int at = form_find_field(entry_form(entry), name);

	assert_true(at >= 0);
	return (size_t)at;
}

static const char *value(const struct entry *entry, const char *name, size_t row)
{
	return record_get(entry_record(entry), field_of(entry, name), row);
}

static void asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

static struct entry *opened(const char *form)
{
	struct err e = { "" };
	struct entry *entry = entry_new(a, form, NULL, &e);

	if (!entry)
		fail_msg("%s", e.text);
	return entry;
}

/* A whole participation, one source of support; not saved. */
static struct entry *keyed(const char *start)
{
	struct entry *entry = opened("participation");

	fixture_type(entry, "intervention", 0, "arbetssp");
	fixture_type(entry, "consent_given_on", 0, "2025-01-02");
	fixture_type(entry, "covers_health_data", 0, "ja");
	fixture_type(entry, "start", 0, start);
	fixture_type(entry, "municipality", 0, "Karlskrona");
	fixture_type(entry, "sex", 0, "kvinna");
	fixture_type(entry, "birth_year", 0, "1979");
	fixture_type(entry, "education", 0, "gymn");
	fixture_type(entry, "support_duration", 0, "up_to_3y");
	fixture_type(entry, "support_before", 0, "försörj");
	fixture_type(entry, "support_before_extent", 0, "100");
	fixture_type(entry, "works", 0, "nej");
	fixture_type(entry, "studies", 0, "nej");
	fixture_type(entry, "seeks_work", 0, "ja");
	return entry;
}

static char *saved(struct entry *entry)
{
	struct err e = { "" };
	enum entry_saved how = entry_save(entry, &e);
	char *id = strdup(record_id(entry_record(entry)));

	if (how != ENTRY_STORED) {
		print_error("%s\n", e.text);
		for (size_t i = 0; i < entry_finding_count(entry); i++)
			print_error("%s\n", entry_finding(entry, i)->message);
	}
	assert_int_equal(how, ENTRY_STORED);
	assert_true(entry_close(entry, &e));
	return id;
}

static bool has_finding(const struct entry *entry, const char *field)
{
	for (size_t i = 0; i < entry_finding_count(entry); i++)
		if (entry_finding(entry, i)->field == field_of(entry, field))
			return true;
	return false;
}

static void a_whole_participation_is_stored_in_its_tables(void **state)
{
	struct entry *entry = keyed("2025-01-13");
	char *id;

	(void)state;
	fixture_type(entry, "support_before", 1, "aktivitetsstöd");
	id = saved(entry);
	asks("SELECT count(*) FROM participation WHERE start = '2025-01-13' AND "
	     "education = "
	     "'upper_secondary' AND municipality = '1080' AND end IS NULL",
	     "1");
	asks("SELECT group_concat(source || ':' || coalesce(extent, '-')) FROM support "
	     "WHERE phase = 'before'",
	     "activity_support:-,social_assistance:100");
	asks("SELECT sex || birth_year || '/' || number FROM person", "woman1979/1");
	asks("SELECT given_on FROM consent", "2025-01-02");
	asks("SELECT works || studies || seeks_work || phase FROM occupation",
	     "001before");
	asks("SELECT count(*) FROM draft", "0");
	asks("SELECT count(*) FROM journal", "0");
	assert_memory_equal(id, "blekinge-", 9);
	assert_int_equal(strlen(id), 9 + 26);
	free(id);
}

static void a_wrong_value_stays_and_makes_a_draft(void **state)
{
	struct entry *entry = keyed("2025-02-30");
	struct err e = { "" };

	(void)state;
	assert_string_equal(value(entry, "start", 0), "2025-02-30");
	assert_true(has_finding(entry, "start"));
	/* Not compared with other dates as if it were one. */
	fixture_type(entry, "start", 0, "99");
	assert_int_equal(entry_finding_count(entry), 1);
	fixture_type(entry, "start", 0, "2025-02-30");
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	asks("SELECT count(*) FROM participation", "0");
	asks("SELECT state FROM draft", "kept");
	fixture_type(entry, "start", 0, "2025-02-28");
	assert_false(has_finding(entry, "start"));
	free(saved(entry));
	asks("SELECT count(*) FROM participation", "1");
	asks("SELECT count(*) FROM draft", "0");
}

static void all_that_is_missing_is_told_at_once(void **state)
{
	struct entry *entry = opened("participation");
	struct err e = { "" };

	(void)state;
	assert_true(has_finding(entry, "intervention"));
	assert_true(has_finding(entry, "sex"));
	assert_true(has_finding(entry, "education"));
	assert_true(has_finding(entry, "support_before"));
	assert_false(has_finding(entry, "work_kind"));
	assert_true(entry_close(entry, &e));
	asks("SELECT count(*) FROM draft", "0");
}

static void every_change_is_on_the_disk_before_the_next(void **state)
{
	struct entry *entry = opened("participation");
	struct err e = { "" };

	(void)state;
	assert_int_equal(entry_draft(entry), 0);
	fixture_type(entry, "birth_year", 0, "1979");
	assert_true(entry_draft(entry) > 0);
	asks("SELECT new FROM journal WHERE field = 'birth_year'", "1979");
	asks("SELECT state FROM draft", "open");
	fixture_type(entry, "birth_year", 0, "1980");
	asks("SELECT old || new FROM journal WHERE field = 'birth_year' "
	     "ORDER BY id DESC LIMIT 1",
	     "19791980");
	assert_true(entry_discard(entry, &e));
	asks("SELECT (SELECT count(*) FROM draft) + (SELECT count(*) FROM journal)", "0");
}

/* As after kill -9: the entry is simply not there any more; the file is opened anew. */
static void a_draft_comes_back_as_it_was_and_can_be_undone(void **state)
{
	struct entry *entry = keyed("2025-01-13");
	long long draft = entry_draft(entry);
	struct err e = { "" };
	size_t field, row;

	(void)state;
	fixture_type(entry, "support_before", 1, "a-kassa");
	fixture_type(entry, "support_before", 1, "");
	assert_true(entry_close(entry, &e));
	a = fixture_reopen(a);
	entry = entry_resume(a, draft, &e);
	assert_non_null(entry);
	assert_string_equal(value(entry, "birth_year", 0), "1979");
	assert_string_equal(value(entry, "support_before", 0), "social_assistance");
	assert_string_equal(value(entry, "support_before", 1), "");
	assert_true(entry_undo(entry, &field, &row, &e));
	assert_int_equal(field, field_of(entry, "support_before"));
	assert_string_equal(value(entry, "support_before", 1), "unemployment_insurance");
	assert_true(entry_redo(entry, &field, &row, &e));
	free(saved(entry));
	asks("SELECT count(*) FROM support", "1");
}

static void a_change_of_a_stored_record_keeps_the_stored_until_it_is_whole(void **state)
{
	char *id = saved(keyed("2025-01-13"));
	struct err e = { "" };
	struct entry *entry = entry_edit(a, "participation", id, &e);

	(void)state;
	assert_non_null(entry);
	assert_string_equal(value(entry, "support_before", 0), "social_assistance");
	fixture_type(entry, "education", 0, "");
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	assert_true(entry_close(entry, &e));
	asks("SELECT education FROM participation", "upper_secondary");
	entry = entry_edit(a, "participation", id, &e);
	assert_non_null(entry);
	assert_string_equal(value(entry, "education", 0), "");
	fixture_type(entry, "education", 0, "grundskola");
	free(saved(entry));
	asks("SELECT education FROM participation", "compulsory");
	asks("SELECT count(*) FROM person", "1");
	asks("SELECT count(*) FROM support", "1");
	asks("SELECT action || ' ' || fields FROM audit ORDER BY id DESC LIMIT 1",
	     "change education");
	free(id);
}

static void what_is_not_relevant_is_not_stored(void **state)
{
	struct entry *entry = keyed("2025-01-13");

	(void)state;
	fixture_type(entry, "works", 0, "ja");
	fixture_type(entry, "work_kind", 0, "subventionerat");
	fixture_type(entry, "work_extent", 0, "50");
	assert_true(entry_is_relevant(entry, field_of(entry, "work_kind")));
	assert_false(entry_is_relevant(entry, field_of(entry, "seeks_work")));
	fixture_type(entry, "works", 0, "nej");
	assert_false(entry_is_relevant(entry, field_of(entry, "work_kind")));
	free(saved(entry));
	asks("SELECT count(*) FROM occupation WHERE work_kind IS NULL AND work_extent "
	     "IS NULL AND works = 0",
	     "1");
}

static void an_earlier_participant_is_known_again(void **state)
{
	struct entry *entry;
	char *person;

	(void)state;
	free(saved(keyed("2025-01-13")));
	free(fixture_intervention(a, "Steget"));
	person = fixture_ask(a, "SELECT id FROM person");
	entry = keyed("2025-03-03");
	fixture_type(entry, "intervention", 0, "steget");
	fixture_type(entry, "person", 0, person);
	assert_true(entry_is_read_only(entry, field_of(entry, "sex")));
	assert_string_equal(value(entry, "birth_year", 0), "1979");
	free(saved(entry));
	asks("SELECT count(*) FROM person", "1");
	asks("SELECT count(DISTINCT person) || '/' || count(*) FROM participation",
	     "1/2");
	free(person);
}

static void two_participations_at_once_in_one_intervention_are_refused(void **state)
{
	struct entry *entry;
	struct err e = { "" };
	char *person;

	(void)state;
	free(saved(keyed("2025-01-13")));
	person = fixture_ask(a, "SELECT id FROM person");
	entry = keyed("2025-03-03");
	fixture_type(entry, "person", 0, person);
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	assert_true(entry_discard(entry, &e));
	asks("SELECT count(*) FROM participation", "1");
	free(person);
}

static void a_closure_ends_the_participation(void **state)
{
	char *id = saved(keyed("2025-01-13"));
	struct err e = { "" };
	struct entry *entry = entry_edit(a, "closure", id, &e);

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
	free(saved(entry));
	asks("SELECT end || closure_reason || next_step FROM participation",
	     "2025-06-30completedwork");
	asks("SELECT group_concat(phase || source, ' ') FROM support",
	     "afternone beforesocial_assistance");
	asks("SELECT work_extent FROM occupation WHERE phase = 'after'", "75");
	asks("SELECT education FROM participation", "upper_secondary");
	free(id);
}

static void persistent_fields_are_carried_and_marked(void **state)
{
	struct entry *first = keyed("2025-01-13"), *second;
	struct err e = { "" };

	(void)state;
	assert_int_equal(entry_save(first, &e), ENTRY_STORED);
	second = entry_new(a, "participation", first, &e);
	assert_non_null(second);
	assert_string_equal(value(second, "intervention", 0), intervention);
	assert_string_equal(value(second, "birth_year", 0), "");
	assert_true(record_is_carried(entry_record(second),
				      field_of(second, "intervention")));
	assert_true(entry_close(second, &e));
	/* But not what is wrong. */
	fixture_type(first, "intervention", 0, "ingen sådan");
	second = entry_new(a, "participation", first, &e);
	assert_string_equal(value(second, "intervention", 0), "");
	assert_true(entry_close(second, &e) && entry_discard(first, &e));
	asks("SELECT count(*) FROM draft", "0");
}

static void a_failed_save_loses_nothing(void **state)
{
	struct entry *entry = keyed("2025-01-13");
	struct err e = { "" };

	(void)state;
	assert_true(db_script(a->db,
			      "CREATE TEMP TRIGGER stop BEFORE INSERT ON consent "
			      "BEGIN SELECT raise(ABORT, 'no room'); END",
			      &e));
	assert_int_equal(entry_save(entry, &e), ENTRY_FAILED);
	assert_true(e.text[0]);
	asks("SELECT count(*) FROM participation", "0");
	asks("SELECT count(*) FROM person", "0");
	assert_string_equal(record_id(entry_record(entry)), "");
	assert_string_equal(value(entry, "person", 0), "");
	assert_true(db_script(a->db, "DROP TRIGGER stop", &e));
	free(saved(entry));
	asks("SELECT count(*) FROM participation", "1");
}

static void drafts_tell_how_they_were_left(void **state)
{
	struct entry *entry = keyed("2025-02-30");
	struct draft_list *list;
	struct err e = { "" };

	(void)state;
	list = drafts_list(a, &e);
	assert_int_equal(draft_list_count(list), 1);
	assert_int_equal(draft_list_at(list, 0)->state, DRAFT_OPEN);
	draft_list_free(list);
	/* As if the session that had it on its screen was killed. */
	assert_true(db_script(a->db,
			      "UPDATE draft SET session = substr(session, 1, "
			      "instr(session, ':')) || '999999999'",
			      &e));
	list = drafts_list(a, &e);
	assert_int_equal(draft_list_at(list, 0)->state, DRAFT_CUT);
	draft_list_free(list);
	assert_true(entry_close(entry, &e));
	list = drafts_list(a, &e);
	assert_int_equal(draft_list_at(list, 0)->state, DRAFT_KEPT);
	assert_string_equal(draft_list_at(list, 0)->form, "participation");
	assert_true(draft_list_at(list, 0)->title[0]);
	draft_list_free(list);
}

/* Another record of the same form may have been looked at since. */
static void a_draft_is_kept_under_its_own_title(void **state)
{
	struct entry *first = opened("party"), *second;
	struct draft_list *list;
	struct err e = { "" };

	(void)state;
	fixture_type(first, "name", 0, "Ronneby kommun");
	second = opened("party");
	assert_true(entry_close(first, &e));
	assert_true(entry_close(second, &e));
	list = drafts_list(a, &e);
	assert_int_equal(draft_list_count(list), 1);
	assert_string_equal(draft_list_at(list, 0)->title, "Ronneby kommun");
	draft_list_free(list);
}

static void a_draft_of_a_form_that_is_gone_is_refused(void **state)
{
	struct entry *entry = opened("party");
	struct err e = { "" };
	long long draft;

	(void)state;
	fixture_type(entry, "name", 0, "Ronneby kommun");
	draft = entry_draft(entry);
	assert_true(entry_close(entry, &e));
	assert_true(db_script(a->db, "UPDATE draft SET form = 'parish'", &e));
	assert_null(entry_resume(a, draft, &e));
	assert_non_null(strstr(e.text, "parish"));
}

static void what_is_referred_to_or_gone_is_not_deleted(void **state)
{
	struct err e = { "" };

	(void)state;
	free(saved(keyed("2025-02-03")));
	assert_false(records_delete(a, "intervention", intervention, &e));
	assert_non_null(strstr(e.text, "för den används av Deltagande: 1."));
	assert_false(records_delete(a, "intervention", "blekinge-0", &e));
	assert_non_null(strstr(e.text, "posten finns inte"));
	asks("SELECT count(*) FROM audit WHERE action = 'delete'", "0");
}

/* Their tables keep them by code, the lists by name or by position. */
static void several_choices_come_back_in_the_order_of_the_list(void **state)
{
	struct err e = { "" };
	struct entry *entry = entry_edit(a, "intervention", intervention, &e);

	(void)state;
	assert_non_null(entry);
	fixture_type(entry, "municipalities", 0, "1080 1082");
	fixture_type(entry, "target_groups", 0, "other young_disability");
	free(saved(entry));
	entry = entry_edit(a, "intervention", intervention, &e);
	assert_non_null(entry);
	assert_string_equal(value(entry, "municipalities", 0), "1082 1080");
	assert_string_equal(value(entry, "target_groups", 0), "young_disability other");
	assert_false(has_finding(entry, "municipalities"));
	assert_false(has_finding(entry, "target_groups"));
	assert_true(entry_close(entry, &e));
}

static void a_cut_off_draft_is_offered_under_its_name(void **state)
{
	struct entry *entry = keyed("2025-01-13");
	struct err e = { "" };

	(void)state;
	asks("SELECT state || ' ' || (title LIKE '%Arbetsspåret%') FROM draft", "open 1");
	assert_true(entry_discard(entry, &e));
}

static void what_was_kept_outlives_what_is_discarded(void **state)
{
	struct entry *entry = opened("party");
	struct err e = { "" };
	long long draft;

	(void)state;
	fixture_type(entry, "name", 0, "Ronneby kommun");
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	draft = entry_draft(entry);
	fixture_type(entry, "name", 0, "x");
	assert_true(entry_revert(entry, &e));
	for (int again = 0; again < 2; again++) {
		entry = entry_resume(a, draft, &e);
		assert_non_null(entry);
		assert_string_equal(value(entry, "name", 0), "Ronneby kommun");
		asks("SELECT count(*) FROM journal WHERE new = 'x'", "0");
		fixture_type(entry, "name", 0, "x");
		assert_true(entry_revert(entry, &e));
	}
	asks("SELECT state || ' ' || title FROM draft", "kept Ronneby kommun");
	entry = opened("party");
	fixture_type(entry, "name", 0, "x");
	assert_true(entry_revert(entry, &e));
	asks("SELECT count(*) FROM draft", "1");
}

static void a_draft_looked_at_is_no_later_one(void **state)
{
	struct entry *entry = opened("party");
	struct err e = { "" };
	long long draft;

	(void)state;
	fixture_type(entry, "name", 0, "Ronneby kommun");
	draft = entry_draft(entry);
	assert_true(entry_close(entry, &e));
	assert_true(db_script(a->db, "UPDATE draft SET changed_at = '2025-01-01'", &e));
	entry = entry_resume(a, draft, &e);
	assert_non_null(entry);
	assert_true(entry_close(entry, &e));
	asks("SELECT state || ' ' || changed_at FROM draft", "kept 2025-01-01");
	entry = entry_resume(a, draft, &e);
	fixture_type(entry, "name", 0, "Ronneby");
	asks("SELECT changed_at FROM draft", "2025-11-14T10:00:00");
	assert_true(entry_close(entry, &e));
}

static void nobody_stays_whose_last_participation_is_deleted(void **state)
{
	char *first = saved(keyed("2025-01-13")), *second, *person;
	struct entry *entry;
	struct err e = { "" };

	(void)state;
	free(fixture_intervention(a, "Steget"));
	person = fixture_ask(a, "SELECT id FROM person");
	entry = keyed("2025-03-03");
	fixture_type(entry, "intervention", 0, "steget");
	fixture_type(entry, "person", 0, person);
	second = saved(entry);
	assert_true(records_delete(a, "participation", first, &e));
	asks("SELECT count(*) FROM person", "1");
	assert_true(records_delete(a, "participation", second, &e));
	asks("SELECT (SELECT count(*) FROM person) "
	     "+ (SELECT count(*) FROM participation) "
	     "+ (SELECT count(*) FROM support) + (SELECT count(*) FROM consent)", "0");
	free(first);
	free(second);
	free(person);
}

static void who_saves_last_undoes_nobody_in_silence(void **state)
{
	char *id = saved(keyed("2025-01-13"));
	struct err e = { "" };
	struct entry *mine = entry_edit(a, "participation", id, &e);
	struct entry *theirs = entry_edit(a, "participation", id, &e);

	(void)state;
	fixture_type(theirs, "municipality", 0, "Ronneby");
	assert_int_equal(entry_save(theirs, &e), ENTRY_STORED);
	fixture_type(mine, "education", 0, "grundskola");
	assert_int_equal(entry_save(mine, &e), ENTRY_FAILED);
	assert_non_null(strstr(e.text, "någon annan"));
	asks("SELECT municipality || education FROM participation",
	     "1081upper_secondary");
	assert_true(entry_close(mine, &e));
	mine = entry_edit(a, "participation", id, &e);
	free(saved(mine));
	asks("SELECT municipality || education FROM participation", "1081compulsory");
	/* One's own save is no other's. */
	fixture_type(theirs, "education", 0, "doctoral");
	assert_int_equal(entry_save(theirs, &e), ENTRY_FAILED);
	assert_true(entry_discard(theirs, &e));
	mine = entry_edit(a, "participation", id, &e);
	fixture_type(mine, "education", 0, "doctoral");
	assert_int_equal(entry_save(mine, &e), ENTRY_STORED);
	fixture_type(mine, "education", 0, "grundskola");
	assert_int_equal(entry_save(mine, &e), ENTRY_STORED);
	assert_true(entry_close(mine, &e));
	free(id);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_whole_participation_is_stored_in_its_tables),
		TEST(a_wrong_value_stays_and_makes_a_draft),
		TEST(all_that_is_missing_is_told_at_once),
		TEST(every_change_is_on_the_disk_before_the_next),
		TEST(a_draft_comes_back_as_it_was_and_can_be_undone),
		TEST(a_change_of_a_stored_record_keeps_the_stored_until_it_is_whole),
		TEST(what_is_not_relevant_is_not_stored),
		TEST(an_earlier_participant_is_known_again),
		TEST(two_participations_at_once_in_one_intervention_are_refused),
		TEST(a_closure_ends_the_participation),
		TEST(persistent_fields_are_carried_and_marked),
		TEST(a_failed_save_loses_nothing),
		TEST(drafts_tell_how_they_were_left),
		TEST(who_saves_last_undoes_nobody_in_silence),
		TEST(a_cut_off_draft_is_offered_under_its_name),
		TEST(what_was_kept_outlives_what_is_discarded),
		TEST(a_draft_looked_at_is_no_later_one),
		TEST(nobody_stays_whose_last_participation_is_deleted),
		TEST(a_draft_is_kept_under_its_own_title),
		TEST(a_draft_of_a_form_that_is_gone_is_refused),
		TEST(what_is_referred_to_or_gone_is_not_deleted),
		TEST(several_choices_come_back_in_the_order_of_the_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
