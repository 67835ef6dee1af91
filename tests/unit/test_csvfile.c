/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV in and out: what is proper, and every fault of what is not. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "base/path.h"
#include "base/text.h"

static struct faults faults;

static struct grid *parse_bytes(const char *bytes, size_t length)
{
	faults_done(&faults);
	return csvfile_parse("t.csv", bytes, length, ',', &faults);
}

static struct grid *parse(const char *bytes)
{
	return parse_bytes(bytes, strlen(bytes));
}

/* Reads `bytes` and compares each row, its line first, with `expected`. */
static void assert_reads(const char *bytes, const char *expected)
{
	struct grid *g = parse(bytes);
	struct text found = { 0 };

	if (!g) {
		faults_print(&faults, &found);
		fail_msg("refused: %s", text_get(&found));
	}
	for (size_t c = 0; c < grid_columns(g); c++)
		text_addf(&found, "|%s", grid_column_name(g, c));
	for (size_t r = 0; r < grid_rows(g); r++) {
		text_addf(&found, "~%zu", grid_line(g, r));
		for (size_t c = 0; c < grid_columns(g); c++)
			text_addf(&found, "|%s", grid_get(g, r, c));
	}
	assert_string_equal(text_get(&found), expected);
	text_done(&found);
	grid_free(g);
}

static void assert_told(const char *expected)
{
	struct text told = { 0 };

	faults_print(&faults, &told);
	assert_string_equal(text_get(&told), expected);
	text_done(&told);
	faults_done(&faults);
}

static void assert_refuses(const char *bytes, const char *expected)
{
	assert_null(parse(bytes));
	assert_told(expected);
}

static void plain_rows_are_read(void **state)
{
	(void)state;
	assert_reads("a,b\n1,2\n3,4\n", "|a|b~2|1|2~3|3|4");
	assert_reads("a,b\r\n1,2\r\n3,4\r\n", "|a|b~2|1|2~3|3|4");
	assert_reads("a,b\r1,2\r3,4\r", "|a|b~2|1|2~3|3|4");
	assert_reads("a,b\n1,2\r\n3,4", "|a|b~2|1|2~3|3|4");
	assert_reads("a\nå\n", "|a~2|å");
}

static void a_byte_order_mark_is_taken_away(void **state)
{
	(void)state;
	assert_reads("\xEF\xBB\xBF" "a,b\n1,2\n", "|a|b~2|1|2");
	assert_reads("\xEF\xBB\xBF\"a\",b\n1,2\n", "|a|b~2|1|2");
}

static void a_header_alone_is_a_grid_without_rows(void **state)
{
	(void)state;
	assert_reads("a,b\n", "|a|b");
	assert_reads("a,b", "|a|b");
	assert_reads("a,b\r\n\r\n", "|a|b");
}

static void empty_cells_and_blanks_are_data(void **state)
{
	(void)state;
	assert_reads("a,b,c\n,,\n 1 ,\t, x\n", "|a|b|c~2|||~3| 1 |\t| x");
	assert_reads("a,b\n\"\",\" \"\n", "|a|b~2|| ");
	assert_reads("a\n\"\"\n \n", "|a~2|~3| ");
}

static void quotes_hold_anything(void **state)
{
	(void)state;
	assert_reads("a,b\n\"1,2\",\"say \"\"hi\"\"\"\n", "|a|b~2|1,2|say \"hi\"");
	assert_reads("\"a\",\"b,c\"\n1,2\n", "|a|b,c~2|1|2");
	assert_reads("a\n\"\"\"\"\n", "|a~2|\"");
}

static void lines_are_right_after_line_feeds_in_cells(void **state)
{
	(void)state;
	assert_reads("a,b\n\"1\n2\",x\n3,y\n", "|a|b~2|1\n2|x~4|3|y");
	assert_reads("a,b\r\n\"1\r\n\r\n2\",x\r\n3,y\r\n", "|a|b~2|1\r\n\r\n2|x~5|3|y");
	assert_reads("a,b\n\"\n1\",\"\n2\"\n3,y", "|a|b~2|\n1|\n2~5|3|y");
	assert_reads("\"a\nb\"\n1\n", "|a\nb~3|1");
}

