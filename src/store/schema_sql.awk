# SPDX-License-Identifier: GPL-3.0-or-later
# Turns data/schema/NNN.sql, given in order, into the C file schema_sql.h declares.
# Refuses a missing or misplaced number: the steps are append-only.

BEGIN {
	print "/* Generated from data/schema. */"
	print "#include \"store/schema_sql.h\"\n"
	# A step is longer than the 4095 bytes C11 promises for a string.
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
	print "const char *const schema_sql[] = {"
}

FNR == 1 {
	if (count++)
		print "\t,"
	name = FILENAME
	sub(/.*\//, "", name)
	if (name != sprintf("%03d.sql", count)) {
		print FILENAME ": expected number " count > "/dev/stderr"
		failed = 1
		exit 1
	}
}

{
	gsub(/[\\"?]/, "\\\\&")
	print "\t\"" $0 "\\n\""
}

END {
	if (failed)
		exit 1
	print (count ? "\t,\n" : "") "\t0\n};\n"
	print "const int schema_sql_count = " count + 0 ";"
}
