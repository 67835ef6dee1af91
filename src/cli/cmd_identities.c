/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg identities: a list of personal identity numbers into the register. */
#include <stdio.h>

#include "app/app.h"
#include "app/import_identities.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ .name = "remove",
	  .help = N_("ta i stället bort numren i listan, om de har lästs in för fel "
		     "deltagare eller ska gallras") },
	{ 0 },
};

static void print_notes(const struct faults *notes)
{
	struct text lines = { 0 };

	faults_print(notes, &lines);
	fputs(text_get(&lines), stderr);
	text_done(&lines);
}

static enum command_status read_list(struct app *app, const char *file)
{
	enum command_status status = COMMAND_DONE;
	struct faults faults = { 0 }, notes = { 0 };
	struct import_identities done;

	if (import_identities(app, file, &done, &notes, &faults)) {
		print_notes(&notes);
		printf(_("%s: nya personnummer: %zu, ändrade: %zu, som förut: %zu, "
			 "rader utan nummer: %zu\n"),
		       file, done.added, done.changed, done.same, done.empty);
	} else {
		status = call_refuse_all(&faults);
	}
	faults_done(&notes);
	faults_done(&faults);
	return status;
}

static enum command_status remove_list(struct app *app, const char *file)
{
	struct faults faults = { 0 };
	struct import_identities done;

	if (!import_identities_remove(app, file, &done, &faults))
		return call_refuse_all(&faults);
	printf(_("%s: borttagna personnummer: %zu\n"), file, done.removed);
	return COMMAND_DONE;
}

static enum command_status run(const struct call *call)
{
	enum command_status status;
	struct app *app;

	if (!call->args->operand_count)
		return call_misused(call, _("ange filen med personnummer"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = (args_has(call->args, "remove") ? remove_list : read_list)(
		app, call->args->operands[0]);
	app_close(app);
	return status;
}

const struct command cmd_identities = {
	.name = "identities",
	.operand = N_("FIL"),
	.operands = 1,
	.summary = N_("läser in deltagares personnummer, om förbundet för sådana"),
	.notes = N_("Filen är en lista i CSV med kolumnerna deltagare (D-0042 eller 42) "
		    "och personnummer; andra kolumner läses inte. Hela listan läses in, "
		    "eller inget av den. Numren förseglas med en nyckel som ligger i "
		    "en egen fil, $SAMREG_KEY eller registrets namn och .key, och som "
		    "skapas första gången. Förvara en kopia av nyckeln på ett annat "
		    "ställe än kopior av registret: utan den kan ingen öppna numren. Ta "
		    "bort listan när den är inläst."),
	.options = options,
	.run = run,
};
