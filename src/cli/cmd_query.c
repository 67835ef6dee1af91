/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg query: questions to federations about what they have delivered. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/queries.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/call.h"
#include "cli/commands.h"

static const struct arg_option options[] = {
	{ .name = "record", .value = N_("ID"),
	  .help = N_("raden som frågan gäller: en insats eller ett deltagande med sitt "
		     "id i leveransens filer, en rad i en annan fil med det som skiljer "
		     "den från andra, till exempel 2024/staff") },
	{ .name = "file", .value = N_("NAMN"),
	  .help = N_("filen som raden står i; annars interventions eller "
		     "participations") },
	{ .name = "federation", .value = N_("KOD"),
	  .help = N_("förbundet, för en rad utan id") },
	{ .name = "field", .value = N_("FÄLT"),
	  .help = N_("kolumnen i filen; annars gäller frågan hela posten") },
	{ .name = "text", .value = N_("FRÅGA"), .help = N_("det som frågas") },
	{ .name = "withdraw", .value = N_("ID"),
	  .help = N_("ta tillbaka en fråga, med det id som --list visar") },
	{ .name = "list", .help = N_("visa alla frågor och svar") },
	{ .name = "write", .value = N_("MAPP"), .is_path = true,
	  .help = N_("skriv de obesvarade och de återtagna frågorna, en fil för varje "
		     "förbund") },
	{ 0 },
};

static enum command_status ask(const struct call *call, struct app *app)
{
	char *file = mem_text(call_value(call, "file"));
	size_t length = strlen(file);
	struct queries_question q = {
		.federation = call_value(call, "federation"),
		.file = file,
		.record = call_value(call, "record"),
		.field = call_value(call, "field"),
		.text = call_value(call, "text"),
	};
	char id[ULID_SIZE];
	struct err e;
	bool ok;

	if (length > 4 && !strcmp(file + length - 4, ".csv"))
		file[length - 4] = '\0';
	ok = queries_ask(app, &q, id, &e);
	free(file);
	if (!ok)
		return call_refuse(&e);
	printf(_("%s: frågan är ställd\n"), id);
	return COMMAND_DONE;
}

static enum command_status withdraw(const struct call *call, struct app *app)
{
	const char *id = call_value(call, "withdraw");
	struct err e;

	if (!queries_withdraw(app, id, &e))
		return call_refuse(&e);
	printf(_("%s: frågan är återtagen; det står i nästa fil till förbundet\n"), id);
	return COMMAND_DONE;
}

static const char *state_name(const char *state)
{
	if (!strcmp(state, "answered"))
		return _("besvarad");
	return !strcmp(state, "withdrawn") ? _("återtagen") : _("obesvarad");
}

/* What others wrote is no word to the terminal. */
static void print_said(const char *day, const char *what, const char *said)
{
	char *clean = utf8_clean(said);

	printf("  %.10s %s: %s\n", day, what, clean);
	free(clean);
}

static void print_query(const struct grid *g, size_t i)
{
	const char *field = grid_named(g, i, "field");
	const char *answer = grid_named(g, i, "answer");
	const char *withdrawn = grid_named(g, i, "withdrawn_at");

	printf("%s  %s %s  %s", grid_named(g, i, "id"), grid_named(g, i, "federation"),
	       grid_named(g, i, "year"), state_name(grid_named(g, i, "state")));
	if (withdrawn[0] && !answer[0])
		printf(" %.10s", withdrawn);
	putchar('\n');
	printf("  %s.csv %s%s%s\n", grid_named(g, i, "file"), grid_named(g, i, "record"),
	       field[0] ? " " : "", field);
	print_said(grid_named(g, i, "asked_at"), _("fråga"),
		   grid_named(g, i, "question"));
	if (answer[0])
		print_said(grid_named(g, i, "answered_at"), _("svar"), answer);
}

static enum command_status list(const struct call *call, struct app *app)
{
	struct err e;
	struct grid *g = queries_list(app, &e);

	(void)call;
	if (!g)
		return call_refuse(&e);
	for (size_t i = 0; i < grid_rows(g); i++)
		print_query(g, i);
	grid_free(g);
	return COMMAND_DONE;
}

static void tell_written(const char *folder, const char *federation,
			 const struct queries_written *written)
{
	printf(ngettext("%s/%s.queries.csv: %zu fråga", "%s/%s.queries.csv: %zu frågor",
			written->open), folder, federation, written->open);
	if (written->withdrawn)
		printf(ngettext(", %zu återtagen", ", %zu återtagna", written->withdrawn),
		       written->withdrawn);
	putchar('\n');
}

static enum command_status write_all(const struct call *call, struct app *app)
{
	const char *folder = args_value(call->args, "write");
	struct err e;
	struct grid *federations = queries_federations(app, &e);
	bool ok = federations != NULL;

	for (size_t i = 0; ok && i < grid_rows(federations); i++) {
		const char *federation = grid_get(federations, i, 0);
		struct queries_written written;

		ok = queries_write(app, federation, folder, &written, &e);
		if (ok)
			tell_written(folder, federation, &written);
	}
	grid_free(federations);
	return ok ? COMMAND_DONE : call_refuse(&e);
}

/* Which of the things a query command does is asked for, NULL for none or several. */
typedef enum command_status task(const struct call *call, struct app *app);

static task *find_task(const struct args *args)
{
	static const char *const of_asking[] = { "record", "file", "federation", "field",
						 "text" };
	bool asks = args_has(args, "record") && args_has(args, "text");
	bool lists = args_has(args, "list"), writes = args_has(args, "write");
	bool withdraws = args_has(args, "withdraw");

	for (size_t i = 0; i < sizeof(of_asking) / sizeof(of_asking[0]); i++)
		if (!asks && args_has(args, of_asking[i]))
			return NULL;
	if (asks + lists + writes + withdraws != 1)
		return NULL;
	return asks ? ask : lists ? list : writes ? write_all : withdraw;
}

static enum command_status run(const struct call *call)
{
	task *done = find_task(call->args);
	enum command_status status;
	struct app *app;

	if (!done)
		return call_misused(call, _("ange --record och --text, eller --withdraw, "
					    "eller --list, eller --write"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = done(call, app);
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
