/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chance from a seed; see random.h. The generator is SplitMix64 (Steele, Lea, Flood:
 * Fast splittable pseudorandom number generators, 2014): a counter and a mixing of it.
 */
#include "base/random.h"

#include <assert.h>

void random_seed(struct random *r, unsigned long long seed)
{
	r->state = seed;
}

unsigned long long random_next(struct random *r)
{
	unsigned long long z;

	/* unsigned long long may be wider than the sequence. */
	r->state = (r->state + 0x9E3779B97F4A7C15ULL) & 0xFFFFFFFFFFFFFFFFULL;
	z = r->state;
	z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL) & 0xFFFFFFFFFFFFFFFFULL;
	z = ((z ^ z >> 27) * 0x94D049BB133111EBULL) & 0xFFFFFFFFFFFFFFFFULL;
	return z ^ z >> 31;
}

/* Below `limit`, without favour: the upper bits times the limit. */
static unsigned long long below(struct random *r, unsigned long long limit)
{
	assert(limit > 0 && limit <= 0xFFFFFFFFULL);
	return (random_next(r) >> 32) * limit >> 32;
}

int random_between(struct random *r, int low, int high)
{
	assert(low <= high);
	return low + (int)below(r, (unsigned long long)((long long)high - low) + 1);
}

int random_middling(struct random *r, int low, int high)
{
	int middle = low + (high - low) / 2;

	return random_between(r, low, middle) + random_between(r, 0, high - middle);
}

bool random_chance(struct random *r, int percent)
{
	return random_between(r, 1, 100) <= percent;
}

size_t random_pick(struct random *r, const unsigned *weights, size_t count)
{
	unsigned long long sum = 0, at;
	size_t i = 0;

	for (size_t k = 0; k < count; k++)
		sum += weights[k];
	at = below(r, sum);
	while (at >= weights[i])
		at -= weights[i++];
	return i;
}

void random_bytes(struct random *r, unsigned char *out, size_t length)
{
	unsigned long long bits = 0;

	for (size_t i = 0; i < length; i++) {
		bits = i % 8 ? bits >> 8 : random_next(r);
		out[i] = (unsigned char)(bits & 0xFF);
	}
}
