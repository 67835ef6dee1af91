/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The personal identity number in a record that is keyed: whom it finds, what follows,
 * and what becomes of numbers before. The numbers are Skatteverket's test numbers.
 */
#include "app_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/disposal.h"
#include "app/entry.h"
#include "app/inside.h"
#include "base/err.h"
#include "base/text.h"
#include "model/record.h"
#include "store/db.h"

#define WOMAN "850505-2384"
#define CHANGED "850506-2383"
#define MAN "790303-2394"

static struct app *a;
static char *intervention;
static struct err e;

static int open_register(void **state)
{
	(void)state;
	a = fixture_open();
	intervention = fixture_intervention(a, "Arbetsspåret");
	free(fixture_store(a, "party", "kind", "municipality", "name", "Karlskrona",
			   NULL));
	assert_true(db_script(a->db,
			      "UPDATE federation SET person_data = 'identified', "
			      "controller = 'Karlskrona', legal_basis = 'Lag', "
			      "decision_date = '2025-01-01'", &e));
	return 0;
}

static int close_register(void **state)
{
	struct text key = { 0 };

	(void)state;
	text_addf(&key, "%s.key", app_path(a));
	unlink(text_get(&key));
	text_done(&key);
	free(intervention);
	fixture_close(a);
	return 0;
}

static char *stored(const char *number, const char *start)
{
	return fixture_store(a, "participation", "intervention", "arb",
			     "identity_number", number, "consent_given_on", "2025-01-02",
			     "start", start, "education", "gymn", "support_duration",
			     "up_to_3y", "support_before", "a-kassa", "works", "0",
			     "studies", "0", "seeks_work", "1", NULL);
}

static struct entry *begun(const char *number)
{
	struct entry *entry = entry_new(a, "participation", NULL, &e);

	assert_non_null(entry);
	fixture_type(entry, "identity_number", 0, number);
	return entry;
}

static void asks(const char *sql, const char *expected)
{
	char *answer = fixture_ask(a, sql);

	assert_string_equal(answer, expected);
	free(answer);
}

static const char *get(const struct entry *entry, const char *field)
{
	int at = form_find_field(entry_form(entry), field);

	return record_get(entry_record(entry), (size_t)at, 0);
}

static const struct finding *finding(const struct entry *entry)
{
	int at = form_find_field(entry_form(entry), "identity_number");

	for (size_t i = 0; i < entry_finding_count(entry); i++)
		if (entry_finding(entry, i)->field == (size_t)at)
			return entry_finding(entry, i);
	return NULL;
}

static void says(const struct entry *entry, enum severity severity, const char *part)
{
	const struct finding *it = finding(entry);

	assert_non_null(it);
	assert_int_equal(it->severity, severity);
	if (!strstr(it->message, part))
		fail_msg("%s", it->message);
}

static void discard(struct entry *entry)
{
	assert_true(entry_discard(entry, &e));
}

static void whoever_comes_back_is_found(void **state)
{
	struct entry *entry;

	(void)state;
	free(stored(WOMAN, "2025-01-13"));
	entry = begun(WOMAN);
	assert_string_not_equal(get(entry, "person"), "");
	assert_string_equal(get(entry, "sex"), "woman");
	assert_string_equal(get(entry, "birth_year"), "1985");
	assert_null(finding(entry));
	/* With another number the person who was found goes, and what was theirs. */
	fixture_type(entry, "identity_number", 0, MAN);
	assert_string_equal(get(entry, "person"), "");
	fixture_type(entry, "identity_number", 0, WOMAN);
	assert_string_not_equal(get(entry, "person"), "");
	discard(entry);
	asks("SELECT count(*) FROM person_identity", "1");
}

static void a_number_is_one_person_s(void **state)
{
	struct entry *entry;

	(void)state;
	free(stored(WOMAN, "2025-01-13"));
	free(stored(MAN, "2025-01-14"));
	entry = entry_new(a, "participation", NULL, &e);
	fixture_type(entry, "person", 0, "D-0002");
	fixture_type(entry, "identity_number", 0, WOMAN);
	says(entry, SEVERITY_ERROR, "1985");
	fixture_type(entry, "identity_number", 0, MAN);
	assert_null(finding(entry));
	discard(entry);
}

