/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of one delivery, whole and in memory: made from the register or taken out of
 * what it keeps, and written to a folder. Knows nothing of what stands in them.
 */
#ifndef SAMREG_APP_DELIVERY_FILES_H
#define SAMREG_APP_DELIVERY_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "base/text.h"
#include "model/package.h"

struct err;
struct json;

/* The descriptor has no rows and is not named in itself. */
#define DELIVERY_DESCRIPTOR "datapackage.json"

/* Identity numbers, sealed for one recipient: only when they are asked for. */
#define DELIVERY_IDENTITIES "identities.sealed"

struct delivery_file {
	char *name;                     /* support.csv */
	struct text bytes;
	size_t rows;                    /* without the head; of identities: inside */
	char hash[HASH_HEX_SIZE];       /* SHA-256 of the bytes */
};

/* All zero is valid and empty. */
struct delivery_files {
	struct delivery_file items[PACKAGE_FILES + 2];
	size_t count;
};

/* Adds a file: `name` is copied, `bytes` taken over. */
void delivery_files_add(struct delivery_files *f, const char *name, struct text *bytes,
			size_t rows);
void delivery_files_done(struct delivery_files *f);

/*
 * What a descriptor says last is the hash of itself, counted with zeros in the place of
 * that hash. The first adds the member, with the hash still to come, to an object; the
 * second fills it in, and the third tells whether it is right.
 */
void delivery_seal_add(struct json *j);
void delivery_seal_fill(struct text *descriptor);
bool delivery_seal_holds(const struct text *descriptor);

/* Where the folder of a delivery lies in `out`; the caller frees it. */
char *delivery_files_folder(const char *out, const char *federation, int year,
			    int revision) __attribute__((returns_nonnull));

/*
 * Writes all files into a new folder with a temporary name beside `folder`, synced; 0700
 * and 0600. Returns that name, for path_place_folder(), or NULL with nothing left behind;
 * the caller frees it.
 */
char *delivery_files_write(const struct delivery_files *f, const char *folder,
			   struct err *e);

#endif
