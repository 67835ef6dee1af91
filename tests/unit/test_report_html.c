/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of the report holds, and that nothing gets into it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/report_html.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "model/codes.h"
#include "pages.h"

static struct pages world;
static struct text html;

static int init(void **state)
{
	(void)state;
	setenv("SAMREG_DATA", SOURCEDIR, 1);
	pages_init(&world);
	return 0;
}

static int done(void **state)
{
	(void)state;
	text_done(&html);
	pages_done(&world);
	return 0;
}

static const char *print(void)
{
	struct err e;

	text_clear(&html);
	if (!report_html_print(&world.page, &html, &e))
		fail_msg("%s", e.text);
	return text_get(&html);
}

#define assert_has(text, part) assert_non_null(strstr(text, part))
#define assert_lacks(text, part) assert_null(strstr(text, part))

static size_t count(const char *text, const char *part)
{
	size_t found = 0;

	for (; (text = strstr(text, part)); text++)
		found++;
	return found;
}

static void no_name_gets_out_of_its_text(void **state)
{
	const char *page = print();

	(void)state;
	assert_has(page, "<p class=\"owner\">Finsam &lt;Åmål&gt; &amp; "
			 "&quot;co&quot;</p>");
	assert_lacks(page, "<Åmål>");
	assert_lacks(page, "<script");
	assert_lacks(page, " style=");
	assert_lacks(page, "http:");
	assert_lacks(page, "https:");
}

static void the_policy_allows_the_style_sheet_alone(void **state)
{
	const char *page = print(), *from = strstr(page, "<style>");
	const char *to = strstr(page, "</style>");
	char hash[HASH_BASE64_SIZE], policy[200];

	(void)state;
	assert_true(from && to);
	from += strlen("<style>");
	hash_print_base64(from, (size_t)(to - from), hash);
	snprintf(policy, sizeof(policy), "content=\"default-src 'none'; "
		 "style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\"", hash);
	assert_has(page, policy);
}

static void every_table_has_its_caption_heads_and_notes(void **state)
{
	const char *page = print();
	size_t tables = world.page.figures->count;

	(void)state;
	assert_int_equal(count(page, "<table "), tables);
	assert_int_equal(count(page, "<caption><h3 "), tables);
	assert_int_equal(count(page, "<ul class=\"notes\" "), tables);
	assert_int_equal(count(page, "<li><a href=\"#"),
			 tables + world.page.sections->count + 1);
	assert_int_equal(count(page, "<th>"), 0);
	assert_has(page, "<th scope=\"colgroup\" colspan=\"2\">Kvinnor</th>");
	assert_has(page, "<th scope=\"col\">Riket 2021</th>");
	assert_has(page, "<th scope=\"col\">2024</th>");
	assert_has(page, "36<sup>*</sup></td>");
	assert_has(page, "<span lang=\"sv\">6 272 av 17 501 är 36 %</span>");
}

static void diagrams_can_be_read_without_seeing(void **state)
{
	const char *page = print();

	(void)state;
	assert_int_equal(count(page, "<figure>"), 5);
	assert_int_equal(count(page, "<svg "), 11);
	assert_int_equal(count(page, " role=\"img\" "), 11);
	assert_has(page, "aria-labelledby=\"occupation-title-1\" "
			 "aria-describedby=\"occupation-desc-1\"");
	assert_has(page, "<title id=\"occupation-title-1\">"
			 "Sysselsättning före och efter insatsen: Män</title>");
}

static void it_speaks_one_language_at_a_time(void **state)
{
	const char *page;

	(void)state;
	assert_has(print(), "<html lang=\"sv\">");
	lang_set(LANG_EN);
	page = print();
	lang_set(LANG_SV);
	assert_has(page, "<html lang=\"en\">");
	assert_has(page, "Sex and age");
	assert_lacks(page, "Kön och ålder");
}

static void what_is_hidden_is_neither_written_nor_drawn(void **state)
{
	struct report_hiding hiding = { 5, pages_hide_column, "men" };
	const char *page, *men;
	size_t bars = count(print(), "<rect "), hidden_bars = 0;

	(void)state;
	world.page.hiding = &hiding;
	page = print();
	assert_true(count(page, "<td>..</td>") > 0);
	assert_true(count(page, "<li>.. ") > 0);
	men = strstr(page, "<title id=\"work_or_studies-title-1\">");
	assert_non_null(men);
	for (; strncmp(men, "</svg>", 6); men++)
		hidden_bars += !strncmp(men, "<rect ", 6);
	assert_int_equal(hidden_bars, 0);
	assert_true(count(page, "<rect ") < bars);
	world.page.hiding = NULL;
}

static void a_style_sheet_that_ends_its_element_is_refused(void **state)
{
	char folder[] = "/tmp/samreg-html-XXXXXX";
	const char *bad = "a { } </style><b>";
	struct text path = { 0 };
	struct err e;

	(void)state;
	assert_non_null(mkdtemp(folder));
	text_addf(&path, "%s/data/report.css", folder);
	assert_true(path_make_folder_of(text_get(&path), &e));
	assert_true(path_write(text_get(&path), bad, strlen(bad), &e));
	setenv("SAMREG_DATA", folder, 1);
	text_clear(&html);
	assert_false(report_html_print(&world.page, &html, &e));
	assert_has(e.text, "report.css: </");
	remove(text_get(&path));
	assert_false(report_html_print(&world.page, &html, &e));
	assert_int_equal(html.length, 0);
	setenv("SAMREG_DATA", SOURCEDIR, 1);
	*strrchr(text_get(&path), '/') = '\0';
	remove(text_get(&path));
	remove(folder);
	text_done(&path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_name_gets_out_of_its_text),
		cmocka_unit_test(the_policy_allows_the_style_sheet_alone),
		cmocka_unit_test(every_table_has_its_caption_heads_and_notes),
		cmocka_unit_test(diagrams_can_be_read_without_seeing),
		cmocka_unit_test(it_speaks_one_language_at_a_time),
		cmocka_unit_test(what_is_hidden_is_neither_written_nor_drawn),
		cmocka_unit_test(a_style_sheet_that_ends_its_element_is_refused),
	};

	return cmocka_run_group_tests(tests, init, done);
}
