/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samreg check: what the rules say of the records that are there. */
#include <stdbool.h>
#include <string.h>

#include "app/app.h"
#include "app/catalog.h"
#include "app/check.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/commands.h"
#include "model/form.h"

static const struct arg_option options[] = {
	{ .name = "year", .value = N_("ÅR"),
	  .help = N_("bara det som rör året; annars allt") },
	{ .name = "format", .value = N_("text|csv"),
	  .help = N_("text att läsa eller csv, en rad för varje fynd; annars text") },
	{ .name = "output", .letter = 'o', .value = N_("FIL"),
	  .help = N_("skriv till filen i stället för standard ut") },
	{ 0 },
};

/* "FEL R-101, Startdatum: …", with the reason of a warning that was overruled. */
static void add_finding(const struct form *form, const struct grid *g, size_t row,
			struct text *out)
{
	const char *rule = grid_named(g, row, "rule");
	const char *reason = grid_named(g, row, "reason");
	bool is_error = !strcmp(grid_named(g, row, "severity"), "error");
	int field = form_find_field(form, grid_named(g, row, "field"));

	text_addf(out, "  %s%s%s, %s: %s", is_error ? _("FEL") : _("VARNING"),
		  rule[0] ? " " : "", rule,
		  field < 0 ? "" : lang_pick(form->fields[field].label),
		  grid_named(g, row, "message"));
	if (reason[0])
		text_addf(out, _(" (godtagen: %s)"), reason);
	text_add_char(out, '\n');
}

/* The findings of a record stand together, under its name. */
static void add_text(const struct app *app, const struct check *done, struct text *out)
{
	const struct forms *forms = catalog_forms(app_catalog(app));
	const struct grid *g = done->findings;
	const char *id = "", *name = "";

	for (size_t i = 0; i < grid_rows(g); i++) {
		const struct form *form = forms_find(forms, grid_named(g, i, "form"));

		if (strcmp(id, grid_named(g, i, "id")) || strcmp(name, form->name))
			text_addf(out, "%s: %s\n", lang_pick(form->label),
				  grid_named(g, i, "title"));
		id = grid_named(g, i, "id");
		name = form->name;
		add_finding(form, g, i, out);
	}
	text_addf(out, _("%zu poster kontrollerade: %zu fel, %zu varningar\n"),
		  done->records, done->errors, done->warnings);
}

static enum command_status print(const struct call *call, const struct app *app,
				 const struct check *done)
{
	const char *format = args_value(call->args, "format");
	enum command_status status;
	struct text out = { 0 };

	if (format && !strcmp(format, "csv"))
		csvfile_write(&out, done->findings, "\n");
	else
		add_text(app, done, &out);
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
	if (check_register(app, (int)year, &done, &e)) {
		status = print(call, app, &done);
		check_done(&done);
	} else {
		status = call_refuse(&e);
	}
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
