/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries out of a national register; see export_national.h. */
#include "cli/export_national.h"

#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/export_national.h"
#include "base/err.h"
#include "base/lang.h"
#include "cli/call.h"
#include "cli/export_delivery.h"
#include "cli/progress.h"

/* What has gone out so far. */
struct progress {
	size_t done, written, refused, rows;
};

static void tell(const struct export *done, struct progress *p)
{
	size_t rows = 0;

	for (size_t i = 0; i < done->files.count; i++)
		rows += done->files.items[i].rows;
	printf("%s: ", done->folder);
	printf(ngettext("%zu rad\n", "%zu rader\n", rows), rows);
	p->rows += rows;
	p->written++;
}

static void write_one(struct export_national *x, struct progress *p)
{
	struct export done;
	struct err e = { 0 };
	bool written;

	progress_show_step(&(struct progress_step){
		p->done, export_national_count(x), p->rows,
		export_national_federation(x, p->done) });
	written = export_national_write(x, p->done, &done, &e);
	progress_clear();
	if (written) {
		tell(&done, p);
	} else {
		export_delivery_refuse(&done, &e);
		p->refused++;
	}
	export_done(&done);
}

static enum command_status write_all(struct export_national *x)
{
	size_t count = export_national_count(x);
	struct progress p = { 0 };

	/* Until now nothing was written, and being killed was no harm. */
	progress_watch();
	for (; p.done < count && !progress_is_interrupted(); p.done++)
		write_one(x, &p);
	printf(ngettext("%zu skriven", "%zu skrivna", p.written), p.written);
	printf(_(", %zu skrevs inte\n"), p.refused);
	if (p.done < count)
		printf(ngettext("avbrutet: %zu av %zu leveranser är inte skriven\n",
				"avbrutet: %zu av %zu leveranser är inte skrivna\n",
				count - p.done), count - p.done, count);
	return !p.refused && p.done == count ? COMMAND_DONE : COMMAND_REFUSED;
}

enum command_status export_national(const struct call *call)
{
	const char *federation = args_value(call->args, "federation");
	enum command_status status;
	struct export_national *x;
	struct export_order order;
	struct err e = { 0 };
	struct app *app;
	long revision;

	if (!export_delivery_order(call, &order, &revision))
		return COMMAND_USAGE;
	if (revision)
		return call_misused(call, _("--revision och --federation går inte ihop"));
	app = call_open(call);
	if (!app)
		return COMMAND_REFUSED;
	progress_show(_("granskar och räknar"));
	if (!strcmp(federation, "all"))
		federation = NULL;
	x = export_national_open(app, &order, federation, &e);
	progress_clear();
	status = x ? write_all(x) : call_refuse(&e);
	if (x)
		export_national_close(x);
	app_close(app);
	return status;
}
