/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file from somebody's spreadsheet is written in, found out from its bytes, and
 * between Windows-1252 and UTF-8. Does not read rows: that is csvfile.
 */
#ifndef SAMREG_BASE_CSV_DETECT_H
#define SAMREG_BASE_CSV_DETECT_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct grid;
struct text;

enum csv_encoding {
	CSV_UTF8,
	CSV_UTF8_MARK,          /* with a byte order mark */
	CSV_WINDOWS_1252,
};

struct csv_detected {
	enum csv_encoding encoding;
	char separator;         /* comma, semicolon or tab */
	char decimal;           /* comma or point; '\0' when no cell has any */
	const char *line_end;   /* of the first row: "\n", "\r\n" or "\r" */
	size_t first;           /* where the rows begin: a line sep=; is passed over */
	size_t start;           /* where the heads are */
	size_t above;           /* how many rows are above them: titles, blank ones */
};

/*
 * Finds out all but the decimal sign. What is neither UTF-8 nor Windows-1252 counts as
 * UTF-8, since csvfile then tells where it is broken. Refuses UTF-16 and workbooks, with
 * what to do.
 */
bool csv_detect(const char *bytes, size_t length, struct csv_detected *out,
		struct err *e) __attribute__((warn_unused_result));

/* The decimal sign most cells use; '\0' when none has any. */
char csv_detect_decimal(const struct grid *g);

/* Adds Windows-1252 as UTF-8, and UTF-8 as Windows-1252 (? for what that lacks). */
void csv_detect_decode(struct text *out, const char *bytes, size_t length);
void csv_detect_encode(struct text *out, const char *utf8);

#endif
