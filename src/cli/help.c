/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What --help shows; see help.h. */
#include "cli/help.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/command.h"

enum {
	HELP_WIDTH = 79,
	HELP_INDENT = 2,
	HELP_COLUMN = 24,     /* where explanations begin */
};

static void add_blanks(struct text *out, int count)
{
	while (count-- > 0)
		text_add_char(out, ' ');
}

/*
 * Adds the text word by word, in lines that begin in column `indent`; the current one
 * stands at `column`. Ends the last line.
 */
static void add_wrapped(struct text *out, const char *text, int column, int indent)
{
	const char *word;
	size_t length;
	struct text one = { 0 };

	while ((word = text_next_word(&text, &length))) {
		int width;

		text_clear(&one);
		text_add_part(&one, word, length);
		width = utf8_width(text_get(&one));
		if (column + 1 + width > HELP_WIDTH && column > indent) {
			text_add_char(out, '\n');
			column = 0;
		} else if (column > indent) {
			text_add_char(out, ' ');
			column++;
		}
		if (column < indent) {
			add_blanks(out, indent - column);
			column = indent;
		}
		text_add(out, text_get(&one));
		column += width;
	}
	text_add_char(out, '\n');
	text_done(&one);
}

/* A term at the left, its explanation at the right, below when the term is long. */
static void add_explained(struct text *out, const char *term, const char *explanation)
{
	int width = HELP_INDENT + utf8_width(term);

	add_blanks(out, HELP_INDENT);
	text_add(out, term);
	if (width + 2 > HELP_COLUMN) {
		text_add_char(out, '\n');
		width = 0;
	}
	add_wrapped(out, explanation, width, HELP_COLUMN);
}

static void add_options(struct text *out, const struct arg_option *options)
{
	struct text term = { 0 };

	for (const struct arg_option *o = options; o->name; o++) {
		text_clear(&term);
		if (o->letter)
			text_addf(&term, "-%c, ", o->letter);
		text_addf(&term, "--%s", o->name);
		if (o->value)
			text_addf(&term, " %s", _(o->value));
		if (o->repeats)
			text_add(&term, " ...");
		add_explained(out, text_get(&term), _(o->help));
	}
	text_done(&term);
}

void help_add_program(struct text *out)
{
	add_wrapped(out, _("Användning: samreg [--db FIL] [--lang sv|en] [KOMMANDO] "
			   "[FLAGGA]..."), 0, 0);
	text_add_char(out, '\n');
	add_wrapped(out, _("Register för samordningsförbund. Utan kommando startar "
			   "terminalprogrammet."), 0, 0);
	text_addf(out, "\n%s\n", _("Kommandon:"));
	for (size_t i = 0; i < command_count(); i++)
		add_explained(out, command_at(i)->name, _(command_at(i)->summary));
	text_addf(out, "\n%s\n", _("Gemensamma flaggor:"));
	add_options(out, command_general);
	text_add_char(out, '\n');
	add_wrapped(out, _("”samreg KOMMANDO --help” visar kommandots flaggor."), 0, 0);
	add_wrapped(out, _("Slutstatus: 0 utfört, 1 avvisat eller fel funna, 2 fel i "
			   "kommandoraden."), 0, 0);
}

void help_add_command(struct text *out, const struct command *command)
{
	const char *notes = command->notes[0] ? _(command->notes) : "";
	struct text usage = { 0 };

	text_addf(&usage, _("Användning: samreg %s [FLAGGA]..."), command->name);
	if (command->operand[0])
		text_addf(&usage, " [%s]", _(command->operand));
	add_wrapped(out, text_get(&usage), 0, 0);
	text_clear(&usage);
	text_addf(&usage, "samreg %s %s.", command->name, _(command->summary));
	text_add_char(out, '\n');
	add_wrapped(out, text_get(&usage), 0, 0);
	if (command->options->name) {
		text_addf(out, "\n%s\n", _("Flaggor:"));
		add_options(out, command->options);
	}
	text_addf(out, "\n%s\n", _("Gemensamma flaggor:"));
	add_options(out, command_general);
	if (notes[0]) {
		text_add_char(out, '\n');
		add_wrapped(out, notes, 0, 0);
	}
	text_done(&usage);
}
