/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule on every record: what is found, where, and what concerns a year. */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/check.h"
#include "app/entry.h"
#include "app/inside.h"
#include "app/overrule.h"
#include "base/err.h"
#include "model/record.h"
#include "store/db.h"

#define BY "'2025-01-01T00:00:00', 'u', '2025-01-01T00:00:00', 'u'"

/*
 * Of these 1 is in order, 2 ends before its intervention begins (which no form would
 * store), 3 lacks support and occupation, and 4 was registered in error. All are by the
 * same person but 1.
 */
static const char rows[] =
	"INSERT INTO intervention VALUES"
	" ('b-A', 'blekinge', 'Spår', NULL, 'individual', 'work_rehabilitation',"
	"  'detailed', '2023-01-01', NULL, 0, NULL, " BY ");"
	"INSERT INTO person VALUES"
	" ('b-W', 'blekinge', 17, 'woman', 1988, " BY "),"
	" ('b-M', 'blekinge', 4, 'man', 1999, " BY ");"
	"INSERT INTO participation VALUES"
	" ('b-1', 'b-A', 'b-W', '2024-05-01', NULL, NULL, 'compulsory', 'up_to_3y',"
	"  NULL, NULL, NULL, " BY "),"
	" ('b-2', 'b-A', 'b-M', '2022-05-01', '2022-06-30', NULL, 'unknown', 'over_9y',"
	"  NULL, 'completed', 'work', " BY "),"
	" ('b-3', 'b-A', 'b-M', '2024-12-01', '2025-02-01', NULL, 'unknown', 'up_to_1y',"
	"  NULL, 'completed', NULL, " BY "),"
	" ('b-4', 'b-A', 'b-M', '2024-02-01', '2024-03-01', NULL, 'doctoral', 'up_to_1y',"
	"  NULL, 'registered_in_error', NULL, " BY ");"
	"INSERT INTO consent VALUES"
	" ('b-1', '2024-04-01', NULL, 1, NULL), ('b-2', '2022-04-01', NULL, 1, NULL),"
	" ('b-3', '2024-12-09', NULL, 1, NULL), ('b-4', '2024-01-01', NULL, 1, NULL);"
	"INSERT INTO support"
	" SELECT id, 'before', 'social_assistance', '100' FROM participation"
	" WHERE id <> 'b-3';"
	"INSERT INTO support SELECT id, 'after', 'none', NULL FROM participation"
	" WHERE id = 'b-2' OR id = 'b-3';"
	"INSERT INTO occupation"
	" SELECT id, 'before', 0, NULL, NULL, 0, NULL, 1 FROM participation;"
	"INSERT INTO occupation"
	" SELECT id, 'after', 0, NULL, NULL, 0, NULL, 1 FROM participation"
	" WHERE id = 'b-2' OR id = 'b-3';"
	"INSERT INTO volume VALUES"
	" ('b-V4', 'b-A', 2024, 3, 0, NULL, 6, 0, " BY "),"
	" ('b-V5', 'b-A', 2025, 3, 0, NULL, 6, 0, " BY ");"
	"INSERT INTO draft (form, session, opened_at, opened_by, changed_at)"
	" VALUES ('participation', 'x', 't', 'u', 't');";

static int open_register(void **state)
{
	*state = fixture_open();
	return 0;
}

static int close_register(void **state)
{
	fixture_close(*state);
	return 0;
}

static void fill(struct app *a, const char *sql)
{
	struct err e = { "" };

	if (!db_script(a->db, sql, &e))
		fail_msg("%s", e.text);
}

static void run(struct app *a, int year, struct check *c)
{
	struct err e = { "" };

	if (!check_register(a, year, c, &e))
		fail_msg("%s", e.text);
}

/* How often the rule is named for the record; NULL is any record or rule. */
static size_t count(const struct check *c, const char *record, const char *rule)
{
	size_t found = 0;

	for (size_t i = 0; i < c->count; i++)
		found += (!record || !strcmp(c->items[i].record, record)) &&
			 (!rule || !strcmp(c->items[i].rule, rule));
	return found;
}

static void a_sound_register_says_nothing(void **state)
{
	struct check c;

	run(*state, 0, &c);
	/* The federation and its five municipalities. */
	assert_int_equal(c.records, 6);
	assert_int_equal(c.count, 0);
	assert_int_equal(c.errors + c.warnings + c.overruled + c.drafts, 0);
	check_done(&c);
}

