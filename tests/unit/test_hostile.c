/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries that mean harm: refused, with every fault told, and nothing is changed. */
#include "packages.h"
#include "receive_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/app.h"
#include "app/export.h"
#include "base/csvfile.h"
#include "base/err.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/text.h"

/* ---- tools ---- */

static char *in_package(const struct world *w, const char *name)
{
	return path_join(w->package, name);
}

static void write_file(const char *path, const struct text *bytes)
{
	struct err e;

	assert_true(path_write(path, bytes->bytes, bytes->length, &e));
}

/* All that is said of the package, a line for each fault, without the folder. */
static char *refusal(const struct world *w)
{
	struct faults f = { 0 };
	struct text out = { 0 };

	assert_int_equal(world_receive(w, w->package, &f), RECEIVE_REFUSED);
	for (size_t i = 0; i < f.count; i++) {
		const char *name = strrchr(f.items[i].file, '/');

		text_addf(&out, "%s:%zu:%zu: %s\n", name ? name + 1 : "",
			  f.items[i].row, f.items[i].column, f.items[i].message);
	}
	faults_done(&f);
	return text_take(&out);
}

static void assert_says(const char *said, const char *line)
{
	if (!strstr(said, line))
		fail_msg("\"%s\" is not told:\n%s", line, said);
}

/* ---- bits ---- */

enum { POSITIONS = 12 };

/* Some bytes of a file, the first and the last among them. */
static size_t position(size_t i, size_t length)
{
	return i + 1 == POSITIONS ? length - 1 : i * length / POSITIONS;
}

static void flip(const struct world *w, const char *name)
{
	char *path = in_package(w, name);
	struct text bytes = { 0 };

	packages_read(path, &bytes);
	for (size_t i = 0; i < POSITIONS; i++) {
		size_t at = position(i, bytes.length);
		struct faults f = { 0 };
		char bit = (char)(1 << i % 8);

		bytes.bytes[at] ^= bit;
		write_file(path, &bytes);
		if (world_receive(w, w->package, &f) != RECEIVE_REFUSED)
			fail_msg("%s: bit %zu of byte %zu", name, i % 8, at);
		assert_true(f.count > 0);
		faults_done(&f);
		bytes.bytes[at] ^= bit;
	}
	write_file(path, &bytes);
	text_done(&bytes);
	free(path);
}

static void a_bit_of_any_file_is_seen(void **state)
{
	struct world *w = *state;
	char *before = world_hash(w), *after;
	struct grid *names = path_list(w->package, ".csv", NULL);

	assert_int_equal(grid_rows(names), 14);
	flip(w, "datapackage.json");
	for (size_t i = 0; i < grid_rows(names); i++) {
		struct text name = { 0 };

		text_addf(&name, "%s.csv", grid_get(names, i, 0));
		flip(w, text_get(&name));
		text_done(&name);
	}
	grid_free(names);
	after = world_hash(w);
	assert_string_equal(before, after);
	world_store(w, w->package);
	free(before);
	free(after);
}

/* ---- the folder ---- */

static void put_socket(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_true(fd >= 0 && strlen(path) < sizeof(address.sun_path));
	strcpy(address.sun_path, path);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	close(fd);
}

static void what_is_no_file_is_refused(void **state)
{
	struct world *w = *state;
	char *funding = in_package(w, "funding.csv"), *away = world_path(w, "away.csv");
	char *descriptor = in_package(w, "datapackage.json");
	char *kept = world_path(w, "kept.json");

	assert_int_equal(rename(funding, away), 0);
	assert_int_equal(mkdir(funding, 0700), 0);
	world_assert_refused(w, "a folder", "", "funding.csv: är inte en vanlig fil");
	assert_int_equal(rmdir(funding), 0);
	put_socket(funding);
	world_assert_refused(w, "a socket", "", "funding.csv: kan inte läsas");
	assert_int_equal(unlink(funding), 0);
	assert_int_equal(symlink("/dev/zero", funding), 0);
	world_assert_refused(w, "a device", "", "funding.csv: är en länk");
	assert_int_equal(unlink(funding), 0);
	assert_int_equal(symlink("datapackage.json", funding), 0);
	world_assert_refused(w, "a link within", "", "funding.csv: är en länk");
	assert_int_equal(unlink(funding), 0);
	assert_int_equal(rename(away, funding), 0);
	assert_int_equal(rename(descriptor, kept), 0);
	assert_int_equal(symlink(kept, descriptor), 0);
	world_assert_refused(w, "a link", "", "datapackage.json: är en länk");
	assert_int_equal(unlink(descriptor), 0);
	assert_int_equal(mkfifo(descriptor, 0600), 0);
	world_assert_refused(w, "a pipe", "", "datapackage.json: är inte en vanlig fil");
	assert_int_equal(unlink(descriptor), 0);
	assert_int_equal(rename(kept, descriptor), 0);
	world_store(w, w->package);
	free(funding);
	free(away);
	free(descriptor);
	free(kept);
}

