/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The simple list of a form's records: member municipalities, parties.
 */
#ifndef SAMREG_UI_RECORDS_VIEW_H
#define SAMREG_UI_RECORDS_VIEW_H

struct ui;

/* Opens the list of the records of the form membership or party. */
void records_view_open(struct ui *ui, const char *form);

#endif