static void every_record_meets_every_rule(void **state)
{
	struct check c;

	fill(*state, rows);
	run(*state, 0, &c);
	/* And an intervention, two persons, four participations, three closures and two
	 * volumes. */
	assert_int_equal(c.records, 6 + 1 + 2 + 4 + 3 + 2);
	assert_int_equal(c.drafts, 1);
	assert_int_equal(count(&c, "b-1", NULL), 0);
	assert_int_equal(count(&c, "b-2", "R-101"), 1);
	/* What is missing has no rule. */
	assert_int_equal(count(&c, "b-3", ""), 1);
	assert_int_equal(count(&c, "b-3", "R-105"), 1);
	assert_int_equal(count(&c, "b-4", "R-205"), 1);
	assert_int_equal(count(&c, "b-V4", "R-505"), 1);
	assert_int_equal(count(&c, "b-V5", "R-505"), 1);
	assert_int_equal(c.errors + c.warnings, c.count);
	assert_int_equal(c.overruled, 0);
	check_done(&c);
}

static void a_year_is_asked_for_what_concerns_it(void **state)
{
	struct check c;

	fill(*state, rows);
	run(*state, 2024, &c);
	/* 1 and 3; 3 ended later, 4 counts nowhere. */
	assert_int_equal(c.records, 6 + 1 + 2 + 2 + 0 + 1);
	assert_int_equal(count(&c, "b-2", NULL), 0);
	assert_int_equal(count(&c, "b-3", ""), 1);
	assert_int_equal(count(&c, "b-4", NULL), 0);
	assert_int_equal(count(&c, "b-V4", "R-505"), 1);
	assert_int_equal(count(&c, "b-V5", NULL), 0);
	check_done(&c);
	run(*state, 2025, &c);
	assert_int_equal(c.records, 6 + 1 + 2 + 2 + 1 + 1);
	check_done(&c);
	run(*state, 2019, &c);
	assert_int_equal(c.records, 6);
	check_done(&c);
}

/* The finding of the rule; fails when there is none. */
static const struct check_finding *find(const struct check *c, const char *rule)
{
	for (size_t i = 0; i < c->count; i++)
		if (!strcmp(c->items[i].rule, rule))
			return &c->items[i];
	fail_msg("%s says nothing", rule);
	return NULL;
}

static void a_finding_leads_to_its_field(void **state)
{
	const struct check_finding *f;
	struct err e = { "" };
	struct entry *entry;
	struct check c;

	fill(*state, rows);
	run(*state, 2024, &c);
	f = find(&c, "R-105");
	assert_string_equal(f->form->name, "participation");
	assert_string_equal(f->record, "b-3");
	assert_string_equal(f->title, "D-0004 · Spår · 2024-12-01");
	assert_string_equal(f->form->fields[f->field].name, "consent_given_on");
	assert_non_null(strstr(f->message, "Samtycket"));
	entry = entry_edit(*state, f->form->name, f->record, &e);
	assert_non_null(entry);
	assert_string_equal(record_get(entry_record(entry), f->field, f->row),
			    "2024-12-09");
	assert_true(entry_close(entry, &e));
	check_done(&c);
}

static void an_overruled_warning_tells_why(void **state)
{
	struct check before, after;

	fill(*state, rows);
	run(*state, 2024, &before);
	fill(*state,
	     "INSERT INTO remark VALUES ('b-R', 'overruled', 'participation', 'b-3',"
	     " 'consent_given_on', 'R-105', 'Muntligt förut', " BY ")");
	run(*state, 2024, &after);
	assert_string_equal(find(&before, "R-105")->reason, "");
	assert_string_equal(find(&after, "R-105")->reason, "Muntligt förut");
	assert_int_equal(after.overruled, 1);
	assert_int_equal(after.warnings, before.warnings - 1);
	assert_int_equal(after.errors, before.errors);
	check_done(&before);
	check_done(&after);
}

static void expect_refusal(struct app *a, const struct check_finding *f, const char *why)
{
	struct err e = { "" };
	char *remarks;

	assert_false(overrule_finding(a, 2024, f, "Så är det", &e));
	assert_non_null(strstr(e.text, f->title));
	assert_non_null(strstr(e.text, why));
	remarks = fixture_ask(a, "SELECT count(*) FROM remark");
	assert_string_equal(remarks, "0");
	free(remarks);
}

/* Warns of the consent of b-1, which is sound otherwise. */
static const char late_consent[] =
	"UPDATE consent SET given_on = '2024-05-09' WHERE participation = 'b-1'";

static const struct check_finding *find_of(const struct check *c, const char *record,
					   const char *rule)
{
	for (size_t i = 0; i < c->count; i++)
		if (!strcmp(c->items[i].record, record) &&
		    !strcmp(c->items[i].rule, rule))
			return &c->items[i];
	fail_msg("%s says nothing of %s", rule, record);
	return NULL;
}

