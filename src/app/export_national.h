/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Deliveries of the federations of a national register, as another national register can
 * receive them: what was received, passed on, or what was made up in a demo. Nothing is
 * kept of them in the register, and no year is locked.
 *
 * The register is checked and counted once for all of them; then they are written one at
 * a time, so that one can stop between two.
 */
#ifndef SAMREG_APP_EXPORT_NATIONAL_H
#define SAMREG_APP_EXPORT_NATIONAL_H

#include <stdbool.h>
#include <stddef.h>

#include "app/export.h"

struct app;
struct err;

struct export_national;

/*
 * Makes ready for the deliveries of the order's year: those of all federations that have
 * one, or of one (by its code). Until it is closed nobody else can change the register.
 * NULL, with a reason, in a register that is not national and when there is nothing to
 * deliver; the caller closes it.
 */
struct export_national *export_national_open(struct app *a,
					     const struct export_order *order,
					     const char *federation, struct err *e);
void export_national_close(struct export_national *x);

/* How many deliveries there are, and whose. */
size_t export_national_count(const struct export_national *x);
const char *export_national_federation(const struct export_national *x, size_t i)
	__attribute__((returns_nonnull));

/*
 * Writes a delivery, as export_write() does its folder: whole and synced or not at all.
 * It has the revision in which it was received, 1 in a demo, and numbers only when no
 * more was received. The caller calls export_done(), after a failure too, and before the
 * close.
 */
bool export_national_write(struct export_national *x, size_t i, struct export *done,
			   struct err *e) __attribute__((warn_unused_result));

#endif
