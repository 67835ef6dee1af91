/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Brings code lists, counties and municipalities from the data files into a register,
 * so that its foreign keys hold and its tables can be read on their own.
 */
#ifndef SAMREG_APP_REFERENCE_DATA_H
#define SAMREG_APP_REFERENCE_DATA_H

#include <stdbool.h>

struct catalog;
struct db;
struct err;

/* Writes only what differs; cheap enough for every start. */
bool reference_data_update(const struct catalog *c, struct db *db, struct err *e)
	__attribute__((warn_unused_result));

#endif