static void a_changed_number_keeps_the_earlier_one(void **state)
{
	char *id = stored(WOMAN, "2025-01-13");
	struct entry *entry = entry_edit(a, "participation", id, &e);
	struct text shown = { 0 };
	size_t field;

	(void)state;
	assert_non_null(entry);
	field = (size_t)form_find_field(entry_form(entry), "identity_number");
	entry_show(entry, field, 0, &shown);
	assert_string_equal(text_get(&shown), "19850505-****");
	fixture_type(entry, "identity_number", 0, CHANGED);
	says(entry, SEVERITY_WARNING, "finns kvar");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_null(finding(entry));
	text_clear(&shown);
	assert_true(entry_reveal(entry, field, &shown, &e));
	assert_string_equal(text_get(&shown), "19850506-2383");
	assert_true(entry_close(entry, &e));
	asks("SELECT group_concat(current, '') FROM (SELECT current FROM person_identity "
	     "ORDER BY current)", "01");
	asks("SELECT count(DISTINCT record) FROM audit WHERE action = 'identity_shown' "
	     "AND record = (SELECT id FROM person)", "1");
	text_done(&shown);
	free(id);
}

static void a_withdrawn_consent_takes_the_number_along(void **state)
{
	char *id = stored(WOMAN, "2025-01-13");
	struct entry *entry = entry_edit(a, "closure", id, &e);

	(void)state;
	fixture_type(entry, "end", 0, "2025-02-03");
	fixture_type(entry, "closure_reason", 0, "consent_withdrawn");
	fixture_type(entry, "consent_withdrawn_on", 0, "2025-02-03");
	assert_int_equal(entry_save(entry, &e), ENTRY_STORED);
	assert_true(entry_close(entry, &e));
	asks("SELECT count(*) FROM person_identity", "0");
	free(id);
}

static void a_wrong_number_waits_in_a_draft(void **state)
{
	struct entry *entry = begun("850505-2394");
	long long draft;

	(void)state;
	says(entry, SEVERITY_ERROR, "Kontrollsiffran");
	assert_int_equal(entry_save(entry, &e), ENTRY_DRAFT);
	draft = entry_draft(entry);
	assert_true(entry_close(entry, &e));
	asks("SELECT count(*) FROM journal WHERE new GLOB '*850505*'", "0");
	entry = entry_resume(a, draft, &e);
	says(entry, SEVERITY_ERROR, "Kontrollsiffran");
	fixture_type(entry, "identity_number", 0, "");
	assert_null(finding(entry));
	discard(entry);
}

static void numbers_are_disposed_of(void **state)
{
	struct disposal_order order = { "", "2025-02-01", "Plan 4.2", "Dnr 1" };
	struct disposal done;
	struct entry *entry;

	(void)state;
	free(stored(WOMAN, "2025-01-13"));
	free(stored(MAN, "2025-01-13"));
	assert_true(db_script(a->db, "UPDATE participation SET end = '2025-02-01', "
				     "closure_reason = (SELECT code FROM "
				     "code_closure_reason LIMIT 1), next_step = (SELECT "
				     "code FROM code_next_step LIMIT 1) WHERE person = "
				     "(SELECT id FROM person WHERE sex = 'woman')", &e));
	entry = begun(WOMAN);
	assert_true(disposal_count(a, &order, &done, &e));
	assert_int_equal(done.numbers, 0);
	order.ended_before = "2025-02-02";
	assert_true(disposal_count(a, &order, &done, &e));
	asks("SELECT count(*) FROM person_identity", "2");
	assert_true(disposal_carry_out(a, &order, &done, &e));
	assert_int_equal(done.persons, 1);
	assert_int_equal(done.numbers, 1);
	assert_int_equal(done.drafts, 1);
	asks("SELECT count(*) FROM person_identity", "1");
	asks("SELECT count(*) FROM journal WHERE field = 'identity_number'", "0");
	asks("SELECT record FROM audit WHERE action = 'identities_disposed'",
	     "persons: 1; numbers: 1; earlier: 0; drafts: 1; rule: Plan 4.2; "
	     "decision: Dnr 1");
	discard(entry);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_register, close_register)
	const struct CMUnitTest tests[] = {
		TEST(whoever_comes_back_is_found),
		TEST(a_number_is_one_person_s),
		TEST(numbers_are_disposed_of),
		TEST(a_changed_number_keeps_the_earlier_one),
		TEST(a_withdrawn_consent_takes_the_number_along),
		TEST(a_wrong_number_waits_in_a_draft),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
