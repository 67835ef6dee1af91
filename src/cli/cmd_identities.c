/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg identities: a list of personal identity numbers into the register. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/disposal.h"
#include "app/identities.h"
#include "app/import_identities.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ .name = "remove",
	  .help = N_("ta i stället bort numren i listan, om de har lästs in för fel "
		     "deltagare") },
	{ .name = "dispose",
	  .help = N_("gallra i stället nummer som finns i registret, efter en regel och "
		     "ett beslut") },
	{ .name = "person", .value = N_("NUMMER"),
	  .help = N_("gallra en deltagares nummer, till exempel D-0042") },
	{ .name = "ended-before", .value = N_("DATUM"),
	  .help = N_("gallra numren för dem vars alla deltaganden slutade före dagen") },
	{ .name = "all", .help = N_("gallra alla nummer") },
	{ .name = "rule", .value = N_("TEXT"),
	  .help = N_("gallringsregeln, till exempel dokumenthanteringsplanens") },
	{ .name = "decision", .value = N_("BETECKNING"),
	  .help = N_("beslutet om gallring, till exempel dess diarienummer") },
	{ .name = "yes", .help = N_("gallra utan att fråga") },
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

/* ---- disposal ---- */

static void print_receipt(const struct call *call, struct app *app,
			  const struct disposal *done)
{
	char now[CLOCK_SIZE];

	clock_now(now);
	printf(_("Kvitto på gallring av personnummer\n"
		 "Register:  %s\n"
		 "Gallrat:   deltagare: %lld, nummer: %lld (varav tidigare: %lld), "
		 "ändringar i utkast: %lld\n"
		 "Regel:     %s\n"
		 "Beslut:    %s\n"
		 "Av:        %s\n"
		 "Tid:       %s\n"),
	       app_path(app), done->persons, done->numbers, done->earlier, done->drafts,
	       call_value(call, "rule"), call_value(call, "decision"), app_user(app),
	       now);
}

/* Asks on a terminal; elsewhere nothing is taken away unless --yes said so. */
static bool may_dispose(const struct call *call, const struct disposal *found)
{

	if (args_has(call->args, "yes"))
		return true;
	printf(_("Att gallra: deltagare: %lld, nummer: %lld (varav tidigare: %lld), "
		 "ändringar i utkast: %lld\n"),
	       found->persons, found->numbers, found->earlier, found->drafts);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		puts(_("Inget är gallrat. Med --yes gallras numren."));
		return false;
	}
	printf("%s", _("Numren kan inte fås tillbaka. Gallra dem? [j/N] "));
	if (call_is_answered_yes())
		return true;
	puts(_("Inget är gallrat."));
	return false;
}

static enum command_status dispose(const struct call *call, struct app *app,
				   const struct disposal_order *order)
{
	struct disposal found;
	struct err e;

	if (!disposal_count(app, order, &found, &e))
		return call_refuse(&e);
	if (!found.numbers && !found.drafts) {
		err_set(&e, _("%s: det finns inga sådana personnummer att gallra"),
			app_path(app));
		return call_refuse(&e);
	}
	if (!may_dispose(call, &found))
		return COMMAND_REFUSED;
	if (!disposal_carry_out(app, order, &found, &e))
		return call_refuse(&e);
	print_receipt(call, app, &found);
	return COMMAND_DONE;
}

static enum command_status run_dispose(const struct call *call)
{
	const struct args *args = call->args;
	char person[IDENTITY_PERSON_SIZE] = "";
	const struct disposal_order order = {
		.person = person,
		.ended_before = call_value(call, "ended-before"),
		.rule = call_value(call, "rule"),
		.decision = call_value(call, "decision"),
	};
	enum command_status status;
	struct app *app;
	int day;

	if (args_has(args, "remove") || args->operand_count)
		return call_misused(call, _("--dispose läser ingen lista"));
	if (args_has(args, "person") + args_has(args, "ended-before") +
		    args_has(args, "all") != 1)
		return call_misused(call, _("ange en av --person, --ended-before och "
					    "--all"));
	if (!order.rule[strspn(order.rule, " ")] ||
	    !order.decision[strspn(order.decision, " ")])
		return call_misused(call, _("ange både --rule och --decision"));
	if (args_has(args, "person") &&
	    !identities_parse_person(call_value(call, "person"), person))
		return call_misused(call, _("--person: ska vara deltagarens nummer, till "
					    "exempel D-0042"));
	if (args_has(args, "ended-before") && !date_parse_iso(order.ended_before, &day))
		return call_misused(call,
				    _("--ended-before: skriv dagen som 2025-03-04"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = dispose(call, app, &order);
	app_close(app);
	return status;
}

/* Options that mean nothing by themselves. */
static bool has_stray_option(const struct call *call)
{
	static const char *const names[] = { "person", "ended-before", "all",
					     "rule",   "decision",     "yes" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (args_has(call->args, names[i]))
			return true;
	return false;
}

static enum command_status run(const struct call *call)
{
	enum command_status status;
	struct app *app;

	if (args_has(call->args, "dispose"))
		return run_dispose(call);
	if (has_stray_option(call))
		return call_misused(call, _("--person, --ended-before, --all, --rule, "
					    "--decision och --yes hör till --dispose"));
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
