/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about what was delivered: there and back, and what is refused on the way. */
#include "exchange_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/export.h"
#include "app/marks.h"
#include "app/overview.h"
#include "app/queries.h"
#include "app/receipts.h"
#include "app/receive.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/package.h"
#include "app_fixture.h"
#include "packages.h"

enum { YEAR = 2024 };

static void ask(struct exchange_world *w, const char *record, const char *field,
		const char *text)
{
	char id[ULID_SIZE];
	struct err e;

	if (!queries_ask(w->national,
			 &(struct queries_question){ "", "", record, field, text }, id,
			 &e))
		fail_msg("%s", e.text);
}

/* The file of questions; the caller frees its path. */
static char *write_questions(struct exchange_world *w)
{
	struct queries_written written;
	struct err e;

	if (!queries_write(w->national, app_federation(w->local), w->folder, &written,
			   &e))
		fail_msg("%s", e.text);
	assert_true(written.open + written.withdrawn > 0);
	return exchange_path(w, "blekinge.queries.csv");
}

static bool import(struct exchange_world *w, const char *path, struct marks_taken *taken,
		   struct faults *f)
{
	bool ok = marks_import(w->local, path, taken, f);

	if (f->count && ok && !taken->absent)
		fail_msg("%s", f->items[0].message);
	return ok;
}

static void take_questions(struct exchange_world *w, size_t stored)
{
	char *path = write_questions(w);
	struct marks_taken taken;
	struct faults f = { 0 };

	if (!import(w, path, &taken, &f))
		fail_msg("%s", f.items[0].message);
	assert_int_equal(taken.stored, stored);
	faults_done(&f);
	free(path);
}

static void answer(struct exchange_world *w, const char *form, const char *record,
		   const char *field, const char *text)
{
	struct marks m;
	struct err e;

	assert_true(marks_load(&m, w->local, form, record, &e));
	for (size_t i = 0; i < m.count; i++)
		if (!strcmp(m.items[i].field, field)) {
			const struct marks_change change = {
				form, record, field, "", &m.items[i].id, &text, 1,
			};

			if (!marks_store(w->local, &change, &e))
				fail_msg("%s", e.text);
			marks_done(&m);
			return;
		}
	fail_msg("%s: no question", field);
}

/* A cell of the list at the national end; the caller frees it. */
static char *listed(struct exchange_world *w, const char *column)
{
	struct err e;
	struct grid *g = queries_list(w->national, &e);
	char *text;

	assert_non_null(g);
	text = mem_text(grid_named(g, 0, column));
	grid_free(g);
	return text;
}

static void assert_listed(struct exchange_world *w, const char *column,
			  const char *expected)
{
	char *text = listed(w, column);

	assert_string_equal(text, expected);
	free(text);
}

static long long waiting(struct exchange_world *w)
{
	struct overview o;
	struct err e;

	assert_true(overview_load(w->local, YEAR, &o, &e));
	return o.queries;
}

/* The kept remarks.csv of a revision; the caller frees it. */
static char *remarks_of(struct exchange_world *w, int year, int revision)
{
	char name[64];
	struct text bytes = { 0 };
	char *path;

	snprintf(name, sizeof(name), "blekinge-%d-r%d/remarks.csv", year, revision);
	path = exchange_path(w, name);
	packages_read(path, &bytes);
	free(path);
	return text_take(&bytes);
}

/* ---- there and back ---- */

static void an_answer_comes_back(void **state)
{
	struct exchange_world *w = *state;

	free(exchange_deliver(w, YEAR));
	ask(w, w->participation, "start", "Stämmer startdagen?");
	assert_listed(w, "state", "open");
	take_questions(w, 1);
	assert_int_equal(waiting(w), 1);
	answer(w, "participation", w->participation, "start", "Ja, enligt blanketten.");
	assert_int_equal(waiting(w), 0);
	exchange_unlock(w, YEAR);
	free(exchange_deliver(w, YEAR));
	assert_listed(w, "state", "answered");
	assert_listed(w, "answer", "Ja, enligt blanketten.");
}

