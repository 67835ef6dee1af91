/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg query: questions to federations about what they have delivered. */
#include <stdio.h>

#include "app/app.h"
#include "app/queries.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ .name = "record", .value = N_("ID"),
	  .help = N_("insatsen eller deltagandet som frågan gäller, med sitt id i "
		     "leveransens filer") },
	{ .name = "field", .value = N_("FÄLT"),
	  .help = N_("kolumnen i filen; annars gäller frågan hela posten") },
	{ .name = "text", .value = N_("FRÅGA"), .help = N_("det som frågas") },
	{ .name = "list", .help = N_("visa alla frågor och svar") },
	{ .name = "write", .value = N_("MAPP"), .is_path = true,
	  .help = N_("skriv de obesvarade frågorna, en fil för varje förbund") },
	{ 0 },
};

static enum command_status ask(const struct call *call, struct app *app)
{
	const char *field = args_value(call->args, "field");
	const char *record = args_value(call->args, "record");
	char id[ULID_SIZE];
	struct err e;

	if (!queries_ask(app, record, field ? field : "", args_value(call->args, "text"),
			 id, &e))
		return call_refuse(&e);
	printf(_("%s: frågan är ställd\n"), id);
	return COMMAND_DONE;
}

static void print_query(const struct grid *g, size_t i)
{
	const char *field = grid_named(g, i, "field");
	const char *answer = grid_named(g, i, "answer");

	printf("%s  %s %s  %s\n", grid_named(g, i, "id"), grid_named(g, i, "federation"),
	       grid_named(g, i, "year"),
	       answer[0] ? _("besvarad") : _("obesvarad"));
	printf("  %s.csv %s%s%s\n", grid_named(g, i, "file"), grid_named(g, i, "record"),
	       field[0] ? " " : "", field);
	printf(_("  %.10s fråga: %s\n"), grid_named(g, i, "asked_at"),
	       grid_named(g, i, "question"));
	if (answer[0])
		printf(_("  %.10s svar: %s\n"), grid_named(g, i, "answered_at"), answer);
}

static enum command_status list(struct app *app)
{
	struct err e;
	struct grid *g = queries_list(app, &e);

	if (!g)
		return call_refuse(&e);
	for (size_t i = 0; i < grid_rows(g); i++)
		print_query(g, i);
	grid_free(g);
	return COMMAND_DONE;
}

static enum command_status write_all(struct app *app, const char *folder)
{
	struct err e;
	struct grid *federations = queries_federations(app, &e);
	bool ok = federations != NULL;

	for (size_t i = 0; ok && i < grid_rows(federations); i++) {
		const char *federation = grid_get(federations, i, 0);
		size_t count;

		ok = queries_write(app, federation, folder, &count, &e);
		if (ok)
			printf(ngettext("%s/%s.queries.csv: %zu fråga\n",
					"%s/%s.queries.csv: %zu frågor\n", count),
			       folder, federation, count);
	}
	grid_free(federations);
	return ok ? COMMAND_DONE : call_refuse(&e);
}

static enum command_status run(const struct call *call)
{
	bool asks = args_has(call->args, "record") && args_has(call->args, "text");
	bool lists = args_has(call->args, "list");
	const char *folder = args_value(call->args, "write");
	enum command_status status;
	struct app *app;

	if (asks + lists + (folder != NULL) != 1 ||
	    (!asks && (args_has(call->args, "record") || args_has(call->args, "text") ||
		       args_has(call->args, "field"))))
		return call_misused(call, _("ange --record och --text, eller --list, "
					    "eller --write"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = asks ? ask(call, app) : lists ? list(app) : write_all(app, folder);
	app_close(app);
	return status;
}

const struct command cmd_query = {
	.name = "query",
	.operand = "",
	.summary = N_("ställer frågor till förbunden om det de har levererat"),
	.notes = N_("Frågor ställs i ett nationellt register. Filen FÖRBUND.queries.csv "
		    "läses in i förbundets register med samreg import; där visas frågan "
		    "vid fältet. Svaret följer med förbundets nästa leverans. Skriv inga "
		    "namn eller personnummer i en fråga."),
	.options = options,
	.run = run,
};
