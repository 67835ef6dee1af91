/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of questions from the national follow-up that wait for an answer. Enter opens
 * the record; the answer is given on its field.
 */
#ifndef SAMREG_UI_QUERIES_VIEW_H
#define SAMREG_UI_QUERIES_VIEW_H

struct ui;

/* Opens the list. */
void queries_view_open(struct ui *ui);

#endif
