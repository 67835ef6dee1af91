/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg demo: a register of made-up data, opened on a terminal, told of elsewhere. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/demo.h"
#include "app/report_text.h"
#include "app/yearbook.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/cli.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ .name = "size", .value = N_("small|large|national"),
	  .help = N_("small är ett förbund (300 deltaganden), large ett med så mycket "
		     "som hela riket (25 000), national hela riket med de tryckta "
		     "tabellernas tal") },
	{ .name = "seed", .value = N_("TAL"),
	  .help = N_("samma tal ger samma register; annars 1") },
	{ .name = "year", .value = N_("ÅR"),
	  .help = N_("det sista av de tre år som registret berättar om, annars i år; för "
		     "national ett år med tryckta tabeller, annars det senaste") },
	{ 0 },
};

/* A register in a folder of its own that nobody else reads; NULL and `e` on failure. */
static char *temporary_register(struct err *e)
{
	const char *root = getenv("TMPDIR");
	struct text place = { 0 };

	if (!root || !root[0])
		root = "/tmp";
	text_addf(&place, "%s/samreg-demo-XXXXXX", root);
	if (mkdtemp(place.bytes)) {
		text_add(&place, "/demo.db");
		return text_take(&place);
	}
	err_set(e, _("%s: ingen mapp kan skapas där: %s"), root, strerror(errno));
	text_done(&place);
	return NULL;
}

/* Where the demo goes: --db, or else a temporary folder; never the usual register. */
static char *demo_register(const struct call *call, struct err *e)
{
	const char *path = args_value(call->args, "db");

	return path ? mem_text(path) : temporary_register(e);
}

/* Without a terminal the year's tables are the demo. */
static enum command_status show(const struct call *call, const char *path, int year)
{
	struct faults faults = { 0 };
	struct app *app = app_open(path, &faults);
	enum command_status status = COMMAND_DONE;
	struct yearbook book;
	struct text out = { 0 };
	struct err e = { 0 };

	if (!app)
		return call_refuse_all(&faults);
	if (app_is_national(app))
		text_addf(&out, _("%s: påhittade deltaganden med de tryckta tabellernas "
				  "tal\n\n"), path);
	else
		text_addf(&out, _("%s: ett påhittat förbund, att titta på och öva i\n\n"),
			  path);
	if (yearbook_make(app, &(struct yearbook_order){ .year = year }, &book, &e)) {
		report_text_print(&book.page, false, &out);
		call_print(call, text_get(&out), out.length);
		yearbook_done(&book);
	} else {
		status = call_refuse(&e);
	}
	text_done(&out);
	app_close(app);
	return status;
}

static enum command_status create(const struct call *call, struct demo_options *o)
{
	struct faults faults = { 0 };
	struct err e = { 0 };
	char *path = demo_register(call, &e);
	enum command_status status = COMMAND_DONE;

	if (!path)
		return call_refuse(&e);
	if (!demo_create(path, o, &faults)) {
		free(path);
		return call_refuse_all(&faults);
	}
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
		call->next->terminal = true;
		call->next->path = path;
		return COMMAND_DONE;
	}
	status = show(call, path, o->year);
	free(path);
	return status;
}

static enum command_status run(const struct call *call)
{
	const char *size = args_value(call->args, "size");
	struct demo_options o = { .size = DEMO_SMALL };
	struct err e = { 0 };
	long seed = 1, year = 0;

	if (size && !demo_size_find(size, &o.size))
		return call_misused(
			call, _("--size: %s: ska vara small, large eller national"),
			size);
	if (!args_number(call->args, "seed", 0, 1000000000, &seed, &e) ||
	    !args_number(call->args, "year", 2010, 2100, &year, &e))
		return call_misused(call, "%s", e.text);
	o.seed = (unsigned long long)seed;
	o.year = (int)year;
	return create(call, &o);
}

const struct command cmd_demo = {
	.name = "demo",
	.operand = "",
	.summary = N_("skapar ett register med påhittade uppgifter och öppnar det"),
	.notes = N_("Utan --db läggs registret i en ny tillfällig mapp. När standard in "
		    "eller standard ut inte är en terminal öppnas inget, utan demons "
		    "tabeller skrivs som text."),
	.options = options,
	.run = run,
};
