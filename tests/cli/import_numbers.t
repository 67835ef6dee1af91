Personal identity numbers in a list from a spreadsheet. All numbers here are Skatteverket's
test numbers.

  $ samreg init --federation gotland --db r.db >/dev/null
  $ cat >interventions.csv <<'END'
  > name,kind,orientation,registration,start,esf
  > Spåret,individual,work_rehabilitation,detailed,2024-01-01,0
  > Stigen,individual,work_rehabilitation,detailed,2024-01-01,0
  > END
  $ samreg import --db r.db --form intervention --yes interventions.csv | tail -n 1
  2 rader är lagrade.
  $ cat >list.csv <<'END'
  > intervention,Personnummer,consent_given_on,covers_health_data,start,sex,birth_year,municipality,education,support_duration,support_before_1,works,studies,seeks_work
  > Spåret,850505-2384,2024-02-01,1,2024-02-01,,,0980,unknown,not_applicable,none,0,0,1
  > Spåret,19790303-2394,2024-02-01,1,2024-02-01,man,1979,0980,unknown,not_applicable,none,0,0,1
  > Spåret,030909-2385,2024-02-01,1,2024-02-01,,,0980,unknown,not_applicable,none,0,0,1
  > Stigen,198505052384,2024-09-01,1,2024-09-01,,,0980,unknown,not_applicable,none,0,0,1
  > END

A register that keeps none refuses the list, whatever the column is called, and has no column
for them in its template.

  $ samreg import --db r.db --form participation --yes list.csv
  ! samreg: list.csv: rad 1, kolumn B: Personnummer: registret för inga personnummer; ta bort kolumnen ur filen, så att den inte har fler uppgifter än registret ska få
  [1]
  $ sed 's/Personnummer/identity number/' list.csv >english.csv; samreg --lang en import --db r.db --form participation --yes english.csv
  ! samreg: english.csv: row 1, column B: identity number: the register keeps no personal identity numbers; take the column out of the file, so that it has no more data than the register is to get
  [1]
  $ sed 's/Personnummer/identity_number/' list.csv >name.csv; samreg import --db r.db --form participation --yes name.csv
  ! samreg: name.csv: rad 1, kolumn B: identity_number: registret för inga personnummer; ta bort kolumnen ur filen, så att den inte har fler uppgifter än registret ska få
  [1]
  $ printf 'column,field,code\n,identity_number,850505-2384\n' >map.csv; samreg import --db r.db --form participation --map map.csv interventions.csv
  ! samreg: map.csv: rad 2, kolumn B: identity_number: personnummer kan bara stå i listan
  [1]
  $ samreg import --db r.db --form participation --yes list.csv --map map.csv
  ! samreg: map.csv: rad 2, kolumn B: identity_number: personnummer kan bara stå i listan
  [1]
  $ samreg import --db r.db --template participation | grep -c Personnummer
  0
  [1]
  $ ls
  english.csv
  interventions.csv
  list.csv
  map.csv
  name.csv
  r.db

One that keeps them seals them when they are read: who they are of, sex and birth year follow.

  $ ln -s "$(dirname "$SAMREG")/tests/cli/decide" .; ./decide r.db identified
  $ samreg import --db r.db --template participation | grep -o 'Personnummer;[^;]*'
  Personnummer;Tidigare deltagare
  $ samreg import --db r.db --template participation -o empty.csv; grep identity_number empty.columns.csv | cut -d ';' -f 1-4
  empty.csv: en tom lista att fylla i
  empty.columns.csv: vad som får stå i dess kolumner
  Personnummer;identity_number;tio eller tolv siffror, till exempel ÅÅMMDD-NNNN;nej
  $ samreg import --db r.db --form participation --yes list.csv | sed '1,/seeks_work/d'
  Fel: 0. Varningar: 0.
  4 rader är lagrade.
  $ samreg export --db r.db --form participation -o out.csv; sed 's/"[^"]*"//g' out.csv | cut -d , -f 1,5,9,10,33 | tail -n 4; grep -c -i personnummer out.csv
  out.csv: 4 rader
  Spåret,2024-02-01,Kvinna,1985,D-0001
  Spåret,2024-02-01,Man,1979,D-0002
  Spåret,2024-02-01,Kvinna,2003,D-0003
  Stigen,2024-09-01,Kvinna,1985,D-0001
  0
  [1]
  $ printf 'deltagare,personnummer\n1,850505-2384\n2,790303-2394\n3,030909-2385\n' >numbers.csv; samreg identities --db r.db numbers.csv
  numbers.csv: nya personnummer: 0, ändrade: 0, som förut: 3, rader utan nummer: 0
  $ samreg import --db r.db --form participation --yes list.csv | tail -n 4
  Fel: 2. Varningar: 3.
  Anmärkningarna står vid sina rader i list.remarks.csv.
  Personnumren är dolda där: rätta i den egna filen.
  Inget är lagrat.

