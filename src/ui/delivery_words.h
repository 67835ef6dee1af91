/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where deliveries are written. */
#ifndef SAMREG_UI_DELIVERY_WORDS_H
#define SAMREG_UI_DELIVERY_WORDS_H

struct text;
struct ui;

/* Adds the folder where deliveries were written last, or the usual one. */
void delivery_add_folder(struct ui *ui, struct text *out);

/* Remembers where one was written; what can't be kept is not missed. */
void delivery_keep_folder(struct ui *ui, const char *folder);

/* Adds what was typed as a folder, "~" being the user's own. */
void delivery_add_typed(struct text *out, const char *typed);

#endif
