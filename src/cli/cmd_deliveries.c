/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg deliveries: what has been delivered, and what a delivery held. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/delivery_copies.h"
#include "app/delivery_files.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/call.h"
#include "cli/commands.h"

/* The columns of deliveries_hashes(). */
enum { NAME, ROWS, BYTES, HASH, EMPTIED };

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"),
	  .help = N_("visa filerna i årets leverans") },
	{ .name = "revision", .value = N_("NUMMER"),
	  .help = N_("revisionen vars filer ska visas") },
	{ 0 },
};

/* Pads by what is seen: a byte is not a column. */
static void print_cell(const char *text, int width)
{
	printf("%s%*s", text, width - utf8_width(text), "");
}

static void print_delivery(const struct delivery *d)
{
	struct text cell = { 0 };

	printf("%d  %3d  ", d->year, d->revision);
	print_cell(d->state == DELIVERY_DRAFT ? "" : delivery_level_words(d->level), 9);
	delivery_add_time(&cell, d->created_at);
	print_cell(text_get(&cell), 16);
	text_clear(&cell);
	delivery_add_state(&cell, d);
	printf("%13zu  %s\n", d->participations, text_get(&cell));
	text_clear(&cell);
	delivery_add_time(&cell, d->unlocked_at);
	if (d->unlock_reason[0])
		printf(_("           upplåst %s: %s\n"), text_get(&cell),
		       d->unlock_reason);
	text_done(&cell);
}

static enum command_status list(struct app *app)
{
	enum command_status status = COMMAND_DONE;
	struct deliveries d;
	struct err e = { 0 };

	if (deliveries_load(&d, app, &e)) {
		printf(_("År    Rev  Nivå     Skapad            Deltaganden  Läge\n"));
		for (size_t i = 0; i < d.count; i++)
			print_delivery(&d.items[i]);
	} else {
		status = call_refuse(&e);
	}
	deliveries_done(&d);
	return status;
}

/* Copies of what has been emptied can still be known by their hashes. What is told of
 * them is a comment to sha256sum. */
static enum command_status list_emptied(struct app *app, int year, int revision,
					const struct grid *files)
{
	struct text copies = { 0 };
	struct err e = { 0 };
	bool ok = delivery_copies_add(app, year, revision, "# ", &copies, &e);

	for (size_t i = 0; ok && i < grid_rows(files); i++)
		printf("%s  %s\n", grid_get(files, i, HASH), grid_get(files, i, NAME));
	if (ok)
		printf("%s", text_get(&copies));
	text_done(&copies);
	return ok ? COMMAND_DONE : call_refuse(&e);
}

static bool is_emptied(const struct grid *files)
{
	for (size_t i = 0; i < grid_rows(files); i++)
		if (!strcmp(grid_get(files, i, EMPTIED), "1"))
			return true;
	return false;
}

/* As sha256sum writes and checks it. */
static enum command_status list_sent(struct app *app, int year, int revision)
{
	enum command_status status = COMMAND_DONE;
	struct delivery_files files;
	struct err e = { 0 };

	if (deliveries_read(app, year, revision, &files, &e))
		for (size_t i = 0; i < files.count; i++)
			printf("%s  %s\n", files.items[i].hash, files.items[i].name);
	else
		status = call_refuse(&e);
	delivery_files_done(&files);
	return status;
}

static enum command_status list_files(struct app *app, int year, int revision)
{
	enum command_status status;
	struct err e = { 0 };
	struct grid *files = deliveries_hashes(app, year, revision, &e);

	if (!files)
		return call_refuse(&e);
	status = is_emptied(files) ? list_emptied(app, year, revision, files)
				   : list_sent(app, year, revision);
	grid_free(files);
	return status;
}

static enum command_status run(const struct call *call)
{
	enum command_status status;
	struct err e = { 0 };
	struct app *app;
	long year = 0, revision = 0;

	if (!args_number(call->args, "year", 2004, 2100, &year, &e) ||
	    !args_number(call->args, "revision", 1, 9999, &revision, &e))
		return call_misused(call, "%s", e.text);
	if (!year != !revision)
		return call_misused(call, _("ange både --year och --revision, eller "
					    "ingen av dem"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = year ? list_files(app, (int)year, (int)revision) : list(app);
	app_close(app);
	return status;
}

const struct command cmd_deliveries = {
	.name = "deliveries",
	.operand = "",
	.summary = N_("visar vad som är levererat"),
	.notes = N_("Med --year och --revision visas leveransens filer med sina "
		    "SHA-256-summor, som sha256sum -c kan kontrollera."),
	.options = options,
	.run = run,
};
