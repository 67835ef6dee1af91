/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a page; see report_html.h. */
#include "app/report_html.h"

#include <stdlib.h>
#include <string.h>

#include "app/report_frozen.h"
#include "app/report_html_table.h"
#include "app/report_page.h"
#include "app/report_svg.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/lang.h"
#include "base/markup.h"
#include "base/path.h"
#include "base/text.h"
#include "model/codes.h"

enum { STYLE_LIMIT = 100000 };

/* ---- parts that repeat ---- */

static void add_element(struct text *out, const char *start, const char *words,
			const char *end)
{
	text_add(out, start);
	markup_add(out, words);
	text_add(out, end);
}

static bool is_in(const struct figure_table *t, const struct code *section)
{
	return !strcmp(t->report->section, section->code);
}

static bool has_tables(const struct report_page *p, const struct code *section)
{
	for (size_t i = 0; i < p->figures->count; i++)
		if (is_in(&p->figures->tables[i], section))
			return true;
	return false;
}

/* ---- the head ---- */

/* The style sheet; what could end its element is refused. */
static bool read_style(struct text *style, struct err *e)
{
	char *path = path_data("data/report.css");
	bool ok = path_read(path, STYLE_LIMIT, style, e);

	if (ok && strstr(text_get(style), "</"))
		ok = err_set(e, _("%s: </ får inte finnas i en stilmall"), path);
	free(path);
	return ok;
}

static void add_title(const struct report_page *p, struct text *out)
{
	text_add(out, "<title>");
	markup_addf(out, _("Årets tabeller %d"), p->figures->year);
	add_element(out, " – ", p->owner, "</title>\n");
}

static void add_head(const struct report_page *p, const struct text *style,
		     struct text *out)
{
	char hash[HASH_BASE64_SIZE];

	hash_print_base64(text_get(style), style->length, hash);
	text_addf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
		  "<meta charset=\"utf-8\">\n"
		  "<meta http-equiv=\"Content-Security-Policy\" content=\""
		  "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; "
		  "form-action 'none'\">\n"
		  "<meta name=\"viewport\" content=\"width=device-width, "
		  "initial-scale=1\">\n"
		  "<meta name=\"color-scheme\" content=\"light dark\">\n",
		  lang_get() == LANG_SV ? "sv" : "en", hash);
	add_title(p, out);
	text_addf(out, "<style>%s</style>\n</head>\n", text_get(style));
}

/* ---- the top of the page ---- */

static void add_drafts(const struct report_page *p, struct text *out)
{
	if (!p->drafts)
		return;
	text_add(out, "<p>");
	markup_addf(out, ngettext("%zu utkast är inte färdigt och räknas inte.",
				  "%zu utkast är inte färdiga och räknas inte.",
				  p->drafts), p->drafts);
	text_add(out, "</p>\n");
}

static void add_frozen(const struct report_page *p, struct text *out)
{
	struct text words = { 0 };

	report_frozen_add_stamp(p, &words);
	if (words.length)
		add_element(out, "<p>", text_get(&words), "</p>\n");
	text_done(&words);
}

static void add_top(const struct report_page *p, struct text *out)
{
	add_element(out, "<a class=\"skip\" href=\"#tables\">", _("Till tabellerna"),
		    "</a>\n");
	add_element(out, "<header>\n<p class=\"owner\">", p->owner, "</p>\n<h1>");
	markup_addf(out, _("Årets tabeller %d"), p->figures->year);
	text_add(out, "</h1>\n");
	if (p->demo)
		add_element(out, "<p class=\"demo\">",
			    _("Påhittade uppgifter för demonstration."), "</p>\n");
	text_add(out, "<p>");
	markup_addf(out, _("Framtagna %.10s kl. %.5s."), p->made, p->made + 11);
	text_add(out, "</p>\n");
	add_drafts(p, out);
	add_frozen(p, out);
	text_add(out, "</header>\n");
}

static void add_contents(const struct report_page *p, struct text *out)
{
	add_element(out, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">",
		    _("Innehåll"), "</h2>\n<ol>\n");
	for (size_t i = 0; i < p->sections->count; i++) {
		const struct code *section = &p->sections->items[i];

		if (!has_tables(p, section))
			continue;
		text_addf(out, "<li><a href=\"#part-%s\">", section->code);
		add_element(out, "", lang_pick(section->label), "</a>\n<ol>\n");
		for (size_t k = 0; k < p->figures->count; k++) {
			const struct report *r = p->figures->tables[k].report;

			if (!is_in(&p->figures->tables[k], section))
				continue;
			text_addf(out, "<li><a href=\"#%s\">", r->id);
			add_element(out, "", lang_pick(r->title), "</a></li>\n");
		}
		text_add(out, "</ol>\n</li>\n");
	}
	add_element(out, "<li><a href=\"#reading\">", _("Så läses tabellerna"),
		    "</a></li>\n</ol>\n</nav>\n");
}

/* ---- the tables ---- */

static void add_section(const struct report_page *p, const struct code *section,
			struct text *out)
{
	text_addf(out, "<section class=\"part\" aria-labelledby=\"part-%s\">\n"
		  "<h2 id=\"part-%s\">", section->code, section->code);
	add_element(out, "", lang_pick(section->label), "</h2>\n");
	for (size_t i = 0; i < p->figures->count; i++) {
		const struct figure_table *t = &p->figures->tables[i];

		if (!is_in(t, section))
			continue;
		text_addf(out, "<div class=\"table\" id=\"%s\">\n", t->report->id);
		report_html_add_table(p, t, out);
		report_svg_print(p, t, out);
		text_add(out, "</div>\n");
	}
	text_add(out, "</section>\n");
}

/* How to read the tables. */
static void add_reading(struct text *out)
{
	add_element(out, "<section class=\"part\" aria-labelledby=\"reading\">\n"
		    "<h2 id=\"reading\">", _("Så läses tabellerna"), "</h2>\n<ul>\n");
	add_element(out, "<li>",
		    _("Tabellerna räknar deltaganden: samma person kan ha flera."),
		    "</li>\n");
	add_element(out, "<li>",
		    _("Varje procenttal är avrundat för sig, därför kan summan bli något "
		      "annat än 100."), "</li>\n");
	add_element(out, "<li>",
		    _("– betyder att uppgift saknas eller att det inte finns något att "
		      "räkna på."), "</li>\n");
	text_add(out, "</ul>\n</section>\n");
}

bool report_html_print(const struct report_page *p, struct text *out, struct err *e)
{
	struct text style = { 0 };
	bool ok = read_style(&style, e);

	if (ok) {
		add_head(p, &style, out);
		text_add(out, "<body>\n");
		add_top(p, out);
		add_contents(p, out);
		text_add(out, "<main id=\"tables\">\n");
		for (size_t i = 0; i < p->sections->count; i++)
			if (has_tables(p, &p->sections->items[i]))
				add_section(p, &p->sections->items[i], out);
		add_reading(out);
		text_add(out, "</main>\n</body>\n</html>\n");
	}
	text_done(&style);
	return ok;
}
