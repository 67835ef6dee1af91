/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that is wrong with something that was read, each with its place, so that
 * all faults are told at once. A single refusal is a struct err.
 */
#ifndef SAMREG_BASE_FAULTS_H
#define SAMREG_BASE_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

struct text;

struct fault {
	char *file;      /* "" when the fault has no file */
	size_t row;      /* 1 is the first line of the file; 0: the file as a whole */
	size_t column;   /* 1 is the first column; 0: the row as a whole */
	char *message;
};

/* Embedded; all zero is valid and empty. */
struct faults {
	struct fault *items;
	size_t count;
	size_t capacity;
};

/*
 * Adds a fault; the texts are copied, a message over 1 KB is cut at a whole character.
 * Always returns false: `return faults_add(...)`.
 */
bool faults_add(struct faults *f, const char *file, size_t row, size_t column,
		const char *format, ...) __attribute__((format(printf, 5, 6)));

/*
 * Adds all faults to `out`, a line each: "samreg: file:row:column: message", without
 * the control characters that a hostile file may have put there.
 */
void faults_print(const struct faults *f, struct text *out);

/* Frees the faults and leaves the list empty. */
void faults_done(struct faults *f);

#endif
