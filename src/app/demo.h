/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Registers of made-up data, to look at, to practise on and to measure: a federation that
 * is believable in everything and exists in nothing. Marked as demo for good, without
 * identity numbers and names of persons.
 *
 * The same size, seed and year give the same tables to the byte; for the year that is
 * going on, the same day too. Content comes from data/demo.
 */
#ifndef SAMREG_APP_DEMO_H
#define SAMREG_APP_DEMO_H

#include <stdbool.h>
#include <stddef.h>

struct faults;

enum demo_size {
	DEMO_SMALL, /* 20 interventions, 300 participations: a federation as it may be */
	DEMO_LARGE, /* 1,000 and 25,000: as many as the country has, for measurements */
	DEMO_NATIONAL, /* 76 federations whose tables are those printed for the year */
	DEMO_SIZES,
};

struct demo_options {
	enum demo_size size;
	unsigned long long seed;
	int year; /* the last that is told; 0: the clock's, or the latest in print */
};

/* The size with this name on the command line: "small", "large", "national"; false, and
 * `*size` untouched, when there is none. */
bool demo_size_find(const char *name, enum demo_size *size)
	__attribute__((warn_unused_result));

/*
 * Creates the register file at `path` (as app_create()) and fills it; when the year was
 * left to it, it is told in `o`. Nothing happens in it after the end of the year or after
 * today. Refuses to overwrite, a year that has not begun and one before 2012; for the
 * national one, a year without printed tables. Nothing is left behind when it fails;
 * faults are in `f`.
 */
bool demo_create(const char *path, struct demo_options *o, struct faults *f)
	__attribute__((warn_unused_result));

#endif
