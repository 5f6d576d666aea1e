"""Boxes for two languages."""

from sloyfe.kit.forms import BilingualField, WordsField
from sloyfe.kit.text import Status, Text

STORED = Text.of(nb="Først dette.\n\nSå dette.", nn="Fyrst dette.\n\nSå dette.", source="nb")


def test_what_a_browser_sends_back_untouched_is_the_same_text():
    sent = [words.replace("\n", "\r\n") for words in (STORED.entries["nb"], STORED.entries["nn"])]

    assert STORED.rewritten(BilingualField().clean(sent)) == STORED


def test_a_translation_that_was_only_sent_along_is_older_than_the_rewritten_source():
    sent = ["Først noe annet.\r\n\r\nSå dette.", "Fyrst dette.\r\n\r\nSå dette."]

    assert STORED.rewritten(BilingualField().clean(sent)).status("nn") == Status.OLDER


def test_signs_without_width_or_that_turn_the_words_go_and_emoji_stay():
    assert WordsField().clean("Ni\u200bna\u200e \u202eedie\u00ad") == "Nina edie"
    assert WordsField().clean("👩\u200d🏫 to") == "👩\u200d🏫 to"
