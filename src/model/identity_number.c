/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal identity numbers; see identity_number.h. */
#include "model/identity_number.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/err.h"
#include "base/lang.h"

enum {
	SHORT_DIGITS = 10,
	LONG_DIGITS = 12,
	LAST_DIGITS = 4,        /* after the sign */
	COORDINATION = 60,      /* added to the day */
};

/* A number taken apart as it was written. */
struct written {
	char digits[LONG_DIGITS + 1];
	size_t count;
	char sign;              /* '\0' when there is none */
};

static bool take_apart(const char *text, struct written *w, struct err *e)
{
	const char *start = text + strspn(text, " \t"), *end = start + strlen(start);
	const char *sign = NULL;

	while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	if (start == end)
		return err_set(e, _("personnumret saknas"));
	*w = (struct written){ .count = 0 };
	for (const char *c = start; c < end; c++) {
		if ((*c == '-' || *c == '+') && !sign && end - c == LAST_DIGITS + 1) {
			sign = c;
			w->sign = *c;
		} else if (*c < '0' || *c > '9') {
			return err_set(e,
				       _("ett personnummer skrivs med siffror, och med - "
					 "eller + bara före de fyra sista"));
		} else if (w->count == LONG_DIGITS) {
			return err_set(e, _("ett personnummer har 10 eller 12 siffror"));
		} else {
			w->digits[w->count++] = *c;
		}
	}
	return w->count == SHORT_DIGITS || w->count == LONG_DIGITS ||
	       err_set(e, _("ett personnummer har 10 eller 12 siffror"));
}

static int number_at(const char *digits, size_t at, size_t count)
{
	int number = 0;

	for (size_t i = at; i < at + count; i++)
		number = 10 * number + (digits[i] - '0');
	return number;
}

/* The century goes first: 12 digits in any case. */
static bool fill_century(const struct written *w, int this_year,
			 char digits[IDENTITY_NUMBER_SIZE], struct err *e)
{
	int year;

	if (w->count == LONG_DIGITS) {
		memcpy(digits, w->digits, LONG_DIGITS + 1);
		year = number_at(digits, 0, 4);
		return w->sign != '+' || this_year - year >= 100 ||
		       err_set(e, _("plustecknet är för den som fyller 100 år i år eller "
				    "redan har gjort det"));
	}
	year = this_year - (this_year - number_at(w->digits, 0, 2)) % 100;
	if (w->sign == '+')
		year -= 100;
	digits[0] = (char)('0' + year / 1000);
	digits[1] = (char)('0' + year / 100 % 10);
	memcpy(digits + 2, w->digits, SHORT_DIGITS + 1);
	return true;
}

/* The first day the person can have been born on, of a number without a day of birth. */
static bool find_earliest(int year, int month, int *day)
{
	return month <= 12 && date_from_ymd(year, month ? month : 1, 1, day);
}

static bool check_date(struct identity_number *n, int today, struct err *e)
{
	int month = number_at(n->digits, 4, 2), dom = number_at(n->digits, 6, 2), born;

	n->birth_year = number_at(n->digits, 0, 4);
	n->is_coordination = dom >= COORDINATION && dom <= COORDINATION + 31;
	if (n->is_coordination)
		dom -= COORDINATION;
	if (!date_from_ymd(n->birth_year, month, dom, &born)) {
		n->is_dateless = n->is_coordination;
		if (!n->is_dateless || !find_earliest(n->birth_year, month, &born))
			return err_set(e, _("födelsedagen i personnumret finns inte"));
	}
	return born <= today ||
	       err_set(e, _("födelsedagen i personnumret ligger framåt i tiden"));
}

/* Over YYMMDDNNN, weights 2 and 1 by turns; the digits of the products are added. */
static int check_digit(const char *short_digits)
{
	int sum = 0;

	for (size_t i = 0; i < SHORT_DIGITS - 1; i++) {
		int product = (short_digits[i] - '0') * (i % 2 ? 1 : 2);

		sum += product / 10 + product % 10;
	}
	return (10 - sum % 10) % 10;
}

static bool check_digits(struct identity_number *n, struct err *e)
{
	bool is_man = (n->digits[LONG_DIGITS - 2] - '0') % 2;

	n->sex = is_man ? "man" : "woman";
	return check_digit(n->digits + 2) == n->digits[LONG_DIGITS - 1] - '0' ||
	       err_set(e, _("kontrollsiffran i personnumret stämmer inte"));
}

bool identity_number_parse(const char *text, int today, struct identity_number *out,
			   struct err *e)
{
	struct written w;
	bool ok;

	*out = (struct identity_number){ .sex = "" };
	ok = take_apart(text, &w, e) &&
	     fill_century(&w, date_year(today), out->digits, e) &&
	     check_date(out, today, e) && check_digits(out, e);
	explicit_bzero(&w, sizeof(w));
	if (!ok)
		identity_number_wipe(out);
	return ok;
}

void identity_number_format(const struct identity_number *n, int today,
			    char out[IDENTITY_NUMBER_SHORT_SIZE])
{
	bool is_old = date_year(today) - n->birth_year >= 100;

	snprintf(out, IDENTITY_NUMBER_SHORT_SIZE, "%.6s%c%.4s", n->digits + 2,
		 is_old ? '+' : '-', n->digits + LONG_DIGITS - LAST_DIGITS);
}

void identity_number_mask(const struct identity_number *n,
			  char out[sizeof(IDENTITY_NUMBER_MASK)])
{
	snprintf(out, sizeof(IDENTITY_NUMBER_MASK), "%.8s-****", n->digits);
}

void identity_number_wipe(struct identity_number *n)
{
	explicit_bzero(n, sizeof(*n));
	n->sex = "";
}
