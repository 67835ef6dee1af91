/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows for the tables as a reader is told of them, from a register in a real file. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "store/facts.h"
#include "store_world.h"

static struct text told;

static void person(void *context, const struct facts_person *p)
{
	(void)context;
	text_addf(&told, "person %d %s %d\n", p->number, p->sex, p->birth_year);
}

static void intervention(void *context, const struct facts_intervention *i)
{
	(void)context;
	text_addf(&told, "intervention %d %s %d %s %s %s %s [%s]\n", i->number, i->id,
		  i->federation, i->kind, i->orientation, i->registration, i->start,
		  i->end);
}

static void group(void *context, const char *target_group)
{
	(void)context;
	text_addf(&told, "  group %s\n", target_group);
}

static void participation(void *context, const struct facts_participation *p)
{
	(void)context;
	text_addf(&told, "participation %s %d %d %s [%s] %s %s [%s]\n", p->id,
		  p->intervention, p->person, p->start, p->end, p->registered_at,
		  p->education, p->referrer);
}

static void support(void *context, const char *phase, const char *source,
		    const char *extent)
{
	(void)context;
	text_addf(&told, "  support %s %s [%s]\n", phase, source, extent);
}

static void occupation(void *context, const struct facts_occupation *o)
{
	(void)context;
	text_addf(&told, "  occupation %s %d %s %d %d %d %d\n", o->phase, o->works,
		  o->work_kind, o->work_extent, o->studies, o->study_extent,
		  o->seeks_work);
}

static void done(void *context)
{
	(void)context;
	text_add(&told, "  done\n");
}

static void add_number(long long number)
{
	if (number == FACTS_NOT_STATED)
		text_add(&told, " -");
	else
		text_addf(&told, " %lld", number);
}

static void volume(void *context, const struct facts_volume *v)
{
	(void)context;
	text_addf(&told, "volume %d %d", v->intervention, v->year);
	add_number(v->women);
	add_number(v->men);
	add_number(v->unspecified);
	add_number(v->occasions);
	text_add_char(&told, '\n');
}

static void membership(void *context, const struct facts_membership *m)
{
	(void)context;
	text_addf(&told, "membership %d %d [%s] [%s]\n", m->federation, m->municipality,
		  m->start, m->end);
}

#define STAMPS "'2023-03-01T08:00:00','x','2023-03-01T08:00:00','x'"

static struct db *filled(void)
{
	struct db *db;
	struct err e;

	must(db_create(path, &db, &e), &e);
	script(db,
	       "PRAGMA foreign_keys = OFF;"
	       "INSERT INTO person VALUES ('qb','f',2,'man',1990," STAMPS "),"
	       "  ('qa','f',1,'woman',1980," STAMPS ");"
	       "INSERT INTO intervention VALUES "
	       "('i2','f','B',NULL,'structural','training','volume','2020-01-01',"
	       " '2021-12-31',0,NULL," STAMPS "),"
	       "('i1','g','A',NULL,'individual','other','detailed','2022-05-01',NULL,0,"
	       " NULL," STAMPS ");"
	       "INSERT INTO intervention_target_group VALUES ('i2','other'),"
	       " ('i0','other'), ('i2','long_term_sick');");
	script(db,
	       "INSERT INTO participation VALUES "
	       "('p2','i1','qb','2023-01-01',NULL,NULL,'unknown','up_to_1y',NULL,NULL,"
	       " NULL," STAMPS "),"
	       "('p1','i1','qa','2022-06-01','2023-01-31',NULL,'doctoral','up_to_1y',"
	       " 'self','completed',NULL," STAMPS ");"
	       "INSERT INTO support VALUES ('p2','before','none',NULL),"
	       " ('p0','before','none',NULL), ('p1','before','a_kassa','50'),"
	       " ('p1','after','none',NULL);"
	       "INSERT INTO occupation VALUES "
	       "('p1','after',1,'subsidised',75,0,NULL,NULL);"
	       "INSERT INTO participation_target_group VALUES ('p2','other');"
	       "INSERT INTO volume VALUES ('v1','i2',2021,5,NULL,0,2,0," STAMPS "),"
	       " ('v2','i2',2020,5,NULL,0,2,1," STAMPS ");"
	       "INSERT INTO membership VALUES "
	       "('m1','g','1080',NULL,'2020-12-31',NULL," STAMPS
	       "), ('m2','f','1081','2004-01-01',NULL,NULL," STAMPS ");");
	return db;
}

