/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms: what is read, and every refusal at its exact place. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/csvfile.h"
#include "base/faults.h"
#include "base/grid.h"
#include "model/codes.h"
#include "model/form.h"

#define INDEX_HEAD "form,table,label::Svenska (sv),label::English (en)," \
	"new::Svenska (sv),new::English (en),title,key\n"
#define INDEX INDEX_HEAD "visit,visit,Besök,Visit,Nytt besök,New visit,start,start\n"
#define LISTS "list,query\npeople,\"SELECT id, name, name FROM person\"\n"
#define RULE_HEAD "rule,form,field,severity,when,scope,fires_when," \
	"message::Svenska (sv),message::English (en),tables\n"
#define RULES RULE_HEAD \
	"R-101,visit,start,warning,completion,register,start > today(),Fel,Wrong,a b\n"
/* 1 type, 2 name, 3-4 label, 5-6 hint, 7 required, 8 relevant, 9 constraint, 10-11 its
 * message, 12 calculation, 13 appearance, 14 target, 15 column, 16 lookup */
#define HEAD "type,name,label::Svenska (sv),label::English (en),hint::Svenska (sv)," \
	"hint::English (en),required,relevant,constraint," \
	"constraint_message::Svenska (sv),constraint_message::English (en)," \
	"calculation,appearance,bind::samreg:target,bind::samreg:column," \
	"bind::samreg:lookup\n"
#define GROUP "begin_group,visit,Besök,Visit,,,,,,,,,,,,\n"
#define START "date,start,Start,Start,Dag,Day,1,,,,,,,,,\n"
#define WHO "select_one people,who,Vem,Who,En,One,,,,,,,persist,,,\n"
#define END "end_group,,,,,,,,,,,,,,,\n"
#define FIELD(row) HEAD GROUP START WHO row END

struct texts {
	const char *index, *form, *rules, *lists;
};

static struct grid *grid(const char *name, const char *csv, struct faults *f)
{
	struct grid *g = csvfile_parse(name, csv, strlen(csv), ',', f);

	assert_non_null(g);
	return g;
}

static struct codes *some_codes(struct faults *f)
{
	static const char csv[] = "code,sv,en\nwoman,Kvinna,Woman\nman,Man,Man\n";
	struct codes *c = codes_new();
	struct grid *g = grid("sex.csv", csv, f);

	assert_true(codes_add(c, "sex", g, f));
	grid_free(g);
	return c;
}

/* What is NULL in `t` is the sound text. */
static struct forms *parse(struct texts t, const struct codes *codes, struct faults *f)
{
	struct grid *index = grid("index.csv", t.index ? t.index : INDEX, f);
	struct grid *rules = grid("rules.csv", t.rules ? t.rules : RULES, f);
	struct grid *lists = grid("lists.csv", t.lists ? t.lists : LISTS, f);
	struct grid *form = grid("visit.csv", t.form ? t.form : FIELD(""), f);
	struct grid *const forms[] = { form, form };
	struct form_source source = {
		.index = index, .rules = rules, .lists = lists, .forms = forms,
	};
	struct forms *all = forms_parse(&source, codes, f);

	grid_free(index);
	grid_free(rules);
	grid_free(lists);
	grid_free(form);
	return all;
}

struct refusal {
	struct texts texts;
	const char *file;
	size_t row, column;
	const char *message;
};

static void assert_refused(const struct refusal *r, size_t count)
{
	for (size_t i = 0; i < count; i++, r++) {
		struct faults f = { 0 };
		struct codes *codes = some_codes(&f);

		assert_null(parse(r->texts, codes, &f));
		assert_int_equal(f.count, 1);
		assert_string_equal(f.items[0].message, r->message);
		assert_string_equal(f.items[0].file, r->file);
		assert_int_equal(f.items[0].row, r->row);
		assert_int_equal(f.items[0].column, r->column);
		codes_free(codes);
		faults_done(&f);
	}
}

#define REFUSED(cases) assert_refused(cases, sizeof(cases) / sizeof((cases)[0]))

