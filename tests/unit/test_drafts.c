/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was keyed and not stored: it stays, comes back, can be undone. */

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

static void a_wrong_value_stays_and_makes_a_draft(void **state)
{
	struct entry *entry = keying_participation("2025-02-30");
	struct err e = { "" };

	(void)state;
	assert_string_equal(keying_value(entry, "start", 0), "2025-02-30");
	assert_true(keying_has_finding(entry, "start"));
	/* Not compared with other dates as if it were one. */
	fixture_type(entry, "start", 0, "99");
	assert_int_equal(entry_finding_count(entry), 1);
	fixture_type(entry, "start", 0, "2025-02-30");
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	keying_asks("SELECT count(*) FROM participation", "0");
	keying_asks("SELECT state FROM draft", "kept");
	fixture_type(entry, "start", 0, "2025-02-28");
	assert_false(keying_has_finding(entry, "start"));
	free(keying_save(entry));
	keying_asks("SELECT count(*) FROM participation", "1");
	keying_asks("SELECT count(*) FROM draft", "0");
}

static void every_change_is_on_the_disk_before_the_next(void **state)
{
	struct entry *entry = keying_begin("participation");
	struct err e = { "" };

	(void)state;
	assert_int_equal(entry_draft(entry), 0);
	fixture_type(entry, "birth_year", 0, "1979");
	assert_true(entry_draft(entry) > 0);
	keying_asks("SELECT new FROM journal WHERE field = 'birth_year'", "1979");
	keying_asks("SELECT state FROM draft", "open");
	fixture_type(entry, "birth_year", 0, "1980");
	keying_asks("SELECT old || new FROM journal WHERE field = 'birth_year' "
	     "ORDER BY id DESC LIMIT 1",
	     "19791980");
	assert_true(entry_discard(entry, &e));
	keying_asks(
		"SELECT (SELECT count(*) FROM draft) + (SELECT count(*) FROM journal)",
		"0");
}

/* As after kill -9: the entry is simply not there any more; the file is opened anew. */
static void a_draft_comes_back_as_it_was_and_can_be_undone(void **state)
{
	struct entry *entry = keying_participation("2025-01-13");
	long long draft = entry_draft(entry);
	struct err e = { "" };
	size_t field, row;

	(void)state;
	fixture_type(entry, "support_before", 1, "a-kassa");
	fixture_type(entry, "support_before", 1, "");
	assert_true(entry_close(entry, &e));
	keying.app = fixture_reopen(keying.app);
	entry = entry_resume(keying.app, draft, &e);
	assert_non_null(entry);
	assert_string_equal(keying_value(entry, "birth_year", 0), "1979");
	assert_string_equal(keying_value(entry, "support_before", 0),
			    "social_assistance");
	assert_string_equal(keying_value(entry, "support_before", 1), "");
	assert_true(entry_undo(entry, &field, &row, &e));
	assert_int_equal(field, keying_field(entry, "support_before"));
	assert_string_equal(keying_value(entry, "support_before", 1),
			    "unemployment_insurance");
	assert_true(entry_redo(entry, &field, &row, &e));
	free(keying_save(entry));
	keying_asks("SELECT count(*) FROM support", "1");
}

static void a_failed_save_loses_nothing(void **state)
{
	struct entry *entry = keying_participation("2025-01-13");
	struct err e = { "" };

	(void)state;
	assert_true(db_script(keying.app->db,
			      "CREATE TEMP TRIGGER stop BEFORE INSERT ON consent "
			      "BEGIN SELECT raise(ABORT, 'no room'); END",
			      &e));
	assert_int_equal(entry_save(entry, &e), ENTRY_FAILED);
	assert_true(e.text[0]);
	keying_asks("SELECT count(*) FROM participation", "0");
	keying_asks("SELECT count(*) FROM person", "0");
	assert_string_equal(record_id(entry_record(entry)), "");
	assert_string_equal(keying_value(entry, "person", 0), "");
	assert_true(db_script(keying.app->db, "DROP TRIGGER stop", &e));
	free(keying_save(entry));
	keying_asks("SELECT count(*) FROM participation", "1");
}

static void drafts_tell_how_they_were_left(void **state)
{
	struct entry *entry = keying_participation("2025-02-30");
	struct draft_list *list;
	struct err e = { "" };

	(void)state;
	list = drafts_list(keying.app, &e);
	assert_int_equal(draft_list_count(list), 1);
	assert_int_equal(draft_list_at(list, 0)->state, DRAFT_OPEN);
	draft_list_free(list);
	/* As if the session that had it on its screen was killed. */
	assert_true(db_script(keying.app->db,
			      "UPDATE draft SET session = substr(session, 1, "
			      "instr(session, ':')) || '999999999'",
			      &e));
	list = drafts_list(keying.app, &e);
	assert_int_equal(draft_list_at(list, 0)->state, DRAFT_CUT);
	draft_list_free(list);
	assert_true(entry_close(entry, &e));
	list = drafts_list(keying.app, &e);
	assert_int_equal(draft_list_at(list, 0)->state, DRAFT_KEPT);
	assert_string_equal(draft_list_at(list, 0)->form, "participation");
	assert_true(draft_list_at(list, 0)->title[0]);
	draft_list_free(list);
}