static void lines_are_right_after_blank_lines(void **state)
{
	(void)state;
	assert_reads("a,b\n\n1,2\n\n\n3,4\n\n", "|a|b~3|1|2~6|3|4");
	assert_reads("a,b\r\n\r\n1,2\r\n", "|a|b~3|1|2");
	assert_reads("\n\na,b\n1,2\n", "|a|b~4|1|2");
	assert_refuses("a,b\n\n1\n",
		       "samreg: t.csv:3: raden har 1 fält, rubrikraden 2\n");
}

static void another_separator_is_used_when_asked_for(void **state)
{
	const char *bytes = "a;b\n1,5;\"2;3\"\n";
	struct grid *g = csvfile_parse("t", bytes, strlen(bytes), ';', &faults);

	(void)state;
	assert_non_null(g);
	assert_int_equal(grid_columns(g), 2);
	assert_string_equal(grid_get(g, 0, 0), "1,5");
	assert_string_equal(grid_get(g, 0, 1), "2;3");
	grid_free(g);
}

static void an_empty_file_is_refused(void **state)
{
	static const char *const files[] = { "", "\xEF\xBB\xBF", "\n", "\r\n\r\n" };

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_refuses(files[i], "samreg: t.csv: filen är tom\n");
}

static void headers_are_named_and_named_once(void **state)
{
	(void)state;
	assert_refuses("a,,b,a\n1,2,3,4\n",
		       "samreg: t.csv:1:2: kolumnen saknar namn\n"
		       "samreg: t.csv:1:4: a: kolumnen förekommer två gånger\n");
	assert_refuses("a,\xE5\n1,2\n",
		       "samreg: t.csv:1:2: texten är inte giltig UTF-8\n");
	assert_refuses("\n\"a\nb\",\n", "samreg: t.csv:2:2: kolumnen saknar namn\n");
}

static void ragged_rows_are_refused(void **state)
{
	(void)state;
	assert_refuses("a,b\n1\n1,2\n1,2,3\n",
		       "samreg: t.csv:2: raden har 1 fält, rubrikraden 2\n"
		       "samreg: t.csv:4: raden har 3 fält, rubrikraden 2\n");
	assert_refuses("a,b\n\"1\n2\"\n3,4\n5",
		       "samreg: t.csv:2: raden har 1 fält, rubrikraden 2\n"
		       "samreg: t.csv:5: raden har 1 fält, rubrikraden 2\n");
}

static void broken_text_is_refused_where_it_stands(void **state)
{
	(void)state;
	assert_refuses("a,b\nok,\xE5\n\"x\n\xC3\",y\n\xED\xA0\x80,z\n",
		       "samreg: t.csv:2:2: texten är inte giltig UTF-8\n"
		       "samreg: t.csv:3:1: texten är inte giltig UTF-8\n"
		       "samreg: t.csv:5:1: texten är inte giltig UTF-8\n");
}

static void all_faults_are_told_at_once(void **state)
{
	(void)state;
	assert_refuses("a,a\n\n\xFF,1\n2\n\"3\n4\",5,\xFE\n6,\"7\n",
		       "samreg: t.csv:1:2: a: kolumnen förekommer två gånger\n"
		       "samreg: t.csv:3:1: texten är inte giltig UTF-8\n"
		       "samreg: t.csv:4: raden har 1 fält, rubrikraden 2\n"
		       "samreg: t.csv:5:3: texten är inte giltig UTF-8\n"
		       "samreg: t.csv:5: raden har 3 fält, rubrikraden 2\n"
		       "samreg: t.csv:7: ett citattecken avslutas aldrig\n");
}

