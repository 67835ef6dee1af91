Everything in English; nothing that is fixed has a Swedish letter. A difference here is
often a new text that po/en.po lacks (HACKING.md, Translations).

  $ samreg --lang en --help
  Usage: samreg [--db FILE] [--lang sv|en] [COMMAND] [OPTION]...
  
  Register for coordination federations. Without a command the terminal program
  starts.
  
  Commands:
    init                  creates a new register
    demo                  creates a register of made-up data and opens it
    report                writes the year-end tables
    check                 holds every rule against every record
    export                writes a year’s delivery, or a list
    import                receives deliveries, receipts and queries, or reads in
                          a list
    identities            reads participants’ personal identity numbers, if the
                          federation keeps them
    keys                  makes a recipient’s keys, or opens sealed personal
                          identity numbers
    query                 asks the federations about what they have delivered
    deliveries            shows what has been delivered
    unlock                unlocks a delivered year
    forms                 lists the forms or examines their files
    backup                writes a backup of the register
    verify                reads the whole register, or a backup, and looks for
                          damage
  
  Common options:
    --db FILE             the register’s file; otherwise $SAMREG_DB, otherwise
                          $XDG_DATA_HOME/samreg/register.db
    --lang sv|en          language: Swedish or English; otherwise what the
                          environment says
    --ascii               draw the lines and bars of the terminal program with
                          ordinary characters
    -h, --help            show the help and do nothing more
    --version             show the program’s version and do nothing more
  
  “samreg COMMAND --help” shows the options of the command.
  Exit status: 0 done, 1 refused or errors found, 2 wrong usage.
  $ for c in init demo report check export import forms backup verify; do samreg $c --lang en --help; done >help; grep '[åäöÅÄÖ]' help
  [1]
  $ head -n 12 help
  Usage: samreg init [OPTION]...
  
  samreg init creates a new register.
  
  Options:
    --federation CODE     the federation’s code, for example blekinge; a code
                          that is not in the list needs --name and --municipality
    --name NAME           the name of a federation that is not in the list
    --municipality MUNICIPALITY ...
                          one of its municipalities, by code or name
    --national            a national register, which receives the federations’
                          deliveries
  $ samreg frobnicate --lang en
  ! samreg: frobnicate: unknown command
  [2]
  $ samreg report --lang en --format zzz
  ! samreg: report: --format: zzz: must be text, csv, json, html or xlsx
  [2]
  $ samreg check --lang en --year x
  ! samreg: check: --year: x: must be a whole number from 2004 to 2100
  [2]
  $ samreg init --lang en --federation blekin
  ! samreg: init: --federation: blekin: not in the list (did you mean blekinge?); a new federation needs --name and --municipality
  [2]
  $ samreg check --lang en --db nowhere.db
  ! samreg: nowhere.db: there is no such register
  [1]

  $ samreg --lang en demo --db demo.db | sed 's/Demoförbundet (påhittade uppgifter)/Demo/' >report; grep -v 'Haparanda\|Norrbottens' report | grep '[åäöÅÄÖ]'
  [1]
  $ sed -n '/^Sex and age/,/^Base/p' report
  Sex and age (Appendix 3)
  
                                                          Sweden
  Age at start       Women         Men       Total  2024    2021
                number   %  number   %  number   %     %       %
  Under 30          37  39      44  48      81  44    44      36
  30–44 years       37  39      24  26      61  33    32      34
  45–59 years       18  19      21  23      39  21    21      27
  60 and over        3   3       2   2       5   3     3       3
  Total             95 100      91 100     186 100   100     100
  
  Base: detailed participations active at some time in the year.
  $ samreg --lang en forms --db demo.db | grep '[åäöÅÄÖ]'
  [1]
  $ samreg --lang en check --db demo.db | grep '^  ' | grep -v 'overruled: ' | grep '[åäöÅÄÖ]'
  [1]
  $ samreg --lang en check --db demo.db | tail -n 1 | sed 's/[0-9][0-9]*/N/g'
  Records checked: N. Errors: N. Warnings: N.
  $ samreg --lang en export --db demo.db --year 2025 --out out | head -n 3
  out/demo-2025-r1: the delivery is written, rows in each file:
    federation.csv                1
    memberships.csv               4
  $ samreg --lang en verify --db demo.db
  demo.db: whole and without faults
