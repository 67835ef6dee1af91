/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg unlock: opens a delivered year to changes. */
#include <stdio.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "base/err.h"
#include "base/lang.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"), .help = N_("året som ska låsas upp") },
	{ .name = "reason", .value = N_("SKÄL"),
	  .help = N_("varför; skälet sparas med leveransen") },
	{ 0 },
};

static enum command_status unlock(struct app *app, int year, const char *reason)
{
	struct err e = { 0 };
	int next;

	if (!deliveries_unlock(app, year, reason, &e))
		return call_refuse(&e);
	next = deliveries_next(app, year, &e);
	if (!next)
		return call_refuse(&e);
	printf(_("%d: upplåst, nästa leverans blir revision %d\n"), year, next);
	return COMMAND_DONE;
}

static enum command_status run(const struct call *call)
{
	const char *reason = args_value(call->args, "reason");
	enum command_status status;
	struct err e = { 0 };
	struct app *app;
	long year = 0;

	if (!args_number(call->args, "year", 2004, 2100, &year, &e))
		return call_misused(call, "%s", e.text);
	if (!year || !reason)
		return call_misused(call, _("ange --year och --reason"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = unlock(app, (int)year, reason);
	app_close(app);
	return status;
}

const struct command cmd_unlock = {
	.name = "unlock",
	.operand = "",
	.summary = N_("låser upp ett levererat år"),
	.notes = N_("Det som hör till ett levererat år kan inte ändras förrän året är "
		    "upplåst. Nästa leverans av året blir då nästa revision."),
	.options = options,
	.run = run,
};
