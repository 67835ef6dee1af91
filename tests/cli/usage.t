How the command line is read, and what is said when it is wrong.

  $ samreg --help
  Användning: samreg [--db FIL] [--lang sv|en] [KOMMANDO] [FLAGGA]...
  
  Register för samordningsförbund. Utan kommando startar terminalprogrammet.
  
  Kommandon:
    init                  skapar ett nytt register
    demo                  skapar ett register med påhittade uppgifter och öppnar
                          det
    report                skriver årets tabeller
    check                 prövar alla regler på alla poster
    export                skriver ett års leverans, eller en lista
    import                tar emot leveranser, kvitton och frågor, eller läser in
                          en lista
    identities            läser in deltagares personnummer, om förbundet för
                          sådana
    keys                  skapar en mottagares nycklar, eller öppnar förseglade
                          personnummer
    query                 ställer frågor till förbunden om det de har levererat
    deliveries            visar vad som är levererat
    unlock                låser upp ett levererat år
    forms                 listar formulären eller granskar deras filer
    backup                skriver en säkerhetskopia av registret
    verify                läser igenom registret, eller en säkerhetskopia, och
                          söker skador
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  ”samreg KOMMANDO --help” visar kommandots flaggor.
  Slutstatus: 0 utfört, 1 avvisat eller fel funna, 2 fel i kommandoraden.

  $ samreg -h | head -n 1
  Användning: samreg [--db FIL] [--lang sv|en] [KOMMANDO] [FLAGGA]...

  $ samreg --version
  samreg 0.1.0

  $ samreg report --help | head -n 1; samreg --help report | head -n 1
  Användning: samreg report [FLAGGA]...
  Användning: samreg report [FLAGGA]...

Every command has a help of its own, which runs nothing.

  $ for command in $(samreg --help | sed -n '/^Kommandon/,/^$/s/^  \([a-z]\{1,\}\) .*/\1/p')
  > do samreg "$command" --help >help || echo "$command: $?"
  >    head -n 1 help | grep -q "samreg $command" || echo "$command: no help"
  >    grep -q -e --db help || echo "$command: no options"
  > done

What is wrong is told in one line, and the status is 2.

  $ samreg exprot
  ! samreg: exprot: okänt kommando (menas export?)
  [2]
  $ samreg frobnicate --help
  ! samreg: frobnicate: okänt kommando
  [2]
  $ samreg --nonsense
  ! samreg: --nonsense: okänd flagga
  [2]
  $ samreg forms --chekc
  ! samreg: forms: --chekc: okänd flagga (menas --check?)
  [2]
  $ samreg forms --check=yes
  ! samreg: forms: --check: tar inget värde
  [2]
  $ samreg forms extra
  ! samreg: forms: extra: ett argument för mycket
  [2]
  $ samreg --db
  ! samreg: --db: saknar sitt värde (FIL)
  [2]
  $ samreg --db a --db b forms
  ! samreg: --db: får bara anges en gång
  [2]
  $ samreg --lang de forms
  ! samreg: --lang: ska vara sv eller en
  [2]

The shared options stand before the command or after it; --lang holds for what comes
before it as well.

  $ samreg --lang=sv forms --lang sv
  ! samreg: forms: --lang: får bara anges en gång
  [2]
  $ samreg forms --chekc --lang sv
  ! samreg: forms: --chekc: okänd flagga (menas --check?)
  [2]
  $ LANGUAGE=sv LC_ALL=sv_SE.UTF-8 samreg forms | head -n 1
  federation          Samordningsförbund

Nothing is asked and nothing is drawn when there is no terminal.

  $ samreg </dev/null >out 2>&1; echo "status $?"; cat -v out | head -n 2 | cut -c 1-7
  status 1
  samreg:

A result that can't be written is not silently lost.

  $ samreg --help >/dev/full 2>said; echo "status $?"; cut -d: -f 1,2 said
  status 1
  samreg: standard ut