static void a_form_is_read_as_it_stands(void **state)
{
	struct faults f = { 0 };
	struct codes *codes = some_codes(&f);
	struct texts t = { .form = FIELD(
		"text,who_name,Namn,Name,,,,,,,,,hidden,,,who.name\n"
		"integer,age,Ålder,Age,År,Yr,,who IS NULL,age > 0,Nej,No,1 + 1,,,,\n") };
	struct forms *all = parse(t, codes, &f);
	const struct form *form;

	(void)state;
	assert_non_null(all);
	assert_int_equal(forms_count(all), 1);
	form = forms_find(all, "visit");
	assert_ptr_equal(form, forms_at(all, 0));
	assert_null(forms_find(all, "closure"));
	assert_string_equal(form->new_label.sv, "Nytt besök");
	assert_string_equal(form->title, "start");
	assert_int_equal(form->field_count, 4);
	assert_int_equal(form_find_field(form, "age"), 3);
	assert_int_equal(form_find_field(form, "visit"), -1);
	assert_string_equal(form->fields[0].required, "1");
	assert_int_equal(form->fields[0].line, 3);
	assert_string_equal(form->fields[1].list, "people");
	assert_null(form->fields[1].codes);
	assert_true(form->fields[1].persistent);
	assert_true(form->fields[2].hidden);
	assert_string_equal(form->fields[2].lookup_field, "who");
	assert_string_equal(form->fields[2].lookup_column, "name");
	assert_string_equal(form->fields[3].constraint_message.en, "No");
	forms_free(all);
	codes_free(codes);
	faults_done(&f);
}

static void what_is_kept_has_its_column(void **state)
{
	struct faults f = { 0 };
	struct codes *codes = some_codes(&f);
	struct texts t = { .form = FIELD(
		"text,a,A,A,H,H,,,,,,,,,other,\n"
		"text,b,B,B,H,H,,,,,,start,,,,\n"
		"text,c,C,C,H,H,,,,,,,,,,who.name\n"
		"text,d,D,D,H,H,,,,,,,,,d,who.sex\n"
		"note,e,E,E,,,,,,,,,,,,\n") };
	struct forms *all = parse(t, codes, &f);
	const struct form_field *it;

	(void)state;
	assert_non_null(all);
	it = forms_at(all, 0)->fields;
	assert_string_equal(it[0].column, "start");
	assert_string_equal(it[2].column, "other");
	assert_string_equal(it[3].column, "");
	assert_string_equal(it[4].column, "");
	assert_string_equal(it[5].column, "d");
	assert_string_equal(it[6].column, "");
	forms_free(all);
	codes_free(codes);
	faults_done(&f);
}

static void parts_and_sections_own_their_fields(void **state)
{
	struct faults f = { 0 };
	struct codes *codes = some_codes(&f);
	struct texts t = { .form = FIELD(
		"select_multiple sex,sexes,K,S,H,H,,,,,,,,visit_sex,sex,\n")
		"begin_repeat,supports,S,S,,,,,,,,,,support phase=before,,\n"
		"select_one sex,source,S,S,H,H,,,,,,,,,,\n"
		"integer,extent,S,S,H,H,,,,,,,,,,\n"
		"end_repeat,,,,,,,,,,,,,,,\n"
		"begin_group,more,M,M,,,,start > 1,,,,,,,,\n"
		"text,remark,R,R,H,H,,,,,,,multiline,,,\n" END };
	struct forms *all = parse(t, codes, &f);
	const struct form *form;

	(void)state;
	assert_non_null(all);
	form = forms_at(all, 0);
	assert_int_equal(form->section_count, 3);
	assert_int_equal(form->sections[1].first_field, 3);
	assert_int_equal(form->sections[1].field_count, 2);
	assert_true(form->sections[1].repeats);
	assert_string_equal(form->sections[2].relevant, "start > 1");
	assert_int_equal(form->part_count, 3);
	assert_string_equal(form->parts[0].table, "visit");
	assert_int_equal(form->parts[0].field_count, 3);
	assert_false(form->parts[0].repeats);
	assert_string_equal(form->parts[1].table, "visit_sex");
	assert_true(form->parts[1].repeats);
	assert_int_equal(form->parts[1].first_field, 2);
	assert_string_equal(form->parts[2].fixed_column, "phase");
	assert_string_equal(form->parts[2].fixed_value, "before");
	assert_int_equal(form->parts[2].first_field, 3);
	assert_int_equal(form->parts[2].field_count, 2);
	assert_int_equal(form->fields[5].part, 0);
	assert_int_equal(form->fields[5].section, 2);
	forms_free(all);
	codes_free(codes);
	faults_done(&f);
}

