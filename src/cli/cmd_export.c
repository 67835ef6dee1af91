/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg export: what goes to others, each kind by its own part. */
#include <stddef.h>

#include "base/lang.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "cli/export_delivery.h"
#include "cli/export_list.h"
#include "cli/export_national.h"
#include "cli/export_panel.h"

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"),
	  .help = N_("året som ska levereras, eller som listan gäller") },
	{ .name = "out", .value = N_("MAPP"), .is_path = true,
	  .help = N_("mappen som leveransens mapp läggs i") },
	{ .name = "level", .value = "detailed|aggregate",
	  .help = N_("detailed: en rad för varje deltagande; aggregate: bara antal; "
		     "detailed om inget sägs") },
	{ .name = "revision", .value = N_("NUMMER"),
	  .help = N_("skriv en revision som redan är levererad en gång till") },
	{ .name = "federation", .value = N_("KOD|all"),
	  .help = N_("ur ett nationellt register: det förbundets leverans, eller alla "
		     "förbunds; inget sparas och inget låses") },
	{ .name = "panel",
	  .help = N_("skriv i stället en panel för utvärdering, en rad för varje kommun "
		     "och år") },
	{ .name = "years", .value = N_("ÅR-ÅR"),
	  .help = N_("panelens år, till exempel 2016-2024; annars alla som registret "
		     "berättar om") },
	{ .name = "population", .value = N_("FIL"), .is_path = true,
	  .help = N_("en CSV-fil med antalet invånare 19–64 år, med kolumnerna "
		     "municipality, year och population") },
	{ .name = "identities-for", .value = N_("FIL"), .is_path = true,
	  .help = N_("ta med deltagarnas personnummer, förseglade för den vars öppna "
		     "nyckel filen är (samreg keys)") },
	{ .name = "form", .value = N_("FORMULÄR"),
	  .help = N_("skriv formulärets poster som en lista, till exempel "
		     "participation, och ingen leverans") },
	{ .name = "format", .value = "csv|xlsx",
	  .help = N_("listan som csv eller som en arbetsbok för kalkylprogram; annars "
		     "csv") },
	{ .name = "dialect", .value = "standard|excel",
	  .help = N_("csv med komma och decimalpunkt, eller så som svenska Excel öppnar "
		     "den; annars standard. För ett år: excel skriver en kopia att läsa, "
		     "ingen leverans") },
	{ .name = "output", .letter = 'o', .value = N_("FIL"), .is_path = true,
	  .help = N_("skriv listan eller panelen till filen i stället för standard ut") },
	{ 0 },
};

/* What else than a year's delivery is asked for, by the option that asks. */
static const struct {
	const char *option;
	enum command_status (*run)(const struct call *call);
} kinds[] = {
	{ "federation", export_national },
	{ "panel", export_panel },
	{ "form", export_list },
};

static enum command_status run(const struct call *call)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (args_has(call->args, kinds[i].option))
			return kinds[i].run(call);
	return export_delivery(call);
}

const struct command cmd_export = {
	.name = "export",
	.operand = "",
	.summary = N_("skriver ett års leverans, eller en lista"),
	.notes = N_("Året granskas först; fel stoppar leveransen. Leveransen är en "
		    "mapp, FÖRBUND-ÅR-rREVISION, med CSV-filer och en beskrivning av "
		    "dem. Den innehåller aldrig namn på personer, och personnummer "
		    "bara med --identities-for och förseglade. Utkast är inte med. "
		    "Den sparas i registret och låser året. Filerna beskrivs i "
		    "samreg-delivery(5). En lista innehåller vad formuläret frågar "
		    "efter, och samreg import --form läser in den igen."),
	.options = options,
	.run = run,
};
