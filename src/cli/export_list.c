/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a form as a list; see export_list.h. */
#include "cli/export_list.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/export_list.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"

/* What the command line asks for. */
struct wish {
	const char *form;
	long year;
	const struct csvfile_dialect *dialect;  /* NULL: a workbook */
};

/* Whether nothing is asked for that only a delivery has; if not that has been said. */
static bool is_list_alone(const struct call *call)
{
	static const char *const others[] = { "out", "level", "revision" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (args_has(call->args, others[i])) {
			call_misused(call, _("--form går inte ihop med --%s"), others[i]);
			return false;
		}
	return true;
}

/* False when the command line is wrong, which has been said. */
static bool read_wish(const struct call *call, struct wish *wish)
{
	const char *format = args_value(call->args, "format");
	bool book = format && !strcmp(format, "xlsx");
	struct err e = { 0 };

	*wish = (struct wish){ .form = args_value(call->args, "form") };
	if (!args_number(call->args, "year", 2004, 2100, &wish->year, &e))
		call_misused(call, "%s", e.text);
	else if (format && !book && strcmp(format, "csv") != 0)
		call_misused(call, _("--format: %s: ska vara csv eller xlsx"), format);
	else if (book && args_has(call->args, "dialect"))
		call_misused(call, _("--dialect hör till --format csv"));
	else if (book && !args_has(call->args, "output") && isatty(STDOUT_FILENO))
		call_misused(call, _("--format: %s: ska skrivas till en fil, -o FIL"),
			     format);
	else if (book)
		return true;
	else
		return (wish->dialect = call_dialect(call)) != NULL;
	return false;
}

static bool print(const struct wish *wish, const struct export_list *list,
		  struct text *out, struct err *e)
{
	const struct list_sheet sheet = { list->title, list->grid, list->kinds };

	if (!wish->dialect)
		return list_xlsx_print(&sheet, out, e);
	csvfile_write_as(out, list->grid, wish->dialect);
	return true;
}

/* How many rows, when the list itself does not stand there. */
static void tell_rows(const struct call *call, const struct export_list *list)
{
	const char *file = args_value(call->args, "output");
	size_t rows = grid_rows(list->grid);

	if (!file)
		return;
	printf("%s: ", file);
	printf(ngettext("%zu rad", "%zu rader", rows), rows);
	putchar('\n');
}

static enum command_status write_list(const struct call *call, struct app *app,
				      const struct wish *wish)
{
	enum command_status status;
	struct export_list list;
	struct text out = { 0 };
	struct err e = { 0 };

	if (!export_list_make(app, wish->form, (int)wish->year, &list, &e) ||
	    !print(wish, &list, &out, &e))
		status = call_refuse(&e);
	else
		status = call_deliver(call, &out);
	if (status == COMMAND_DONE)
		tell_rows(call, &list);
	text_done(&out);
	export_list_done(&list);
	return status;
}

enum command_status export_list(const struct call *call)
{
	enum command_status status;
	struct wish wish;
	struct app *app;

	if (!is_list_alone(call) || !read_wish(call, &wish))
		return COMMAND_USAGE;
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	status = write_list(call, app, &wish);
	app_close(app);
	return status;
}
