/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which line shows which field, where the focus goes, what is scrolled to. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "model/form.h"
#include "model/record.h"
#include "ui/entry_layout.h"

enum { NAME, SECRET, NOTE, START, SOURCE, EXTENT, SHARE, WORKS, FIELDS };

static const struct form_field fields[FIELDS] = {
	[NAME] = { .type = FIELD_TEXT, .section = 0 },
	[SECRET] = { .type = FIELD_TEXT, .section = 0, .hidden = true },
	[NOTE] = { .type = FIELD_NOTE, .section = 0 },
	[START] = { .type = FIELD_DATE, .section = 0 },
	[SOURCE] = { .type = FIELD_SELECT_ONE, .section = 1, .part = 1 },
	[EXTENT] = { .type = FIELD_SELECT_ONE, .section = 1, .part = 1 },
	[SHARE] = { .type = FIELD_INTEGER, .section = 1, .part = 1, .hidden = true },
	[WORKS] = { .type = FIELD_SELECT_ONE, .section = 2 },
};
static const struct form_section sections[] = {
	{ .first_field = NAME, .field_count = 4 },
	{ .first_field = SOURCE, .field_count = 3, .repeats = true },
	{ .first_field = WORKS, .field_count = 1 },
};
static const struct form form = { .sections = sections, .section_count = 3,
				  .fields = fields, .field_count = FIELDS };

/* A record as the layout sees it. */
struct fake {
	bool aside[FIELDS], locked[FIELDS];
	size_t rows;
};

static bool is_relevant(const void *record, size_t field)
{
	const struct fake *fake = record;

	return !fake->aside[field];
}

static bool is_read_only(const void *record, size_t field)
{
	const struct fake *fake = record;

	return fake->locked[field];
}

static size_t rows(const void *record, size_t part)
{
	const struct fake *fake = record;

	return part == 1 ? fake->rows : 1;
}

static struct entry_layout made(const struct fake *fake, size_t focus)
{
	const struct entry_facts facts = { &form, is_relevant, is_read_only, rows, fake };
	struct entry_layout l = { .lines = NULL };

	entry_layout_make(&l, &facts, (struct entry_place){ focus, 0 });
	return l;
}

/* Lines as letters: heading, note, field, row; ( ) round what is set aside. */
static void has_lines(const struct entry_layout *l, const char *expected)
{
	char found[64] = "";
	size_t n = 0;

	for (size_t i = 0; i < l->line_count; i++) {
		found[n++] = "HNFR"[l->lines[i].kind];
		if (l->lines[i].aside)
			found[n++] = '-';
	}
	assert_string_equal(found, expected);
}

static void has_stops(const struct entry_layout *l, const char *expected)
{
	char found[128] = "";
	int n = 0;

	for (size_t i = 0; i < l->stop_count; i++)
		n += snprintf(found + n, sizeof(found) - (size_t)n, "%zu.%zu ",
			      l->stops[i].field, l->stops[i].row);
	assert_string_equal(found, expected);
}

static void hidden_fields_and_notes_are_no_stops(void **state)
{
	const struct fake fake = { .rows = 0 };
	struct entry_layout l = made(&fake, NAME);

	(void)state;
	has_lines(&l, "HFNFHRHF");
	has_stops(&l, "0.0 3.0 4.0 7.0 ");
	entry_layout_done(&l);
}

static void a_row_more_while_focused(void **state)
{
	const struct fake fake = { .rows = 2 };
	struct entry_layout l = made(&fake, NAME);

	(void)state;
	has_lines(&l, "HFNFHRRHF");
	has_stops(&l, "0.0 3.0 4.0 5.0 4.1 5.1 4.2 7.0 ");
	entry_layout_done(&l);
	l = made(&fake, EXTENT);
	has_lines(&l, "HFNFHRRRHF");
	has_stops(&l, "0.0 3.0 4.0 5.0 4.1 5.1 4.2 7.0 ");
	entry_layout_done(&l);
}

static void rows_have_an_end(void **state)
{
	const struct fake fake = { .rows = RECORD_MAX_ROWS };
	struct entry_layout l = made(&fake, SOURCE);

	(void)state;
	assert_int_equal(l.stop_count, 3 + 2 * RECORD_MAX_ROWS);
	entry_layout_done(&l);
}

static void what_does_not_matter_is_shown_but_skipped(void **state)
{
	const struct fake fake = { .aside = { [START] = true, [WORKS] = true,
					      [NOTE] = true },
				   .locked = { [NAME] = true }, .rows = 1 };
	struct entry_layout l = made(&fake, NAME);

	(void)state;
	has_lines(&l, "HFFHRH-");
	has_stops(&l, "4.0 5.0 4.1 ");
	entry_layout_done(&l);
}

static void steps(const struct entry_layout *l, int step, struct entry_place from,
		  struct entry_place to, bool moves)
{
	assert_int_equal(entry_layout_step(l, &form, step, &from), moves);
	assert_int_equal(from.field, to.field);
	assert_int_equal(from.row, to.row);
}

