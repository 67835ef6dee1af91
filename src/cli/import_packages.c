/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries from folders; see import_packages.h. */
#include "cli/import_packages.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/queries.h"
#include "app/receive.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/call.h"
#include "cli/progress.h"

/* What came in so far. */
struct progress {
	size_t done, count, stored, known, refused, rows;
};

/* The folder's path without slashes at its end, and with a name: the receipt lies beside
 * the folder "." too, never in it. */
static char *without_slash(const char *folder)
{
	size_t length = strlen(folder);
	const char *last = strrchr(folder, '/');
	char *whole;

	last = last ? last + 1 : folder;
	if (!strcmp(last, ".") || !strcmp(last, "..")) {
		whole = realpath(folder, NULL);
		return whole ? whole : mem_text(folder);
	}

	while (length > 1 && folder[length - 1] == '/')
		length--;
	return mem_text_part(folder, length);
}

/* Beside the package, or where --receipts says: the package itself is not touched. */
static bool write_receipt(const struct call *call, const char *folder,
			  const struct receipt *r, struct err *e)
{
	const char *place = args_value(call->args, "receipts");
	struct text path = { 0 };
	bool ok;

	if (place)
		text_addf(&path, "%s/%s-%d-r%lld.receipt.json", place, r->federation,
			  r->year, r->revision);
	else
		text_addf(&path, "%s.receipt.json", folder);
	ok = (!place || path_make_folder(place, e)) &&
	     path_write(text_get(&path), text_get(r->json), r->json->length, e);
	text_done(&path);
	return ok;
}

/* Questions that wait for an answer go back beside the receipt. */
static bool write_queries(const struct call *call, const char *folder, struct app *app,
			  const struct receipt *r, struct err *e)
{
	const char *place = args_value(call->args, "receipts");
	const char *slash = strrchr(folder, '/');
	/* The folder of "/x" is "/", which must not become "". */
	char *beside = !slash ? mem_text(".")
			      : mem_text_part(folder, slash == folder
							      ? 1
							      : (size_t)(slash - folder));
	struct queries_written written;
	bool ok = queries_write(app, r->federation, place ? place : beside, &written, e);

	if (ok && written.open)
		printf(ngettext("  %zu fråga är obesvarad: %s/%s.queries.csv\n",
				"  %zu frågor är obesvarade: %s/%s.queries.csv\n",
				written.open),
		       written.open, place ? place : beside, r->federation);
	free(beside);
	return ok;
}

static void tell(const struct receipt *r, bool known)
{
	printf("%s %d r%lld: ", r->federation, r->year, r->revision);
	if (known)
		fputs(_("fanns redan, inget är ändrat"), stdout);
	else if (r->aggregate)
		fputs(_("mottagen, bara antal"), stdout);
	else
		printf(ngettext("mottagen, %zu deltagande", "mottagen, %zu deltaganden",
				r->participations), r->participations);
	if (!known && r->warnings)
		printf(ngettext(", %zu varning", ", %zu varningar", r->warnings),
		       r->warnings);
	putchar('\n');
}

static bool receive(const struct call *call, struct app *app, const char *operand,
		    struct progress *p)
{
	char *folder = without_slash(operand);
	struct text json = { 0 };
	struct receipt r = { .json = &json };
	struct faults faults = { 0 };
	struct err e;
	enum receive_result result;
	bool ok = true;

	progress_show_step(
		&(struct progress_step){ p->done, p->count, p->rows, folder });
	result = receive_package(app, folder, &r, &faults);
	progress_clear();
	if (result == RECEIVE_REFUSED) {
		call_refuse_all(&faults);
		p->refused++;
	} else {
		tell(&r, result == RECEIVE_KNOWN);
		p->stored += result == RECEIVE_STORED;
		p->known += result == RECEIVE_KNOWN;
		p->rows += r.rows;
		ok = write_receipt(call, folder, &r, &e) &&
		     write_queries(call, folder, app, &r, &e);
		if (!ok)
			call_refuse(&e);
	}
	faults_done(&faults);
	text_done(&json);
	free(r.federation);
	free(folder);
	return ok;
}

static void tell_sums(const struct progress *p)
{
	size_t left = p->count - p->done;

	printf(ngettext("%zu mottagen", "%zu mottagna", p->stored), p->stored);
	printf(_(", %zu fanns redan"), p->known);
	printf(ngettext(", %zu avvisad\n", ", %zu avvisade\n", p->refused), p->refused);
	if (left)
		printf(ngettext("avbrutet: %zu av %zu leveranser är inte läst\n",
				"avbrutet: %zu av %zu leveranser är inte lästa\n", left),
		       left, p->count);
}

enum command_status import_packages(const struct call *call, struct app *app)
{
	struct progress p = { .count = call->args->operand_count };
	bool ok = true;

	progress_watch();
	for (; ok && p.done < p.count && !progress_is_interrupted(); p.done++)
		ok = receive(call, app, call->args->operands[p.done], &p);
	tell_sums(&p);
	return ok && !p.refused && p.done == p.count ? COMMAND_DONE : COMMAND_REFUSED;
}
