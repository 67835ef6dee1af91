/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things lie on the disk, and reading and writing them whole. Files the program
 * makes are 0600 and folders 0700: personal data of vulnerable people.
 */
#ifndef SAMREG_BASE_PATH_H
#define SAMREG_BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct grid;
struct text;

/*
 * Finds the program's data (forms/, data/): $SAMREG_DATA, else the source tree when the
 * program runs from its build tree, else where it is installed. Call once at start with
 * argv[0].
 */
void path_init(const char *program);

/* The path of a data file, "forms/index.csv" for example; the caller frees it. */
char *path_data(const char *relative) __attribute__((returns_nonnull));

/* The folder of the message catalogues; valid as long as the program runs. */
const char *path_locale(void) __attribute__((returns_nonnull));

/* The register when nobody names one: $SAMREG_DB, else $XDG_DATA_HOME (or
 * ~/.local/share)/samreg/register.db; the caller frees it. */
char *path_register(void) __attribute__((returns_nonnull));

/* The key to a register's identity numbers: $SAMREG_KEY, else the register's path and
 * .key; the caller frees it. */
char *path_key(const char *register_path) __attribute__((returns_nonnull));

/* "a/b"; the caller frees it. */
char *path_join(const char *folder, const char *name) __attribute__((returns_nonnull));

/* Is there a file or folder of this name? */
bool path_exists(const char *path);

/*
 * The names in a folder that end with `ending`, without it, sorted by byte: a grid with
 * the column name. NULL when the folder cannot be read; the caller frees it.
 */
struct grid *path_list(const char *folder, const char *ending, struct err *e);

/* Makes the folder and those above it that are missing, 0700. */
bool path_make_folder(const char *path, struct err *e)
	__attribute__((warn_unused_result));

/* Makes the folder a file lies in. */
bool path_make_folder_of(const char *file, struct err *e)
	__attribute__((warn_unused_result));

/* Reads a regular file of at most `limit` bytes and adds it, or nothing, to `out`. */
bool path_read(const char *path, size_t limit, struct text *out, struct err *e)
	__attribute__((warn_unused_result));

/*
 * Writes the bytes to a new file beside `path`, syncs it and renames it into place, so
 * that there is the old file or the new one and never half of it. 0600. A device or a
 * pipe is written to instead.
 */
bool path_write(const char *path, const char *bytes, size_t length, struct err *e)
	__attribute__((warn_unused_result));

/* Whether both names are of one file that is there. */
bool path_is_same(const char *a, const char *b);

/* As path_write(), but refuses a file that exists. */
bool path_write_new(const char *path, const char *bytes, size_t length, struct err *e)
	__attribute__((warn_unused_result));

/*
 * For a folder that must exist whole or not at all: makes an empty one, 0700, with a
 * temporary and hidden name beside `path`. What was left there under such a name for the
 * same path, by somebody who was cut off, is removed: no two may make it at a time. NULL
 * on failure; the caller frees the name.
 */
char *path_make_beside(const char *path, struct err *e);

/* Syncs that folder and renames it to `path`, where nothing may be. */
bool path_place_folder(const char *temporary, const char *path, struct err *e)
	__attribute__((warn_unused_result));

/* Removes the folder and the files in it; what can't be removed stays. */
void path_remove_folder(const char *folder);

#endif
