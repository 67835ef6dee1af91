/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chance that comes out the same for the same seed, on every machine: for made-up data
 * and tests. Guessable, hence never for keys or ids of real records.
 */
#ifndef SAMREG_BASE_RANDOM_H
#define SAMREG_BASE_RANDOM_H

#include <stdbool.h>
#include <stddef.h>

struct random {
	unsigned long long state;
};

/* Starts the sequence that belongs to the seed; every seed is as good. */
void random_seed(struct random *r, unsigned long long seed);

/* The next 64 bits. */
unsigned long long random_next(struct random *r);

/* A whole number from `low` to `high`, both included; low <= high. */
int random_between(struct random *r, int low, int high);

/* As random_between(), but the middle is more likely than the ends. */
int random_middling(struct random *r, int low, int high);

/* True in `percent` cases of 100. */
bool random_chance(struct random *r, int percent);

/* An index below `count`, in proportion to the weights, whose sum is positive. */
size_t random_pick(struct random *r, const unsigned *weights, size_t count);

/* Fills `out` with bytes. */
void random_bytes(struct random *r, unsigned char *out, size_t length);

#endif
