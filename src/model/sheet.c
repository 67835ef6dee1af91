/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid that defines something; see sheet.h. */
#include "model/sheet.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/text.h"

bool sheet_fault(const struct sheet *s, size_t row, const char *column,
		 const char *thing, const char *reason)
{
	int at = grid_find_column(s->grid, column);

	return faults_add(s->faults, grid_name(s->grid), grid_line(s->grid, row),
			  at < 0 ? 0 : (size_t)at + 1, "%s%s%s", thing,
			  thing[0] ? ": " : "", reason);
}

static bool is_among(const char *name, const char *const *known, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(known[i], name))
			return true;
	return false;
}

bool sheet_check_columns(const struct sheet *s, const char *const *known, size_t count,
			 size_t needed)
{
	const char *file = grid_name(s->grid);
	bool ok = true;

	for (size_t i = 0; i < grid_columns(s->grid); i++) {
		const char *name = grid_column_name(s->grid, i);

		if (!is_among(name, known, count))
			ok = faults_add(s->faults, file, 1, i + 1,
					_("%s: okänd kolumn"), name);
	}
	for (size_t i = 0; i < needed; i++)
		if (grid_find_column(s->grid, known[i]) < 0)
			ok = faults_add(s->faults, file, 1, 0, _("%s: kolumnen saknas"),
					known[i]);
	return ok;
}

const char *sheet_get(const struct sheet *s, size_t row, const char *column)
{
	return grid_named(s->grid, row, column);
}

const char *sheet_keep(const struct sheet *s, size_t row, const char *column)
{
	const char *cell = sheet_get(s, row, column);

	return arena_text(s->texts, cell, strlen(cell));
}

const char *sheet_need(const struct sheet *s, size_t row, const char *column)
{
	const char *cell = sheet_keep(s, row, column);

	if (!cell[0] && grid_find_column(s->grid, column) >= 0)
		sheet_fault(s, row, column, column, _("får inte vara tomt"));
	return cell;
}

bool sheet_is_name(const char *name, size_t length)
{
	if (!length || name[0] < 'a' || name[0] > 'z')
		return false;
	for (size_t i = 1; i < length; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789_", name[i]))
			return false;
	return true;
}

const char *sheet_need_name(const struct sheet *s, size_t row, const char *column)
{
	const char *name = sheet_need(s, row, column);

	if (name[0] && !sheet_is_name(name, strlen(name)))
		sheet_fault(s, row, column, name,
			    _("ett namn är små bokstäver a-z, siffror och _"));
	return name;
}

struct words sheet_words(const struct sheet *s, size_t row, const char *prefix,
			 bool needed)
{
	char sv[64], en[64];
	struct words w;

	snprintf(sv, sizeof(sv), "%s::Svenska (sv)", prefix);
	snprintf(en, sizeof(en), "%s::English (en)", prefix);
	w.sv = sheet_keep(s, row, sv);
	w.en = sheet_keep(s, row, en);
	needed = needed || w.sv[0] || w.en[0];
	if (needed && !w.sv[0])
		sheet_fault(s, row, sv, prefix, _("den svenska texten saknas"));
	if (needed && !w.en[0])
		sheet_fault(s, row, en, prefix, _("den engelska texten saknas"));
	return w;
}

/* What keeps the text from being one whole expression; NULL when nothing does. */
static const char *sql_fault(const char *sql)
{
	int open = 0;

	for (const char *c = sql; *c; c++) {
		if (*c == '\'' || *c == '"') {
			/* a doubled quote closes and opens again: the same in the end */
			c = strchr(c + 1, *c);
			if (!c)
				return _("ett citattecken avslutas aldrig");
		} else if (*c == '(') {
			open++;
		} else if (*c == ')' && --open < 0) {
			return _("en parentes avslutas som aldrig börjar");
		} else if (*c == ';') {
			return _("ett uttryck innehåller inget semikolon");
		} else if (!strncmp(c, "--", 2) || !strncmp(c, "/*", 2)) {
			return _("ett uttryck innehåller ingen kommentar");
		}
	}
	return open ? _("en parentes avslutas aldrig") : NULL;
}

const char *sheet_sql(const struct sheet *s, size_t row, const char *column)
{
	const char *sql = sheet_keep(s, row, column);
	const char *reason = sql_fault(sql);

	if (reason)
		sheet_fault(s, row, column, sql, reason);
	return sql;
}

const char *sheet_take_word(const char **text, struct arena *texts)
{
	size_t length;
	const char *word = text_next_word(text, &length);

	return word ? arena_text(texts, word, length) : "";
}
