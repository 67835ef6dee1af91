/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the screen as a file; see file_export.h. */
#include "ui/file_export.h"

#include <string.h>

#include "base/csvfile.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "ui/ui.h"

struct file_kind {
	const char *code, *label;       /* a msgid */
	const char *ending;
	const char *dialect;            /* NULL: a workbook */
};

static const struct file_kind kinds[] = {
	{ "excel", N_("CSV som svenska Excel öppnar"), ".csv", "excel" },
	{ "xlsx", N_("arbetsbok för kalkylprogram"), ".xlsx", NULL },
	{ "csv", N_("CSV med komma och decimalpunkt"), ".csv", "standard" },
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

void file_export_ask(struct ui *ui, picklist_done *chosen)
{
	struct picklist_item items[KINDS];

	for (size_t i = 0; i < KINDS; i++)
		items[i] = (struct picklist_item){ kinds[i].code,
						   lang_both(kinds[i].label), NULL };
	picklist_open(ui, &(struct picklist_setup){ .title = lang_both(N_("Skriv som")),
						    .items = items,
						    .count = KINDS,
						    .done = chosen });
}

static void add_name(const char *stem, const char *ending, struct text *out)
{
	text_addf(out, "%s%s", stem, ending);
	for (int number = 2; path_exists(text_get(out)); number++) {
		text_clear(out);
		text_addf(out, "%s-%d%s", stem, number, ending);
	}
}

void file_export_ask_path(struct ui *ui, struct file_export *x, const char *codes,
			  const char *label, const char *stem, prompt_typed *typed)
{
	struct text name = { 0 };

	x->kind = NULL;
	for (size_t i = 0; codes && i < KINDS; i++)
		if (!strcmp(kinds[i].code, codes))
			x->kind = &kinds[i];
	if (!x->kind)
		return;
	add_name(stem, x->kind->ending, &name);
	prompt_open_next(ui, label, text_get(&name), typed);
	text_done(&name);
}

static bool print(const struct file_kind *kind, const struct list_sheet *list,
		  struct text *out, struct err *e)
{
	if (!kind->dialect)
		return list_xlsx_print(list, out, e);
	csvfile_write_as(out, list->grid, csvfile_find_dialect(kind->dialect));
	return true;
}

static void say_rows(struct ui *ui, const char *path, size_t rows)
{
	ui_say(ui, MESSAGE_INFO,
	       ngettext("%zu rad är skriven till %s.", "%zu rader är skrivna till %s.",
			rows), rows, path);
}

void file_export_write(struct ui *ui, const struct file_export *x, const char *path,
		       const struct list_sheet *list, const char *said)
{
	struct text bytes = { 0 };
	struct err e;

	if (!*path)
		ui_say(ui, MESSAGE_INFO, "%s", _("Ingen fil skrevs."));
	else if (path_exists(path))
		ui_say(ui, MESSAGE_ERROR, _("%s: finns redan; välj ett annat namn"),
		       path);
	else if (!print(x->kind, list, &bytes, &e) ||
		 !path_write(path, text_get(&bytes), bytes.length, &e))
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	else if (said)
		ui_say(ui, MESSAGE_INFO, "%s", said);
	else
		say_rows(ui, path, grid_rows(list->grid));
	text_done(&bytes);
}

/* The bytes of a blank between digits, or 0. */
static size_t blank_length(const char *p)
{
	static const char *const blanks[] = { " ", "\xC2\xA0", "\xE2\x80\xAF" };

	for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
		if (!strncmp(p, blanks[i], strlen(blanks[i])))
			return strlen(blanks[i]);
	return 0;
}

void file_export_add_number(struct text *out, const char *shown)
{
	struct text number = { 0 };

	for (const char *p = shown; *p;) {
		size_t blank = blank_length(p);

		if (!blank)
			text_add_char(&number, *p == ',' ? '.' : *p);
		p += blank ? blank : 1;
	}
	if (csvfile_is_number(text_get(&number)))
		text_add(out, text_get(&number));
	else if (strcmp(shown, "–") != 0)
		text_add(out, shown);
	text_done(&number);
}
