The forms: a list, and whether their files are in order.

  $ samreg forms
  federation          Samordningsförbund
  membership          Medlemskommun
  party               Part
  funding             Medel
  admin_cost          Förbundets kostnad
  federation_year     Årets resultat
  intervention        Insats
  intervention_year   Insatsens år
  volume              Antal i volyminsats
  anonymous_count     Anonymt antal
  participation       Deltagande
  closure             Avslut
  person              Deltagare
  benefit_days        Ersättningsdagar
  $ samreg forms --lang en | head -n 2
  federation          Federation
  membership          Member municipality
  $ samreg forms --check | sed 's/[0-9][0-9]*/N/g'
  N formulär, N regler, inga fel

Every fault is told with its place.

  $ mkdir data && cp -R "$SRCDIR/forms" "$SRCDIR/data" data
  $ SAMREG_DATA=$PWD/data samreg forms --check | cut -d' ' -f 2
  formulär,
  $ sed '2s/,/,,/' "$SRCDIR/forms/party.csv" >data/forms/party.csv
  $ sed 's/start < intervention_start/start << nonsense(1/' "$SRCDIR/forms/rules.csv" \
  > >data/forms/rules.csv
  $ SAMREG_DATA=$PWD/data samreg forms --check
  ! samreg: forms/party.csv:2: raden har 10 fält, rubrikraden 9
  [1]
  $ cp "$SRCDIR/forms/party.csv" data/forms
  $ SAMREG_DATA=$PWD/data samreg forms --check
  ! samreg: forms/rules.csv:2:7: start << nonsense(1: en parentes avslutas aldrig
  [1]
  $ SAMREG_DATA=$PWD/data samreg forms
  ! samreg: forms/rules.csv:2:7: start << nonsense(1: en parentes avslutas aldrig
  [1]
  $ SAMREG_DATA=$PWD/nowhere samreg forms 2>&1 | head -n 1 | cut -d: -f 1-3
  samreg: HOME/work/nowhere/data/codes: kan inte läsas

  $ samreg forms --help
  Användning: samreg forms [FLAGGA]...
  
  samreg forms listar formulären eller granskar deras filer.
  
  Flaggor:
    --check               granska formulär, koder, regler och listor och visa
                          varje fel med fil, rad och kolumn
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