static void stepping_goes_row_by_row(void **state)
{
	const struct fake fake = { .rows = 1 };
	struct entry_layout l = made(&fake, SOURCE);

	(void)state;
	steps(&l, 1, (struct entry_place){ START, 0 }, (struct entry_place){ SOURCE, 0 },
	      true);
	steps(&l, 1, (struct entry_place){ EXTENT, 0 }, (struct entry_place){ SOURCE, 1 },
	      true);
	steps(&l, 1, (struct entry_place){ SOURCE, 1 }, (struct entry_place){ WORKS, 0 },
	      true);
	steps(&l, 1, (struct entry_place){ WORKS, 0 }, (struct entry_place){ WORKS, 0 },
	      false);
	steps(&l, -1, (struct entry_place){ WORKS, 0 }, (struct entry_place){ SOURCE, 1 },
	      true);
	steps(&l, -1, (struct entry_place){ NAME, 0 }, (struct entry_place){ NAME, 0 },
	      false);
	/* From a place one can no longer stand on. */
	steps(&l, 1, (struct entry_place){ EXTENT, 5 }, (struct entry_place){ WORKS, 0 },
	      true);
	steps(&l, -1, (struct entry_place){ NOTE, 0 }, (struct entry_place){ NAME, 0 },
	      true);
	entry_layout_done(&l);
}

static void sections_are_gone_through(void **state)
{
	const struct fake fake = { .rows = 1, .aside = { [SOURCE] = true } };
	struct entry_layout l = made(&fake, NAME);
	struct entry_place place = { START, 0 };
	size_t at;

	(void)state;
	assert_true(entry_layout_section(&l, &form, 1, &place));
	assert_int_equal(place.field, EXTENT);
	assert_true(entry_layout_section(&l, &form, 1, &place));
	assert_int_equal(place.field, WORKS);
	assert_false(entry_layout_section(&l, &form, 1, &place));
	assert_true(entry_layout_section(&l, &form, -1, &place));
	assert_true(entry_layout_section(&l, &form, -1, &place));
	assert_int_equal(place.field, NAME);
	assert_false(entry_layout_section(&l, &form, -1, &place));
	assert_int_equal(entry_layout_sections(&l, 1, &at), 3);
	assert_int_equal(at, 2);
	entry_layout_done(&l);
}

static void the_focus_settles_on_a_stop(void **state)
{
	const struct fake fake = { .rows = 0, .locked = { [START] = true } };
	const struct fake nothing = { .locked = { [NAME] = true, [START] = true,
						  [SOURCE] = true, [EXTENT] = true,
						  [WORKS] = true } };
	struct entry_layout l = made(&fake, NAME);
	struct entry_place place = { START, 0 };

	(void)state;
	assert_true(entry_layout_settle(&l, &form, &place));
	assert_int_equal(place.field, NAME);
	place = (struct entry_place){ NOTE, 0 };
	assert_true(entry_layout_settle(&l, &form, &place));
	assert_int_equal(place.field, NAME);
	place = (struct entry_place){ SOURCE, 7 };
	assert_true(entry_layout_settle(&l, &form, &place));
	assert_int_equal(place.field, SOURCE);
	assert_int_equal(place.row, 0);
	place = (struct entry_place){ WORKS, 3 };
	assert_true(entry_layout_settle(&l, &form, &place));
	assert_int_equal(place.field, WORKS);
	assert_int_equal(place.row, 0);
	entry_layout_done(&l);
	l = made(&nothing, NAME);
	assert_false(entry_layout_settle(&l, &form, &place));
	entry_layout_done(&l);
}

static void lines_are_found_and_scrolled_to(void **state)
{
	const struct fake fake = { .rows = 3 };
	struct entry_layout l = made(&fake, SOURCE);   /* HFNF HRRRR HF */

	(void)state;
	assert_int_equal(entry_layout_line(&l, &form, (struct entry_place){ START, 0 }),
			 3);
	assert_int_equal(entry_layout_line(&l, &form, (struct entry_place){ EXTENT, 2 }),
			 7);
	assert_int_equal(entry_layout_line(&l, &form, (struct entry_place){ WORKS, 0 }),
			 10);
	/* Everything fits; a whole section fits; more than a section. */
	assert_int_equal(entry_layout_scroll(&l, 5, 11, 3), 0);
	assert_int_equal(entry_layout_scroll(&l, 0, 6, 5), 3);
	assert_int_equal(entry_layout_scroll(&l, 5, 6, 3), 0);
	assert_int_equal(entry_layout_scroll(&l, 3, 6, 10), 5);
	/* What comes after the section too, where that fits. */
	assert_int_equal(entry_layout_scroll(&l, 0, 7, 5), 4);
	/* A section higher than the screen: no further than needed. */
	assert_int_equal(entry_layout_scroll(&l, 4, 3, 5), 4);
	assert_int_equal(entry_layout_scroll(&l, 4, 3, 7), 6);
	assert_int_equal(entry_layout_scroll(&l, 6, 3, 8), 6);
	assert_int_equal(entry_layout_scroll(&l, 0, 1, 7), 7);
	entry_layout_done(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hidden_fields_and_notes_are_no_stops),
		cmocka_unit_test(a_row_more_while_focused),
		cmocka_unit_test(rows_have_an_end),
		cmocka_unit_test(what_does_not_matter_is_shown_but_skipped),
		cmocka_unit_test(stepping_goes_row_by_row),
		cmocka_unit_test(sections_are_gone_through),
		cmocka_unit_test(the_focus_settles_on_a_stop),
		cmocka_unit_test(lines_are_found_and_scrolled_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
