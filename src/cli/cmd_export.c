/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg export: writes a year's delivery and tells what is in it. */
#include <stdio.h>

#include "app/app.h"
#include "app/export.h"
#include "base/err.h"
#include "base/lang.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"), .help = N_("året som ska levereras") },
	{ .name = "out", .value = N_("MAPP"),
	  .help = N_("mappen som leveransens mapp läggs i") },
	{ 0 },
};

static void print_written(const struct export *written)
{
	printf(_("%s: leveransen är skriven, rader per fil:\n"), written->folder);
	for (size_t i = 0; i < EXPORT_FILES; i++)
		printf("  %-24s %6zu\n", written->files[i].name, written->files[i].rows);
	if (written->drafts)
		printf(ngettext("%zu utkast är inte med\n", "%zu utkast är inte med\n",
				written->drafts), written->drafts);
}

static enum command_status run(const struct call *call)
{
	const char *out = args_value(call->args, "out");
	enum command_status status = COMMAND_DONE;
	struct export written;
	struct err e = { 0 };
	struct app *app;
	long year = 0;

	if (!args_number(call->args, "year", 2004, 2100, &year, &e))
		return call_misused(call, "%s", e.text);
	if (!year || !out)
		return call_misused(call, _("ange --year och --out"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	if (export_write(app, (int)year, out, &written, &e)) {
		print_written(&written);
		export_done(&written);
	} else {
		status = call_refuse(&e);
	}
	app_close(app);
	return status;
}

const struct command cmd_export = {
	.name = "export",
	.operand = "",
	.summary = N_("skriver ett års leverans till den nationella uppföljningen"),
	.notes = N_("Leveransen är en mapp med CSV-filer, FÖRBUND-ÅR-rREVISION. "
		    "Den innehåller aldrig namn på personer eller personnummer. Utkast "
		    "är inte med. Filerna beskrivs i samreg-delivery(5)."),
	.options = options,
	.run = run,
};
