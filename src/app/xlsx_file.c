/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook as bytes; see xlsx_file.h. */
#include "app/xlsx_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/text.h"

lxw_format *xlsx_file_new_head(lxw_workbook *workbook, uint8_t align)
{
	lxw_format *f = workbook_add_format(workbook);

	format_set_bold(f);
	format_set_text_wrap(f);
	format_set_align(f, align);
	format_set_align(f, LXW_ALIGN_VERTICAL_BOTTOM);
	format_set_bg_color(f, 0xEEF2F6);
	format_set_border(f, LXW_BORDER_THIN);
	format_set_border_color(f, 0xD3D9E0);
	return f;
}

time_t xlsx_file_time(const char *made)
{
	char date[DATE_SIZE] = "";
	int day, hour = 0, minute = 0, second = 0;

	snprintf(date, sizeof(date), "%.10s", made);
	if (!date_parse_iso(date, &day))
		return 0;
	sscanf(made + 10, "T%2d:%2d:%2d", &hour, &minute, &second);
	return (time_t)day * 86400 + hour * 3600 + minute * 60 + second;
}

static bool refuse(struct err *e, const char *reason)
{
	return err_set(e, _("arbetsboken: kan inte skrivas: %s"), reason);
}

static bool read_back(FILE *file, struct text *out, struct err *e)
{
	char part[16384];
	size_t length, before = out->length;

	rewind(file);
	while ((length = fread(part, 1, sizeof(part), file)))
		text_add_part(out, part, length);
	if (!ferror(file))
		return true;
	out->length = before;
	return refuse(e, strerror(errno));
}

/* Writes the workbook to the file of that name. */
static bool write_to(const char *path, xlsx_file_fill *fill, void *data, struct err *e)
{
	lxw_workbook_options options = { .constant_memory = LXW_FALSE };
	lxw_workbook *workbook = workbook_new_opt(path, &options);
	lxw_error failed;
	bool ok;

	if (!workbook)
		return refuse(e, strerror(ENOMEM));
	ok = fill(data, workbook, e);
	failed = workbook_close(workbook);
	return ok && failed ? refuse(e, lxw_strerror(failed)) : ok;
}

bool xlsx_file_print(xlsx_file_fill *fill, void *data, struct text *out, struct err *e)
{
	FILE *file = tmpfile();
	char path[32];
	bool ok;

	if (!file)
		return refuse(e, strerror(errno));
	snprintf(path, sizeof(path), "/dev/fd/%d", fileno(file));
	ok = write_to(path, fill, data, e) && read_back(file, out, e);
	fclose(file);
	return ok;
}