static void the_folder_is_no_link(void **state)
{
	struct world *w = *state;
	char *link = world_path(w, "link"), *away = world_path(w, "away");

	assert_int_equal(symlink(w->package, link), 0);
	assert_int_equal(rename(w->package, away), 0);
	assert_int_equal(rename(link, w->package), 0);
	world_assert_refused(w, "a link to itself", "", "är inte en mapp");
	assert_int_equal(unlink(w->package), 0);
	assert_int_equal(symlink(away, w->package), 0);
	world_assert_refused(w, "a link", "", "är inte en mapp");
	assert_int_equal(unlink(w->package), 0);
	assert_int_equal(rename(away, w->package), 0);
	world_store(w, w->package);
	free(link);
	free(away);
}

static void many_files_are_refused(void **state)
{
	struct world *w = *state;

	for (int i = 0; i < 200; i++) {
		char name[32];
		char *path;
		struct text nothing = { 0 };

		snprintf(name, sizeof(name), "%d.csv", i);
		path = in_package(w, name);
		text_add(&nothing, "");
		write_file(path, &nothing);
		free(path);
		text_done(&nothing);
	}
	world_assert_refused(w, "200 files", "", "för många filer");
}

/* Each path that a descriptor must not name. */
static void paths_lead_nowhere_else(void **state)
{
	static const char *const paths[] = {
		"../funding.csv", "/etc/passwd", "./funding.csv", "a/../funding.csv",
		"funding.csv/", "..", ".", "", "funding", "FUNDING.CSV",
		"file:///etc/passwd", "https://example.org/funding.csv",
		"funding.csv\\u0000.txt", "datapackage.json",
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct text path = { 0 };
		char *said;

		text_addf(&path, "\"%s\"", paths[i]);
		packages_seal(w->package);
		packages_replace(w->package, "datapackage.json", "\"funding.csv\"",
				 text_get(&path), path.length);
		said = refusal(w);
		assert_says(said, "datapackage.json");
		free(said);
		text_done(&path);
	}
	packages_seal(w->package);
	world_store(w, w->package);
}

/* ---- sizes ---- */

/* Rows without end, of which the descriptor knows nothing. */
static void add_rows(const struct world *w, size_t count)
{
	char *path = in_package(w, "funding.csv");
	struct text bytes = { 0 };

	packages_read(path, &bytes);
	for (size_t i = 0; i < count; i++)
		text_add(&bytes, "2025,region,Region,cash,1,\r\n");
	write_file(path, &bytes);
	text_done(&bytes);
	free(path);
}

static long peak_kilobytes(void)
{
	struct rusage usage;

	assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
	return usage.ru_maxrss;
}

/* As a fault of one file and nothing else, soon, and without reading them all. */
static void rows_beyond_those_promised_are_not_read(void **state)
{
	struct world *w = *state;
	long before;
	clock_t began;
	char *said;

	add_rows(w, 2000000);
	packages_seal(w->package);
	said = refusal(w);
	assert_says(said, "datapackage.json:0:0: funding.csv: hash, bytes och x-rows");
	free(said);
	packages_replace(w->package, "datapackage.json", "\"x-rows\": 2000",
			 "\"x-rows\": 2, \"y-rows\": 2000", 27);
	before = peak_kilobytes();
	began = clock();
	said = refusal(w);
	assert_true(clock() - began < 2 * CLOCKS_PER_SEC);
	assert_true(peak_kilobytes() - before < 80000);
	assert_says(said, "funding.csv:");
	assert_says(said, ":0: filen har för många rader");
	free(said);
}

/* The ceiling is one of rows, whatever lines they have. */
static void as_many_rows_as_promised_are_read(void **state)
{
	static const char two[] = "a\n1\n\"2\n2\"\n\n", none[] = "a\n\n";
	struct faults f = { 0 };
	struct grid *g = csvfile_parse_rows("t.csv", two, strlen(two), 2, &f);

	(void)state;
	assert_int_equal(grid_rows(g), 2);
	grid_free(g);
	g = csvfile_parse_rows("t.csv", none, strlen(none), 0, &f);
	assert_int_equal(grid_rows(g), 0);
	grid_free(g);
	assert_null(csvfile_parse_rows("t.csv", two, strlen(two), 1, &f));
	assert_int_equal(f.count, 1);
	assert_int_equal(f.items[0].row, 3);
	faults_done(&f);
}