static void quotes_out_of_place_are_refused(void **state)
{
	(void)state;
	assert_refuses("a,b\n1,2\"3\n", "samreg: t.csv:2:2: felaktigt citattecken\n");
	assert_refuses("a,b\n\"1\"x,2\n", "samreg: t.csv:2:1: felaktigt citattecken\n");
	assert_refuses("a,b\n\"1\" ,2\n", "samreg: t.csv:2:1: felaktigt citattecken\n");
	assert_refuses("a,b\n1,\"2\n3,4\n",
		       "samreg: t.csv:2: ett citattecken avslutas aldrig\n");
	assert_refuses("a\n\"", "samreg: t.csv:2: ett citattecken avslutas aldrig\n");
	assert_refuses("\"a", "samreg: t.csv:1: ett citattecken avslutas aldrig\n");
}

static void nul_is_refused_with_its_line(void **state)
{
	(void)state;
	assert_null(parse_bytes("a,b\n1,\0\n", 9));
	assert_told("samreg: t.csv:2: filen innehåller NUL-tecken\n");
	assert_null(parse_bytes("a\r\n1\r\n\0", 7));
	assert_told("samreg: t.csv:3: filen innehåller NUL-tecken\n");
	assert_null(parse_bytes("\0", 1));
	assert_told("samreg: t.csv:1: filen innehåller NUL-tecken\n");
	assert_null(parse_bytes("a\r\0", 3));
	assert_told("samreg: t.csv:2: filen innehåller NUL-tecken\n");
}

static void add_many(struct text *t, const char *piece, size_t count)
{
	for (size_t i = 0; i < count; i++)
		text_add(t, piece);
}

static void a_field_has_a_ceiling(void **state)
{
	struct text t = { 0 };
	struct grid *g;

	(void)state;
	text_add(&t, "a,b\n1,");
	add_many(&t, "x", CSVFILE_MAX_FIELD);
	g = parse(text_get(&t));
	assert_non_null(g);
	assert_int_equal(strlen(grid_get(g, 0, 1)), CSVFILE_MAX_FIELD);
	grid_free(g);
	text_add(&t, "x\n2,\xFF\n");
	assert_refuses(text_get(&t), "samreg: t.csv:2:2: fältet är för långt\n"
				     "samreg: t.csv:3:2: texten är inte giltig UTF-8\n");
	text_clear(&t);
	add_many(&t, "h", CSVFILE_MAX_FIELD + 1);
	assert_refuses(text_get(&t), "samreg: t.csv:1:1: fältet är för långt\n");
	text_done(&t);
}

static void a_row_has_a_ceiling_however_many_lines_it_has(void **state)
{
	struct text t = { 0 };

	(void)state;
	text_add(&t, "a,b\n1,2\n");
	add_many(&t, "x", CSVFILE_MAX_ROW + 1);
	assert_refuses(text_get(&t), "samreg: t.csv:3: raden är för lång\n");
	text_clear(&t);
	text_add(&t, "a,b\n1,2\n3,\"");
	add_many(&t, "some text\n", CSVFILE_MAX_ROW / 10 + 1);
	assert_refuses(text_get(&t), "samreg: t.csv:3: raden är för lång\n");
	text_clear(&t);
	text_add(&t, "a\n");
	add_many(&t, "\n", CSVFILE_MAX_ROW + 1);
	text_add(&t, "1\n");
	assert_reads(text_get(&t), "|a~1048579|1");
	text_done(&t);
}

static void columns_have_a_ceiling(void **state)
{
	struct text t = { 0 };
	struct grid *g;

	(void)state;
	for (int i = 0; i < CSVFILE_MAX_COLUMNS; i++)
		text_addf(&t, "%sc%d", i ? "," : "", i);
	g = parse(text_get(&t));
	assert_non_null(g);
	assert_int_equal(grid_columns(g), CSVFILE_MAX_COLUMNS);
	grid_free(g);
	text_add(&t, ",x,y,z\n1,2\n");
	assert_refuses(text_get(&t),
		       "samreg: t.csv:1:1001: filen har för många kolumner\n");
	text_done(&t);
}

