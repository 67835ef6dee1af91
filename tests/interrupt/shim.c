/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Goes before libc (LD_PRELOAD) and counts the calls that change something on the disk.
 * At number $SHIM_AT the process is struck as $SHIM_HOW says: KILL, INT, TERM send it
 * that signal, just before the call; FULL makes this call and all later ones fail as on a
 * full disk, ONCE only this one. When the process ends by itself their number is written
 * to $SHIM_COUNT.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long count;
static bool ended;

static bool is_how(const char *how, const char *name)
{
	return how && !strcmp(how, name);
}

/* Counts a call; false, with errno, when it is to fail. */
static bool may_go_on(void)
{
	const char *at = getenv("SHIM_AT"), *how = getenv("SHIM_HOW");
	long strike = at ? strtol(at, NULL, 10) : 0;

	count += !ended;
	if (ended || !strike || count < strike)
		return true;
	if (is_how(how, "FULL") || (is_how(how, "ONCE") && count == strike)) {
		errno = ENOSPC;
		return false;
	}
	if (count > strike)
		return true;
	if (is_how(how, "KILL"))
		raise(SIGKILL);
	if (is_how(how, "INT"))
		raise(SIGINT);
	if (is_how(how, "TERM"))
		raise(SIGTERM);
	return true;
}

/* The function of that name which would have been called. */
#define REAL(type, name) ((type)dlsym(RTLD_NEXT, name))

ssize_t write(int fd, const void *bytes, size_t length)
{
	typedef ssize_t function(int, const void *, size_t);

	if (fd > STDERR_FILENO && !may_go_on())
		return -1;
	return REAL(function *, "write")(fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
	typedef ssize_t function(int, const void *, size_t, off64_t);

	return may_go_on() ? REAL(function *, "pwrite64")(fd, bytes, length, at) : -1;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at)
{
	typedef ssize_t function(int, const void *, size_t, off_t);

	return may_go_on() ? REAL(function *, "pwrite")(fd, bytes, length, at) : -1;
}

int fsync(int fd)
{
	typedef int function(int);

	return may_go_on() ? REAL(function *, "fsync")(fd) : -1;
}

int fdatasync(int fd)
{
	typedef int function(int);

	return may_go_on() ? REAL(function *, "fdatasync")(fd) : -1;
}

int ftruncate64(int fd, off64_t length)
{
	typedef int function(int, off64_t);

	return may_go_on() ? REAL(function *, "ftruncate64")(fd, length) : -1;
}

int rename(const char *from, const char *to)
{
	typedef int function(const char *, const char *);

	return may_go_on() ? REAL(function *, "rename")(from, to) : -1;
}

int mkdir(const char *path, mode_t mode)
{
	typedef int function(const char *, mode_t);

	return may_go_on() ? REAL(function *, "mkdir")(path, mode) : -1;
}

/* A full disk is no reason not to remove. */
int unlink(const char *path)
{
	typedef int function(const char *);
	bool goes_on = may_go_on();

	(void)goes_on;
	return REAL(function *, "unlink")(path);
}

__attribute__((destructor)) static void tell(void)
{
	const char *path = getenv("SHIM_COUNT");
	FILE *file;

	ended = true;
	file = path ? fopen(path, "w") : NULL;
	if (!file)
		return;
	fprintf(file, "%ld\n", count);
	fclose(file);
}