/* The year stays locked: the next year's delivery brings the answer. */
static void the_next_year_brings_it(void **state)
{
	struct exchange_world *w = *state;

	free(exchange_deliver(w, YEAR));
	ask(w, w->intervention, "", "Vad är Spåret?");
	take_questions(w, 1);
	answer(w, "intervention", w->intervention, "name", "En förrehabilitering, kort");
	free(exchange_deliver(w, YEAR + 1));
	assert_listed(w, "answer", "En förrehabilitering, kort");
}

/* It goes along until a receipt says that it has come. */
static void a_receipt_ends_it(void **state)
{
	struct exchange_world *w = *state;
	struct receipts_told told;
	struct faults f = { 0 };
	char *receipt, *remarks;

	free(exchange_deliver(w, YEAR));
	ask(w, w->participation, "education", "Är utbildningen rätt?");
	take_questions(w, 1);
	answer(w, "participation", w->participation, "education", "Ja");
	exchange_unlock(w, YEAR);
	receipt = exchange_deliver(w, YEAR);
	exchange_unlock(w, YEAR);
	free(exchange_deliver(w, YEAR));
	remarks = remarks_of(w, YEAR, 3);
	assert_non_null(strstr(remarks, PACKAGE_QUERY));
	free(remarks);
	assert_int_equal(receipts_take(w->local, receipt, &told, &f), RECEIPTS_NOTED);
	exchange_unlock(w, YEAR);
	free(exchange_deliver(w, YEAR));
	remarks = remarks_of(w, YEAR, 4);
	assert_null(strstr(remarks, PACKAGE_QUERY));
	assert_listed(w, "answer", "Ja");
	free(remarks);
	free(receipt);
}

static void numbers_only_bring_no_answer(void **state)
{
	struct exchange_world *w = *state;
	const struct export_order order = { .year = YEAR + 1, .out = w->folder,
					    .level = PACKAGE_AGGREGATE };
	struct receipt r = { 0 };
	struct faults f = { 0 };
	struct export done;
	struct err e;

	free(exchange_deliver(w, YEAR));
	ask(w, w->participation, "", "Finns deltagandet?");
	take_questions(w, 1);
	answer(w, "participation", w->participation, "intervention", "Ja");
	assert_true(export_write(w->local, &order, &done, &e));
	assert_int_equal(receive_package(w->national, done.folder, &r, &f),
			 RECEIVE_STORED);
	free(r.federation);
	export_done(&done);
	assert_listed(w, "state", "open");
}

static void the_same_file_twice_changes_nothing(void **state)
{
	struct exchange_world *w = *state;
	struct marks_taken taken;
	struct faults f = { 0 };
	char *path;

	free(exchange_deliver(w, YEAR));
	ask(w, w->participation, "end", "Pågår det?");
	take_questions(w, 1);
	answer(w, "closure", w->participation, "end", "Ja");
	path = write_questions(w);
	assert_true(import(w, path, &taken, &f));
	assert_int_equal(taken.known, 1);
	assert_int_equal(taken.stored, 0);
	assert_int_equal(waiting(w), 0);
	free(path);
}

static void a_note_stays_at_home(void **state)
{
	struct exchange_world *w = *state;
	struct marks_change change = { "participation", w->participation, "start",
				       "Ring om blanketten", NULL, NULL, 0 };
	struct marks m;
	struct err e;
	char *remarks;

	assert_true(marks_store(w->local, &change, &e));
	assert_true(marks_load(&m, w->local, "participation", w->participation, &e));
	assert_string_equal(marks_note(&m, "start"), "Ring om blanketten");
	marks_done(&m);
	free(exchange_deliver(w, YEAR));
	remarks = remarks_of(w, YEAR, 1);
	assert_null(strstr(remarks, "Ring"));
	free(remarks);
	change.note = "";
	assert_true(marks_store(w->local, &change, &e));
	assert_true(marks_load(&m, w->local, "participation", w->participation, &e));
	assert_int_equal(m.count, 0);
	marks_done(&m);
}

/* ---- what is refused where it is asked ---- */

static void assert_not_asked(struct app *a, const char *record, const char *field,
			     const char *text, const char *said)
{
	char id[ULID_SIZE];
	struct err e;

	assert_false(queries_ask(a, &(struct queries_question){ "", "", record, field,
								text }, id, &e));
	if (!strstr(e.text, said))
		fail_msg("%s", e.text);
}

