The runner of transcripts itself: what it calls equal, and what not.

  $ echo one; echo two >&2; exit 3
  one
  ! two
  [3]

Every command of a file runs in the same folder, which is empty at first.

  $ ls
  $ cat >note <<END
  > first
  > END
  $ cat note
  first

Places and invisible bytes are made visible.

  $ echo "$HOME/x"; printf 'a\r\nb'
  HOME/x
  a\r
  b
  (no newline at the end)

A difference fails, is shown, and is told how to accept; accepting makes it pass.

  $ printf 'Prose.\n\n  $ echo new\n  old\n\nMore.\n' >case.t
  $ HOME=$HOME/in "$SRCDIR/tests/cli/run" case.t
  not ok 1 - echo new
  # @@ -1 +1 @@
  # -  old
  # +  new
  1..1
  # when the new output is right: make accept-goldens GOLDENS=tests/cli/case.t
  [1]
  $ HOME=$HOME/in "$SRCDIR/tests/cli/run" --accept case.t
  ok 1 - echo new
  1..1
  # accepted: tests/cli/case.t
  $ cat case.t; HOME=$HOME/in "$SRCDIR/tests/cli/run" case.t
  Prose.
  
    $ echo new
    new
  
  More.
  ok 1 - echo new
  1..1

A file without commands tests nothing, and fails.

  $ echo Prose. >empty.t; HOME=$HOME/in "$SRCDIR/tests/cli/run" empty.t
  1..0
  [1]
