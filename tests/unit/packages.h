/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Deliveries as somebody makes them who means harm: changed, and with a descriptor that
 * goes with the change. For cmocka programs only: what cannot be done fails the test.
 */
#ifndef SAMREG_TESTS_PACKAGES_H
#define SAMREG_TESTS_PACKAGES_H

#include <stddef.h>

struct text;

/* Adds the bytes of a file to `out`. */
void packages_read(const char *path, struct text *out);

/* Writes the folder's descriptor anew. */
void packages_seal(const char *folder);

/* Puts `length` bytes of `to` in the place of the first `from` in a file. */
void packages_replace(const char *folder, const char *file, const char *from,
		      const char *to, size_t length);

/* Adds lines to the end of a file of the folder. */
void packages_add(const char *folder, const char *file, const char *lines);

#endif
