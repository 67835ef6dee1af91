How bootstrap finds and installs what is missing, tried on stand-ins for the tools of the
system: pkg-config does not know cmocka before apt-get has run, make only says its name.

  $ mkdir bin
  $ cat >bin/pkg-config <<'END'
  > #!/bin/sh
  > [ "$2" != cmocka ] || [ -e "$HOME/installed" ]
  > END
  $ cat >bin/apt-get <<'END'
  > #!/bin/sh
  > echo "apt-get $*"
  > [ "$1" != install ] || [ -n "${NETWORK_DOWN-}" ] || touch "$HOME/installed"
  > END
  $ cat >bin/sudo <<'END'
  > #!/bin/sh
  > echo sudo
  > exec "$@"
  > END
  $ cat >bin/make <<'END'
  > #!/bin/sh
  > echo "make for $3"
  > END
  $ cat >bin/id <<'END'
  > #!/bin/sh
  > echo 1000
  > END
  $ cat >bin/autoreconf <<'END'
  > #!/bin/sh
  > mkdir -p po
  > printf 'echo "$@" >Makefile\n' >configure
  > chmod +x configure
  > touch Makefile.in po/Makefile.in.in
  > END
  $ for tool in cc autoconf automake autopoint msgfmt; do
  >   cp bin/make bin/$tool
  > done
  $ chmod +x bin/*
  $ mkdir tree
  $ cp "$SRCDIR/bootstrap" tree

The first time everything is done.

  $ PATH=$PWD/bin:$PATH tree/bootstrap build --enable-werror
  ! bootstrap: installing libcmocka-dev
  ! sudo
  ! apt-get update -qq
  ! sudo
  ! apt-get install -y -qq --no-install-recommends libcmocka-dev
  ! bootstrap: preparing the tree
  ! bootstrap: configuring in build
  ! make for build
  $ cat tree/build/Makefile
  --enable-werror

The second time only make is asked.

  $ PATH=$PWD/bin:$PATH tree/bootstrap build
  ! make for build

What the program says is alone on standard output.

  $ printf '#!/bin/sh\necho "samreg $*"\n' >tree/build/samreg
  $ chmod +x tree/build/samreg
  $ PATH=$PWD/bin:$PATH tree/bootstrap demo
  samreg demo
  ! make for build

An installation that does not help is told.

  $ rm "$HOME/installed"
  $ NETWORK_DOWN=1 PATH=$PWD/bin:$PATH tree/bootstrap build 2>&1 | tail -n 1
  bootstrap: still missing after installing: libcmocka-dev

Other systems are told what to install.

  $ for tool in sh cat cut sort paste dirname getconf; do
  >   ln -sf "$(command -v $tool)" bin/
  > done
  $ rm bin/apt-get
  $ PATH=$PWD/bin tree/bootstrap build
  ! bootstrap: missing packages, to install before trying again:
  ! bootstrap:   Fedora:   dnf install libcmocka-devel
  ! bootstrap:   Arch:     pacman -S --needed base-devel cmocka
  ! bootstrap:   Homebrew: brew install cmocka
  [1]

Wrong use is refused.

  $ tree/bootstrap biuld 2>&1 | head -n 1; tree/bootstrap biuld 2>/dev/null
  usage: ./bootstrap build|demo|check [CONFIGURE OPTION]...
  [2]
