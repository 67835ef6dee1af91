/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record while it is being keyed: changes, undo, redo and the journal played again. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "model/form.h"
#include "model/record.h"

enum { START, SOURCE, EXTENT };
enum { MAIN, SUPPORT };

static const struct form_part parts[] = {
	{ .table = "participation", .first_field = START, .field_count = 1 },
	{ .table = "support", .repeats = true, .first_field = SOURCE, .field_count = 2 },
};
static const struct form_field fields[] = {
	{ .type = FIELD_DATE, .name = "start", .part = MAIN },
	{ .type = FIELD_TEXT, .name = "source", .part = SUPPORT },
	{ .type = FIELD_TEXT, .name = "extent", .part = SUPPORT },
};
static const struct form form = {
	.name = "participation", .parts = parts, .part_count = 2,
	.fields = fields, .field_count = 3,
};

/* The journal, as a database would keep it. */
struct journal {
	struct {
		long step;
		size_t field, row;
		char *old, *new;
	} rows[64];
	size_t count;
};

static void keep(void *owner, long step, size_t field, size_t row, const char *old,
		 const char *new)
{
	struct journal *j = owner;

	j->rows[j->count].step = step;
	j->rows[j->count].field = field;
	j->rows[j->count].row = row;
	j->rows[j->count].old = mem_text(old);
	j->rows[j->count++].new = mem_text(new);
}

static void journal_done(struct journal *j)
{
	for (size_t i = 0; i < j->count; i++) {
		free(j->rows[i].old);
		free(j->rows[i].new);
	}
}

static struct record *replayed(const struct journal *j)
{
	struct record *r = record_new(&form);

	for (size_t i = 0; i < j->count; i++)
		record_replay(r, j->rows[i].step, j->rows[i].field, j->rows[i].row,
			      j->rows[i].old, j->rows[i].new);
	return r;
}

static void set(struct record *r, size_t field, size_t row, const char *value)
{
	record_begin_step(r);
	record_change(r, field, row, value);
}

static void rows_are_there_when_they_hold_something(void **state)
{
	struct record *r = record_new(&form);
	struct text joined = { 0 };

	(void)state;
	assert_int_equal(record_rows(r, SUPPORT), 0);
	set(r, SOURCE, 0, "social_assistance");
	set(r, SOURCE, 1, "activity_support");
	set(r, EXTENT, 1, "50");
	assert_int_equal(record_rows(r, SUPPORT), 2);
	record_join(r, SOURCE, &joined);
	assert_string_equal(text_get(&joined), "social_assistance activity_support");
	record_begin_step(r);
	record_remove_row(r, SUPPORT, 0);
	assert_int_equal(record_rows(r, SUPPORT), 1);
	assert_string_equal(record_get(r, SOURCE, 0), "activity_support");
	assert_string_equal(record_get(r, EXTENT, 0), "50");
	text_done(&joined);
	record_free(r);
}

static void undo_takes_back_a_whole_step_and_redo_returns_it(void **state)
{
	struct record *r = record_new(&form);
	size_t field, row;

	(void)state;
	set(r, SOURCE, 0, "a");
	set(r, SOURCE, 1, "b");
	record_begin_step(r);
	record_remove_row(r, SUPPORT, 0);
	assert_true(record_undo(r, &field, &row));
	assert_string_equal(record_get(r, SOURCE, 0), "a");
	assert_string_equal(record_get(r, SOURCE, 1), "b");
	assert_true(record_redo(r, &field, &row));
	assert_string_equal(record_get(r, SOURCE, 0), "b");
	assert_int_equal(field, SOURCE);
	assert_int_equal(row, 0);
	assert_false(record_redo(r, &field, &row));
	assert_true(record_undo(r, &field, &row));
	assert_true(record_undo(r, &field, &row));
	assert_int_equal(field, SOURCE);
	assert_int_equal(row, 1);
	assert_true(record_undo(r, &field, &row));
	assert_false(record_undo(r, &field, &row));
	assert_false(record_is_changed(r));
	record_free(r);
}

static void a_new_change_forgets_what_was_undone(void **state)
{
	struct record *r = record_new(&form);
	size_t field, row;

	(void)state;
	set(r, START, 0, "2025-01-01");
	record_undo(r, &field, &row);
	set(r, START, 0, "2025-02-02");
	assert_false(record_redo(r, &field, &row));
	assert_string_equal(record_get(r, START, 0), "2025-02-02");
	record_free(r);
}

static void the_same_value_is_no_change(void **state)
{
	struct record *r = record_new(&form);

	(void)state;
	record_fill(r, START, 0, "2025-01-01");
	record_begin_step(r);
	assert_false(record_change(r, START, 0, "2025-01-01"));
	assert_false(record_is_changed(r));
	assert_true(record_change(r, START, 0, ""));
	assert_true(record_is_changed(r));
	assert_string_equal(record_original(r, START, 0), "2025-01-01");
	record_free(r);
}

static void the_journal_gives_the_record_and_its_undo_back(void **state)
{
	struct record *r = record_new(&form), *again;
	struct journal j = { .count = 0 };
	size_t field, row;

	(void)state;
	record_listen(r, (struct record_listener){ keep, &j });
	set(r, START, 0, "2025-01-01");
	set(r, SOURCE, 0, "a");
	set(r, SOURCE, 1, "b");
	record_begin_step(r);
	record_remove_row(r, SUPPORT, 0);
	record_undo(r, &field, &row);
	record_undo(r, &field, &row);
	record_redo(r, &field, &row);
	again = replayed(&j);
	assert_string_equal(record_get(again, SOURCE, 0), "a");
	assert_string_equal(record_get(again, SOURCE, 1), "b");
	assert_true(record_redo(again, &field, &row));
	assert_string_equal(record_get(again, SOURCE, 0), "b");
	assert_true(record_undo(again, &field, &row));
	assert_true(record_undo(again, &field, &row));
	assert_true(record_undo(again, &field, &row));
	assert_true(record_undo(again, &field, &row));
	assert_false(record_undo(again, &field, &row));
	assert_string_equal(record_get(again, START, 0), "");
	record_free(again);
	record_free(r);
	journal_done(&j);
}

static void confirming_a_carried_value_takes_its_mark_away(void **state)
{
	struct record *r = record_new(&form);

	(void)state;
	set(r, START, 0, "2025-01-01");
	record_set_carried(r, START, true);
	assert_true(record_is_carried(r, START));
	record_begin_step(r);
	assert_false(record_change(r, START, 0, "2025-01-01"));
	assert_false(record_is_carried(r, START));
	record_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_there_when_they_hold_something),
		cmocka_unit_test(undo_takes_back_a_whole_step_and_redo_returns_it),
		cmocka_unit_test(a_new_change_forgets_what_was_undone),
		cmocka_unit_test(the_same_value_is_no_change),
		cmocka_unit_test(the_journal_gives_the_record_and_its_undo_back),
		cmocka_unit_test(confirming_a_carried_value_takes_its_mark_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
