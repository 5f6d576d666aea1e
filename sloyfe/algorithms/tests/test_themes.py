"""Which short texts say the same, in bokmål and nynorsk; and that a thousand take no time."""

import time
from random import Random

import pytest

from sloyfe.algorithms.themes import Concepts, alike

SAME = [
    ("Faste makkerpar ute i friminuttet", "Makkerpar i friminuttene"),
    ("Vi trenger felles språk om lek", "Felles språk om leik"),
    ("Mer tid til samarbeid mellom lærere", "Meir tid til samarbeid mellom lærarane"),
    ("Foreldrene må vite hva vi gjør", "Foreldra må vite kva vi gjer"),
    ("Voksne som er til stede ute", "Vaksne som er til stades ute"),
    ("Bedre overgang fra barnehage til skole", "Betre overgang frå barnehage til skule"),
    ("Felles regler for mobilbruk", "Vi bør ha felles reglar for mobilbruk"),
    ("Observere hverandre i klasserommet", "Observere kvarandre i klasserommet"),
]
OTHER = [
    ("Faste makkerpar ute i friminuttet", "Foreldrekaffe hver høst"),
    ("Vi trenger felles språk om lek", "Vi trenger mer tid til møter"),
    ("Bedre overgang fra barnehage til skole", "Flere bøker på biblioteket"),
    ("Mer tid til samarbeid mellom lærere", "Mer uteskole om våren"),
    ("Felles regler for mobilbruk", "Felles mål for lesing"),
    ("Observere hverandre i klasserommet", "Dele opplegg på tvers av trinn"),
    ("Rolige overganger i garderoben", "Flere voksne i matpausen"),
]


def background() -> list[str]:
    """What else lies on the tables, so that common words are known to be common."""
    return [text for pair in OTHER for text in pair]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_either_language_is_suggested(one: str, other: str):
    texts = [one, other, *(text for text in background() if text != one)]

    assert any({0, 1} <= set(cluster.members) for cluster in alike(texts))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_only_shares_small_words_is_not(one: str, other: str):
    texts = [one, other, *background()]

    assert not any({0, 1} <= set(cluster.members) for cluster in alike(texts))


def test_in_a_cluster_every_two_are_alike_and_no_text_is_in_two():
    texts = [text for pair in SAME for text in pair] + background()
    clusters = alike(texts)

    members = [member for cluster in clusters for member in cluster.members]
    assert len(members) == len(set(members))
    assert all(cluster.alike >= 0.5 for cluster in clusters)
    assert [cluster.alike for cluster in clusters] == sorted((c.alike for c in clusters), reverse=True)


def test_what_a_person_has_called_unlike_is_not_suggested_again():
    texts = [*SAME[0], *background()]

    assert not any({0, 1} <= set(cluster.members) for cluster in alike(texts, unlike=[(0, 1)]))


def test_with_concepts_other_words_for_the_same_meet_too():
    texts = ["Ansatte i enheten", "Dei tilsette i eininga", *background()]
    concepts = Concepts([["ansatt", "tilsett"], ["enhet", "eining"]])

    assert not any({0, 1} <= set(cluster.members) for cluster in alike(texts))
    assert any({0, 1} <= set(cluster.members) for cluster in alike(texts, concepts=concepts))


def test_the_same_texts_give_the_same_clusters_and_nothing_gives_none():
    texts = [text for pair in SAME for text in pair]

    assert alike(texts) == alike(texts)
    assert alike([]) == alike(["Bare ett"]) == alike(["", "…"]) == ()


def test_a_thousand_points_take_less_than_a_second():
    dice = Random(7)
    words = sorted({word for pair in (*SAME, *OTHER) for text in pair for word in text.split()})
    texts = [" ".join(dice.sample(words, dice.randint(3, 12))) for _text in range(1000)]
    alike(texts[:10])
    began = time.perf_counter()
    alike(texts)

    assert time.perf_counter() - began < 1