/* Another record of the same form may have been looked at since. */
static void a_draft_is_kept_under_its_own_title(void **state)
{
	struct entry *first = keying_begin("party"), *second;
	struct draft_list *list;
	struct err e = { "" };

	(void)state;
	fixture_type(first, "name", 0, "Ronneby kommun");
	second = keying_begin("party");
	assert_true(entry_close(first, &e));
	assert_true(entry_close(second, &e));
	list = drafts_list(keying.app, &e);
	assert_int_equal(draft_list_count(list), 1);
	assert_string_equal(draft_list_at(list, 0)->title, "Ronneby kommun");
	draft_list_free(list);
}

static void a_draft_of_a_form_that_is_gone_is_refused(void **state)
{
	struct entry *entry = keying_begin("party");
	struct err e = { "" };
	long long draft;

	(void)state;
	fixture_type(entry, "name", 0, "Ronneby kommun");
	draft = entry_draft(entry);
	assert_true(entry_close(entry, &e));
	assert_true(db_script(keying.app->db, "UPDATE draft SET form = 'parish'", &e));
	assert_null(entry_resume(keying.app, draft, &e));
	assert_non_null(strstr(e.text, "parish"));
}

static void a_cut_off_draft_is_offered_under_its_name(void **state)
{
	struct entry *entry = keying_participation("2025-01-13");
	struct err e = { "" };

	(void)state;
	keying_asks("SELECT state || ' ' || (title LIKE '%Arbetsspåret%') FROM draft",
		    "open 1");
	assert_true(entry_discard(entry, &e));
}

static void what_was_kept_outlives_what_is_discarded(void **state)
{
	struct entry *entry = keying_begin("party");
	struct err e = { "" };
	long long draft;

	(void)state;
	fixture_type(entry, "name", 0, "Ronneby kommun");
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	draft = entry_draft(entry);
	fixture_type(entry, "name", 0, "x");
	assert_true(entry_revert(entry, &e));
	for (int again = 0; again < 2; again++) {
		entry = entry_resume(keying.app, draft, &e);
		assert_non_null(entry);
		assert_string_equal(keying_value(entry, "name", 0), "Ronneby kommun");
		keying_asks("SELECT count(*) FROM journal WHERE new = 'x'", "0");
		fixture_type(entry, "name", 0, "x");
		assert_true(entry_revert(entry, &e));
	}
	keying_asks("SELECT state || ' ' || title FROM draft", "kept Ronneby kommun");
	entry = keying_begin("party");
	fixture_type(entry, "name", 0, "x");
	assert_true(entry_revert(entry, &e));
	keying_asks("SELECT count(*) FROM draft", "1");
}

static void a_draft_looked_at_is_no_later_one(void **state)
{
	struct entry *entry = keying_begin("party");
	struct err e = { "" };
	long long draft;

	(void)state;
	fixture_type(entry, "name", 0, "Ronneby kommun");
	draft = entry_draft(entry);
	assert_true(entry_close(entry, &e));
	assert_true(db_script(keying.app->db,
			      "UPDATE draft SET changed_at = '2025-01-01'", &e));
	entry = entry_resume(keying.app, draft, &e);
	assert_non_null(entry);
	assert_true(entry_close(entry, &e));
	keying_asks("SELECT state || ' ' || changed_at FROM draft", "kept 2025-01-01");
	entry = entry_resume(keying.app, draft, &e);
	fixture_type(entry, "name", 0, "Ronneby");
	keying_asks("SELECT changed_at FROM draft", "2025-11-14T10:00:00");
	assert_true(entry_close(entry, &e));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, keying_open, keying_close)
	const struct CMUnitTest tests[] = {
		TEST(a_wrong_value_stays_and_makes_a_draft),
		TEST(every_change_is_on_the_disk_before_the_next),
		TEST(a_draft_comes_back_as_it_was_and_can_be_undone),
		TEST(a_failed_save_loses_nothing),
		TEST(drafts_tell_how_they_were_left),
		TEST(a_draft_is_kept_under_its_own_title),
		TEST(a_draft_of_a_form_that_is_gone_is_refused),
		TEST(a_cut_off_draft_is_offered_under_its_name),
		TEST(what_was_kept_outlives_what_is_discarded),
		TEST(a_draft_looked_at_is_no_later_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
