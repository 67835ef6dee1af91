/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers for given sums and percentages; see quota.h. */
#include "app/quota.h"

#include <assert.h>

enum {
	UNIT = 1000000, /* a person, while parts of persons are moved about */
	NEAR = UNIT / 100,
	ROUNDS = 5000,
};

long quota_percent(long n, long d)
{
	assert(n >= 0 && d > 0);
	return (200 * n + d) / (2 * d);
}

/* What is due to all up to and with each, rounded: the differences sum to the total. */
void quota_apportion(long total, const unsigned *weights, size_t count, long *out)
{
	long long sum = 0, until = 0;
	long given = 0;

	for (size_t i = 0; i < count; i++)
		sum += weights[i];
	assert(sum > 0);
	for (size_t i = 0; i < count; i++) {
		long due;

		until += weights[i];
		due = (long)((until * total * 2 + sum) / (2 * sum));
		out[i] = due - given;
		given = due;
	}
}

static bool is_among(unsigned cells, size_t i)
{
	return cells >> i & 1;
}

/*
 * By how much the share is too low or too high: it is to lie so far within what rounds to
 * its percentage that making its cells whole does not take it out again.
 */
static long long missing(const struct quota_cells *q, const long long *parts,
			 const struct quota_share *share)
{
	long long size = 0, sum = 0, margin = NEAR, low, high;

	for (size_t i = 0; i < q->count; i++) {
		if (!is_among(share->cells, i))
			continue;
		size += q->sizes[i];
		sum += parts[i];
		margin += UNIT / 2;
	}
	low = (2LL * share->percent - 1) * size * (UNIT / 200) + margin;
	high = (2LL * share->percent + 1) * size * (UNIT / 200) - margin;
	if (low > high)
		low = high = (low + high) / 2;
	if (sum < low)
		return low - sum;
	return sum > high ? high - sum : 0;
}

/* Moves the cells of the share by their sizes; whether that was next to nothing. */
static bool move(const struct quota_cells *q, long long *parts,
		 const struct quota_share *share)
{
	long long by = missing(q, parts, share), size = 0;

	for (size_t i = 0; i < q->count; i++)
		size += is_among(share->cells, i) ? q->sizes[i] : 0;
	for (size_t i = 0; by && size && i < q->count; i++)
		if (is_among(share->cells, i))
			parts[i] += by * q->sizes[i] / size;
	return by < NEAR && by > -NEAR;
}

static bool holds(const struct quota_cells *q, const struct quota_share *share)
{
	long size = 0, counted = 0;

	for (size_t i = 0; i < q->count; i++) {
		if (!is_among(share->cells, i))
			continue;
		size += q->sizes[i];
		counted += q->counted[i];
	}
	return size > 0 && quota_percent(counted, size) == share->percent;
}

static bool make_whole(struct quota_cells *q, const long long *parts)
{
	for (size_t i = 0; i < q->count; i++) {
		if (parts[i] < 0 || parts[i] > (long long)q->sizes[i] * UNIT)
			return false;
		q->counted[i] = (long)((parts[i] + UNIT / 2) / UNIT);
	}
	return true;
}

/* Each percentage leaves a slab of room; going from one to the next again and again ends
 * where they meet, if they do. */
bool quota_fit(struct quota_cells *cells, const struct quota_share *shares, size_t count)
{
	long long parts[QUOTA_MAX_CELLS];
	bool still = false;

	assert(cells->count <= QUOTA_MAX_CELLS);
	for (size_t i = 0; i < cells->count; i++)
		parts[i] = (long long)cells->counted[i] * UNIT;
	for (int round = 0; !still && round < ROUNDS; round++) {
		still = true;
		for (size_t i = 0; i < count; i++)
			still = move(cells, parts, &shares[i]) && still;
	}
	if (!make_whole(cells, parts))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!holds(cells, &shares[i]))
			return false;
	return true;
}
