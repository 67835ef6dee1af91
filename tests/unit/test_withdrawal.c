/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A consent withdrawn: what is left of a participation, and what does not come back. */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/entry.h"
#include "app/export.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"
#include "store/query.h"

static struct app *a;
static char *track, *first, *second;

static char *participation(const char *start, const char *person)
{
	return fixture_store(a, "participation", "intervention", track, "person", person,
			     "consent_given_on", "2024-01-02", "consent_reference", "17",
			     "covers_health_data", "1", "start", start, "municipality",
			     "1080", "referrer", "health_care", "target_groups",
			     "long_term_sick", "sex", "woman", "birth_year", "1988",
			     "education", "compulsory", "support_duration", "up_to_3y",
			     "support_before", "social_assistance",
			     "support_before_extent", "100", "works", "1", "work_kind",
			     "subsidised", "work_extent", "25", "studies", "0", NULL);
}

/* Keys fields of a stored record and saves it: name, typed, …, NULL. */
static void change(const char *form, const char *id, ...)
{
	struct err e = { "" };
	struct entry *entry = entry_edit(a, form, id, &e);
	const char *field;
	va_list args;

	if (!entry)
		fail_msg("%s", e.text);
	va_start(args, id);
	while ((field = va_arg(args, const char *)))
		fixture_type(entry, field, 0, va_arg(args, const char *));
	va_end(args);
	if (entry_save(entry, &e) != ENTRY_STORED)
		fail_msg("%s: %s", form, e.text);
	assert_true(entry_close(entry, &e));
}

static void end(const char *id, const char *day)
{
	change("closure", id, "end", day, "closure_reason", "completed", "support_after",
	       "none", "works", "0", "studies", "1", "study_extent", "100", NULL);
}

static void withdraw(const char *id, const char *day)
{
	change("closure", id, "end", day, "closure_reason", "consent_withdrawn",
	       "consent_withdrawn_on", day, NULL);
}

/* The answer to a question about the participation, ?1. */
static void is(const char *id, const char *question, const char *expected)
{
	const struct query q = { .sql = question, .values = &id, .count = 1 };
	struct text answer = { 0 };
	struct err e = { "" };

	if (!query_text(a->db, &q, &answer, &e))
		fail_msg("%s", e.text);
	if (strcmp(text_get(&answer), expected))
		fail_msg("%s: %s, not %s", question, text_get(&answer), expected);
	text_done(&answer);
}

/* One person's two participations in the intervention, the first of them ended. */
static int open_register(void **state)
{
	char *person;

	(void)state;
	a = fixture_open();
	track = fixture_intervention(a, "Spåret");
	first = participation("2024-02-01", "");
	end(first, "2024-11-30");
	person = fixture_ask(a, "SELECT id FROM person");
	second = participation("2025-02-03", person);
	free(person);
	return 0;
}

static int close_register(void **state)
{
	(void)state;
	free(track);
	free(first);
	free(second);
	fixture_close(a);
	return 0;
}

static void details_are_gone(const char *id)
{
	is(id, "SELECT coalesce(municipality, '-') || coalesce(referrer, '-') || "
	       "coalesce(next_step, '-') || education || ' ' || support_duration "
	       "FROM participation WHERE id = ?1", "---unknown not_applicable");
	is(id, "SELECT group_concat(phase || ' ' || source || coalesce(extent, '')) "
	       "FROM support WHERE participation = ?1", "before missing");
	is(id, "SELECT group_concat(phase || works || studies || "
	       "coalesce(work_extent, '')) FROM occupation WHERE participation = ?1",
	   "before00");
	is(id, "SELECT count(*) FROM participation_target_group WHERE participation = "
	       "?1", "0");
	is(id, "SELECT coalesce(form_reference, '-') || given_on FROM consent "
	       "WHERE participation = ?1", "-2024-01-02");
}

static void only_what_a_count_would_tell_is_left(void **state)
{
	(void)state;
	withdraw(second, "2025-10-01");
	details_are_gone(second);
	is(second, "SELECT start || end || closure_reason FROM participation "
		   "WHERE id = ?1", "2025-02-032025-10-01consent_withdrawn");
	is(second, "SELECT sex || birth_year FROM participation p JOIN person n "
		   "ON n.id = p.person WHERE p.id = ?1", "woman1988");
	is(second, "SELECT withdrawn_on FROM consent WHERE participation = ?1",
	   "2025-10-01");
}

