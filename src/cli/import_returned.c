/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the national follow-up sends back; see import_returned.h. */
#include "cli/import_returned.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/app.h"
#include "app/marks.h"
#include "app/receipts.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/call.h"

enum { MAX_FILE = 1 << 26 };

/* Says the faults; always false. */
static bool refuse(struct faults *f)
{
	call_refuse_all(f);
	return false;
}

static bool refuse_one(const char *place, const char *reason)
{
	struct faults f = { 0 };

	faults_add(&f, place, 0, 0, "%s", reason);
	return refuse(&f);
}

static bool take_receipt(struct app *app, const char *path)
{
	struct receipts_told told;
	struct faults f = { 0 };
	enum receipts_result result = receipts_take(app, path, &told, &f);

	if (result == RECEIPTS_REFUSED)
		return refuse(&f);
	printf("%s %d r%d: ", app_federation(app), told.year, told.revision);
	if (result == RECEIPTS_KNOWN)
		fputs(_("kvittot fanns redan, inget är ändrat"), stdout);
	else
		printf(_("mottagen %.10s"), told.received);
	if (told.warnings)
		printf(ngettext(", %lld varning", ", %lld varningar",
				(unsigned long)told.warnings), told.warnings);
	putchar('\n');
	return true;
}

static void tell_queries(const char *path, const struct marks_taken *taken)
{
	printf(ngettext("%s: frågor: %zu ny", "%s: frågor: %zu nya", taken->stored), path,
	       taken->stored);
	printf(_(", %zu fanns redan"), taken->known);
	if (taken->withdrawn)
		printf(ngettext(", %zu återtagen", ", %zu återtagna", taken->withdrawn),
		       taken->withdrawn);
	printf(ngettext(", %zu om en post som saknas\n",
			", %zu om poster som saknas\n", taken->absent), taken->absent);
}

static bool take_queries(struct app *app, const char *path)
{
	struct marks_taken taken;
	struct faults f = { 0 };
	bool ok = marks_import(app, path, &taken, &f) && !taken.absent;

	if (taken.stored + taken.known + taken.withdrawn + taken.absent)
		tell_queries(path, &taken);
	return f.count ? refuse(&f) : ok;
}

/* A file of questions begins with its first column's name. */
static bool is_queries(const char *bytes)
{
	return !strncmp(bytes, "query,", 6);
}

static bool take_file(struct app *app, const char *path)
{
	struct text bytes = { 0 };
	struct err e;
	bool ok = path_read(path, MAX_FILE, &bytes, &e);
	const char *start = text_get(&bytes) + strspn(text_get(&bytes), " \t\r\n");

	if (!ok)
		call_refuse(&e);
	else if (*start == '{')
		ok = take_receipt(app, path);
	else if (is_queries(start))
		ok = take_queries(app, path);
	else
		ok = refuse_one(path, _("är varken ett kvitto eller frågor"));
	text_done(&bytes);
	return ok;
}

/* The files of one kind in a folder. */
static bool take_files(struct app *app, const char *folder, const char *ending,
		       size_t *count)
{
	struct err e;
	struct grid *names = path_list(folder, ending, &e);
	bool ok = true;

	if (!names)
		return call_refuse(&e) == COMMAND_DONE;
	for (size_t i = 0; i < grid_rows(names); i++) {
		struct text path = { 0 };

		text_addf(&path, "%s/%s%s", folder, grid_get(names, i, 0), ending);
		ok &= take_file(app, text_get(&path));
		++*count;
		text_done(&path);
	}
	grid_free(names);
	return ok;
}

static bool take_folder(struct app *app, const char *folder)
{
	char *descriptor = path_join(folder, "datapackage.json");
	bool is_package = path_exists(descriptor);
	size_t count = 0;
	bool ok;

	free(descriptor);
	if (is_package)
		return refuse_one(folder, _("bara ett nationellt register tar emot "
					    "leveranser"));
	ok = take_files(app, folder, ".receipt.json", &count);
	ok &= take_files(app, folder, ".queries.csv", &count);
	if (ok && !count)
		ok = refuse_one(folder, _("i mappen finns varken kvitton eller frågor"));
	return ok;
}

enum command_status import_returned(const struct call *call, struct app *app)
{
	bool ok = true;

	for (size_t i = 0; i < call->args->operand_count; i++) {
		const char *path = call->args->operands[i];
		struct stat st;

		if (!stat(path, &st) && S_ISDIR(st.st_mode))
			ok &= take_folder(app, path);
		else
			ok &= take_file(app, path);
	}
	return ok ? COMMAND_DONE : COMMAND_REFUSED;
}
