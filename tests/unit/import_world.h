/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of lists from spreadsheets share: a register with an intervention, a
 * folder for files, and words for what a list is to say. For cmocka programs only.
 */
#ifndef SAMREG_TESTS_IMPORT_WORLD_H
#define SAMREG_TESTS_IMPORT_WORLD_H

#include <stddef.h>

struct app;
struct import_sheet;
struct text;

/* The files, in a folder that goes: the list, its annotated copy, the map. */
extern char import_list[64], import_copy[64], import_map[64];

/* A participation that nothing is said of; more headings and cells may follow. */
#define HEAD \
	"Insats;consent_given_on;covers_health_data;Startdatum;Kön;Födelseår;" \
	"education;support_duration;support_before_1;works;studies;seeks_work"
#define BODY \
	"Arbetsspåret;2025-01-10;Ja;2025-01-13;Kvinna;1979;" \
	"upper_secondary;up_to_3y;social_assistance;0;0;1"

/* Set-up and tear-down of a group, and of each test: `*state` is its register, with the
 * intervention Arbetsspåret. */
int import_make_folder(void **state);
int import_remove_folder(void **state);
int import_set_up(void **state);
int import_tear_down(void **state);

/* Writes the list, and the map unless it is NULL, and reads them; NULL with the faults,
 * "row:column message", added to `told`. */
struct import_sheet *import_open(struct app *a, const char *form, const char *bytes,
				 size_t length, const char *map, struct text *told);

/* As import_open() of a text, tried; fails the test when that cannot be done. */
struct import_sheet *import_try(struct app *a, const char *form, const char *list,
				const char *map);

/* Fails unless a list of parties is refused with these faults. */
void import_assert_refused(struct app *a, const char *list, const char *map,
			   const char *expected);

/* Fails unless this is said: a line for each remark, "3B E R-101 message". */
void import_assert_says(struct app *a, const char *form, const char *list,
			const char *map, const char *expected);

/* Tries and stores a list; fails the test, with the remarks, when it is not stored. */
void import_store(struct app *a, const char *form, const char *list, const char *map);

/* Fails unless the question has this answer. */
void import_assert_holds(struct app *a, const char *sql, const char *expected);

#endif
