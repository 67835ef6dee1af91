/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg report: the year's tables, as text to read or as a file of cells. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/freeze.h"
#include "app/report_frozen.h"
#include "app/report_html.h"
#include "app/report_json.h"
#include "app/report_text.h"
#include "app/report_xlsx.h"
#include "app/scope.h"
#include "app/yearbook.h"
#include "base/clock.h"
#include "base/csvfile.h"
#include "base/date.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "cli/near.h"
#include "model/report.h"

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"),
	  .help = N_("året som tabellerna gäller; annars i år") },
	{ .name = "table", .value = N_("TABELL"), .repeats = true,
	  .help = N_("bara den tabellen, till exempel sex_age; annars alla") },
	{ .name = "county", .value = N_("LÄN"),
	  .help = N_("i ett nationellt register: bara förbunden i länet, med kod eller "
		     "namn") },
	{ .name = "federation", .value = N_("KOD"), .repeats = true,
	  .help = N_("i ett nationellt register: bara det förbundet") },
	{ .name = "format", .value = "text|csv|json|html|xlsx",
	  .help = N_("text att läsa, csv med en rad för varje värde, json, html, en "
		     "webbsida med diagram, eller xlsx, en arbetsbok för kalkylprogram; "
		     "annars text") },
	{ .name = "dialect", .value = "standard|excel",
	  .help = N_("csv med komma och decimalpunkt, eller så som svenska Excel öppnar "
		     "den; annars standard") },
	{ .name = "protect", .value = N_("N"),
	  .help = N_("för dem som inte ska se enskilda: visa inte antal under N, eller "
		     "det som skulle röja ett sådant") },
	{ .name = "freeze",
	  .help = N_("behåll årets alla tabeller som de är nu, så att det syns vad som "
		     "ändras sedan; skriver inga tabeller") },
	{ .name = "frozen",
	  .help = N_("skriv bara vad som har ändrats sedan året frystes, som text eller "
		     "csv") },
	{ .name = "output", .letter = 'o', .value = N_("FIL"), .is_path = true,
	  .help = N_("skriv till filen i stället för standard ut") },
	{ 0 },
};

/* For whom the tables are printed. */
struct reader {
	bool ascii;
	const struct csvfile_dialect *dialect;
};

/* A form the tables come in. */
struct format {
	const char *name;
	bool (*print)(const struct report_page *page, const struct reader *reader,
		      struct text *out, struct err *e);
	bool is_binary;         /* nothing for a terminal */
};

static bool print_text(const struct report_page *page, const struct reader *reader,
		       struct text *out, struct err *e)
{
	(void)e;
	report_text_print(page, reader->ascii, out);
	return true;
}

static bool print_csv(const struct report_page *page, const struct reader *reader,
		      struct text *out, struct err *e)
{
	struct grid *g = report_page_grid(page);

	(void)e;
	csvfile_write_as(out, g, reader->dialect);
	grid_free(g);
	return true;
}

static bool print_json(const struct report_page *page, const struct reader *reader,
		       struct text *out, struct err *e)
{
	(void)reader;
	(void)e;
	report_json_print(page, out);
	return true;
}

static bool print_html(const struct report_page *page, const struct reader *reader,
		       struct text *out, struct err *e)
{
	(void)reader;
	return report_html_print(page, out, e);
}

static bool print_xlsx(const struct report_page *page, const struct reader *reader,
		       struct text *out, struct err *e)
{
	(void)reader;
	return report_xlsx_print(page, out, e);
}

static const struct format formats[] = {
	{ "text", print_text, false },
	{ "csv", print_csv, false },
	{ "json", print_json, false },
	{ "html", print_html, false },
	{ "xlsx", print_xlsx, true },
};

/* The format asked for, text unless another is; NULL for one that is not there. */
static const struct format *find_format(const struct call *call)
{
	const char *name = args_value(call->args, "format");

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (!name || !strcmp(formats[i].name, name))
			return &formats[i];
	return NULL;
}

