"""What the lexicon knows of verbs."""

import pytest

from diplomod.lexicon.verbs import verbs


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("met", "VBD", "meet"),
        ("said", "VBN", "say"),
        ("denies", "VBZ", "deny"),
        ("travelling", "VBG", "travel"),
        ("traveled", "VBD", "travel"),
        ("emphasising", "VBG", "emphasize"),
        ("put", "VBD", "put"),
        ("agreed", "VBD", "agree"),
        ("vied", "VBD", "vie"),
        ("lying", "VBG", "lie"),
    ],
)
def test_forms_of_known_verbs_lead_to_their_lemma(form: str, tag: str, lemma: str) -> None:
    assert verbs().lemma(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("intensifies", "VBZ", "intensify"),
        ("intensified", "VBD", "intensify"),
        ("passes", "VBZ", "pass"),
        ("killed", "VBN", "kill"),
        ("dropping", "VBG", "drop"),
        ("changing", "VBG", "change"),
        ("abandoning", "VBG", "abandon"),
        ("renewed", "VBN", "renew"),
    ],
)
def test_forms_of_unknown_verbs_are_guessed_by_their_ending(form: str, tag: str, lemma: str) -> None:
    assert verbs().lemma(form, tag) == lemma


@pytest.mark.parametrize(
    ("lemma", "sense"),
    [("say", "say"), ("acknowledge", "say_np"), ("accuse", "say_of"), ("call off", "cancel"), ("rule out", "rule_out")],
)
def test_senses_tell_what_a_verb_can_introduce(lemma: str, sense: str) -> None:
    assert sense in verbs().senses(lemma)


def test_a_verb_without_a_sense_has_none() -> None:
    assert verbs().senses("sparkle") == frozenset()


def test_particles_make_another_verb() -> None:
    assert {"off", "for", "on"} <= verbs().particles["call"]


def test_every_sense_is_explained_in_the_file() -> None:
    from importlib import resources

    text = resources.files("diplomod.lexicon").joinpath("data", "verbs.txt").read_text(encoding="utf-8")
    remarks = " ".join(line for line in text.splitlines() if line.startswith("#"))
    words = set(
        remarks.replace(",", " ").replace(";", " ").replace(":", " ").replace("(", " ").replace(")", " ").split()
    )
    senses = {sense for known in verbs().senses_of.values() for sense in known}
    assert senses <= words
