/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's delivery; see export_delivery.h. */
#include "cli/export_delivery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/export.h"
#include "app/export_copy.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/told.h"

static void print_files(const struct export *done)
{
	for (size_t i = 0; i < done->files.count; i++)
		if (strcmp(done->files.items[i].name, DELIVERY_DESCRIPTOR))
			printf("  %-24s %6zu\n", done->files.items[i].name,
			       done->files.items[i].rows);
}

static void print_left(const struct export *done)
{
	const struct check *c = &done->check;

	if (done->without_number)
		printf(ngettext("%zu deltagare har inget personnummer\n",
				"%zu deltagare har inget personnummer\n",
				done->without_number), done->without_number);
	if (c->warnings)
		printf(ngettext("%zu varning är inte godkänd med ett skäl\n",
				"%zu varningar är inte godkända med ett skäl\n",
				c->warnings), c->warnings);
	if (c->drafts)
		printf(ngettext("%zu utkast är inte med\n", "%zu utkast är inte med\n",
				c->drafts), c->drafts);
}

enum command_status export_delivery_refuse(const struct export *done,
					   const struct err *e)
{
	struct text errors = { 0 };

	told_findings(&done->check, true, &errors);
	fputs(text_get(&errors), stderr);
	text_done(&errors);
	return call_refuse(e);
}

static enum command_status make(struct app *app, const struct export_order *order)
{
	enum command_status status = COMMAND_DONE;
	struct export done;
	struct err e = { 0 };

	if (export_write(app, order, &done, &e)) {
		printf(_("%s: leveransen är skriven, rader per fil:\n"), done.folder);
		print_files(&done);
		print_left(&done);
		printf(_("%d är låst tills det låses upp (samreg unlock)\n"),
		       order->year);
	} else {
		status = export_delivery_refuse(&done, &e);
	}
	export_done(&done);
	return status;
}

/* A copy to look at. */
static enum command_status copy(struct app *app, const struct export_order *order,
				 long revision)
{
	enum command_status status = COMMAND_DONE;
	struct export done;
	struct err e = { 0 };

	if (export_copy_write(app, order, (int)revision, &done, &e)) {
		printf(_("%s: en kopia att läsa i Excel, ingen leverans; rader per "
			 "fil:\n"), done.folder);
		print_files(&done);
	} else {
		status = export_delivery_refuse(&done, &e);
	}
	export_done(&done);
	return status;
}

static enum command_status write_again(struct app *app, const struct export_order *order,
				       long revision)
{
	const struct delivery d = { .year = order->year, .revision = (int)revision };
	struct err e = { 0 };
	char *folder;

	if (!deliveries_write(app, &d, order->out, &folder, &e))
		return call_refuse(&e);
	printf(_("%s: leveransen är skriven som den levererades\n"), folder);
	free(folder);
	return COMMAND_DONE;
}

bool export_delivery_order(const struct call *call, struct export_order *order,
			   long *revision)
{
	const char *level = args_value(call->args, "level");
	struct err e = { 0 };
	long year = 0;

	*order = (struct export_order){ 0 };
	*revision = 0;
	if (!args_number(call->args, "year", 2004, 2100, &year, &e) ||
	    !args_number(call->args, "revision", 1, 9999, revision, &e)) {
		call_misused(call, "%s", e.text);
		return false;
	}
	if (!call_dialect(call))
		return false;
	order->year = (int)year;
	order->out = args_value(call->args, "out");
	order->identities_for = args_value(call->args, "identities-for");
	if (level && !package_level_find(level, &order->level))
		call_misused(call, _("--level: %s: ska vara detailed eller aggregate"),
			     level);
	else if (level && *revision)
		call_misused(call,
			     _("--level: en levererad revision har redan sin nivå"));
	else if (args_has(call->args, "format") || args_has(call->args, "output"))
		call_misused(call, _("--format och --output hör till --form"));
	else if (order->identities_for && *revision)
		call_misused(call, _("--identities-for: en levererad revision har redan "
				     "sina filer"));
	else if (!year || !order->out)
		call_misused(call, _("ange --year och --out"));
	else
		return true;
	return false;
}

/* To look at in a spreadsheet, and no delivery. */
static bool is_copy(const struct call *call)
{
	const char *dialect = args_value(call->args, "dialect");

	return dialect && strcmp(dialect, "standard") != 0;
}

enum command_status export_delivery(const struct call *call)
{
	enum command_status status;
	struct export_order order;
	struct app *app;
	long revision;

	if (!export_delivery_order(call, &order, &revision))
		return COMMAND_USAGE;
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	if (is_copy(call))
		status = copy(app, &order, revision);
	else
		status = revision ? write_again(app, &order, revision)
				  : make(app, &order);
	app_close(app);
	return status;
}
