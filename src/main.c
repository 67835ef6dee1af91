/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's entry: chooses between the terminal and the command line. */

#include <libintl.h>
#include <stdio.h>

int main(void)
{
	puts(gettext("samreg: registret är ännu tomt"));
	return 0;
}
