/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the fuzz targets share. A target is a file that defines fuzz_one(); it is
 * linked with clang's libFuzzer, which makes inputs up, and with replay.c, which gives it
 * the files of its corpus.
 */
#ifndef SAMREG_TESTS_FUZZ_H
#define SAMREG_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct app;
struct faults;
struct grid;

/* The target's own: gives the program one input; ends it when a promise is broken. */
void fuzz_one(const char *bytes, size_t size);

/* What libFuzzer, and replay.c, call. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Ends the program with the promise, unless it was kept. */
void fuzz_check(bool kept, const char *promise);

/* Ends the program unless there are faults just when something was refused, and nothing
 * in them can harm a terminal. Frees them. */
void fuzz_check_faults(struct faults *f, bool refused);

/* Ends the program unless both have the same columns and cells. */
void fuzz_check_same(const struct grid *a, const struct grid *b, const char *promise);

/* Ends the program when a row of the register refers to what is not there. */
void fuzz_check_references(struct app *a);

/* A folder for the target's files in HOME, made when it is first asked for. */
const char *fuzz_folder(void);

/* Writes a file into a folder, or removes all files of one. */
void fuzz_write(const char *folder, const char *name, const char *bytes, size_t length);
void fuzz_empty(const char *folder);

/* A new register in HOME, open: that of a federation, or without one a national. The
 * caller closes it. */
struct app *fuzz_register(const char *federation);

/* One of the files an input consists of: what follows a line "@@ NAME". */
struct fuzz_part {
	char name[40];
	const char *bytes;
	size_t length;
};

/* The parts of an input, at most `most`; what stands before the first is passed over, and
 * so are parts whose name could lead out of a folder. */
size_t fuzz_split(const char *bytes, size_t size, struct fuzz_part *parts, size_t most);

#endif
