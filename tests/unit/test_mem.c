/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that never fails, and what happens when it does. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"

static void allocated_memory_is_zeroed(void **state)
{
	unsigned char *p = mem_alloc(4096), *none = mem_alloc(0);

	(void)state;
	for (size_t i = 0; i < 4096; i++)
		assert_int_equal(p[i], 0);
	assert_non_null(none);
	free(p);
	free(none);
}

static void texts_are_copied(void **state)
{
	char source[] = "abcdef";
	char *whole = mem_text(source), *part = mem_text_part(source, 3);
	char *null = mem_text(NULL), *nothing = mem_text_part(NULL, 0);

	(void)state;
	source[0] = 'x';
	assert_string_equal(whole, "abcdef");
	assert_string_equal(part, "abc");
	assert_string_equal(null, "");
	assert_string_equal(nothing, "");
	free(whole);
	free(part);
	free(null);
	free(nothing);
}

static void an_array_grows_zeroed_and_keeps_its_items(void **state)
{
	int *items = NULL;
	size_t capacity = 0;

	(void)state;
	for (size_t n = 0; n < 1000; n++) {
		size_t before = items ? capacity : 0;

		items = mem_grow(items, &capacity, n + 1, sizeof(*items));
		assert_true(capacity > n);
		for (size_t i = before; i < capacity; i++)
			assert_int_equal(items[i], 0);
		items[n] = (int)n;
	}
	for (size_t n = 0; n < 1000; n++)
		assert_int_equal(items[n], n);
	free(items);
}

static void an_array_with_room_stays_where_it_is(void **state)
{
	size_t capacity = 0;
	char *items = mem_grow(NULL, &capacity, 5, 1);
	size_t had = capacity;

	(void)state;
	assert_ptr_equal(mem_grow(items, &capacity, had, 1), items);
	assert_int_equal(capacity, had);
	free(items);
}

static void a_capacity_without_items_is_not_believed(void **state)
{
	size_t capacity = 100;
	char *items = mem_grow(NULL, &capacity, 50, 1);

	(void)state;
	for (size_t i = 0; i < capacity; i++)
		assert_int_equal(items[i], 0);
	free(items);
}

static void say_hook(void)
{
	fputs("hook\n", stderr);
	fflush(stderr);
}

static void dying_hook(void)
{
	say_hook();
	mem_die("again");
}

/* Runs `act` in a child; returns its exit status and what it wrote on standard error. */
static int death(void (*act)(void), char *said, size_t size)
{
	int ends[2], status;
	size_t length = 0;
	ssize_t n;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		alarm(10);
		act();
		_exit(0);
	}
	close(ends[1]);
	while ((n = read(ends[0], said + length, size - 1 - length)) > 0)
		length += (size_t)n;
	said[length] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void die_plainly(void)
{
	mem_die("the reason");
}

static void die_with_hook(void)
{
	mem_on_death(say_hook);
	mem_die("the reason");
}

static void die_without_hook_again(void)
{
	mem_on_death(say_hook);
	mem_on_death(NULL);
	mem_die("the reason");
}

static void die_in_hook(void)
{
	mem_on_death(dying_hook);
	mem_die("the reason");
}

static void ask_for_too_much(void)
{
	volatile size_t size = SIZE_MAX / 4;
	size_t capacity = 0;

	mem_grow(NULL, &capacity, size, 8);
}

static void ask_for_what_wraps_round(void)
{
	volatile size_t size = SIZE_MAX - 1;
	size_t capacity = 0;

	mem_grow(NULL, &capacity, size, 1);
}

static void dying_gives_one_line_and_status_70(void **state)
{
	char said[256];

	(void)state;
	assert_int_equal(death(die_plainly, said, sizeof(said)), 70);
	assert_string_equal(said, "samreg: the reason\n");
}

static void the_hook_runs_once_before_the_message(void **state)
{
	char said[256];

	(void)state;
	assert_int_equal(death(die_with_hook, said, sizeof(said)), 70);
	assert_string_equal(said, "hook\nsamreg: the reason\n");
	assert_int_equal(death(die_without_hook_again, said, sizeof(said)), 70);
	assert_string_equal(said, "samreg: the reason\n");
	assert_int_equal(death(die_in_hook, said, sizeof(said)), 70);
	assert_string_equal(said, "hook\nsamreg: again\n");
}

static void too_large_a_size_dies(void **state)
{
	char said[256];

	(void)state;
	assert_int_equal(death(ask_for_too_much, said, sizeof(said)), 70);
	assert_int_equal(death(ask_for_what_wraps_round, said, sizeof(said)), 70);
	assert_string_equal(said, "samreg: minnet är slut\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(allocated_memory_is_zeroed),
		cmocka_unit_test(texts_are_copied),
		cmocka_unit_test(an_array_grows_zeroed_and_keeps_its_items),
		cmocka_unit_test(an_array_with_room_stays_where_it_is),
		cmocka_unit_test(a_capacity_without_items_is_not_believed),
		cmocka_unit_test(dying_gives_one_line_and_status_70),
		cmocka_unit_test(the_hook_runs_once_before_the_message),
		cmocka_unit_test(too_large_a_size_dies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
