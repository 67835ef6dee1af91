/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as plain text: what is in it, how it is laid out, in both languages. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/report_text.h"
#include "app/text_bars.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/diagram.h"
#include "model/figures.h"
#include "pages.h"

static struct pages pages;

static int init(void **state)
{
	(void)state;
	pages_init(&pages);
	return 0;
}

static int done(void **state)
{
	(void)state;
	pages_done(&pages);
	return 0;
}

/* The whole report; valid until the next call. */
static const char *print(const struct report_page *p, bool ascii)
{
	static struct text out;

	text_clear(&out);
	report_text_print(p, ascii, &out);
	return text_get(&out);
}

static void assert_has(const char *report, const char *part)
{
	if (!strstr(report, part))
		fail_msg("no \"%s\"", part);
}

static void assert_lacks(const char *report, const char *part)
{
	if (strstr(report, part))
		fail_msg("there is \"%s\"", part);
}

static void for_each_line(const char *report, void check(const char *line))
{
	while (*report) {
		size_t length = strcspn(report, "\n");
		char *line = mem_text_part(report, length);

		check(line);
		free(line);
		report += length + (report[length] == '\n');
	}
}

static void check_width(const char *line)
{
	size_t length = strlen(line);

	if (utf8_width(line) > 80)
		fail_msg("%d columns: %s", utf8_width(line), line);
	if (length && line[length - 1] == ' ')
		fail_msg("blanks at the end: %s", line);
}

static void no_line_is_wider_than_80(void **state)
{
	(void)state;
	for_each_line(print(&pages.page, false), check_width);
	for_each_line(print(&pages.page, true), check_width);
	lang_set(LANG_EN);
	for_each_line(print(&pages.page, false), check_width);
	lang_set(LANG_SV);
}

static void a_table_as_it_is_printed(void **state)
{
	const char *report = print(&pages.page, false);

	(void)state;
	assert_has(report, "Finsam <Åmål> & \"co\", 2025\n=========");
	assert_has(report, "2 utkast är inte klara och räknas inte.\n");
	assert_has(report, "\nDeltagarnas bakgrund\n--------------------\n");
	assert_has(report,
		   "\nKön och ålder (Bilaga 3)\n\n"
		   "                                                        Riket\n"
		   "Ålder vid start    Kvinnor        Män     Totalt  2024   2021\n"
		   "                 antal   %  antal   %  antal   %     %      %\n"
		   "–29 år               9  20      3  20     12  20    20     36\n");
}

static void every_table_and_its_note_is_there(void **state)
{
	const char *report = print(&pages.page, false);

	(void)state;
	for (size_t i = 0; i < pages.page.figures->count; i++) {
		const struct report *r = pages.page.figures->tables[i].report;
		size_t fits;
		const char *next;
		char *line;

		assert_has(report, r->title.sv);
		fits = utf8_wrap(r->note.sv, 80, &next);
		line = mem_text_part(r->note.sv, fits);
		assert_has(report, line);
		free(line);
	}
}

static void it_speaks_english_too(void **state)
{
	const char *report;

	(void)state;
	lang_set(LANG_EN);
	report = print(&pages.page, false);
	assert_has(report, "\nSex and age (Appendix 3)\n\n");
	assert_has(report, "\nParticipants’ background\n");
	assert_lacks(report, "Kvinnor");
	lang_set(LANG_SV);
}

static void bars_have_their_values(void **state)
{
	(void)state;
	assert_has(print(&pages.page, false), "█ ");
	assert_has(print(&pages.page, true), "## ");
	assert_lacks(print(&pages.page, true), "█");
	assert_lacks(print(&pages.page, true), "–\n");
	assert_lacks(print(&pages.page, true), "\xC2\xA0");
}

/* The widest line of all diagrams drawn for a screen that wide. */
static int widest_bars(int width, bool ascii)
{
	const struct text_bars_setup setup = { ascii, true, width };
	const struct figures *f = pages.page.figures;
	int widest = 0;

	for (size_t i = 0; i < f->count; i++) {
		struct text out = { 0 };
		const char *at;
		char *line;

		if (!diagram_is_declared(&f->tables[i]))
			continue;
		text_bars_print(&pages.page, &f->tables[i], &setup, &out);
		for (at = text_get(&out); *at; at += strcspn(at, "\n") + 1) {
			line = mem_text_part(at, strcspn(at, "\n"));
			if (utf8_width(line) > widest)
				widest = utf8_width(line);
			free(line);
		}
		text_done(&out);
	}
	return widest;
}

static void bars_use_the_room_and_no_more(void **state)
{
	(void)state;
	for (int width = 40; width <= 240; width += 8) {
		/* Panels beside one another are equally wide. */
		assert_in_range(widest_bars(width, false), width - 2, width);
		assert_in_range(widest_bars(width, true), width - 2, width);
	}
}

static void panels_stand_beside_one_another(void **state)
{
	const struct figure_table *t =
		figures_find(pages.page.figures, "work_or_studies");
	const struct text_bars_setup wide = { false, true, 200 },
				     narrow = { false, true, 80 };
	struct text out = { 0 };

	(void)state;
	text_bars_print(&pages.page, t, &wide, &out);
	assert_has(text_get(&out), "Kvinnor   ");
	text_clear(&out);
	text_bars_print(&pages.page, t, &narrow, &out);
	assert_has(text_get(&out), "Kvinnor\n\nAlla\n  Före   ");
	assert_has(text_get(&out), "\nMän\n\nAlla\n  Före   ");
	text_done(&out);
}

static void what_is_hidden_is_a_mark_with_a_note(void **state)
{
	static const struct report_hiding hiding = { 5, pages_hide_column, "women" };
	struct report_page page = pages.page;
	const char *report;

	(void)state;
	assert_lacks(print(&page, false), "färre än 5");
	page.hiding = &hiding;
	report = print(&page, false);
	assert_has(report, "   .. ..");
	assert_has(report, "\n.. Visas inte, till skydd för enskilda: färre än 5, eller");
}

static void alone_there_are_own_figures_only(void **state)
{
	struct report_page page = pages.page;
	const char *report;

	(void)state;
	page.last_year = NULL;
	page.published = NULL;
	page.drafts = 0;
	page.demo = true;
	report = print(&page, false);
	assert_lacks(report, "Riket");
	assert_lacks(report, "utkast");
	assert_has(report, "Påhittade uppgifter");
	assert_has(report, "\nÅlder vid start    Kvinnor        Män     Totalt\n"
			   "                 antal   %  antal   %  antal   %\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_line_is_wider_than_80),
		cmocka_unit_test(a_table_as_it_is_printed),
		cmocka_unit_test(every_table_and_its_note_is_there),
		cmocka_unit_test(it_speaks_english_too),
		cmocka_unit_test(bars_have_their_values),
		cmocka_unit_test(bars_use_the_room_and_no_more),
		cmocka_unit_test(panels_stand_beside_one_another),
		cmocka_unit_test(what_is_hidden_is_a_mark_with_a_note),
		cmocka_unit_test(alone_there_are_own_figures_only),
	};

	return cmocka_run_group_tests(tests, init, done);
}