/* Says that there is no such table, and which were perhaps meant. */
static enum command_status refuse_table(const struct call *call,
					const struct reports *reports, const char *id)
{
	struct near near;
	struct text hint = { 0 };

	near_init(&near, id);
	for (size_t i = 0; i < reports_count(reports); i++)
		near_try_label(&near, reports_at(reports, i)->id,
			       lang_pick(reports_at(reports, i)->title));
	near_add_question(&near, "", &hint);
	call_misused(call, _("--table: %s: ingen sådan tabell%s"), id, text_get(&hint));
	near_done(&near);
	text_done(&hint);
	return COMMAND_USAGE;
}

/* The tables that were named, each once, in the order they were named. */
static enum command_status choose(const struct call *call, const struct reports *reports,
				  struct yearbook_order *order,
				  const struct report **chosen)
{
	const char *id;

	order->reports = chosen;
	for (size_t i = 0; (id = args_value_at(call->args, "table", i)); i++) {
		const struct report *report = reports_find(reports, id);
		size_t at = 0;

		if (!report)
			return refuse_table(call, reports, id);
		while (at < order->report_count && chosen[at] != report)
			at++;
		chosen[at] = report;
		if (at == order->report_count)
			order->report_count++;
	}
	return COMMAND_DONE;
}

/* ---- frozen years ---- */

static enum command_status freeze(const struct call *call, struct app *app, int year)
{
	struct freeze frozen;
	struct text said = { 0 };
	struct err e = { 0 };
	enum command_status status;
	bool kept;

	if (!freeze_year(app, year, &frozen, &kept, &e))
		return call_refuse(&e);
	text_addf(&said,
		  kept ? _("%d är nu fryst: revision %lld.") :
			 _("%d är redan fryst som det är: revision %lld."),
		  year, frozen.revision);
	text_add_char(&said, '\n');
	status = call_deliver(call, &said);
	text_done(&said);
	freeze_done(&frozen);
	return status;
}

static enum command_status print_changes(const struct call *call,
					 const struct report_page *page)
{
	enum command_status status;
	struct text out = { 0 };
	struct err e;

	if (!page->frozen) {
		err_set(&e, _("%d: året är inte fryst"), page->figures->year);
		return call_refuse(&e);
	}
	if (find_format(call)->print == print_csv)
		csvfile_write_as(&out, page->frozen->changes, call_dialect(call));
	else
		report_frozen_print(page, &out);
	status = call_deliver(call, &out);
	text_done(&out);
	return status;
}

/* ---- the tables ---- */

static enum command_status print_book(const struct call *call,
				      const struct report_page *page)
{
	const struct reader reader = { args_has(call->args, "ascii"),
				       call_dialect(call) };
	enum command_status status;
	struct text out = { 0 };
	struct err e = { 0 };

	if (find_format(call)->print(page, &reader, &out, &e))
		status = call_deliver(call, &out);
	else
		status = call_refuse(&e);
	text_done(&out);
	return status;
}

static enum command_status print(const struct call *call, struct app *app,
				 const struct yearbook_order *order, int threshold)
{
	enum command_status status;
	struct yearbook book;
	struct err e = { 0 };

	if (!yearbook_make(app, order, &book, &e))
		return call_refuse(&e);
	if (args_has(call->args, "frozen"))
		status = print_changes(call, &book.page);
	else if (yearbook_protect(app, &book, threshold, &e))
		status = print_book(call, &book.page);
	else
		status = call_refuse(&e);
	yearbook_done(&book);
	return status;
}

/* What is asked for in numbers; `threshold` 0: all is shown. */
struct numbers {
	long year, threshold;
};

static bool find_scope(const struct call *call, struct app *app, struct scope *scope,
		       struct err *e)
{
	const char **codes = mem_alloc((call->args->count + 1) * sizeof(*codes));
	bool ok;

