/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg import: receives what others have sent. */
#include <stdint.h>

#include "app/app.h"
#include "base/lang.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "cli/import_packages.h"

static const struct arg_option options[] = {
	{ .name = "receipts", .value = N_("MAPP"),
	  .help = N_("mappen som kvittona läggs i; annars bredvid varje leverans") },
	{ 0 },
};

static enum command_status run(const struct call *call)
{
	enum command_status status;
	struct app *app;

	if (!call->args->operand_count)
		return call_misused(call, _("ange leveransernas mappar"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = import_packages(call, app);
	app_close(app);
	return status;
}

const struct command cmd_import = {
	.name = "import",
	.operand = N_("LEVERANS..."),
	.operands = SIZE_MAX,
	.summary = N_("tar emot förbundens leveranser i ett nationellt register"),
	.notes = N_("Varje leverans prövas i sin helhet: filernas kontrollsummor, varje "
		    "fält, alla regler, och att tabellernas tal är de som raderna ger. "
		    "Den ersätter sedan förbundets år, eller avvisas med alla fel och "
		    "lämnar registret orört. Ctrl-C avbryter före nästa leverans."),
	.options = options,
	.run = run,
};
