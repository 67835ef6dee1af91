The rules asked of a whole register.

  $ samreg demo --db demo.db >/dev/null
  $ samreg check --db demo.db >out; echo "status $?"; tail -n 1 out | sed 's/[0-9][0-9]*/N/g'
  status 0
  Kontrollerade poster: N. Fel: N. Varningar: N.
  $ grep -c '^  VARNING R-[0-9]*, [^:]*: ' out >warnings; [ "$(cat warnings)" -gt 5 ] && echo many
  many

As CSV a row a finding, those overruled with their reasons.

  $ samreg check --db demo.db --format csv -o check.csv; head -n 1 check.csv; ls -l check.csv | cut -c 1-10
  form,id,title,rule,severity,field,message,reason
  -rw-------
  $ [ $(($(wc -l <check.csv) - 1)) -eq "$(cat warnings)" ] && echo same
  same

Only what concerns a year.

  $ samreg check --db demo.db --year 2004 | sed 's/[0-9][0-9]*/N/g'
  Kontrollerade poster: N. Fel: N. Varningar: N.

  $ samreg check --db demo.db --format html
  ! samreg: check: --format: html: ska vara text eller csv
  [2]
  $ samreg check --db demo.db --year x
  ! samreg: check: --year: x: ska vara ett heltal från 2004 till 2100
  [2]
  $ samreg check --db nowhere.db
  ! samreg: nowhere.db: registret finns inte
  [1]
  $ samreg check --db demo.db -o nowhere/check.csv 2>&1 | cut -d: -f 1-3
  samreg: nowhere/check.csv: kan inte skrivas

  $ samreg check --help
  Användning: samreg check [FLAGGA]...
  
  samreg check prövar alla regler på alla poster.
  
  Flaggor:
    --year ÅR             bara det som rör året; annars allt
    --format text|csv     text att läsa eller csv, en rad för varje fynd; annars
                          text
    -o, --output FIL      skriv till filen i stället för standard ut
  
  Gemensamma flaggor:
    --db FIL              registrets fil; annars $SAMREG_DB, annars
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          språk: svenska eller engelska; annars det som miljön
                          säger
    --ascii               rita terminalprogrammets linjer och staplar med vanliga
                          tecken
    -h, --help            visa hjälpen och gör inget mer
    --version             visa programmets version och gör inget mer
  
  Slutstatus är 1 när någon post har fel. Utkast prövas inte, de är inte klara.