static void only_a_stored_warning_is_overruled(void **state)
{
	const struct check_finding *warning;
	struct check_finding gone;
	struct err e = { "" };
	struct entry *entry;
	struct check c;

	fill(*state, rows);
	fill(*state, late_consent);
	run(*state, 2024, &c);
	warning = find_of(&c, "b-1", "R-105");
	expect_refusal(*state, find(&c, ""), "ett fel kan inte godkännas");
	/* That record lacks something else. */
	expect_refusal(*state, find_of(&c, "b-3", "R-105"), "posten har fel");
	gone = *warning;
	gone.rule = "R-999";
	expect_refusal(*state, &gone, "finns inte längre");
	entry = entry_edit(*state, "participation", "b-1", &e);
	assert_non_null(entry);
	fixture_type(entry, "start", 0, "2024-05-02");
	assert_true(entry_close(entry, &e));
	expect_refusal(*state, warning, "utkast");
	check_done(&c);
}

static void an_overruled_warning_is_kept_with_its_record(void **state)
{
	struct err e = { "" };
	struct check before, after;

	fill(*state, rows);
	fill(*state, late_consent);
	run(*state, 2024, &before);
	if (!overrule_finding(*state, 2024, find_of(&before, "b-1", "R-105"), "Så är det",
			      &e))
		fail_msg("%s", e.text);
	run(*state, 2024, &after);
	assert_string_equal(find_of(&after, "b-1", "R-105")->reason, "Så är det");
	assert_int_equal(after.warnings, before.warnings - 1);
	assert_int_equal(after.drafts, before.drafts);
	check_done(&before);
	check_done(&after);
}

#define DELIVERED(year) \
	"INSERT INTO delivery (year, revision, level, participations, warnings, drafts," \
	" created_at, created_by) VALUES (" year ", 1, 'detailed', 1, 1, 0, 't', 'u');"

/* The reason goes along with a delivery: one that is still to be made must have the
 * record, wherever the warning is overruled. */
static void warnings_of_a_locked_year_stay(void **state)
{
	struct err e = { "" };
	const struct check_finding *warning;
	struct check c;

	fill(*state, rows);
	fill(*state, late_consent);
	fill(*state, DELIVERED("2024"));
	run(*state, 2024, &c);
	warning = find_of(&c, "b-1", "R-105");
	assert_false(overrule_finding(*state, 2024, warning, "Så är det", &e));
	assert_non_null(strstr(e.text, "2024 är levererat och låst"));
	/* It goes on, and 2025 is open. */
	if (!overrule_finding(*state, 2025, warning, "Så är det", &e))
		fail_msg("%s", e.text);
	fill(*state, DELIVERED("2025"));
	/* As from the form, which is of no year. */
	assert_false(overrule_finding(*state, 0, warning, "Nytt skäl", &e));
	assert_non_null(strstr(e.text, "2025 är levererat och låst"));
	fill(*state, "UPDATE delivery SET unlocked_at = 't', unlocked_by = 'u',"
		     " unlock_reason = 'Skäl' WHERE year = 2024");
	assert_true(overrule_finding(*state, 2024, warning, "Nytt skäl", &e));
	check_done(&c);
}

static void what_is_stored_is_checked_not_its_draft(void **state)
{
	struct err e = { "" };
	struct entry *entry;
	struct check c;
	char *drafts;

	fill(*state, rows);
	entry = entry_edit(*state, "participation", "b-1", &e);
	assert_non_null(entry);
	fixture_type(entry, "start", 0, "1999-01-01");
	assert_true(entry_close(entry, &e));
	run(*state, 0, &c);
	assert_int_equal(count(&c, "b-1", NULL), 0);
	assert_int_equal(c.drafts, 2);
	check_done(&c);
	drafts = fixture_ask(*state, "SELECT min(state) FROM draft WHERE record = 'b-1'");
	assert_string_equal(drafts, "kept");
	free(drafts);
}

static void what_cannot_be_read_is_a_refusal(void **state)
{
	struct err e = { "" };
	struct check c;

	fill(*state, rows);
	fill(*state, "PRAGMA foreign_keys = OFF; DROP TABLE consent;");
	assert_false(check_register(*state, 0, &c, &e));
	assert_string_not_equal(e.text, "");
	check_done(&c);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(a_sound_register_says_nothing),
		TEST(every_record_meets_every_rule),
		TEST(a_year_is_asked_for_what_concerns_it),
		TEST(a_finding_leads_to_its_field),
		TEST(an_overruled_warning_tells_why),
		TEST(only_a_stored_warning_is_overruled),
		TEST(an_overruled_warning_is_kept_with_its_record),
		TEST(warnings_of_a_locked_year_stay),
		TEST(what_is_stored_is_checked_not_its_draft),
		TEST(what_cannot_be_read_is_a_refusal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