What is wrong is told with its place, never with the number; neither has the copy it.

  $ cat >bad.csv <<'END'
  > intervention,identity_number,consent_given_on,covers_health_data,start,sex,birth_year,municipality,education,support_duration,support_before_1,works,studies,seeks_work,note
  > Spåret,850505-2384,2025-02-01,1,2025-02-01,man,,0980,unknown,not_applicable,none,0,0,1,
  > Spåret,850506-2384,2025-02-01,1,2025-02-01,woman,1985,0980,unknown,not_applicable,none,0,0,1,850506-2383
  > Stigen,790303-2394,2025-02-01,1,2025-02-01,woman,1979,0980,unknown,not_applicable,none,0,0,1,
  > Spåret,850506-2383,2025-02-01,1,850506-2383,woman,1990,0980,unknown,not_applicable,none,0,0,1,
  > Spåret,,2025-02-01,1,2025-02-01,woman,1985,0980,unknown,not_applicable,none,0,0,1,
  > END
  $ samreg import --db r.db --form participation --yes bad.csv
  Deltagande: 5 rader (komma, UTF-8, inga decimaltal, LF)
    A   intervention       = Insats
    B   identity_number    = Personnummer
    C   consent_given_on   = Samtycke lämnat
    D   covers_health_data = Omfattar uppgifter om hälsa
    E   start              = Startdatum
    F   sex                = Kön
    G   birth_year         = Födelseår
    H   municipality       = Kommun
    I   education          = Högsta slutförda utbildning
    J   support_duration   = Tid i offentlig försörjning
    K   support_before_1   = Försörjning direkt före insatsen: Försörjning 1
    L   works              = Sysselsättning direkt före insatsen: Arbetar
    M   studies            = Sysselsättning direkt före insatsen: Studerar
    N   seeks_work         = Sysselsättning direkt före insatsen: Söker arbete aktivt
    O   note                 (läses inte)
  FEL, kolumn B (identity_number), rad 2: Enligt personnumret: Kvinna, 1985. Enligt kön och födelseår: Man, 1985. Rätta det som är fel.
  FEL, kolumn B (identity_number), rad 3: Kontrollsiffran i personnumret stämmer inte.
  FEL, kolumn B (identity_number), rad 4: Enligt personnumret: Man, 1979. Enligt kön och födelseår: Kvinna, 1979. Rätta det som är fel.
  FEL, kolumn B (identity_number), rad 5: Enligt personnumret: Kvinna, 1985. Enligt kön och födelseår: Kvinna, 1990. Rätta det som är fel.
  FEL, kolumn E (start), rad 5: det ser ut som ett personnummer, och det kan inte stå här
  VARNING, rad 6: kan vara samma post som på rad 3
  Fel: 5. Varningar: 1.
  Anmärkningarna står vid sina rader i bad.remarks.csv.
  Personnumren är dolda där: rätta i den egna filen.
  Inget är lagrat.
  [1]
  $ cat bad.remarks.csv
  intervention,identity_number,consent_given_on,covers_health_data,start,sex,birth_year,municipality,education,support_duration,support_before_1,works,studies,seeks_work,note,Anmärkning
  Spåret,19850505-****,2025-02-01,1,2025-02-01,man,,0980,unknown,not_applicable,none,0,0,1,,"FEL, B: Enligt personnumret: Kvinna, 1985. Enligt kön och födelseår: Man, 1985. Rätta det som är fel."
  Spåret,********-****,2025-02-01,1,2025-02-01,woman,1985,0980,unknown,not_applicable,none,0,0,1,19850506-****,"FEL, B: Kontrollsiffran i personnumret stämmer inte."
  Stigen,19790303-****,2025-02-01,1,2025-02-01,woman,1979,0980,unknown,not_applicable,none,0,0,1,,"FEL, B: Enligt personnumret: Man, 1979. Enligt kön och födelseår: Kvinna, 1979. Rätta det som är fel."
  Spåret,19850506-****,2025-02-01,1,19850506-****,woman,1990,0980,unknown,not_applicable,none,0,0,1,,"FEL, B: Enligt personnumret: Kvinna, 1985. Enligt kön och födelseår: Kvinna, 1990. Rätta det som är fel. | FEL, E: det ser ut som ett personnummer, och det kan inte stå här"
  Spåret,,2025-02-01,1,2025-02-01,woman,1985,0980,unknown,not_applicable,none,0,0,1,,VARNING: kan vara samma post som på rad 3
  $ samreg import --db r.db --form participation --yes bad.remarks.csv | grep 'kolumn B'
  FEL, kolumn B (identity_number), rad 2–5: numret är dolt, som i kopian med anmärkningar; läs in den egna filen
  $ printf 'column,field,value,code\nidentity_number,identity_number,850505-2384,790303-2394\n' >map.csv; samreg import --db r.db --form participation --map map.csv bad.csv
  ! samreg: map.csv: rad 2, kolumn B: identity_number: personnummer kan bara stå i listan
  [1]
  $ printf 'column,field\nidentity_number,-\n' >map.csv; samreg import --db r.db --form participation --map map.csv bad.csv >told; grep -e 238 -e 239 told bad.remarks.csv
  [1]
  $ grep -l -a -e 238 -e 2394 *.remarks.csv out.csv; grep -l -a -e 50505-\?2384 -e 90303-\?2394 -e 30909-\?2385 r.db*
  [1]

Without the key nothing is sealed, so nothing is read.

  $ mv r.db.key away; samreg import --db r.db --form participation --yes bad.csv; mv away r.db.key
  ! samreg: bad.csv: rad 1, kolumn B: identity_number: numren kan inte förseglas (HOME/work/r.db.key: nyckeln kan inte läsas: Filen eller katalogen finns inte); läs in listan där nyckeln finns, eller ta bort kolumnen ur filen
