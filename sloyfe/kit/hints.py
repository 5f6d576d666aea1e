"""A soft hint that a text may name a person or tell about one child; it warns and never blocks."""

import re

COMMON = """Ahmed Aisha Aksel Ali Amir Anders Andreas Anna Anne Arne Astrid Aurora Benjamin Berit Bjørn Camilla Cecilie
    Daniel David Eirik Elias Elin Ella Else Emil Emilie Emma Erik Espen Eva Fatima Filip Frida Geir Grete Gunnar Hanna
    Hanne Hans Harald Hassan Heidi Henrik Håkon Ibrahim Ida Inger Ingrid Isak Iselin Jakob Jan Jens Jonas Julie Kari
    Karin Kjell Knut Kristian Kristin Kåre Lars Lea Leif Leah Linda Linnea Lucas Lukas Magnus Maja Malin Marianne
    Maria Marie Marit Markus Martin Mathias Maryam Mia Mohammed Mona Morten Nils Nina Noah Nora Ola Olav Ole Oliver
    Olivia Omar Oskar Peter Petter Ragnhild Randi Sander Sara Selma Sigrid Silje Sofie Solveig Stian
    Svein Terje Thea Theodor Thomas Tor Tore Trine Turid Vilde Yusuf Zainab Øyvind Åse"""
NAMES = frozenset(COMMON.split())
WORD = re.compile(r"[A-ZÆØÅ][a-zæøåéöäü]+")
SURELY = (
    re.compile(r"\b\d{6}\s?\d{5}\b"),
    re.compile(r"\b[\w.+-]+@[\w-]+\.\w+\b"),
    re.compile(r"\b(?:\+47\s?)?\d{2}\s\d{2}\s\d{2}\s\d{2}\b"),
)
ONE_CHILD = re.compile(
    r"\b(?:gutt|jente|gut|barn|elev)(?:en|a|et)?\s+(?:på|som er|med)\s+(?:\d{1,2}\s+år|adhd|autisme|diagnose\w*)",
    re.IGNORECASE,
)


def looks_like_a_person(text: str) -> str | None:
    """The first piece of the text that seems to point at one person, if any."""
    for pattern in (*SURELY, ONE_CHILD):
        if found := pattern.search(text):
            return found.group()
    words = WORD.finditer(text)
    return next((word.group() for word in words if word.group() in NAMES), None)