static void a_file_of_another_kind_is_given_up(void **state)
{
	struct text t = { 0 };
	size_t count;

	(void)state;
	text_add(&t, "a\n");
	add_many(&t, "\xFF\n", 100000);
	assert_null(parse(text_get(&t)));
	count = faults.count;
	assert_in_range(count, 200, 202);
	assert_string_equal(faults.items[count - 1].message,
			    "för många fel: resten läses inte");
	/* The faults of files read before do not count. */
	assert_null(csvfile_parse("next", "a\n1,2\n", 6, ',', &faults));
	assert_int_equal(faults.count, count + 1);
	assert_int_equal(faults.items[count].row, 2);
	text_done(&t);
	faults_done(&faults);
}

static void a_file_that_cannot_be_read_is_a_fault(void **state)
{
	char path[] = "/tmp/samreg-csv.XXXXXX";
	struct grid *g;
	FILE *f = fdopen(mkstemp(path), "wb");

	(void)state;
	assert_non_null(f);
	fputs("a,b\n1,2\n", f);
	fclose(f);
	g = csvfile_read(path, "short.csv", &faults);
	assert_non_null(g);
	assert_string_equal(grid_name(g), "short.csv");
	assert_string_equal(grid_named(g, 0, "b"), "2");
	grid_free(g);
	unlink(path);
	assert_null(csvfile_read(path, "short.csv", &faults));
	assert_int_equal(faults.count, 1);
	assert_non_null(strstr(faults.items[0].message, path));
	faults_done(&faults);
}

static void cells_are_quoted_only_where_they_must(void **state)
{
	struct text t = { 0 };

	(void)state;
	csvfile_add_cell(&t, "a b", true);
	csvfile_add_cell(&t, "", false);
	csvfile_add_cell(&t, "1,5", false);
	csvfile_add_cell(&t, "say \"hi\"", false);
	csvfile_add_cell(&t, "x\ny\r", false);
	csvfile_add_cell(&t, " åäö;' ", false);
	csvfile_add_cell(&t, "\"", false);
	csvfile_add_cell(&t, "\xEF\xBB\xBFx", false);
	assert_string_equal(text_get(&t),
			    "a b,,\"1,5\",\"say \"\"hi\"\"\",\"x\ny\r\", "
			    "åäö;' ,\"\"\"\",\"\xEF\xBB\xBFx\"");
	assert_int_equal(strlen(text_get(&t)), t.length);
	text_done(&t);
}

static void a_grid_is_written_header_first(void **state)
{
	struct grid *g = parse("a,b\n1,\n\"x,y\",2\n");
	struct text t = { 0 };

	(void)state;
	csvfile_write(&t, g, "\r\n");
	assert_string_equal(text_get(&t), "a,b\r\n1,\r\n\"x,y\",2\r\n");
	text_done(&t);
	grid_free(g);
}

static void a_row_of_one_empty_cell_is_not_lost(void **state)
{
	struct grid *g = parse("a\n\"\"\nx\n");
	struct text t = { 0 };

	(void)state;
	csvfile_write(&t, g, "\n");
	assert_string_equal(text_get(&t), "a\n\"\"\nx\n");
	text_done(&t);
	grid_free(g);
}

/* Reads as a spreadsheet has it and compares as assert_reads() does. */
static void assert_reads_sheet(const char *bytes, const char *expected)
{
	struct text found = { 0 };
	struct grid *g;

	faults_done(&faults);
	g = csvfile_parse_sheet("t.csv", bytes, strlen(bytes), ';', 0, &faults);
	if (!g) {
		faults_print(&faults, &found);
		fail_msg("refused: %s", text_get(&found));
	}
	for (size_t c = 0; c < grid_columns(g); c++)
		text_addf(&found, "|%s", grid_column_name(g, c));
	for (size_t r = 0; r < grid_rows(g); r++) {
		text_addf(&found, "~%zu", grid_line(g, r));
		for (size_t c = 0; c < grid_columns(g); c++)
			text_addf(&found, "|%s", grid_get(g, r, c));
	}
	assert_string_equal(text_get(&found), expected);
	text_done(&found);
	grid_free(g);
}

static void assert_refuses_sheet(const char *bytes, const char *expected)
{
	faults_done(&faults);
	assert_null(csvfile_parse_sheet("t.csv", bytes, strlen(bytes), ';', 0, &faults));
	assert_told(expected);
}