static void what_is_larger_than_promised_is_not_read(void **state)
{
	struct world *w = *state;
	char *path = in_package(w, "support.csv");
	long before = peak_kilobytes();

	/* A hole: it has no blocks on the disk. */
	assert_int_equal(truncate(path, (off_t)1 << 40), 0);
	world_assert_refused(w, "a terabyte", "support.csv:0:0", "1099511627776 byte");
	assert_true(peak_kilobytes() - before < 20000);
	free(path);
}

static void a_huge_field_or_row_is_refused(void **state)
{
	struct world *w = *state;
	struct text field = { 0 };

	text_add(&field, ",\"");
	for (int i = 0; i < 1 << 17; i++)
		text_add_char(&field, 'x');
	text_add(&field, "\",");
	packages_replace(w->package, "interventions.csv", ",individual,",
			 text_get(&field), field.length);
	packages_seal(w->package);
	world_assert_refused(w, "a field", "interventions.csv:", "fältet är för långt");
	for (int i = 0; i < 5; i++)
		packages_replace(w->package, "interventions.csv", "\"xxx",
				 text_get(&field) + 1, field.length - 3);
	for (int i = 0; i < 4; i++)
		packages_replace(w->package, "interventions.csv", "xxx",
				 text_get(&field) + 2, field.length - 4);
	packages_seal(w->package);
	world_assert_refused(w, "a row", "interventions.csv:", "raden är för lång");
	text_done(&field);
}

/* ---- no room ---- */

/* The disk as it were full after ever more pages: refused with a reason, as long as the
 * package does not fit, and nothing is changed. */
static void a_full_disk_changes_nothing(void **state)
{
	struct world *w = *state;
	long long pages = world_count(w->national, "PRAGMA page_count");
	enum receive_result result = RECEIVE_REFUSED;
	size_t refused = 0;

	for (long long most = pages; result == RECEIVE_REFUSED; most += 7) {
		char *before = world_hash(w), *after;
		struct faults f = { 0 };
		char limit[64];

		snprintf(limit, sizeof(limit), "PRAGMA max_page_count = %lld", most);
		assert_int_equal(world_count(w->national, limit), most);
		result = world_receive(w, w->package, &f);
		after = world_hash(w);
		if (result == RECEIVE_REFUSED) {
			refused++;
			assert_true(f.count > 0);
			assert_string_equal(before, after);
		}
		faults_done(&f);
		free(before);
		free(after);
	}
	assert_int_equal(result, RECEIVE_STORED);
	assert_true(refused > 3);
}

/* The same for who delivers. */
static void a_full_disk_delivers_nothing(void **state)
{
	struct world *w = *state;
	long long pages = world_count(w->local, "PRAGMA page_count");
	char *out = world_path(w, "full");
	const struct export_order order = { .year = YEAR - 1, .out = out };
	bool made = false;
	size_t refused = 0;

	for (long long most = pages; !made; most += 3) {
		struct export done;
		struct err e = { "" };
		char limit[64];

		snprintf(limit, sizeof(limit), "PRAGMA max_page_count = %lld", most);
		assert_int_equal(world_count(w->local, limit), most);
		made = export_write(w->local, &order, &done, &e);
		assert_int_equal(path_exists(done.folder), made);
		assert_int_equal(world_count(w->local, "SELECT count(*) FROM delivery"),
				 1 + made);
		assert_true(made || e.text[0]);
		refused += !made;
		export_done(&done);
	}
	assert_true(refused > 3);
	free(out);
}

/* ---- what stands in the rows ---- */

/* One change of the first row that has `from`, and the fault that it is. */
struct change {
	const char *file, *from, *to, *said;
};

static const struct change changes[] = {
	{ "memberships.csv", ",2017-01-01,\r\n", ",2017-01-01,2026-01-01\r\n",
	  "memberships.csv:2:3: 2026-01-01: ligger efter det levererade året" },
	{ "interventions.csv", ",volume,2018-01-01,,", ",volume,2018-01-01,2026-01-01,",
	  "interventions.csv:2:8: 2026-01-01: ligger efter det levererade året" },
	{ "interventions.csv", ",individual,", ",both,",
	  "interventions.csv:3:3: both: koden finns inte i listan kind" },
	{ "funding.csv", "2025,", "2024,", "funding.csv:2:1: 2024: ska vara 2025" },
	{ "participations.csv", ",2023-01-09,,", ",2026-01-09,,",
	  "participations.csv:2:7: 2026-01-09: ligger efter det levererade året" },
	{ "participations.csv", ",2514,", ",9999,",
	  "participations.csv:2:6: 9999: kommunen finns inte" },
	{ "support.csv", ",before,", ",during,",
	  "support.csv:2:2: during: koden finns inte i listan phase" },
	{ "occupation.csv", ",before,0,", ",before,yes,",
	  "occupation.csv:2:3: yes: ska vara 1 eller 0" },
	{ "cells.csv", ",total,11,18", ",total,eleven,18",
	  "cells.csv:2:4: eleven: ska vara ett heltal" },
};

