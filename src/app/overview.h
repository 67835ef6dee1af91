/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The year at a glance: key figures and what needs attention. Knows no screen.
 */
#ifndef SAMREG_APP_OVERVIEW_H
#define SAMREG_APP_OVERVIEW_H

#include <stdbool.h>

struct app;
struct err;

/* Counts are numbers of participations, unless something else is said. */
struct overview {
	long long active, ongoing, ended, started;   /* of the year; without errors */
	long long anonymous, volume;                 /* people counted */
	/* Who worked or studied after it among the ended, in whole per cent; -1: none
	 * ended. The same printed for the whole country, of the latest year there is. */
	int share, national_share, national_year;
	long long interventions;                     /* registered at all */
	/* What needs attention, as of today. */
	long long drafts;
	long long queries;         /* of the national follow-up, without an answer */
	long long long_open;       /* for more than 24 months */
	long long outlasting;      /* open though the intervention has ended */
	long long without_actual;  /* interventions of the year before, no actual cost */
	long long without_volume;  /* volume interventions of it that nobody counted */
	long long not_received;    /* deliveries without receipt, the latest of a year */
	/* What overview_check() finds; else 0. */
	long long errors, warnings;
};

/* Reads the overview of the year, all but what the check finds. */
bool overview_load(struct app *a, int year, struct overview *out, struct err *e)
	__attribute__((warn_unused_result));

/* Adds what app/check finds in the year, which takes its time: for when nothing else is
 * waited for. Nothing in a national register, where nothing is keyed. */
bool overview_check(struct app *a, int year, struct overview *out, struct err *e)
	__attribute__((warn_unused_result));

#endif
