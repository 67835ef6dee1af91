/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg import: what comes from elsewhere, each kind by its own part. */
#include <stdint.h>

#include "app/app.h"
#include "base/lang.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "cli/import_form.h"
#include "cli/import_packages.h"
#include "cli/import_returned.h"

static const struct arg_option options[] = {
	{ .name = "receipts", .value = N_("MAPP"), .is_path = true,
	  .help = N_("mappen som kvittona läggs i; annars bredvid varje leverans") },
	{ .name = "form", .value = N_("FORMULÄR"),
	  .help = N_("läs in en lista från ett kalkylprogram i formuläret, till "
	             "exempel "
		     "participation") },
	{ .name = "map", .value = N_("FIL"), .is_path = true,
	  .help = N_("en fil som talar om vad listans kolumner och värden betyder") },
	{ .name = "yes", .help = N_("lagra listan utan att fråga, om den är utan fel") },
	{ .name = "template", .value = N_("FORMULÄR"),
	  .help = N_("skriv en tom lista att fylla i, och läs inte in något") },
	{ .name = "output", .letter = 'o', .value = N_("FIL"), .is_path = true,
	  .help = N_("skriv den tomma listan till filen, och bredvid den vad som får "
		     "stå i kolumnerna") },
	{ 0 },
};

static enum command_status run(const struct call *call)
{
	enum command_status status;
	struct app *app;

	if (args_has(call->args, "template"))
		return import_form_template(call);
	if (args_has(call->args, "form"))
		return import_form_run(call);
	if (!call->args->operand_count)
		return call_misused(call, _("ange leveransernas mappar, eller kvitton "
					    "och frågor"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = app_is_national(app) ? import_packages(call, app)
				      : import_returned(call, app);
	app_close(app);
	return status;
}

const struct command cmd_import = {
	.name = "import",
	.operand = N_("LEVERANS...|KVITTO...|FIL"),
	.operands = SIZE_MAX,
	.summary = N_("tar emot leveranser, kvitton och frågor, eller läser in en lista"),
	.notes = N_("Varje leverans prövas i sin helhet: filernas kontrollsummor, varje "
		    "fält, alla regler, och att tabellernas tal är de som raderna ger. "
		    "Den ersätter sedan förbundets år, eller avvisas med alla fel och "
		    "lämnar registret orört. Ctrl-C avbryter före nästa leverans. I "
		    "förbundets eget register läses kvitton och frågor in: leveransen "
		    "är sedan mottagen, och frågan visas vid sitt fält. En lista "
		    "prövas först: alla fel och varningar visas med rad och kolumn, "
		    "och en kopia av filen får dem i en egen kolumn. Sedan lagras "
		    "alla rader, eller ingen. Utan --yes ställs en fråga i "
		    "terminalen."),
	.options = options,
	.run = run,
};
