/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts as the files of a delivery, which a national register is to receive: it is stored
 * whole or the register is as it was. A file that is no part has its header, that of the
 * federation a sound row; without a part datapackage.json there is one that goes with the
 * files, so that what they hold is what decides.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/app.h"
#include "app/inside.h"
#include "app/receive.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"
#include "model/package.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/packages.h"

enum { MAX_PARTS = 24 };

static const char sound_row[] =
	"gotland,Finsam Gotland,2024,1,detailed,0.1.0,0.1.0,2025-01-10T10:00:00\r\n";

static struct app *national, *scratch;
static char *folder;

static void begin(void)
{
	struct err e = { "" };

	if (!folder) {
		folder = path_join(fuzz_folder(), "package");
		fuzz_check(!mkdir(folder, 0700), "a folder can be made");
		national = fuzz_register(NULL);
	}
	if (!scratch)
		scratch = app_scratch(national, &e);
	fuzz_check(scratch != NULL, e.text);
	fuzz_empty(folder);
}

static void write_default(enum package_file_id id)
{
	const struct package_file *file = package_file(id);
	char *name = package_file_name(id);
	struct text bytes = { 0 };

	for (size_t i = 0; i < file->count; i++)
		text_addf(&bytes, "%s%s", i ? "," : "", file->columns[i].name);
	text_add(&bytes, "\r\n");
	if (id == PACKAGE_FEDERATION)
		text_add(&bytes, sound_row);
	fuzz_write(folder, name, text_get(&bytes), bytes.length);
	text_done(&bytes);
	free(name);
}

static bool is_aggregate(const struct fuzz_part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(parts[i].name, "federation.csv")) {
			char *text = mem_text_part(parts[i].bytes, parts[i].length);
			bool found = strstr(text, ",aggregate,");

			free(text);
			return found;
		}
	return false;
}

static void write_package(const struct fuzz_part *parts, size_t count)
{
	enum package_level level =
		is_aggregate(parts, count) ? PACKAGE_AGGREGATE : PACKAGE_DETAILED;
	bool described = false;

	for (enum package_file_id id = 0; id < PACKAGE_FILES; id++)
		if (package_has_file(level, id) &&
		    (id != PACKAGE_CELLS || level == PACKAGE_AGGREGATE))
			write_default(id);
	for (size_t i = 0; i < count; i++) {
		fuzz_write(folder, parts[i].name, parts[i].bytes, parts[i].length);
		described |= !strcmp(parts[i].name, "datapackage.json");
	}
	if (!described)
		packages_seal(folder);
}

static enum receive_result receive(struct faults *f)
{
	struct text json = { 0 };
	struct receipt receipt = { .json = &json };
	enum receive_result result = receive_package(scratch, folder, &receipt, f);

	fuzz_check(result == RECEIVE_REFUSED || json.length, "there is a receipt");
	text_done(&json);
	free(receipt.federation);
	return result;
}

void fuzz_one(const char *bytes, size_t size)
{
	struct fuzz_part parts[MAX_PARTS];
	size_t count = fuzz_split(bytes, size, parts, MAX_PARTS);
	struct faults f = { 0 };
	enum receive_result result;
	long long version;

	begin();
	write_package(parts, count);
	version = app_version(scratch);
	result = receive(&f);
	fuzz_check_faults(&f, result == RECEIVE_REFUSED);
	fuzz_check(result != RECEIVE_KNOWN, "the register was empty");
	if (result == RECEIVE_REFUSED) {
		fuzz_check(app_version(scratch) == version,
			   "refused, the register is as it was");
		return;
	}
	fuzz_check_references(scratch);
	fuzz_check(receive(&f) == RECEIVE_KNOWN, "what was received is known");
	fuzz_check_faults(&f, false);
	app_close(scratch);
	scratch = NULL;
}