static void a_sheet_may_be_ragged_at_its_edge(void **state)
{
	(void)state;
	assert_reads_sheet("a;b\n1\n1;2\n1;2;;;\n", "|a|b~2|1|~3|1|2~4|1|2");
	assert_reads_sheet("a;;b;\n1;2;3;4\n", "|a||b|~2|1|2|3|4");
	assert_refuses_sheet("a;b;b\n1;2;3;\n\n1;2;3;x\n",
			     "samreg: t.csv:1:3: b: kolumnen förekommer två gånger\n"
			     "samreg: t.csv:4: raden har 4 fält, rubrikraden 3\n");
}

static void a_sheet_counts_rows_and_not_lines(void **state)
{
	(void)state;
	assert_reads_sheet("a;\"b\nc\"\r\n\r\n1;\"x\r\ny\"\r\n2;z\r\n",
			   "|a|b\nc~3|1|x\r\ny~4|2|z");
	assert_refuses_sheet("a\n\"1\n2\"\nx\"\n",
			     "samreg: t.csv:3:1: felaktigt citattecken\n");
}

/* Writes one row of these cells under the heads a, b, … in the dialect excel. */
static void assert_writes_excel(const char *const *cells, size_t count,
				const char *expected)
{
	struct grid *g = grid_new("t");
	struct text t = { 0 };

	for (size_t i = 0; i < count; i++)
		grid_add_column(g, (const char[]){ (char)('a' + i), '\0' });
	grid_add_row(g, 0);
	for (size_t i = 0; i < count; i++)
		grid_set(g, 0, i, cells[i]);
	csvfile_write_as(&t, g, csvfile_find_dialect("excel"));
	assert_string_equal(text_get(&t), expected);
	text_done(&t);
	grid_free(g);
}

static void excel_gets_its_dialect(void **state)
{
	static const char *const cells[] = { "åäö",  "1;2",   "1,2",
					     "12.5", "-0.25", "2025" };
	static const char *const others[] = { "2025-03-04", "1.2.3", ".5",
					      "5.",	    "",	     "a\"" };

	(void)state;
	assert_writes_excel(cells, 6, "\xEF\xBB\xBF" "a;b;c;d;e;f\r\n"
				      "åäö;\"1;2\";1,2;12,5;-0,25;2025\r\n");
	assert_writes_excel(others, 6, "\xEF\xBB\xBF" "a;b;c;d;e;f\r\n"
				       "2025-03-04;1.2.3;.5;5.;;\"a\"\"\"\r\n");
	assert_null(csvfile_find_dialect("word"));
}

static void no_text_becomes_a_formula(void **state)
{
	static const char *const cells[] = { "=1+1",  "+46 70", "-x", "@a",
					     "\tx", "\rx",   "-5", "'=x", "'x" };

	(void)state;
	assert_writes_excel(cells, 9, "\xEF\xBB\xBF" "a;b;c;d;e;f;g;h;i\r\n"
				      "'=1+1;'+46 70;'-x;'@a;"
				      "'\tx;\"'\rx\";-5;''=x;'x\r\n");
}

static void a_guard_is_taken_off_again(void **state)
{
	(void)state;
	assert_string_equal(csvfile_unguard("'=1+1"), "=1+1");
	assert_string_equal(csvfile_unguard("''=x"), "'=x");
	assert_string_equal(csvfile_unguard("'x"), "'x");
	assert_string_equal(csvfile_unguard("'"), "'");
	assert_string_equal(csvfile_unguard("=1"), "=1");
	assert_string_equal(csvfile_unguard(""), "");
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 16;
}

static void random_text(char out[64], unsigned *seed)
{
	static const char *const pieces[] = { "a",  "å", "\"", ",",  "\n", "\r", "\r\n",
					      " ",  ";", "😀", "\t", "'",  "1",  "=" };
	unsigned count = next_random(seed) % 8;

	out[0] = '\0';
	while (count--)
		strcat(out,
		       pieces[next_random(seed) % (sizeof(pieces) / sizeof(pieces[0]))]);
}

