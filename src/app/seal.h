/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sealing of personal identity numbers: in the register by a key of its own, which lies
 * in a file beside it and never in it, and for a recipient by his public key. The only
 * file that knows libsodium's ciphers; knows nothing of registers.
 *
 * From the register's key come four others: one that seals numbers (XChaCha20-Poly1305,
 * the person's id as additional data, so that a seal moved to another person does not
 * open), one that seals what is being keyed, one that makes what numbers are found by
 * (BLAKE2b), and the key's mark.
 */
#ifndef SAMREG_APP_SEAL_H
#define SAMREG_APP_SEAL_H

#include <stdbool.h>
#include <stddef.h>

#include "model/identity_number.h"

struct err;
struct text;

enum {
	SEAL_LOOKUP_SIZE = 32,
	SEAL_NUMBER_SIZE = 24 + (IDENTITY_NUMBER_SIZE - 1) + 16,
	SEAL_MARK_SIZE = 33,    /* with a NUL */
	/* What is being keyed may be wrong, and longer than a number; then as base64. */
	SEAL_TYPED_SIZE = 32, SEAL_KEYED_SIZE = 97,
};

/* The keys of a register, in memory that is locked and wiped. */
struct seal;

/* Makes a register's key in the new file, 0600. Refuses a file that exists. */
bool seal_make_key(const char *file, struct err *e) __attribute__((warn_unused_result));

/*
 * Reads a register's key. NULL when the file is missing, is none, or can be read by
 * others than its owner. From now on the process leaves no core dump. The caller closes.
 */
struct seal *seal_open(const char *file, struct err *e);
void seal_close(struct seal *s);

/* Writes the key's mark, hexadecimal: which key it is, and nothing about it. */
void seal_print_mark(const struct seal *s, char out[SEAL_MARK_SIZE]);

/* Seals the 12 digits of the person; each time the bytes are others. */
void seal_number(const struct seal *s, const char *person,
		 const char digits[IDENTITY_NUMBER_SIZE],
		 unsigned char out[SEAL_NUMBER_SIZE]);

/* Opens a seal. False, and nothing in `digits`, when it is not this person's, not of this
 * key, or was changed. The caller wipes the digits. */
bool seal_open_number(const struct seal *s, const char *person, const void *sealed,
		      size_t length, char digits[IDENTITY_NUMBER_SIZE])
	__attribute__((warn_unused_result));

/* Writes what the number is found by without opening seals: the same each time. */
void seal_look_up(const struct seal *s, const char digits[IDENTITY_NUMBER_SIZE],
		  unsigned char out[SEAL_LOOKUP_SIZE]);

/* Seals what was typed for a number, right or wrong, the rest of `typed` being NULs; and
 * opens it. False, and nothing in `typed`, when it is not of this key or was changed. */
void seal_keyed(const struct seal *s, const char typed[SEAL_TYPED_SIZE],
		char out[SEAL_KEYED_SIZE]);
bool seal_open_keyed(const struct seal *s, const char *sealed,
		     char typed[SEAL_TYPED_SIZE]) __attribute__((warn_unused_result));

/* Room for secrets, locked in memory, wiped when it is freed. */
char *seal_room(size_t size) __attribute__((returns_nonnull));
void seal_free_room(char *room);

/* Makes a recipient's keys: NAME.public, to be given to senders, and NAME.private, 0600.
 * Refuses when one of the files exists; makes both or none. */
bool seal_make_pair(const char *name, struct err *e) __attribute__((warn_unused_result));

/* Adds the bytes, sealed for who has the private key to this public one, to `out`: lines
 * of base64. */
bool seal_for(const char *public_file, const char *bytes, size_t length, struct text *out,
	      struct err *e) __attribute__((warn_unused_result));

/*
 * Opens what seal_for() sealed: `*opened` is a new seal_room() with `*length` bytes, for
 * the caller to free. `name` is what reasons call the sealed text.
 */
bool seal_open_for(const char *private_file, const char *name, const struct text *sealed,
		   char **opened, size_t *length, struct err *e)
	__attribute__((warn_unused_result));

#endif