	for (size_t i = 0; (codes[i] = args_value_at(call->args, "federation", i)); i++)
		;
	ok = scope_find(app, args_value(call->args, "county"), codes, scope, e);
	free(codes);
	return ok;
}

static enum command_status report(const struct call *call, struct app *app,
				  const struct numbers *numbers)
{
	const struct reports *reports = catalog_reports(app_catalog(app));
	const struct report **chosen =
		mem_alloc((call->args->count + 1) * sizeof(*chosen));
	struct yearbook_order order = { .year = (int)numbers->year };
	enum command_status status = choose(call, reports, &order, chosen);
	struct scope scope = { 0 };
	struct err e = { 0 };

	if (status == COMMAND_DONE && !find_scope(call, app, &scope, &e))
		status = call_refuse(&e);
	order.scope = scope.federations;
	order.owner = scope.name;
	if (status == COMMAND_DONE)
		status = print(call, app, &order, (int)numbers->threshold);
	scope_done(&scope);
	free(chosen);
	return status;
}

/* Whether all that is asked for goes with freezing; if not that has been said. */
static bool is_freezing_alone(const struct call *call)
{
	static const char *const others[] = { "table", "format", "protect" };
	bool freezes = args_has(call->args, "freeze");
	bool shows = args_has(call->args, "frozen");
	bool csv = find_format(call)->print == print_csv;

	for (size_t i = 0; freezes && i < sizeof(others) / sizeof(others[0]); i++)
		if (args_has(call->args, others[i])) {
			call_misused(call, _("--freeze går inte ihop med --%s"),
				     others[i]);
			return false;
		}
	if (shows && (freezes || args_has(call->args, "protect")))
		call_misused(call, _("--frozen går inte ihop med --%s"),
			     freezes ? "freeze" : "protect");
	else if (shows && !csv && find_format(call)->print != print_text)
		call_misused(call, _("--frozen: ska skrivas som text eller csv"));
	else
		return true;
	return false;
}

/* Whether the tables can come so; if not that has been said. */
static bool is_printable(const struct call *call, const struct format *format)
{
	if (!format)
		call_misused(call,
			     _("--format: %s: ska vara text, csv, json, html eller xlsx"),
			     args_value(call->args, "format"));
	else if (args_has(call->args, "dialect") && strcmp(format->name, "csv"))
		call_misused(call, _("--dialect hör till --format csv"));
	else if (format->is_binary && !args_has(call->args, "output") &&
		 isatty(STDOUT_FILENO))
		call_misused(call, _("--format: %s: ska skrivas till en fil, -o FIL"),
			     format->name);
	else
		return is_freezing_alone(call) && call_dialect(call) != NULL;
	return false;
}

static enum command_status run(const struct call *call)
{
	const struct format *format = find_format(call);
	struct numbers numbers = { date_year(clock_today()), 0 };
	enum command_status status;
	struct err e = { 0 };
	struct app *app;

	if (!is_printable(call, format))
		return COMMAND_USAGE;
	if (args_has(call->args, "county") && args_has(call->args, "federation"))
		return call_misused(call, _("ange antingen --county eller --federation"));
	if (!args_number(call->args, "year", 2004, 2100, &numbers.year, &e) ||
	    !args_number(call->args, "protect", 2, 1000, &numbers.threshold, &e))
		return call_misused(call, "%s", e.text);
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	if (args_has(call->args, "freeze"))
		status = freeze(call, app, (int)numbers.year);
	else
		status = report(call, app, &numbers);
	app_close(app);
	return status;
}

const struct command cmd_report = {
	.name = "report",
	.operand = "",
	.summary = N_("skriver årets tabeller"),
	.notes = N_("Tabellerna är den nationella årsrapportens, beräknade ur registret "
		    "som det är nu. Utkast räknas inte."),
	.options = options,
	.run = run,
};
