/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder that somebody else filled, read without trusting it: no symbolic link is
 * followed, no path leads out of it, only ordinary files are opened.
 */
#ifndef SAMREG_BASE_FOLDER_H
#define SAMREG_BASE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct grid;
struct text;

/* An open folder; the caller closes `fd` with folder_close(). */
struct folder {
	int fd;
	const char *path;       /* as it was given, for reasons */
};

/* Opens the folder, which must not itself be a symbolic link. `path` must outlive it. */
bool folder_open(struct folder *f, const char *path, struct err *e)
	__attribute__((warn_unused_result));
void folder_close(struct folder *f);

/*
 * The names in it, all of them but . and .., sorted by byte: a grid with the column name.
 * NULL, and a reason, when there are more than `most`. The caller frees it.
 */
struct grid *folder_list(const struct folder *f, size_t most, struct err *e);

/*
 * Adds the bytes of an ordinary file of at most `limit` bytes to `out`, or nothing.
 * `name` is a name, not a path: with a slash it is refused.
 */
bool folder_read(const struct folder *f, const char *name, size_t limit,
		 struct text *out, struct err *e) __attribute__((warn_unused_result));

/* How many bytes an ordinary file holds. `name` as for folder_read(). */
bool folder_size(const struct folder *f, const char *name, size_t *size, struct err *e)
	__attribute__((warn_unused_result));

#endif
