/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A delivery's datapackage.json: Data Package version 2, valid as version 1 too. Only for
 * app/export_files.
 */
#ifndef SAMREG_APP_EXPORT_DESCRIPTOR_H
#define SAMREG_APP_EXPORT_DESCRIPTOR_H

struct app;
struct delivery_files;
struct export_identity;
struct text;

/* Adds the descriptor of the delivery whose files these are, in the package's order and
 * perhaps identities.sealed after them. */
void export_descriptor(const struct app *a, const struct export_identity *identity,
		       const struct delivery_files *files, struct text *out);

#endif
