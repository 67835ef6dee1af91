/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg init: makes a new register. What it is to hold is for the app to say. */
#include <stdio.h>
#include <stdlib.h>

#include "app/app.h"
#include "app/catalog.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "cli/near.h"

static const struct arg_option options[] = {
	{ .name = "federation", .value = N_("KOD"),
	  .help = N_("förbundets kod, till exempel blekinge; en kod som inte finns i "
		     "listan kräver --name och --municipality") },
	{ .name = "name", .value = N_("NAMN"),
	  .help = N_("namnet på ett förbund som inte finns i listan") },
	{ .name = "municipality", .value = N_("KOMMUN"), .repeats = true,
	  .help = N_("en av dess kommuner, med kod eller namn") },
	{ .name = "national",
	  .help = N_("ett nationellt register, som tar emot förbundens leveranser") },
	{ 0 },
};

/* Whether the list of federations has the code; says what it may have been meant to be
 * when not. */
static bool is_listed(const struct call *call, const struct catalog *catalog,
		      const char *code)
{
	const struct grid *federations = catalog_reference(catalog, "federations");
	struct near near;
	struct text hint = { 0 };

	if (grid_find_row(federations, 0, code) >= 0)
		return true;
	near_init(&near, code);
	for (size_t i = 0; i < grid_rows(federations); i++)
		near_try_label(&near, grid_named(federations, i, "code"),
			       grid_named(federations, i, "name"));
	near_add_question(&near, "", &hint);
	call_misused(call,
		     _("--federation: %s: finns inte i listan%s; ett nytt förbund kräver "
		       "--name och --municipality"), code, text_get(&hint));
	near_done(&near);
	text_done(&hint);
	return false;
}

/* Whether the code can be used without a name; says why when not. */
static enum command_status check_code(const struct call *call, const char *code)
{
	struct faults faults = { 0 };
	struct catalog *catalog = catalog_load(&faults);
	enum command_status status = COMMAND_DONE;

	if (!catalog)
		return call_refuse_all(&faults);
	if (!is_listed(call, catalog, code))
		status = COMMAND_USAGE;
	catalog_free(catalog);
	return status;
}

/* Creates the register and says what it holds. */
static enum command_status create(const struct call *call, const struct app_new *what)
{
	char *path = call_register(call);
	struct faults faults = { 0 };
	enum command_status status = COMMAND_DONE;
	struct app *app;

	if (!app_create(path, what, &faults) || !(app = app_open(path, &faults))) {
		status = call_refuse_all(&faults);
		goto out;
	}
	printf(_("%s: registret är skapat\n"), path);
	if (what->national)
		printf("%s, ", _("Nationellt register"));
	else
		printf("%s (%s), ", app_federation_name(app), app_federation(app));
	printf(ngettext("%zu kommun\n", "%zu kommuner\n", app_municipality_count(app)),
	       app_municipality_count(app));
	app_close(app);
out:
	free(path);
	return status;
}

static enum command_status create_federation(const struct call *call)
{
	const struct args *a = call->args;
	struct app_new what = {
		.federation = args_value(a, "federation"),
		.name = args_value(a, "name"),
	};
	enum command_status status = COMMAND_DONE;
	const char **municipalities;
	const char *one;

	if (!what.name)
		status = check_code(call, what.federation);
	if (status != COMMAND_DONE)
		return status;
	municipalities = mem_alloc((a->count + 1) * sizeof(*municipalities));
	while ((one = args_value_at(a, "municipality", what.municipality_count)))
		municipalities[what.municipality_count++] = one;
	what.municipalities = municipalities;
	status = create(call, &what);
	free(municipalities);
	return status;
}

static enum command_status run(const struct call *call)
{
	const struct args *a = call->args;
	bool national = args_has(a, "national"), named = args_has(a, "name");

	if (national == args_has(a, "federation"))
		return call_misused(call,
				    _("ange antingen --federation eller --national"));
	if (named != args_has(a, "municipality"))
		return call_misused(call,
				    _("--name och --municipality hör ihop"));
	if (national && named)
		return call_misused(
			call, _("--name hör inte till ett nationellt register"));
	if (national)
		return create(call, &(struct app_new){ .national = true });
	return create_federation(call);
}

const struct command cmd_init = {
	.name = "init",
	.operand = "",
	.summary = N_("skapar ett nytt register"),
	.notes = N_("Registret läggs där --db säger. En fil som finns skrivs aldrig "
		    "över."),
	.options = options,
	.run = run,
};
