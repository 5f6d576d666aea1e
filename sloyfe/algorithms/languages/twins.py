"""The bokmål form of a nynorsk lemma, where the two differ by rule: lærar and lærer, moglegheit and mulighet."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final

from simplemma import is_known

# As nynorsk writes it, and as bokmål does: words and parts of words, also where bokmål has both.
WORDS: Final = """
kvarandre:hverandre kvar:hver kv:hv skul:skol fleir:fler meir$:mer eigen:egen eigar$:eier eig:ei vaks:voks heim:hjem
saman:sammen framand:fremmed sjølv:selv mogleg:mulig berre:bare noko:noe veke:uke stad(?!i):sted teneste:tjeneste
gjere:gjøre ^vere:være oppgåve:oppgave verksemd:virksomhet medverknad:medvirkning leik:lek betr:bedr einskild:enkelt
skilnad:forskjell namn:navn kome$:komme hald:hold rekkj:rekk gong:gang partnar:partner teikn:tegn annan:annen
forteljing:fortelling rettlei:veiled leiing:ledelse leiar:leder tilsett:ansatt open:åpen opne:åpne
(?<=..)gje$:ge (?<=..)kje$:ke
"""
# Endings and letters, tried on what bokmål does not know.
LETTERS: Final = """
leg$:lig leg:lig heit$:het ar$:er ande$:ende ing$:ning ing$:else nad$:ning semd$:somhet sam$:som je$:e ast$:es
a$:e ei:e øy:ø au:ø jø:je u:o y:u tt:t kk:k ll:l verk:virk
"""
AT_ONCE: Final = 2
Rules = tuple[tuple[re.Pattern[str], str], ...]
# Short words are too easily turned into others.
SHORTEST: Final = 4


def _compiled(rules: str) -> Rules:
    return tuple((re.compile(left), right) for left, right in (rule.rsplit(":", 1) for rule in rules.split()))


OF_WORDS: Final = _compiled(WORDS)
OF_LETTERS: Final = _compiled(LETTERS)


@lru_cache(50_000)
def bokmaal_of(lemma: str) -> str:
    """The lemma itself where no rule makes a word that bokmål knows."""
    if len(lemma) < SHORTEST:
        return lemma
    rules = OF_WORDS if is_known(lemma, lang="nb") else OF_WORDS + OF_LETTERS
    return next((form for form in _forms(lemma, rules) if is_known(form, lang="nb")), lemma)


def _forms(lemma: str, rules: Rules) -> Iterator[str]:
    fitting = [(pattern, right) for pattern, right in rules if pattern.search(lemma)]
    for count in range(1, AT_ONCE + 1):
        for chosen in combinations(fitting, count):
            form = lemma
            for pattern, right in chosen:
                form = pattern.sub(right, form)
            if form != lemma:
                yield form