static void only_what_was_delivered_is_asked_about(void **state)
{
	struct exchange_world *w = *state;

	assert_not_asked(w->national, w->participation, "start", "?", "ingen mottagen");
	free(exchange_deliver(w, YEAR));
	assert_not_asked(w->national, "blekinge-01ARZ3NDEKTSV4RRFFQ69G5FAV", "", "?",
			 "ingen mottagen");
	assert_not_asked(w->national, w->participation, "name", "?",
			 "participations.csv har inget sådant fält");
	assert_not_asked(w->national, w->participation, "start", " ", "saknas");
	assert_not_asked(w->national, w->participation, "start", "en\nrad", "en rad");
	assert_not_asked(w->local, w->participation, "start", "?", "nationellt register");
}

static void what_has_no_form_is_refused(void **state)
{
	struct exchange_world *w = *state;
	struct queries_question q = { "", "cells", "x", "", "Rätt?" };
	char id[ULID_SIZE];
	struct err e;

	assert_false(queries_ask(w->national, &q, id, &e));
	assert_non_null(strstr(e.text, "cells: frågor kan gälla memberships, "));
	q.file = "support";
	q.record = "blekinge-01ARZ3NDEKTSV4RRFFQ69G5FAV/followup_6/none";
	assert_false(queries_ask(w->national, &q, id, &e));
	assert_non_null(strstr(e.text, "before och after"));
	q.file = "admin_costs";
	q.record = "2024/staff";
	assert_false(queries_ask(w->national, &q, id, &e));
	assert_non_null(strstr(e.text, "ange förbundet"));
}

static char *row_of(const char *first, const char *rest)
{
	struct text name = { 0 };

	text_addf(&name, "%s%s", first, rest);
	return text_take(&name);
}

/* A row of a file of the participation, and one of the federation's own money. */
static void other_files_are_asked_about(void **state)
{
	struct exchange_world *w = *state;
	char *support = row_of(w->participation, "/before/social_assistance");
	struct queries_question q = { "", "support", support, "extent", "Hela tiden?" };
	char id[ULID_SIZE], *cost;
	struct grid *g;
	size_t row;
	struct marks m;
	struct err e;

	cost = fixture_store(w->local, "admin_cost", "kind", "staff", "year", "2024",
			     "budget", "9000", NULL);
	free(exchange_deliver(w, YEAR));
	if (!queries_ask(w->national, &q, id, &e))
		fail_msg("%s", e.text);
	q = (struct queries_question){ "blekinge", "admin_costs", "2024/staff", "budget",
				       "Så lite?" };
	if (!queries_ask(w->national, &q, id, &e))
		fail_msg("%s", e.text);
	take_questions(w, 2);
	assert_int_equal(waiting(w), 2);
	g = marks_waiting(w->local, &e);
	assert_non_null(g);
	row = !strcmp(grid_named(g, 0, "form"), "admin_cost") ? 0 : 1;
	assert_string_equal(grid_named(g, row, "form"), "admin_cost");
	assert_string_equal(grid_named(g, row, "record"), cost);
	assert_string_equal(grid_named(g, row, "title"), "2024");
	grid_free(g);
	assert_true(marks_load(&m, w->local, "participation", w->participation, &e));
	assert_string_equal(m.items[0].row_field, "support_before");
	assert_string_equal(m.items[0].row, "social_assistance");
	marks_done(&m);
	answer(w, "participation", w->participation, "support_before_extent", "Ja");
	answer(w, "admin_cost", cost, "budget", "Ett år till");
	exchange_unlock(w, YEAR);
	free(exchange_deliver(w, YEAR));
	g = queries_list(w->national, &e);
	assert_non_null(g);
	row = !strcmp(grid_named(g, 0, "file"), "support") ? 0 : 1;
	assert_string_equal(grid_named(g, row, "answer"), "Ja");
	assert_string_equal(grid_named(g, !row, "answer"), "Ett år till");
	grid_free(g);
	free(support);
	free(cost);
}

