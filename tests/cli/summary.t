The count at the end of ./bootstrap check.

  $ mkdir -p build/tests
  $ printf ':test-result: %s one\n' PASS PASS SKIP XFAIL >build/tests/good.trs
  $ "$SRCDIR/tests/summary" build 0
  3 passed, 0 failed
  $ printf ':test-result: %s two\n' PASS FAIL ERROR XPASS >build/tests/bad.trs
  $ "$SRCDIR/tests/summary" build 2
  build/tests/bad.log: FAIL two
  build/tests/bad.log: ERROR two
  build/tests/bad.log: XPASS two
  4 passed, 3 failed
  [1]

When make broke off, that is a failure although no test failed; so is no test at all.

  $ rm build/tests/bad.trs; "$SRCDIR/tests/summary" build 2
  make check broke off with status 2
  3 passed, 1 failed
  [1]
  $ rm build/tests/good.trs; "$SRCDIR/tests/summary" build 0
  0 passed, 0 failed
  [1]
