Safety copies.

  $ samreg init --federation gotland >/dev/null
  $ samreg backup
  HOME/data/samreg/backup/gotland-2025-11-14T100000.db: säkerhetskopian är skriven
  $ cd "$XDG_DATA_HOME/samreg/backup" && ls -l | sed 1d | cut -c 1-10 && ls -ld . | cut -c 1-10
  -rw-------
  drwx------
  $ samreg verify "$XDG_DATA_HOME"/samreg/backup/*
  HOME/data/samreg/backup/gotland-2025-11-14T100000.db: helt och utan fel
  $ samreg backup copy.db && samreg verify copy.db
  copy.db: säkerhetskopian är skriven
  copy.db: helt och utan fel

A copy is a whole register, and what is there is never written over.

  $ samreg backup copy.db
  ! samreg: copy.db: finns redan
  [1]
  $ samreg --db copy.db backup again.db
  again.db: säkerhetskopian är skriven
  $ samreg backup
  ! samreg: HOME/data/samreg/backup/gotland-2025-11-14T100000.db: finns redan
  [1]

A name that would command the terminal is told without that.

  $ name=$(printf 'a\033[7mb'); touch "$name"; samreg backup "$name"
  ! samreg: a[7mb: finns redan
  [1]

What is no register, or a damaged one, is told apart.

  $ samreg verify nowhere.db
  ! samreg: nowhere.db: registret finns inte
  [1]
  $ echo no register >text && samreg verify text
  ! samreg: HOME/work/text: är inget samreg-register
  [1]
  $ cp copy.db hurt.db && dd if=/dev/urandom of=hurt.db bs=4096 seek=3 count=4 conv=notrunc 2>dd
  $ samreg verify hurt.db >out 2>&1; echo "status $?"; cut -c 1-16 out | sort -u
  status 1
  samreg: /tmp/sam
  $ samreg backup /proc/x
  ! samreg: /proc/x: Filen eller katalogen finns inte
  [1]
  $ samreg --db nowhere.db backup
  ! samreg: nowhere.db: registret finns inte
  [1]
  $ samreg backup a b
  ! samreg: backup: b: ett argument för mycket
  [2]

  $ samreg backup --help
  Användning: samreg backup [FLAGGA]... [FIL]
  
  samreg backup skriver en säkerhetskopia av registret.
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Utan FIL läggs kopian i mappen backup bredvid registret, med förbundets kod och
  tiden i namnet. En fil som finns skrivs aldrig över.
  $ samreg verify --help
  Användning: samreg verify [FLAGGA]... [FIL]
  
  samreg verify läser igenom registret, eller en säkerhetskopia, och söker
  skador.
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
