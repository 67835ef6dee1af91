/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Receipts for deliveries: what the national follow-up wrote when it received one
 * (app/receive), read in the register that made it. A receipt is believed only when
 * every hash in it is that of the delivery as it was kept.
 */
#ifndef SAMREG_APP_RECEIPTS_H
#define SAMREG_APP_RECEIPTS_H

#include <stdbool.h>

#include "base/clock.h"

struct app;
struct faults;

enum receipts_result {
	RECEIPTS_NOTED,
	RECEIPTS_KNOWN,         /* one was noted before; nothing is changed */
	RECEIPTS_REFUSED,       /* and nothing is changed */
};

/* What a receipt told. */
struct receipts_told {
	int year, revision;
	long long warnings;     /* of rules, that nobody had overruled */
	char received[CLOCK_SIZE];
};

/*
 * Notes the delivery as received by the receipt in the file. Refused, with every fault
 * in `f`, when it is no receipt, or one of another federation or another delivery.
 */
enum receipts_result receipts_take(struct app *a, const char *path,
				   struct receipts_told *told, struct faults *f);

#endif
