"""What stands beside a package in its archive, for people who open it by hand."""

README = """\
KOMPETANSEPAKKE FRA SLØYFE

Bokmål
Dette er en hel kompetansepakke: modulene, sidene på alle språkene de finnes på, og filene.
Les pakken inn i Sløyfe igjen ved å laste opp zip-fila slik den er. Ikke endre noe i den.
  package.json   Pakken selv. Øverst står navnet på formatet og hvilken versjon av det fila følger.
  files/         Filene i pakken. Navnene de har i pakken, står i package.json under "files".
Lisensen står i package.json under "licence". Den gjelder også for denne kopien.

Nynorsk
Dette er ein heil kompetansepakke: modulane, sidene på alle språka dei finst på, og filene.
Les pakken inn i Sløyfe att ved å laste opp zip-fila slik ho er. Ikkje endre noko i henne.
  package.json   Sjølve pakken. Øvst står namnet på formatet og kva versjon av det fila følgjer.
  files/         Filene i pakken. Namna dei har i pakken, står i package.json under "files".
Lisensen står i package.json under "licence". Han gjeld òg for denne kopien.
"""
