/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evaluation panel; see export_panel.h. */
#include "cli/export_panel.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/panel.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/text.h"
#include "cli/call.h"

/* A year at the start of `text`, 0 when there is none; `*rest` is what follows. */
static int take_year(const char *text, const char **rest)
{
	size_t digits = strspn(text, "0123456789");
	long year = digits == 4 ? strtol(text, NULL, 10) : 0;

	*rest = text + digits;
	return year >= 2004 && year <= 2100 ? (int)year : 0;
}

/* 2016-2024, or one year. */
static bool read_years(const char *text, struct panel_order *order)
{
	const char *rest;

	if (!text)
		return true;
	order->first = take_year(text, &rest);
	order->last = order->first;
	if (*rest == '-')
		order->last = take_year(rest + 1, &rest);
	return order->first && order->last >= order->first && !*rest;
}

static bool read_wish(const struct call *call, struct panel_order *order)
{
	static const char *const others[] = { "year", "out", "level", "revision" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (args_has(call->args, others[i])) {
			call_misused(call, _("--panel går inte ihop med --%s"),
				     others[i]);
			return false;
		}
	if (read_years(args_value(call->args, "years"), order))
		return true;
	call_misused(call, _("--years: %s: ska vara två år, till exempel 2016-2024"),
		     args_value(call->args, "years"));
	return false;
}

static enum command_status write_panel(const struct call *call, struct app *app,
				       const struct panel_order *order)
{
	struct err e = { 0 };
	struct grid *g = panel_make(app, order, &e);
	struct text csv = { 0 };
	enum command_status status;

	if (!g)
		return call_refuse(&e);
	csvfile_write(&csv, g, "\n");
	status = call_deliver(call, &csv);
	text_done(&csv);
	grid_free(g);
	return status;
}

enum command_status export_panel(const struct call *call)
{
	const char *path = args_value(call->args, "population");
	struct panel_order order = { 0 };
	struct grid *population = NULL;
	struct faults f = { 0 };
	enum command_status status;
	struct app *app;

	if (!read_wish(call, &order))
		return COMMAND_USAGE;
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	if (path)
		population = panel_read_population(app, path, &f);
	order.population = population;
	status = path && !population ? call_refuse_all(&f)
				     : write_panel(call, app, &order);
	grid_free(population);
	app_close(app);
	return status;
}
