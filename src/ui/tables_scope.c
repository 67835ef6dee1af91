/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a national register is counted; see tables_scope.h. */
#include "ui/tables_scope.h"

#include <stdlib.h>

#include "app/app.h"
#include "app/scope.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/ui.h"

/* How many of the federations that have not delivered are named. */
enum { MISSING_NAMED = 3 };

enum { KEY, CODE, NAME };

static void ask(struct ui *ui, const struct grid *parts, const char *key,
		picklist_done *chosen)
{
	size_t count = grid_rows(parts) + 1;
	struct picklist_item *items = mem_alloc(count * sizeof(*items));

	items[0] = (struct picklist_item){ "", lang_both(N_("Hela landet")), "" };
	for (size_t i = 1; i < count; i++) {
		const char *name = grid_get(parts, i - 1, NAME);

		items[i] = (struct picklist_item){ grid_get(parts, i - 1, KEY),
						   { name, name },
						   grid_get(parts, i - 1, CODE) };
	}
	picklist_open(ui, &(struct picklist_setup){
				  .title = lang_both(N_("Län eller förbund")),
				  .items = items,
				  .count = count,
				  .chosen = key,
				  .done = chosen });
	free(items);
}

void tables_scope_ask(struct ui *ui, const char *key, picklist_done *chosen)
{
	struct err e;
	struct grid *parts = scope_list(ui->app, &e);

	if (parts)
		ask(ui, parts, key, chosen);
	else
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
	grid_free(parts);
}

static void add_missing(const struct grid *missing, struct text *out)
{
	size_t count = grid_rows(missing);

	for (size_t i = 0; i < count && i < MISSING_NAMED; i++)
		text_addf(out, "%s%s", i ? "; " : _(" Saknas: "),
			  grid_named(missing, i, "name"));
	if (count > MISSING_NAMED)
		text_addf(out, _(" och %zu till"), count - MISSING_NAMED);
	text_add(out, count ? "." : "");
}

void tables_scope_add_delivered(struct ui *ui, const struct report_scope *scope,
				struct text *out)
{
	struct grid *missing;
	size_t count;
	struct err e;

	if (app_is_demo(ui->app))
		return;
	missing = scope_missing(ui->app, scope, ui->year, &count, &e);
	if (!missing) {
		ui_say(ui, MESSAGE_ERROR, "%s", e.text);
		return;
	}
	text_addf(out,
		  ngettext("%zu av %zu förbund har lämnat uppgifter för %d.",
			   "%zu av %zu förbund har lämnat uppgifter för %d.", count),
		  count - grid_rows(missing), count, ui->year);
	add_missing(missing, out);
	grid_free(missing);
}

void tables_scope_add_help(struct text *out)
{
	text_addf(out, "\n\n%s",
		  _("l väljer vad som räknas: hela landet, förbunden i ett län eller "
		    "ett förbund. Det gäller också förra året, diagrammen, posterna "
		    "bakom siffrorna och det som skrivs till fil, tills man går ur "
		    "tabellerna. Ett förbund räknas i sin helhet i varje län där det "
		    "har en kommun."));
}
