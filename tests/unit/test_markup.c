/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing in a text is taken for a tag. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/markup.h"
#include "base/text.h"

static void assert_written(const char *text, const char *expected)
{
	struct text out = { 0 };

	markup_add(&out, text);
	assert_string_equal(text_get(&out), expected);
	text_done(&out);
}

static void no_character_opens_a_tag_or_ends_an_attribute(void **state)
{
	(void)state;
	assert_written("<script>alert('&\"')</script>",
		       "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;");
	assert_written("Åmål – 60 år", "Åmål – 60 år");
	assert_written("", "");
}

static void what_a_page_may_not_hold_is_left_out(void **state)
{
	(void)state;
	assert_written("a\x01" "b\u202Ec\nd", "abc d");
}

static void what_is_formatted_is_written_the_same_way(void **state)
{
	struct text out = { 0 };

	(void)state;
	markup_addf(&out, "%s < %d", "A&B", 5);
	assert_string_equal(text_get(&out), "A&amp;B &lt; 5");
	text_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_character_opens_a_tag_or_ends_an_attribute),
		cmocka_unit_test(what_a_page_may_not_hold_is_left_out),
		cmocka_unit_test(what_is_formatted_is_written_the_same_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