static void rules_and_lists_are_read(void **state)
{
	struct faults f = { 0 };
	struct codes *codes = some_codes(&f);
	struct forms *all = parse((struct texts){ 0 }, codes, &f);
	const struct form_rule *rule;

	(void)state;
	assert_non_null(all);
	assert_int_equal(forms_rule_count(all), 1);
	rule = forms_rule_at(all, 0);
	assert_string_equal(rule->id, "R-101");
	assert_string_equal(rule->field, "start");
	assert_int_equal(rule->severity, SEVERITY_WARNING);
	assert_true(rule->at_completion);
	assert_true(rule->reads_register);
	assert_string_equal(rule->fires_when, "start > today()");
	assert_string_equal(rule->message.en, "Wrong");
	assert_string_equal(rule->protects, "a b");
	assert_int_equal(rule->line, 2);
	assert_string_equal(forms_find_list(all, "people")->query,
			    "SELECT id, name, name FROM person");
	assert_null(forms_find_list(all, "sex"));
	forms_free(all);
	codes_free(codes);
	faults_done(&f);
}

static void unknown_words_are_refused(void **state)
{
	static const struct refusal cases[] = {
		{ { .form = "type,name,label::Svenska (sv),label::English (en),colour\n"
		    "begin_group,g,G,G,\nnote,start,S,S,\nend_group,,,,\n" },
		  "visit.csv", 1, 5, "colour: okänd kolumn" },
		{ { .form = FIELD("txt,a,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 1, "txt: okänd typ" },
		{ { .form = FIELD("text sex,a,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 1, "text sex: okänd typ" },
		{ { .form = FIELD("select_one,a,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 1, "select_one: okänd typ" },
		{ { .form = FIELD("select_one sex or_other,a,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 1, "select_one sex or_other: okänd typ" },
		{ { .form = FIELD("select_one age,a,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 1,
		  "age: listan finns varken bland kodlistorna eller i lists.csv" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,,,,hidden big,,,\n") },
		  "visit.csv", 5, 13, "big: okänt utseende" },
	};

	(void)state;
	REFUSED(cases);
}

static void names_and_texts_are_held_to_their_form(void **state)
{
	static const struct refusal cases[] = {
		{ { .form = FIELD("text,start,A,A,H,H,,,,,,,,,x,\n") },
		  "visit.csv", 5, 2, "start: namnet förekommer två gånger" },
		{ { .form = FIELD("text,visit,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 2, "visit: namnet förekommer två gånger" },
		{ { .form = FIELD("text,,A,A,H,H,,,,,,,,,x,\n") },
		  "visit.csv", 5, 2, "name: får inte vara tomt" },
		{ { .form = FIELD("text,Age,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 2,
		  "Age: ett namn är små bokstäver a-z, siffror och _" },
		{ { .form = FIELD("text,record_id,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 2, "record_id: namnet är upptaget" },
		{ { .form = FIELD("text,a,A,,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 4, "label: den engelska texten saknas" },
		{ { .form = FIELD("text,a,,A,H,H,,,,,,,hidden,,,\n") },
		  "visit.csv", 5, 3, "label: den svenska texten saknas" },
		{ { .form = FIELD("text,a,A,A,,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 5, "hint: den svenska texten saknas" },
		{ { .form = FIELD("text,a,A,A,H,,,,,,,,,,,\n") },
		  "visit.csv", 5, 6, "hint: den engelska texten saknas" },
		{ { .form = FIELD("text,a,A,A,H,H,,,1,Nej,,,,,,\n") },
		  "visit.csv", 5, 11, "constraint_message: den engelska texten saknas" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,Nej,No,,,,,\n") },
		  "visit.csv", 5, 10,
		  "Nej: det finns inget villkor som texten hör till" },
	};

	(void)state;
	REFUSED(cases);
}

static void expressions_must_be_whole(void **state)
{
	static const struct refusal cases[] = {
		{ { .form = FIELD("text,a,A,A,H,H,(1,,,,,,,,,\n") },
		  "visit.csv", 5, 7, "(1: en parentes avslutas aldrig" },
		{ { .form = FIELD("text,a,A,A,H,H,1),,,,,,,,,\n") },
		  "visit.csv", 5, 7, "1): en parentes avslutas som aldrig börjar" },
		{ { .form = FIELD("text,a,A,A,H,H,,a = 'x,,,,,,,,\n") },
		  "visit.csv", 5, 8, "a = 'x: ett citattecken avslutas aldrig" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,,,1; 2,,,,\n") },
		  "visit.csv", 5, 12, "1; 2: ett uttryck innehåller inget semikolon" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,,,1 -- 2,,,,\n") },
		  "visit.csv", 5, 12, "1 -- 2: ett uttryck innehåller ingen kommentar" },
	};
	static const char *const whole = FIELD(
		"text,a,A,A,H,H,\"a = 'it''s (; --' AND (1)\",,,,,,,,,\n");
	struct faults f = { 0 };
	struct codes *codes = some_codes(&f);
	struct forms *all = parse((struct texts){ .form = whole }, codes, &f);

	(void)state;
	assert_non_null(all);
	forms_free(all);
	codes_free(codes);
	faults_done(&f);
	REFUSED(cases);
}

static void sections_must_open_and_close(void **state)
{
	static const struct refusal cases[] = {
		{ { .form = HEAD GROUP START WHO },
		  "visit.csv", 2, 1, "visit: sektionen avslutas aldrig" },
		{ { .form = HEAD GROUP START WHO "end_repeat,,,,,,,,,,,,,,,\n" },
		  "visit.csv", 5, 1, "visit: en grupp avslutas med end_group" },
		{ { .form = FIELD("") "end_group,,,,,,,,,,,,,,,\n" },
		  "visit.csv", 6, 1, "ingen sektion är öppen" },
		{ { .form = FIELD("begin_group,more,M,M,,,,,,,,,,,,\n"
				  "text,a,A,A,H,H,,,,,,,,,,\n") },
		  "visit.csv", 5, 1, "more: en sektion kan inte ligga i en annan" },
		{ { .form = FIELD("") "text,a,A,A,H,H,,,,,,,,,,\n" },
		  "visit.csv", 6, 1, "a: fältet ligger utanför sektionerna" },
		{ { .form = FIELD("") "begin_group,more,M,M,,,,,,,,,,,,\n" END },
		  "visit.csv", 6, 1, "more: sektionen har inga fält" },
		{ { .form = FIELD("") "begin_group,more,M,M,,,,,x,,,,,,,\n"
		    "text,a,A,A,H,H,,,,,,,,,,\n" END },
		  "visit.csv", 6, 9,
		  "constraint: kan inte anges på en rad av den typen" },
		{ { .form = HEAD },
		  "visit.csv", 0, 0, "visit: formuläret har inga fält" },
	};

	(void)state;
	REFUSED(cases);
}

static void bindings_are_held_to_their_form(void **state)
{
	static const struct refusal cases[] = {
		{ { .form = FIELD("select_multiple sex,a,A,A,H,H,,,,,,,,t a b,,\n") },
		  "visit.csv", 5, 14,
		  "t a b: målet skrivs TABELL eller TABELL kolumn=värde" },
		{ { .form = FIELD("select_multiple sex,a,A,A,H,H,,,,,,,,t a=,,\n") },
		  "visit.csv", 5, 14,
		  "t a=: målet skrivs TABELL eller TABELL kolumn=värde" },
		{ { .form = FIELD("select_multiple sex,a,A,A,H,H,,,,,,,,T,,\n") },
		  "visit.csv", 5, 14,
		  "T: målet skrivs TABELL eller TABELL kolumn=värde" },
		{ { .form = FIELD("select_multiple sex,a,A,A,H,H,,,,,,,,t,,\n"
				  "select_multiple sex,b,A,A,H,H,,,,,,,,t,,\n") },
		  "visit.csv", 6, 14, "t: målet är redan upptaget i formuläret" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,,,,,t,,\n") },
		  "visit.csv", 5, 14,
		  "bind::samreg:target: kan inte anges på en rad av den typen" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,,,,,,start,\n") },
		  "visit.csv", 5, 15,
		  "start: kolumnen är redan upptagen i formuläret" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,,,,,,,who\n") },
		  "visit.csv", 5, 16, "who: skrivs fält.kolumn" },
		{ { .form = FIELD("text,a,A,A,H,H,,,,,,,,,,start.x\n") },
		  "visit.csv", 5, 16,
		  "start: fältet väljer ingen post ur en postlista" },
	};

	(void)state;
	REFUSED(cases);
}

static void the_index_is_checked(void **state)
{
	static const struct refusal cases[] = {
		{ { .index = INDEX_HEAD "visit,visit,Besök,,N,N,1,\n" },
		  "index.csv", 2, 4, "label: den engelska texten saknas" },
		{ { .index = INDEX_HEAD "visit,visit,Besök,Visit,,N,1,\n" },
		  "index.csv", 2, 5, "new: den svenska texten saknas" },
		{ { .index = INDEX_HEAD "visit,,Besök,Visit,N,N,1,\n" },
		  "index.csv", 2, 2, "table: får inte vara tomt" },
		{ { .index = INDEX_HEAD "visit,visit,Besök,Visit,N,N,,\n" },
		  "index.csv", 2, 7, "title: får inte vara tomt" },
		{ { .index = INDEX_HEAD "visit,visit,Besök,Visit,N,N,1,start when\n" },
		  "index.csv", 2, 8, "when: formuläret har inget sådant fält" },
		{ { .index = INDEX "visit,visit,Besök,Visit,N,N,1,\n" },
		  "index.csv", 3, 1, "visit: förekommer två gånger" },
	};

	(void)state;
	REFUSED(cases);
}

static void rules_are_checked(void **state)
{
	static const struct refusal cases[] = {
		{ { .rules = RULES
		    "R-101,visit,start,error,entry,record,0,Fel,Wrong,\n" },
		  "rules.csv", 3, 1, "R-101: förekommer två gånger" },
		{ { .rules = RULE_HEAD "101,visit,start,error,entry,record,0,F,W,\n" },
		  "rules.csv", 2, 1, "101: ett regelnummer är som R-101" },
		{ { .rules = RULE_HEAD "R-1,visits,start,error,entry,record,0,F,W,\n" },
		  "rules.csv", 2, 2, "visits: det finns inget sådant formulär" },
		{ { .rules = RULE_HEAD "R-1,visit,begin,error,entry,record,0,F,W,\n" },
		  "rules.csv", 2, 3, "begin: formuläret har inget sådant fält" },
		{ { .rules = RULE_HEAD "R-1,visit,start,fatal,entry,record,0,F,W,\n" },
		  "rules.csv", 2, 4, "fatal: ska vara error eller warning" },
		{ { .rules = RULE_HEAD "R-1,visit,start,error,later,record,0,F,W,\n" },
		  "rules.csv", 2, 5, "later: ska vara entry eller completion" },
		{ { .rules = RULE_HEAD "R-1,visit,start,error,entry,world,0,F,W,\n" },
		  "rules.csv", 2, 6, "world: ska vara record eller register" },
		{ { .rules = RULE_HEAD "R-1,visit,start,error,entry,record,,F,W,\n" },
		  "rules.csv", 2, 7, "fires_when: får inte vara tomt" },
		{ { .rules = RULE_HEAD "R-1,visit,start,error,entry,record,(0,F,W,\n" },
		  "rules.csv", 2, 7, "(0: en parentes avslutas aldrig" },
		{ { .rules = RULE_HEAD "R-1,visit,start,error,entry,record,0,F,,\n" },
		  "rules.csv", 2, 9, "message: den engelska texten saknas" },
	};

	(void)state;
	REFUSED(cases);
}

static void lists_are_checked(void **state)
{
	static const struct refusal cases[] = {
		{ { .lists = LISTS "people,SELECT 1\n" },
		  "lists.csv", 3, 1, "people: förekommer två gånger" },
		{ { .lists = LISTS "sex,SELECT 1\n" },
		  "lists.csv", 3, 1, "sex: det finns en kodlista med det namnet" },
		{ { .lists = LISTS "more,DELETE FROM person\n" },
		  "lists.csv", 3, 2, "frågan börjar med SELECT" },
		{ { .lists = LISTS "more,\n" },
		  "lists.csv", 3, 2, "query: får inte vara tomt" },
		{ { .lists = LISTS "more,SELECT 1; SELECT 2\n" },
		  "lists.csv", 3, 2,
		  "SELECT 1; SELECT 2: ett uttryck innehåller inget semikolon" },
	};

	(void)state;
	REFUSED(cases);
}

static void every_fault_of_every_file_comes_at_once(void **state)
{
	struct faults f = { 0 };
	struct codes *codes = some_codes(&f);
	struct texts t = {
		.index = INDEX_HEAD "visit,visit,Besök,,N,N,1,x\n",
		.form = FIELD("text,a,,,H,H,(,,,,,,,,,\n"
			      "date,start,S,S,H,,,,,,,,,,x,\n"),
		.rules = RULE_HEAD "R-1,visit,x,error,entry,record,0,F,,\n",
		.lists = LISTS "more,\n",
	};

	(void)state;
	assert_null(parse(t, codes, &f));
	assert_int_equal(f.count, 10);
	codes_free(codes);
	faults_done(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_form_is_read_as_it_stands),
		cmocka_unit_test(what_is_kept_has_its_column),
		cmocka_unit_test(parts_and_sections_own_their_fields),
		cmocka_unit_test(rules_and_lists_are_read),
		cmocka_unit_test(unknown_words_are_refused),
		cmocka_unit_test(names_and_texts_are_held_to_their_form),
		cmocka_unit_test(expressions_must_be_whole),
		cmocka_unit_test(sections_must_open_and_close),
		cmocka_unit_test(bindings_are_held_to_their_form),
		cmocka_unit_test(the_index_is_checked),
		cmocka_unit_test(rules_are_checked),
		cmocka_unit_test(lists_are_checked),
		cmocka_unit_test(every_fault_of_every_file_comes_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
