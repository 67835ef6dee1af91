The evaluation panel. What it counts is tried in tests/unit/test_panel.

  $ samreg init --federation gotland >/dev/null
  $ samreg export --panel
  ! samreg: HOME/data/samreg/register.db: registret berättar inte om något år
  [1]
  $ samreg export --panel --years 2023-2024
  municipality,name,county,year,member,federation,first_year,before_register,level,population,allocated,used,allocated_per_inhabitant,used_per_inhabitant,unplaced,participations,participations_women,participations_men,participations_u30,participations_30_plus,participations_young_activity_compensation
  0980,Gotland,09,2023,1,gotland,,1,detailed,,,,,,0,0,0,0,0,0,0
  0980,Gotland,09,2024,1,gotland,,1,detailed,,,,,,0,0,0,0,0,0,0
  $ printf 'municipality,year,population\n0980,2024,34000\n' >people.csv
  $ samreg export --panel --years 2024 --population people.csv -o panel.csv; cut -d , -f 1,4-10 panel.csv
  municipality,year,member,federation,first_year,before_register,level,population
  0980,2024,1,gotland,,1,detailed,34000

A national register has every municipality.

  $ samreg init --national --db national.db >/dev/null
  $ samreg export --db national.db --panel --years 2024 >panel.csv; wc -l <panel.csv; grep '^0980' panel.csv
  291
  0980,Gotland,09,2024,1,gotland,,1,none,,,,,,,,,,,,

What is asked for wrongly.

  $ printf 'municipality,year,population\n1,2024,34000\n0980,24,x\n' >people.csv
  $ samreg export --panel --years 2024 --population people.csv
  ! samreg: people.csv:2:1: 1: kommunen finns inte
  ! samreg: people.csv:3:2: 24: ska vara ett år från 2004 till 2100
  ! samreg: people.csv:3:3: x: ska vara ett antal invånare
  [1]
  $ samreg export --panel --years 2024-2023
  ! samreg: export: --years: 2024-2023: ska vara två år, till exempel 2016-2024
  [2]
  $ samreg export --panel --years 24
  ! samreg: export: --years: 24: ska vara två år, till exempel 2016-2024
  [2]
  $ samreg export --panel --year 2024
  ! samreg: export: --panel går inte ihop med --year
  [2]
  $ samreg export --panel --years 2024 --population nowhere.csv
  ! samreg: nowhere.csv: kan inte läsas: Filen eller katalogen finns inte
  [1]