/* What is withdrawn shows no more in the federation's register but for its history. */
static void a_withdrawn_question_goes_away(void **state)
{
	struct exchange_world *w = *state;
	struct grid *history;
	char *id;
	struct err e;

	free(exchange_deliver(w, YEAR));
	ask(w, w->participation, "start", "Stämmer startdagen?");
	take_questions(w, 1);
	id = listed(w, "id");
	assert_true(queries_withdraw(w->national, id, &e));
	assert_listed(w, "state", "withdrawn");
	assert_false(queries_withdraw(w->national, id, &e));
	assert_non_null(strstr(e.text, "redan återtagen"));
	assert_false(queries_withdraw(w->national, "x", &e));
	take_questions(w, 0);
	assert_int_equal(waiting(w), 0);
	history = marks_history(w->local, "participation", w->participation, "start", &e);
	assert_non_null(history);
	assert_string_equal(grid_get(history, 0, 2), "withdrawn");
	assert_string_equal(grid_get(history, 0, 3), "Stämmer startdagen?");
	grid_free(history);
	/* Once more changes nothing. */
	take_questions(w, 0);
	free(id);
}

/* ---- hostile answers ---- */

/* Puts a row of remarks.csv into the delivered package and tries to receive it. */
static void assert_answer_refused(struct exchange_world *w, const char *rule,
				  const char *field, const char *text, const char *said)
{
	char *folder = exchange_path(w, "blekinge-2025-r1");
	char *file = path_join(folder, "remarks.csv");
	struct text kept = { 0 }, row = { 0 }, all = { 0 };
	struct receipt r = { 0 };
	struct faults f = { 0 };
	struct err e;

	packages_read(file, &kept);
	text_addf(&row, "%s,participations,%s,%s,%s\r\n", rule, w->participation, field,
		  text);
	packages_add(folder, "remarks.csv", text_get(&row));
	packages_seal(folder);
	assert_int_equal(receive_package(w->national, folder, &r, &f), RECEIVE_REFUSED);
	faults_print(&f, &all);
	if (!strstr(text_get(&all), said))
		fail_msg("%s", text_get(&all));
	assert_true(path_write(file, text_get(&kept), kept.length, &e));
	packages_seal(folder);
	text_done(&kept);
	text_done(&row);
	text_done(&all);
	faults_done(&f);
	free(folder);
	free(file);
}

static void hostile_answers_are_refused(void **state)
{
	struct exchange_world *w = *state;
	const struct export_order order = { .year = YEAR + 1, .out = w->folder };
	struct text rule = { 0 }, twice = { 0 };
	struct export done;
	struct err e;
	char *id;

	free(exchange_deliver(w, YEAR));
	ask(w, w->participation, "start", "Rätt?");
	id = listed(w, "id");
	text_addf(&rule, "%s%s", PACKAGE_QUERY, id);
	assert_true(export_write(w->local, &order, &done, &e));
	export_done(&done);
	assert_answer_refused(w, PACKAGE_QUERY "01ARZ3NDEKTSV4RRFFQ69G5FAV", "start",
			      "Ja", "inte fått den frågan");
	assert_answer_refused(w, PACKAGE_QUERY, "start", "Ja", "inte fått den frågan");
	assert_answer_refused(w, text_get(&rule), "end", "Ja", "annan post eller");
	assert_answer_refused(w, text_get(&rule), "start", "", "saknas");
	text_addf(&twice, "Ja\r\n%s,participations,%s,start,Nej", text_get(&rule),
		  w->participation);
	assert_answer_refused(w, text_get(&rule), "start", text_get(&twice),
			      "två gånger");
	assert_listed(w, "state", "open");
	text_done(&rule);
	text_done(&twice);
	free(id);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, exchange_open, exchange_close)

static const struct CMUnitTest all[] = {
	TEST(an_answer_comes_back),
	TEST(the_next_year_brings_it),
	TEST(a_receipt_ends_it),
	TEST(numbers_only_bring_no_answer),
	TEST(the_same_file_twice_changes_nothing),
	TEST(a_note_stays_at_home),
	TEST(only_what_was_delivered_is_asked_about),
	TEST(what_has_no_form_is_refused),
	TEST(other_files_are_asked_about),
	TEST(a_withdrawn_question_goes_away),
	TEST(hostile_answers_are_refused),
};

int main(void)
{
	return cmocka_run_group_tests(all, NULL, NULL);
}
