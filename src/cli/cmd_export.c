/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg export: what goes to others, each kind by its own part. */
#include "base/lang.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "cli/export_delivery.h"
#include "cli/export_national.h"

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"), .help = N_("året som ska levereras") },
	{ .name = "out", .value = N_("MAPP"),
	  .help = N_("mappen som leveransens mapp läggs i") },
	{ .name = "level", .value = "detailed|aggregate",
	  .help = N_("detailed: en rad för varje deltagande; aggregate: bara antal; "
		     "detailed om inget sägs") },
	{ .name = "revision", .value = N_("NUMMER"),
	  .help = N_("skriv en revision som redan är levererad en gång till") },
	{ .name = "federation", .value = N_("KOD|all"),
	  .help = N_("ur ett nationellt register: det förbundets leverans, eller alla "
		     "förbunds; inget sparas och inget låses") },
	{ 0 },
};

static enum command_status run(const struct call *call)
{
	return args_has(call->args, "federation") ? export_national(call)
						  : export_delivery(call);
}

const struct command cmd_export = {
	.name = "export",
	.operand = "",
	.summary = N_("skriver ett års leverans till den nationella uppföljningen"),
	.notes = N_("Året granskas först; fel stoppar leveransen. Leveransen är en "
		    "mapp, FÖRBUND-ÅR-rREVISION, med CSV-filer och en beskrivning av "
		    "dem. Den innehåller aldrig namn på personer eller personnummer. "
		    "Utkast är inte med. Den sparas i registret och låser året. Filerna "
		    "beskrivs i samreg-delivery(5)."),
	.options = options,
	.run = run,
};
