/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One participation of a demo register, thought out and then written. Everything in it
 * agrees with the rules of the forms, but for one warning where that is asked for.
 */
#ifndef SAMREG_APP_DEMO_STORY_H
#define SAMREG_APP_DEMO_STORY_H

#include <stdbool.h>
#include <stddef.h>

#include "app/demo_inside.h"

/* What a story can be wanted to draw a warning for. */
enum demo_flaw {
	DEMO_FLAW_CONSENT, /* given after the start */
	DEMO_FLAW_HEALTH,  /* consent does not cover health data */
	DEMO_FLAW_SEEKS,   /* not stated whether the person seeks work */
	DEMO_FLAW_AGE,     /* over 66 */
	DEMO_FLAW_EXTENT,  /* works, but not how much */
	DEMO_FLAW_HOME,    /* lives outside the federation; overruled with a reason */
	DEMO_FLAWS,
	DEMO_FLAW_NONE = DEMO_FLAWS,
};

enum { DEMO_MAX_SOURCES = 2, DEMO_MAX_VISITS = 3 };

struct demo_person {
	char id[DEMO_ID_SIZE];
	int number, birth_year;
	const char *sex, *education, *municipality;
	struct {
		size_t intervention;
		int end;
	} visits[DEMO_MAX_VISITS];
	size_t visit_count;
	bool deceased;
};

/* How somebody lives before or after. "" is not stated. */
struct demo_phase {
	const char *sources[DEMO_MAX_SOURCES], *extents[DEMO_MAX_SOURCES];
	size_t source_count;
	bool works, studies;
	const char *work_kind, *work_extent, *study_extent, *seeks_work;
};

struct demo_story {
	const char *group; /* whose shares hold: young, sick or "" */
	struct demo_person *person;
	int start, end; /* days; INT_MAX while it goes on */
	int consent;    /* day */
	bool covers_health;
	const char *municipality, *education, *support_duration, *referrer;
	struct demo_phase before, after; /* after: only when `has_after` */
	bool has_after;
	const char *closure_reason, *next_step; /* "" while it goes on */
	enum demo_flaw flaw; /* wanted; _NONE when it was not possible */
};

/* Thinks out what `s` lacks when person, group, days and flaw are set. */
void demo_story_tell(struct demo *d, struct demo_story *s);

/* Writes the participation with what belongs to it, and its id and the person's number
 * into `out`, where the intervention is set. */
void demo_story_write(struct demo *d, const struct demo_story *s,
		      struct demo_participation *out);

/* Sets work and studies, and how much of them, by an answer of the list occupation_after:
 * neither, work, studies or both. Seeking work is left not stated. */
void demo_phase_occupy(struct demo *d, const struct demo_story *s, struct demo_phase *p,
		       const char *occupation);

/* Gives the sources their extents and takes back work that leaves no room for them. */
void demo_phase_settle(struct demo *d, const struct demo_story *s, struct demo_phase *p);

/* Whether the phase has this source of support. */
bool demo_phase_has(const struct demo_phase *p, const char *source);

#endif