static void nothing_ties_it_to_the_person(void **state)
{
	(void)state;
	withdraw(second, "2025-10-01");
	is(first, "SELECT number FROM participation p JOIN person n ON n.id = p.person "
		  "WHERE p.id = ?1", "1");
	is(second, "SELECT number FROM participation p JOIN person n ON n.id = p.person "
		   "WHERE p.id = ?1", "2");
	is(first, "SELECT count(*) FROM support WHERE participation = ?1", "2");
	/* The last one gone, the person is. */
	withdraw(first, "2024-11-30");
	is("", "SELECT group_concat(number) FROM (SELECT number FROM person "
	       "ORDER BY number) WHERE '' = ?1", "2,3");
}

static void a_locked_year_does_not_keep_it(void **state)
{
	struct export_order order = { .year = 2024 };
	struct export done;
	struct err e = { "" };
	const char *slash = strrchr(app_path(a), '/');
	char *folder = mem_text_part(app_path(a), (size_t)(slash - app_path(a)));
	char *out = path_join(folder, "out");

	(void)state;
	order.out = out;
	if (!export_write(a, &order, &done, &e))
		fail_msg("%s", e.text);
	path_remove_folder(done.folder);
	path_remove_folder(out);
	withdraw(first, "2024-11-30");
	details_are_gone(first);
	is(first, "SELECT count(*) FROM delivery_file WHERE instr(content, ?1)", "0");
	is(first, "SELECT count(*) FROM delivery_file WHERE content IS NULL OR '' = ?1",
	   "3");
	export_done(&done);
	free(out);
	free(folder);
}

static void what_is_filled_in_again_does_not_stay(void **state)
{
	(void)state;
	withdraw(second, "2025-10-01");
	change("participation", second, "education", "doctoral", "municipality", "1080",
	       "support_before", "sickness_benefit", NULL);
	details_are_gone(second);
	/* The person is parted with once. */
	is(second, "SELECT number FROM participation p JOIN person n ON n.id = p.person "
		   "WHERE p.id = ?1", "2");
	is(second, "SELECT count(*) FROM audit WHERE action = 'withdraw' "
		   "AND record = ?1", "1");
}

static void what_does_not_stay_is_not_shown(void **state)
{
	struct err e = { "" };
	struct entry *entry;
	int field;

	(void)state;
	withdraw(second, "2025-10-01");
	entry = entry_edit(a, "participation", second, &e);
	assert_non_null(entry);
	field = form_find_field(entry_form(entry), "education");
	fixture_type(entry, "education", 0, "doctoral");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_string_equal(record_get(entry_record(entry), (size_t)field, 0), "unknown");
	assert_true(entry_close(entry, &e));
}

static void a_draft_that_tells_of_it_goes(void **state)
{
	struct err e = { "" };
	struct entry *entry = entry_edit(a, "participation", second, &e);

	(void)state;
	fixture_type(entry, "education", 0, "doctoral");
	assert_true(entry_close(entry, &e));
	is(second, "SELECT count(*) FROM draft WHERE record = ?1", "1");
	withdraw(second, "2025-10-01");
	is(second, "SELECT count(*) FROM draft WHERE record = ?1", "0");
	is("", "SELECT count(*) FROM journal WHERE '' = ?1", "0");
}

static const char *get(const struct entry *entry, const char *field)
{
	return record_get(entry_record(entry),
			  (size_t)form_find_field(entry_form(entry), field), 0);
}

/* The screen may keep the record open: it shows what is left. */
static void the_record_tells_no_more_either(void **state)
{
	struct err e = { "" };
	struct entry *entry = entry_edit(a, "closure", second, &e);

	(void)state;
	fixture_type(entry, "end", 0, "2025-10-01");
	fixture_type(entry, "closure_reason", 0, "consent_withdrawn");
	fixture_type(entry, "consent_withdrawn_on", 0, "2025-10-01");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_string_equal(get(entry, "consent_reference"), "");
	assert_string_equal(get(entry, "person_number"), "2");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_true(entry_close(entry, &e));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(only_what_a_count_would_tell_is_left),
		TEST(nothing_ties_it_to_the_person),
		TEST(a_locked_year_does_not_keep_it),
		TEST(what_is_filled_in_again_does_not_stay),
		TEST(what_does_not_stay_is_not_shown),
		TEST(the_record_tells_no_more_either),
		TEST(a_draft_that_tells_of_it_goes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
