/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spreadsheet's list into the register; see import_form.h. */
#include "cli/import_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "app/app.h"
#include "app/import_sheet.h"
#include "app/import_template.h"
#include "base/csv_detect.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/import_told.h"

/* The file's name with another ending: list.csv, .remarks.csv -> list.remarks.csv. */
static char *beside(const char *file, const char *ending)
{
	size_t length = strlen(file);
	struct text path = { 0 };

	if (length > 4 && !strcasecmp(file + length - 4, ".csv"))
		length -= 4;
	text_add_part(&path, file, length);
	text_add(&path, ending);
	return text_take(&path);
}

/* ---- reading ---- */

static bool write_remarks(const char *file, const struct import_sheet *sheet)
{
	char *path = beside(file, ".remarks.csv");
	struct err e;
	bool ok = import_sheet_write_remarks(sheet, path, &e);

	if (ok)
		printf(_("Anmärkningarna står vid sina rader i %s.\n"), path);
	else
		call_refuse(&e);
	if (ok && import_sheet_has_numbers(sheet))
		puts(_("Personnumren är dolda där: rätta i den egna filen."));
	free(path);
	return ok;
}

/* Asks on a terminal; elsewhere nothing is stored unless --yes said so. */
static bool may_store(const struct call *call, const struct import_sheet *sheet)
{
	size_t rows = import_sheet_rows(sheet);

	if (args_has(call->args, "yes"))
		return true;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		puts(_("Inget är lagrat. Med --yes lagras raderna."));
		return false;
	}
	printf(ngettext("Lagra %zu rad? [j/N] ", "Lagra %zu rader? [j/N] ", rows), rows);
	if (call_is_answered_yes())
		return true;
	puts(_("Inget är lagrat."));
	return false;
}

static enum command_status store(const struct call *call, struct import_sheet *sheet)
{
	size_t rows = import_sheet_rows(sheet);
	struct err e;

	if (import_sheet_errors(sheet)) {
		puts(_("Inget är lagrat."));
		return COMMAND_REFUSED;
	}
	if (!rows || !may_store(call, sheet))
		return COMMAND_DONE;
	if (!import_sheet_store(sheet, &e))
		return call_refuse(&e);
	printf(ngettext("%zu rad är lagrad.\n", "%zu rader är lagrade.\n", rows), rows);
	return COMMAND_DONE;
}

static enum command_status try_and_store(const struct call *call, const char *file,
					 struct import_sheet *sheet)
{
	struct text told = { 0 };
	struct err e;

	import_told_file(sheet, &told);
	call_print(call, text_get(&told), told.length);
	if (!import_sheet_try(sheet, &e)) {
		text_done(&told);
		return call_refuse(&e);
	}
	text_clear(&told);
	import_told_remarks(sheet, &told);
	call_print(call, text_get(&told), told.length);
	text_done(&told);
	if (import_sheet_remark_count(sheet) && !write_remarks(file, sheet))
		return COMMAND_REFUSED;
	return store(call, sheet);
}

static enum command_status refuse_file(struct faults *f)
{
	struct text told = { 0 };

	import_told_faults(f, &told);
	fputs(text_get(&told), stderr);
	text_done(&told);
	faults_done(f);
	return COMMAND_REFUSED;
}

enum command_status import_form_run(const struct call *call)
{
	const struct import_order order = {
		.form = args_value(call->args, "form"),
		.file = call->args->operand_count == 1 ? call->args->operands[0] : NULL,
		.map = args_value(call->args, "map"),
	};
	enum command_status status;
	struct faults faults = { 0 };
	struct import_sheet *sheet;
	struct app *app;

	if (!order.file)
		return call_misused(call, _("ange en fil att läsa in"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	sheet = import_sheet_open(app, &order, &faults);
	status = sheet ? try_and_store(call, order.file, sheet)
		       : refuse_file(&faults);
	import_sheet_free(sheet);
	app_close(app);
	return status;
}

/* ---- the template ---- */

static bool write_grid(const char *path, const struct grid *g, struct err *e)
{
	struct text csv = { 0 };
	bool ok;

	csvfile_write_as(&csv, g, csvfile_find_dialect("excel"));
	ok = path_write(path, text_get(&csv), csv.length, e);
	text_done(&csv);
	return ok;
}

/* Both or none: the list, which says that there is a template, comes last. */
static bool write_both(const struct import_template *t, const char *file,
		       const char *columns, struct err *e)
{
	bool anew = !path_exists(columns);

	if (!write_grid(columns, t->columns, e))
		return false;
	if (write_grid(file, t->list, e))
		return true;
	if (anew)
		unlink(columns);
	return false;
}

/* A template may have been filled in, so it is never written over. */
static enum command_status write_files(const struct import_template *t, const char *file)
{
	char *columns = beside(file, ".columns.csv");
	enum command_status status = COMMAND_DONE;
	struct err e;

	if (path_exists(file)) {
		err_set(&e, _("%s: finns redan"), file);
		status = call_refuse(&e);
	} else if (write_both(t, file, columns, &e)) {
		printf(_("%s: en tom lista att fylla i\n"), file);
		printf(_("%s: vad som får stå i dess kolumner\n"), columns);
	} else {
		status = call_refuse(&e);
	}
	free(columns);
	return status;
}

enum command_status import_form_template(const struct call *call)
{
	const char *file = args_value(call->args, "output");
	enum command_status status = COMMAND_DONE;
	struct import_template template;
	struct text csv = { 0 };
	struct err e;
	struct app *app = call_open(call);

	if (!app)
		return COMMAND_REFUSED;
	if (!import_template_make(app, args_value(call->args, "template"), &template,
				  &e)) {
		app_close(app);
		return call_refuse(&e);
	}
	if (file) {
		status = write_files(&template, file);
	} else {
		csvfile_write_as(&csv, template.list, csvfile_find_dialect("excel"));
		call_print(call, text_get(&csv), csv.length);
		text_done(&csv);
	}
	import_template_done(&template);
	app_close(app);
	return status;
}
