/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids that can be made anywhere and merged; see ulid.h. */
#include "base/ulid.h"

#include <stddef.h>
#include <string.h>
#include <sys/random.h>

#include "base/clock.h"
#include "base/lang.h"
#include "base/mem.h"

/* Crockford's base 32: no I, L, O or U, so that an id can be read aloud. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void ulid_from(long long milliseconds, const unsigned char chance[10],
	       char out[ULID_SIZE])
{
	unsigned bits = 0, value = 0;
	size_t at = 10;

	for (int i = 9; i >= 0; i--) {
		out[i] = alphabet[milliseconds & 31];
		milliseconds >>= 5;
	}
	for (size_t i = 0; i < 10; i++) {
		value = value << 8 | chance[i];
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			out[at++] = alphabet[value >> bits & 31];
		}
	}
	out[at] = '\0';
}

static void count_up(unsigned char chance[10])
{
	for (int i = 9; i >= 0; i--)
		if (++chance[i])
			return;
}

void ulid_new(char out[ULID_SIZE])
{
	static long long latest = -1;
	static unsigned char chance[10];
	long long now = clock_milliseconds();

	if (now > latest) {
		latest = now;
		if (getentropy(chance, sizeof(chance)))
			mem_die(_("systemet ger inga slumptal"));
		chance[0] &= 0x7F;   /* room to count up */
	} else {
		count_up(chance);
	}
	ulid_from(latest, chance, out);
}
