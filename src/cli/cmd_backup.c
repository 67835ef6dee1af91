/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg backup: a safety copy of the register, also while others work in it. */
#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"
#include "app/copy.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ 0 },
};

static enum command_status run(const struct call *call)
{
	struct app *app = call_open(call);
	enum command_status status = COMMAND_DONE;
	struct err e = { 0 };
	char *file;

	if (!app)
		return COMMAND_REFUSED;
	file = call->args->operand_count ? mem_text(call->args->operands[0])
					 : copy_place(app);
	if (copy_write(app, file, &e))
		printf(_("%s: säkerhetskopian är skriven\n"), file);
	else
		status = call_refuse(&e);
	free(file);
	app_close(app);
	return status;
}

const struct command cmd_backup = {
	.name = "backup",
	.operand = N_("FIL"),
	.operands = 1,
	.summary = N_("skriver en säkerhetskopia av registret"),
	.notes = N_("Utan FIL läggs kopian i mappen backup bredvid registret, med "
		    "förbundets kod och tiden i namnet. En fil som finns skrivs aldrig "
		    "över."),
	.options = options,
	.run = run,
};
