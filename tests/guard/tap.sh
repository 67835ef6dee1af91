# SPDX-License-Identifier: GPL-3.0-or-later
# For the guards to read in: a guard is a list of checks, a check is a command that
# prints what is wrong and nothing when all is well.
# shellcheck shell=sh

# Where the tree is: the argument, else the tree this script stands in. All names are
# printed as they are seen from there.
cd "${1:-$(dirname "$0")/../..}" || exit 99
tap_count=0
tap_status=0

# check NAME COMMAND...
check() {
    tap_name=$1
    shift
    tap_count=$((tap_count + 1))
    if tap_found=$("$@") && [ -z "$tap_found" ]; then
        echo "ok $tap_count - $tap_name"
    else
        echo "not ok $tap_count - $tap_name"
        echo "$tap_found" | sed 's/^/# /'
        tap_status=1
    fi
}

done_checking() {
    echo "1..$tap_count"
    exit $tap_status
}
