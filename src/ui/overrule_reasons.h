/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reasons a warning can be overruled with: the usual ones, those already given in the
 * same year, and to type another. Knows neither the warning nor what comes of it.
 */
#ifndef SAMREG_UI_OVERRULE_REASONS_H
#define SAMREG_UI_OVERRULE_REASONS_H

#include "ui/picklist.h"

struct check;
struct ui;

/* Opens the list over the view on top; `done` is given the code of a reason. */
void overrule_reasons_ask(struct ui *ui, const struct check *check, picklist_done *done);

/* The reason with the code, in the language now spoken; NULL: another is to be typed.
 * The check is the one that was asked with. The caller frees it. */
char *overrule_reasons_get(const struct check *check, const char *code);

#endif