static const struct facts_reader everything = {
	.person = person,
	.intervention = intervention,
	.intervention_group = group,
	.intervention_done = done,
	.participation = participation,
	.support = support,
	.occupation = occupation,
	.participation_group = group,
	.participation_done = done,
	.volume = volume,
	.membership = membership,
};

static void rows_come_with_what_belongs_to_them(void **state)
{
	struct db *db = filled();
	struct err e;

	(void)state;
	text_clear(&told);
	must(facts_read(db, &everything, &e), &e);
	assert_string_equal(
		text_get(&told),
		"person 0 woman 1980\n"
		"person 1 man 1990\n"
		"intervention 0 i1 0 individual other detailed 2022-05-01 []\n"
		"  done\n"
		"intervention 1 i2 1 structural training volume 2020-01-01 [2021-12-31]\n"
		"  group long_term_sick\n"
		"  group other\n"
		"  done\n"
		"participation p1 0 0 2022-06-01 [2023-01-31] 2023-03-01T08:00:00 "
		"doctoral"
		" [self]\n"
		"  support after none []\n"
		"  support before a_kassa [50]\n"
		"  occupation after 1 subsidised 75 0 0 0\n"
		"  done\n"
		"participation p2 0 1 2023-01-01 [] 2023-03-01T08:00:00 unknown []\n"
		"  support before none []\n"
		"  group other\n"
		"  done\n"
		"volume 1 2021 5 - 0 2\n"
		"volume 1 2020 - - - -\n"
		"membership 0 0 [] [2020-12-31]\n"
		"membership 1 1 [2004-01-01] []\n");
	db_close(db);
	text_done(&told);
}

/* Nothing stays halfway: the register can be written to, and read once more. */
static void what_nobody_wants_is_not_read(void **state)
{
	struct facts_reader r = { .intervention = intervention, .volume = volume };
	struct db *db = filled();
	struct err e;

	(void)state;
	for (int i = 0; i < 2; i++) {
		text_clear(&told);
		must(facts_read(db, &r, &e), &e);
		assert_string_equal(
			text_get(&told),
			"intervention 0 i1 0 individual other detailed 2022-05-01 []\n"
			"intervention 1 i2 1 structural training volume 2020-01-01 "
			"[2021-12-31]\n"
			"volume 1 2021 5 - 0 2\n"
			"volume 1 2020 - - - -\n");
		must(db_begin(db, &e), &e);
		must(db_commit(db, &e), &e);
	}
	db_close(db);
	text_done(&told);
}

static void save_elsewhere(void *context, const struct facts_person *p)
{
	struct db *other = context;

	person(NULL, p);
	script(other, "PRAGMA foreign_keys = OFF; INSERT OR IGNORE INTO volume VALUES "
		      "('late','i1',2019,1,1,1,1,0," STAMPS ");");
}

static void all_rows_are_of_one_moment(void **state)
{
	struct facts_reader r = everything;
	struct db *db = filled(), *other;
	struct err e;

	(void)state;
	must(db_open(path, DB_WRITE, &other, &e), &e);
	r.person = save_elsewhere;
	r.context = other;
	text_clear(&told);
	must(facts_read(db, &r, &e), &e);
	assert_null(strstr(text_get(&told), "2019"));
	text_clear(&told);
	must(facts_read(db, &r, &e), &e);
	assert_non_null(strstr(text_get(&told), "volume 0 2019 1 1 1 1"));
	db_close(other);
	db_close(db);
	text_done(&told);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(rows_come_with_what_belongs_to_them, new_path),
		cmocka_unit_test_setup(what_nobody_wants_is_not_read, new_path),
		cmocka_unit_test_setup(all_rows_are_of_one_moment, new_path),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
