/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A delivery's files for a spreadsheet; see export_copy.h. */
#include "app/export_copy.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/deliveries.h"
#include "app/delivery_copies.h"
#include "app/export.h"
#include "app/inside.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/text.h"
#include "store/db.h"

static char *folder_of(const struct app *a, const struct export_order *order,
		       int revision)
{
	struct text name = { 0 };
	char *path;

	text_addf(&name, "%s-%d", app_federation(a), order->year);
	if (revision)
		text_addf(&name, "-r%d", revision);
	text_add(&name, "-excel-copy");
	path = path_join(order->out, text_get(&name));
	text_done(&name);
	return path;
}

static bool read_files(struct app *a, const struct export_order *order, int revision,
		       struct export *done, struct err *e)
{
	*done = (struct export){ 0 };
	if (revision)
		return deliveries_read(a, order->year, revision, &done->files, e);
	return export_preview(a, order, done, e) &&
	       export_refuse_errors(order->year, &done->check, e);
}

static bool convert_file(const struct delivery_file *from, struct delivery_files *to,
			 struct err *e)
{
	struct faults faults = { 0 };
	struct text bytes = { 0 };
	struct grid *g = csvfile_parse(from->name, text_get(&from->bytes),
				       from->bytes.length, ',', &faults);

	if (g) {
		csvfile_write_as(&bytes, g, csvfile_find_dialect("excel"));
		delivery_files_add(to, from->name, &bytes, from->rows);
	} else {
		err_set(e, "%s: %s", from->name, faults.items[0].message);
	}
	faults_done(&faults);
	grid_free(g);
	return g != NULL;
}

/* The descriptor is about other bytes, and what is sealed would not open. */
static bool is_table(const char *name)
{
	return strcmp(name, DELIVERY_DESCRIPTOR) != 0 &&
	       strcmp(name, DELIVERY_IDENTITIES) != 0;
}

static bool convert(struct export *done, struct err *e)
{
	struct delivery_files converted = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < done->files.count; i++)
		if (is_table(done->files.items[i].name))
			ok = convert_file(&done->files.items[i], &converted, e);
	delivery_files_done(&done->files);
	done->files = converted;
	return ok;
}

static bool write_folder(const struct export *done, struct err *e)
{
	char *temporary;
	bool ok;

	if (path_exists(done->folder))
		return err_set(e, _("%s: finns redan"), done->folder);
	temporary = delivery_files_write(&done->files, done->folder, e);
	ok = temporary && path_place_folder(temporary, done->folder, e);
	if (temporary && !ok)
		path_remove_folder(temporary);
	free(temporary);
	return ok;
}

/* It holds what a withdrawn consent disposes of, as the delivery does. */
static bool note_copy(struct app *a, int year, int revision, const char *folder,
		      struct err *e)
{
	bool ok;

	if (app_is_read_only(a))
		return true;
	ok = db_begin(a->db, e) &&
	     delivery_copies_note(a, year, revision, folder, e) && db_commit(a->db, e);
	db_rollback(a->db);
	return ok;
}

bool export_copy_write(struct app *a, const struct export_order *order, int revision,
		       struct export *done, struct err *e)
{
	if (!read_files(a, order, revision, done, e) || !convert(done, e))
		return false;
	done->folder = folder_of(a, order, revision);
	return path_make_folder(order->out, e) && write_folder(done, e) &&
	       (!revision || note_copy(a, order->year, revision, done->folder, e));
}
