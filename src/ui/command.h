/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything a person can tell the program to do with a key: one list, from which the
 * bindings, the key bar, the help screen and the manual derive. Knows no view.
 */
#ifndef SAMREG_UI_COMMAND_H
#define SAMREG_UI_COMMAND_H

#include "base/lang.h"

/*
 * X(id, name, group, keys, help). Keys are named as key_parse() wants them, the one the
 * key bar shows first; "" when every view chooses its own. Help is what the command
 * does, in the infinitive.
 */
#define COMMANDS(X) \
	X(HELP, "help", GENERAL, "F1 Ctrl-G", N_("Visa hjälp")) \
	X(CLOSE, "close", GENERAL, "F10 Ctrl-Q", N_("Stänga bilden eller avsluta")) \
	X(ESCAPE, "escape", GENERAL, "Esc", N_("Ett steg tillbaka")) \
	X(INTERRUPT, "interrupt", GENERAL, "Ctrl-C", N_("Visa hur man avslutar")) \
	X(LANGUAGE, "language", GENERAL, "Ctrl-B", \
	  N_("Växla mellan svenska och engelska")) \
	X(REDRAW, "redraw", GENERAL, "Ctrl-L", N_("Rita om skärmen")) \
	X(UP, "up", MOVING, "Up k", N_("Raden ovanför")) \
	X(DOWN, "down", MOVING, "Down j", N_("Raden under")) \
	X(LEFT, "left", MOVING, "Left", N_("Åt vänster")) \
	X(RIGHT, "right", MOVING, "Right", N_("Åt höger")) \
	X(PAGE_UP, "page-up", MOVING, "PgUp", N_("En sida upp")) \
	X(PAGE_DOWN, "page-down", MOVING, "PgDn", N_("En sida ned")) \
	X(FIRST, "first", MOVING, "Home g", N_("Första raden")) \
	X(LAST, "last", MOVING, "End G", N_("Sista raden")) \
	X(NEXT_FIELD, "next-field", ENTRY, "Tab Enter Down", \
	  N_("Godta värdet och gå till nästa fält")) \
	X(ACCEPT, "accept", ENTRY, "Tab Enter", \
	  N_("Godta värdet, om fältet inte redan gått vidare")) \
	X(PREVIOUS_FIELD, "previous-field", ENTRY, "Shift-Tab Up", N_("Föregående fält"))\
	X(NEXT_SECTION, "next-section", ENTRY, "PgDn", N_("Nästa avsnitt")) \
	X(PREVIOUS_SECTION, "previous-section", ENTRY, "PgUp", N_("Föregående avsnitt")) \
	X(GOTO_FIELD, "goto-field", ENTRY, "F4 Ctrl-T", \
	  N_("Gå till ett fält med en del av dess namn")) \
	X(SAME_AS_PREVIOUS, "same-as-previous", ENTRY, "F5 Ctrl-D", \
	  N_("Samma värde som i förra posten")) \
	X(FILL_FROM_PREVIOUS, "fill-from-previous", ENTRY, "F6", \
	  N_("Fylla alla tomma fält från förra posten")) \
	X(PICK, "pick", ENTRY, "F9 Ctrl-O", N_("Välja ur lista")) \
	X(REVEAL, "reveal", ENTRY, "Ctrl-V", N_("Visa personnumret")) \
	X(NOTE, "note", ENTRY, "F12 Ctrl-K", \
	  N_("Anteckning, uppföljningsmärke och fältets historik")) \
	X(RESTORE, "restore", ENTRY, "Ctrl-R", N_("Värdet som fältet hade från början")) \
	X(NEXT_FINDING, "next-finding", ENTRY, "Ctrl-W", N_("Nästa fynd i posten")) \
	X(OVERRULE, "overrule", ENTRY, "Ctrl-E", N_("Godkänna varningen med ett skäl")) \
	X(ADD_ROW, "add-row", ENTRY, "Ctrl-A", N_("Lägga till en rad")) \
	X(REMOVE_ROW, "remove-row", ENTRY, "Ctrl-X", N_("Ta bort raden")) \
	X(SAVE, "save", RECORD, "F2 Ctrl-S", N_("Spara")) \
	X(NEW, "new", RECORD, "Ctrl-N Ins", N_("Ny post")) \
	X(PREVIOUS_RECORD, "previous-record", RECORD, "F7", N_("Föregående post")) \
	X(NEXT_RECORD, "next-record", RECORD, "F8", N_("Nästa post")) \
	X(UNDO, "undo", RECORD, "Ctrl-Z", N_("Ångra")) \
	X(REDO, "redo", RECORD, "Ctrl-Y", N_("Göra om det ångrade")) \
	X(END_PARTICIPATION, "end-participation", RECORD, "a", \
	  N_("Avsluta deltagandet")) \
	X(EDIT, "edit", RECORD, "e", N_("Ändra uppgifterna")) \
	X(YEAR_FIGURES, "year-figures", RECORD, "y", N_("Årets plan och pengar")) \
	X(VOLUME, "volume", RECORD, "v", N_("Årets antal i en volyminsats")) \
	X(ANONYMOUS, "anonymous", RECORD, "n", N_("Årets anonyma deltagare")) \
	X(PARTICIPATIONS, "participations", RECORD, "p", N_("Insatsens deltagare")) \
	X(OPEN, "open", LIST, "Enter", N_("Öppna")) \
	X(GO, "go", LIST, "1 2 3 4 5 6 7 8 9", N_("Öppna bilden med den siffran")) \
	X(CHOOSE, "choose", LIST, "Enter Tab", N_("Välja raden")) \
	X(FIND, "find", LIST, "F3 Ctrl-F /", N_("Söka eller filtrera")) \
	X(SORT, "sort", LIST, "s", N_("Sortera")) \
	X(COLUMNS, "columns", LIST, "c", N_("Välja kolumner")) \
	X(FREQUENCIES, "frequencies", LIST, "f", N_("Fördelning av en kolumn")) \
	X(MARK, "mark", LIST, "Space", N_("Markera raden")) \
	X(DELETE, "delete", LIST, "Del", N_("Ta bort")) \
	X(DONE, "done", LIST, "F2 Tab", N_("Klar")) \
	X(YEAR_BACK, "year-back", TABLE, "-", N_("Året före")) \
	X(YEAR_FORWARD, "year-forward", TABLE, "+", N_("Året efter")) \
	X(TABLES, "tables", TABLE, "t", N_("Välja tabell")) \
	X(DIAGRAM, "diagram", TABLE, "d", N_("Visa som diagram")) \
	X(PROTECT, "protect", TABLE, "p", N_("Skydda små tal")) \
	X(BESIDE, "beside", TABLE, "v", N_("Växla vad som står bredvid")) \
	X(SCOPE, "scope", TABLE, "l", N_("Välja län eller förbund")) \
	X(FUNDS, "funds", TABLE, "m", N_("Förbundets medel, kostnader och resultat")) \
	X(LEFT_OUT, "left-out", TABLE, "u", N_("Visa utkasten, som inte räknas")) \
	X(EXPORT, "export", TABLE, "e w", N_("Skriva till fil")) \
	X(DELIVER, "deliver", DELIVERY, "l", N_("Skapa leveransen")) \
	X(CHECK, "check", DELIVERY, "r", N_("Kontrollera årets uppgifter")) \
	X(LEVEL, "level", DELIVERY, "n", N_("Välja nivå: detaljer eller bara antal")) \
	X(FOLDER, "folder", DELIVERY, "m", N_("Välja mapp")) \
	X(UNLOCK, "unlock", DELIVERY, "u", N_("Låsa upp året")) \
	X(WRITE_AGAIN, "write-again", DELIVERY, "v", N_("Skriva leveransen igen"))

enum command {
	COMMAND_NONE,
#define X(id, name, group, keys, help) COMMAND_##id,
	COMMANDS(X)
#undef X
	COMMAND_COUNT
};

/* Under which heading a command stands in the help. */
enum command_group {
	GROUP_GENERAL,
	GROUP_MOVING,
	GROUP_ENTRY,
	GROUP_RECORD,
	GROUP_LIST,
	GROUP_TABLE,
	GROUP_DELIVERY,
	GROUP_COUNT
};

struct command_row {
	const char *name;
	enum command_group group;
	const char *keys;
	const char *help;    /* a msgid */
};

/* The command's row; `command` is not COMMAND_NONE. */
const struct command_row *command_get(enum command command)
	__attribute__((returns_nonnull));

/* The group's heading, a msgid. */
const char *command_group_heading(enum command_group group)
	__attribute__((returns_nonnull));

#endif
