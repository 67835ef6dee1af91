/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a command line, sorted into options and operands after tables that say
 * which options there are. Knows no command.
 */
#ifndef SAMREG_CLI_ARGS_H
#define SAMREG_CLI_ARGS_H

#include <stdbool.h>
#include <stddef.h>

struct err;

/* One option. A table of them ends with a row without a name. */
struct arg_option {
	const char *name;     /* year for --year */
	char letter;          /* o for -o, 0 when there is none */
	bool repeats;
	const char *value;    /* what the help calls its value; NULL: it takes none */
	bool is_path;         /* which may be any bytes; other values are text */
	const char *help;
};

struct arg {
	const struct arg_option *option;
	const char *value;    /* "" when it takes none */
};

/* Embedded; all zero is valid and empty. The texts are those of the words. */
struct args {
	struct arg *items;
	size_t count, capacity;
	const char **operands;
	size_t operand_count, operand_capacity;
};

/* Frees what was sorted and leaves it empty. */
void args_done(struct args *a);

/*
 * Sorts the leading options of `words` (which end with NULL) after `tables` (which do
 * too) and sets `*used` to how many words they are; the next one is no option. False,
 * with what is wrong, for an option that is unknown, lacks its value, takes none or
 * comes twice without being one that repeats, and for a value that should be text but is
 * not UTF-8 or has control characters.
 */
bool args_parse_options(struct args *a, const struct arg_option *const *tables,
			const char *const *words, size_t *used, struct err *e)
	__attribute__((warn_unused_result));

/* As args_parse_options() for all words: what is no option is an operand, and so is all
 * that follows after "--". */
bool args_parse(struct args *a, const struct arg_option *const *tables,
		const char *const *words, struct err *e)
	__attribute__((warn_unused_result));

/* Whether the option was given. */
bool args_has(const struct args *a, const char *name);

/* The option's value, the latest one; NULL when it was not given. */
const char *args_value(const struct args *a, const char *name);

/* Value number `i`, from 0, of an option that repeats; NULL after the last. */
const char *args_value_at(const struct args *a, const char *name, size_t i);

/* A whole number from `least` to `most`. True when the option was not given, too, and
 * `*number` is then left as it is. */
bool args_number(const struct args *a, const char *name, long least, long most,
		 long *number, struct err *e) __attribute__((warn_unused_result));

#endif
