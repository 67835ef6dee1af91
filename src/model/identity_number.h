/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Swedish personal identity numbers (personnummer) and coordination numbers
 * (samordningsnummer, the day + 60): read as people write them, checked, and what they
 * tell. No reason told here repeats the number.
 */
#ifndef SAMREG_MODEL_IDENTITY_NUMBER_H
#define SAMREG_MODEL_IDENTITY_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

struct err;

/* Room for the 12 digits, and for YYMMDD-NNNN, with a NUL. */
enum { IDENTITY_NUMBER_SIZE = 13, IDENTITY_NUMBER_SHORT_SIZE = 12 };

/* What is shown in place of a number that is not to be seen. */
#define IDENTITY_NUMBER_MASK "********-****"

struct identity_number {
	char digits[IDENTITY_NUMBER_SIZE];      /* YYYYMMDDNNNN */
	int birth_year;
	const char *sex;                        /* a code of the list sex */
	bool is_coordination;
	/* A coordination number may leave out the day of birth: month 00, day 60 or one
	 * that the month lacks. Only the year is known then. */
	bool is_dateless;
};

/*
 * Reads 12 or 10 digits, with or without - or + before the last four and blanks around.
 * Of 10 digits the century follows from `today` (days since 1970-01-01) and the sign: a
 * + stands for those who turn 100 this year or have. False, with the reason, when it is
 * written otherwise, the day does not exist or is after today, or the check digit
 * (modulus 10 of the last ten) is wrong; `*out` is then wiped.
 */
bool identity_number_parse(const char *text, int today, struct identity_number *out,
			   struct err *e) __attribute__((warn_unused_result));

/* Writes it as people do: YYMMDD-NNNN, or with + from the year a person turns 100. */
void identity_number_format(const struct identity_number *n, int today,
			    char out[IDENTITY_NUMBER_SHORT_SIZE]);

/* Writes it with the last four hidden: YYYYMMDD-****, a person's age but not who. */
void identity_number_mask(const struct identity_number *n,
			  char out[sizeof(IDENTITY_NUMBER_MASK)]);

/* Overwrites the number, in a way that the compiler does not leave out. */
void identity_number_wipe(struct identity_number *n);

#endif
