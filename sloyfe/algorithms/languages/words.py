"""Bokmål, nynorsk or North Sámi, by words that only one of them has, by endings, and by letters.

A word from a list counts two, an ending one, a Sámi letter three. The guess is sure when the best is three ahead of the
next and more than twice as strong; otherwise it is a leaning, for a caller that knows more.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

NB_WORDS = """
jeg ikke hva hvem hvor hvordan hvorfor hvilke hvilken hvilket hver hvert hvis dere deres dem fra noen noe mye mer et
være vært blir ble bli gjennom gjennomføre gjennomføring gjennomføres også skal skole skoler skolen skolene skolens
barnehager barnehagene eier eiere eiers eierne eiernivå eierskap leder ledere lederne hele egen eget egne egenskap
fram frem fremme uten mellom sammen samme annen annet andre se sidene nedenfor velge velger eksempler eksempelvis
beskrivelse beskrivelser momenter kilder kilde brukt brukes utvikling forslag tilpasning rekkefølge innhold innholdet
møtepunkter føringer fleksibilitet tidsramme underveis sluttprodukt evaluere kunnskap enhet enheter enhetene
virksomhet virksomheter mulig mulighet muligheter forskjell forskjellig vanskelig oppgave oppgaver oppgaven uker uke
tjeneste tjenester tjenesten elever elevene voksne gjøre gjør gjort følge følger vet vite sier sa hun han hans hennes
våre vårt vår når da etter før selv kanskje ennå allerede igjen hjem hjemme fortelle fortsette begynne oppgi deltakere
deltakerne hendelse forståelse opplevelse begrunnelse vurdering lærere lærerne ansatt ansatte foreldre foresatte flere
man tidligere helt fikk kommer gjelder siden ligger gikk bedre mener fortsatt disse tror synes enda vei samtidig
imidlertid finnes ganger dager eneste holde sikre mente tallet sitter innen ønsket viktigste skriver ønsker morgen
virkelig høyt nedlastbart måter barna mennesker noensinne gjøres lage lager
"""
NN_WORDS = """
eg ikkje kva kven kvar korleis kvifor kor kvart dykk dykkar dei deira frå nokon noko nokre mykje meir ein eit vere
vore blir blei bli berre gjennom gjennomføre òg også skule skular skulen skulane barnehagar barnehagane eigar
eigarar eigaren eigarane eigarnivå eigarskap leiar leiarar leiarane heile eigen eige eigne fram utan mellom saman same
annan anna andre sjå sida sidene nedanfor døme dømer dømet skildring moment kjelder kjelde brukt utvikling forslag
tilpassing rekkjefølgje innhald innhaldet møtepunkt føringar fleksibilitet tidsramme rolla undervegs
sluttprodukt kunnskap eining einingar einingane verksemd verksemder mogleg moglegheit skilnad ulik vanskeleg oppgåve
oppgåver oppgåva veker veke teneste tenester tenesta elevar elevane vaksne gjere gjer gjort følgje følgjer veit vite
seie seier sa ho han hans hennar våre vårt vår når då etter før sjølv kanskje enno igjen heim heime fortelje halde
byrje deltakarar deltakarane hending forståing oppleving grunngiving vurdering lærarar lærarane tilsett tilsette
føresette desse ver kvarandre framleis nokolunde medan sidan særleg mogeleg vart vorte skal leggje byggje tenkje
spørje verte tek gjev treng trengst ønskjer ei kjem gjeld vera fleire vert heilt trur saka gjekk elles ligg vidare
finst fortel tidlegare difor endå sjølve såg vidare kome dessutan naturleg me vorten dåverande eigentleg truleg
framtida andreklasse lagar lage måtar einskild
"""
SE_WORDS = """
ja lea leat leamaš dat dán dan daid go gos maid mii mun don son mis sis ii eai eat dahje muhto maŋŋel ovdal bargu
bargat skuvla skuvllat skuvllain mánát mánáidgárdi oahppi oahppit sáhttá sáhttet galgá galget buot eará oktan birra
vuođul olis haga nu ahte jus jos vai dás doppe
"""
SE_LETTERS = re.compile("[čđŋšŧž]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
NB_ENDINGS = ("ene", "else", "elser", "elsen", "het", "heter", "heten", "enes", "inger", "ingene", "erne", "elig")
NN_ENDINGS = ("ane", "ingar", "ingane", "leg", "lege", "legheit", "heit", "heita", "arar", "arane", "tenesta")
SHORTEST_STEM = 4


def _only(words: str, *others: str) -> frozenset[str]:
    return frozenset(words.split()) - {word for other in others for word in other.split()}


LISTS = {
    "nb": _only(NB_WORDS, NN_WORDS, SE_WORDS),
    "nn": _only(NN_WORDS, NB_WORDS, SE_WORDS),
    "se": _only(SE_WORDS, NB_WORDS, NN_WORDS),
}
ENDINGS = {"nb": NB_ENDINGS, "nn": NN_ENDINGS}


@dataclass(frozen=True)
class Guess:
    """A language (empty when nothing says which), and whether it is sure."""

    language: str
    sure: bool


def scores(text: str) -> Mapping[str, int]:
    """How much speaks for each language."""
    words = [word.lower() for word in WORD.findall(text)]
    counted = {language: sum(2 for word in words if word in known) for language, known in LISTS.items()}
    for language, endings in ENDINGS.items():
        counted[language] += sum(1 for word in words if _ends(word, endings))
    counted["se"] += 3 * len(SE_LETTERS.findall(text))
    return counted


def spoken_language(text: str) -> Guess:
    """The language with most that speaks for it."""
    ordered = sorted(scores(text).items(), key=lambda each: -each[1])
    (best, most), (_next, less) = ordered[0], ordered[1]
    if most == less:
        return Guess("", sure=False)
    return Guess(best, sure=most - less >= 3 and most > 2 * less)


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    longest = len(word) - SHORTEST_STEM
    return word.endswith(endings) and any(word.endswith(ending) and len(ending) <= longest for ending in endings)