static struct grid *random_grid(unsigned seed)
{
	struct grid *g = grid_new("random");
	unsigned columns = 1 + next_random(&seed) % 5, rows = next_random(&seed) % 20;
	char text[64], name[80];

	for (unsigned c = 0; c < columns; c++) {
		random_text(text, &seed);
		snprintf(name, sizeof(name), "%s%u", text, c);
		grid_add_column(g, name);
	}
	for (unsigned r = 0; r < rows; r++) {
		size_t row = grid_add_row(g, 0);

		for (unsigned c = 0; c < columns; c++) {
			random_text(text, &seed);
			grid_set(g, row, c, text);
		}
	}
	return g;
}

static void what_is_written_is_read_again(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 500; seed++) {
		struct grid *g = random_grid(seed), *again;
		struct text t = { 0 };

		csvfile_write(&t, g, seed % 2 ? "\n" : "\r\n");
		again = parse_bytes(text_get(&t), t.length);
		assert_non_null(again);
		assert_int_equal(grid_columns(again), grid_columns(g));
		assert_int_equal(grid_rows(again), grid_rows(g));
		for (size_t c = 0; c < grid_columns(g); c++) {
			assert_string_equal(grid_column_name(again, c),
					    grid_column_name(g, c));
			for (size_t r = 0; r < grid_rows(g); r++)
				assert_string_equal(grid_get(again, r, c),
						    grid_get(g, r, c));
		}
		text_done(&t);
		grid_free(g);
		grid_free(again);
	}
}

static void any_bytes_give_a_grid_or_a_fault(void **state)
{
	static const char letters[] = "ab,,\"\"\n\r\xC3\xA5\xFF;";
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		char bytes[40];
		size_t length = next_random(&seed) % sizeof(bytes);
		struct grid *g;

		for (size_t at = 0; at < length; at++)
			bytes[at] = letters[next_random(&seed) % (sizeof(letters) - 1)];
		g = parse_bytes(bytes, length);
		assert_int_equal(g == NULL, faults.count > 0);
		grid_free(g);
	}
	faults_done(&faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_rows_are_read),
		cmocka_unit_test(a_byte_order_mark_is_taken_away),
		cmocka_unit_test(a_header_alone_is_a_grid_without_rows),
		cmocka_unit_test(empty_cells_and_blanks_are_data),
		cmocka_unit_test(quotes_hold_anything),
		cmocka_unit_test(lines_are_right_after_line_feeds_in_cells),
		cmocka_unit_test(lines_are_right_after_blank_lines),
		cmocka_unit_test(another_separator_is_used_when_asked_for),
		cmocka_unit_test(an_empty_file_is_refused),
		cmocka_unit_test(headers_are_named_and_named_once),
		cmocka_unit_test(ragged_rows_are_refused),
		cmocka_unit_test(broken_text_is_refused_where_it_stands),
		cmocka_unit_test(all_faults_are_told_at_once),
		cmocka_unit_test(quotes_out_of_place_are_refused),
		cmocka_unit_test(nul_is_refused_with_its_line),
		cmocka_unit_test(a_field_has_a_ceiling),
		cmocka_unit_test(a_row_has_a_ceiling_however_many_lines_it_has),
		cmocka_unit_test(columns_have_a_ceiling),
		cmocka_unit_test(a_file_of_another_kind_is_given_up),
		cmocka_unit_test(a_file_that_cannot_be_read_is_a_fault),
		cmocka_unit_test(cells_are_quoted_only_where_they_must),
		cmocka_unit_test(a_grid_is_written_header_first),
		cmocka_unit_test(a_row_of_one_empty_cell_is_not_lost),
		cmocka_unit_test(a_sheet_may_be_ragged_at_its_edge),
		cmocka_unit_test(a_sheet_counts_rows_and_not_lines),
		cmocka_unit_test(excel_gets_its_dialect),
		cmocka_unit_test(no_text_becomes_a_formula),
		cmocka_unit_test(a_guard_is_taken_off_again),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(any_bytes_give_a_grid_or_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