/* All of them at once: each is told, whatever else is wrong. */
static void every_fault_is_told(void **state)
{
	struct world *w = *state;
	char *said;

	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
		packages_replace(w->package, changes[i].file, changes[i].from,
				 changes[i].to, strlen(changes[i].to));
	packages_replace(w->package, "admin_costs.csv", "kind", "kinds", 5);
	packages_replace(w->package, "anonymous.csv", "\r\n", "\r\n\"", 3);
	packages_seal(w->package);
	said = refusal(w);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
		assert_says(said, changes[i].said);
	assert_says(said, "admin_costs.csv:1:2: kolumnen ska heta kind");
	assert_says(said, "anonymous.csv:");
	free(said);
}

/* One of a row's fields cannot be without another; a file cannot be without its rows. */
static void rows_that_do_not_hang_together_are_told(void **state)
{
	static const char first[] = "demo-01GR0V1A00R36HHMRC2TYKSJ9R";
	struct world *w = *state;
	struct text row = { 0 };
	char *said;

	text_addf(&row, "%s,6,,2026-02-01\r\n%s,6,,\r\n", first, first);
	text_addf(&row, "%s,7,,\r\n", first);
	packages_add(w->package, "followups.csv", text_get(&row));
	text_clear(&row);
	text_add(&row, "R-1,participations,nobody,sex,\r\n");
	text_addf(&row, "R-1,nothing,%s,sex,\r\n", first);
	packages_add(w->package, "remarks.csv", text_get(&row));
	packages_seal(w->package);
	said = refusal(w);
	assert_says(said, "followups.csv:2:4: 2026-02-01: ligger efter det levererade");
	assert_says(said, "followups.csv:3:1:");
	assert_says(said, "followups.csv:4:2: 7: ska vara");
	assert_says(said, "nobody: raden finns inte i filen");
	assert_says(said, "nothing:");
	free(said);
	packages_add(w->package, "federation.csv", "demo,Två,2025,1,detailed,1,1,\r\n");
	packages_seal(w->package);
	world_assert_refused(w, "two federations", "federation.csv:0:0", "en enda rad");
	text_done(&row);
}

/* What a spreadsheet takes for a formula is a name like any other. */
static void formulas_are_texts(void **state)
{
	static const char name[] = "=HYPERLINK(\"\"x\"\")+'@";
	struct world *w = *state;
	char *path = in_package(w, "interventions.csv");
	struct text bytes = { 0 }, renamed = { 0 };
	const char *from, *to;

	packages_read(path, &bytes);
	from = strchr(strchr(text_get(&bytes), '\n'), ',') + 1;
	to = strchr(from, ',');
	text_add_part(&renamed, bytes.bytes, (size_t)(from - bytes.bytes));
	text_addf(&renamed, "\"%s\"%s", name, to);
	write_file(path, &renamed);
	packages_seal(w->package);
	world_store(w, w->package);
	assert_int_equal(world_count(w->national,
				     "SELECT count(*) FROM intervention "
				     "WHERE name = '=HYPERLINK(\"x\")+''@'"), 1);
	text_done(&bytes);
	text_done(&renamed);
	free(path);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, world_make, world_leave)

static const struct CMUnitTest all[] = {
	TEST(a_bit_of_any_file_is_seen),
	TEST(what_is_no_file_is_refused),
	TEST(the_folder_is_no_link),
	TEST(many_files_are_refused),
	TEST(paths_lead_nowhere_else),
	TEST(rows_beyond_those_promised_are_not_read),
	TEST(as_many_rows_as_promised_are_read),
	TEST(what_is_larger_than_promised_is_not_read),
	TEST(a_huge_field_or_row_is_refused),
	TEST(a_full_disk_changes_nothing),
	TEST(a_full_disk_delivers_nothing),
	TEST(every_fault_is_told),
	TEST(rows_that_do_not_hang_together_are_told),
	TEST(formulas_are_texts),
};

int main(void)
{
	return cmocka_run_group_tests(all, NULL, NULL);
}
