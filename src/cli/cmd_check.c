/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg check: what the rules say of the records that are there. */
#include <stdbool.h>
#include <string.h>

#include "app/app.h"
#include "app/check.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "cli/told.h"
#include "model/form.h"

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"),
	  .help = N_("bara det som rör året; annars allt") },
	{ .name = "format", .value = N_("text|csv"),
	  .help = N_("text att läsa eller csv, en rad för varje fynd; annars text") },
	{ .name = "output", .letter = 'o', .value = N_("FIL"), .is_path = true,
	  .help = N_("skriv till filen i stället för standard ut") },
	{ 0 },
};

static void add_row(struct text *out, const char *const *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		csvfile_add_cell(out, cells[i], i == 0);
	text_add_char(out, '\n');
}

static void add_csv(const struct check *done, struct text *out)
{
	static const char *const head[] = { "form", "id", "title", "rule", "severity",
					    "field", "message", "reason" };

	add_row(out, head, sizeof(head) / sizeof(head[0]));
	for (size_t i = 0; i < done->count; i++) {
		const struct check_finding *f = &done->items[i];
		const char *const cells[] = {
			f->form->name,
			f->record,
			f->title,
			f->rule,
			f->severity == SEVERITY_ERROR ? "error" : "warning",
			f->form->fields[f->field].name,
			f->message,
			f->reason,
		};

		add_row(out, cells, sizeof(cells) / sizeof(cells[0]));
	}
}

static void add_text(const struct check *done, struct text *out)
{
	told_findings(done, false, out);
	text_addf(out, _("Kontrollerade poster: %zu. Fel: %zu. Varningar: %zu.\n"),
		  done->records, done->errors, done->warnings);
}

static enum command_status print(const struct call *call, const struct check *done)
{
	const char *format = args_value(call->args, "format");
	enum command_status status;
	struct text out = { 0 };

	if (format && !strcmp(format, "csv"))
		add_csv(done, &out);
	else
		add_text(done, &out);
	status = call_deliver(call, &out);
	text_done(&out);
	return status == COMMAND_DONE && done->errors ? COMMAND_REFUSED : status;
}

static enum command_status run(const struct call *call)
{
	const char *format = args_value(call->args, "format");
	enum command_status status;
	struct check done;
	struct err e = { 0 };
	struct app *app;
	long year = 0;

	if (format && strcmp(format, "text") && strcmp(format, "csv"))
		return call_misused(call, _("--format: %s: ska vara text eller csv"),
				    format);
	if (!args_number(call->args, "year", 2004, 2100, &year, &e))
		return call_misused(call, "%s", e.text);
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	if (check_register(app, (int)year, &done, &e))
		status = print(call, &done);
	else
		status = call_refuse(&e);
	check_done(&done);
	app_close(app);
	return status;
}

const struct command cmd_check = {
	.name = "check",
	.operand = "",
	.summary = N_("prövar alla regler på alla poster"),
	.notes = N_("Slutstatus är 1 när någon post har fel. Utkast prövas inte, de är "
		    "inte klara."),
	.options = options,
	.run = run,
};
