/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a command line; see args.h. */
#include "cli/args.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/near.h"

void args_done(struct args *a)
{
	free(a->items);
	free(a->operands);
	*a = (struct args){ 0 };
}

static bool is_option(const char *word)
{
	return word[0] == '-' && word[1] != '\0';
}

/* The option whose name is the first `length` bytes of `name`. */
static const struct arg_option *find_long(const struct arg_option *const *tables,
					  const char *name, size_t length)
{
	for (; *tables; tables++)
		for (const struct arg_option *o = *tables; o->name; o++)
			if (strlen(o->name) == length && !memcmp(o->name, name, length))
				return o;
	return NULL;
}

static const struct arg_option *find_short(const struct arg_option *const *tables,
					   char letter)
{
	for (; *tables; tables++)
		for (const struct arg_option *o = *tables; o->name; o++)
			if (o->letter && o->letter == letter)
				return o;
	return NULL;
}

static bool refuse_unknown(const struct arg_option *const *tables, const char *word,
			   struct err *e)
{
	char *name = mem_text_part(word, strcspn(word, "="));
	struct near near;
	struct text hint = { 0 };

	near_init(&near, name + strspn(name, "-"));
	for (; *tables; tables++)
		for (const struct arg_option *o = *tables; o->name; o++)
			near_try(&near, o->name);
	near_add_question(&near, "--", &hint);
	err_set(e, _("%s: okänd flagga%s"), name, text_get(&hint));
	near_done(&near);
	text_done(&hint);
	free(name);
	return false;
}

static bool check_text(const struct arg_option *option, const char *value, struct err *e)
{
	if (!utf8_is_valid(value, strlen(value)))
		return err_set(e, _("--%s: är inte skrivet i UTF-8"), option->name);
	for (const unsigned char *at = (const unsigned char *)value; *at; at++)
		if (*at < 0x20 || *at == 0x7F)
			return err_set(e, _("--%s: ska stå på en rad, utan styrtecken"),
				       option->name);
	return true;
}

static bool add(struct args *a, const struct arg_option *option, const char *value,
		struct err *e)
{
	if (!option->repeats && args_has(a, option->name))
		return err_set(e, _("--%s: får bara anges en gång"), option->name);
	if (!option->is_path && !check_text(option, value, e))
		return false;
	a->items = mem_grow(a->items, &a->capacity, a->count + 1, sizeof(*a->items));
	a->items[a->count++] = (struct arg){ option, value };
	return true;
}

/* Sorts the option at words[0], whose value may be the next word; `*used` grows. */
static bool parse_one(struct args *a, const struct arg_option *const *tables,
		      const char *const *words, size_t *used, struct err *e)
{
	const char *word = words[0], *value = NULL;
	const struct arg_option *option;

	if (word[1] == '-') {
		size_t length = strcspn(word + 2, "=");

		option = find_long(tables, word + 2, length);
		if (word[2 + length] == '=')
			value = word + 2 + length + 1;
	} else {
		option = find_short(tables, word[1]);
		if (word[2])
			value = word + 2;
	}
	*used += 1;
	if (!option)
		return refuse_unknown(tables, word, e);
	if (!option->value) {
		if (value)
			return err_set(e, _("--%s: tar inget värde"), option->name);
		return add(a, option, "", e);
	}
	if (!value) {
		value = words[1];
		*used += 1;
	}
	if (!value)
		return err_set(e, _("--%s: saknar sitt värde (%s)"), option->name,
			       _(option->value));
	return add(a, option, value, e);
}

bool args_parse_options(struct args *a, const struct arg_option *const *tables,
			const char *const *words, size_t *used, struct err *e)
{
	*used = 0;
	while (words[*used] && is_option(words[*used]) && strcmp(words[*used], "--"))
		if (!parse_one(a, tables, words + *used, used, e))
			return false;
	return true;
}

static void add_operand(struct args *a, const char *word)
{
	a->operands = mem_grow(a->operands, &a->operand_capacity, a->operand_count + 1,
			       sizeof(*a->operands));
	a->operands[a->operand_count++] = word;
}

bool args_parse(struct args *a, const struct arg_option *const *tables,
		const char *const *words, struct err *e)
{
	size_t used;

	for (;;) {
		if (!args_parse_options(a, tables, words, &used, e))
			return false;
		words += used;
		if (!*words || !strcmp(*words, "--"))
			break;
		add_operand(a, *words++);
	}
	if (*words)
		while (*++words)
			add_operand(a, *words);
	return true;
}

bool args_has(const struct args *a, const char *name)
{
	return args_value(a, name) != NULL;
}

const char *args_value(const struct args *a, const char *name)
{
	for (size_t i = a->count; i > 0; i--)
		if (!strcmp(a->items[i - 1].option->name, name))
			return a->items[i - 1].value;
	return NULL;
}

const char *args_value_at(const struct args *a, const char *name, size_t i)
{
	for (size_t at = 0; at < a->count; at++)
		if (!strcmp(a->items[at].option->name, name) && i-- == 0)
			return a->items[at].value;
	return NULL;
}

bool args_number(const struct args *a, const char *name, long least, long most,
		 long *number, struct err *e)
{
	const char *value = args_value(a, name);
	char *end;
	long n;

	if (!value)
		return true;
	n = strtol(value, &end, 10);
	if (strspn(value, "0123456789") != strlen(value) || end == value || n < least ||
	    n > most)
		return err_set(e, _("--%s: %s: ska vara ett heltal från %ld till %ld"),
			       name, value, least, most);
	*number = n;
	return true;
}
