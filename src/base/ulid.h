/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ids that can be made anywhere and merged: 48 bits of time and 80 of chance, written
 * as 26 characters that sort by time.
 */
#ifndef SAMREG_BASE_ULID_H
#define SAMREG_BASE_ULID_H

/* Room for a ULID and its NUL. */
enum { ULID_SIZE = 27 };

/* Writes a new ULID and NUL; within one process each is larger than the one before. */
void ulid_new(char out[ULID_SIZE]);

/*
 * As ulid_new(), but from the caller's time (ms) and 10 bytes of chance: for demo data
 * that comes out the same for the same seed.
 */
void ulid_from(long long milliseconds, const unsigned char chance[10],
	       char out[ULID_SIZE]);

#endif
