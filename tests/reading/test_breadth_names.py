"""Titles, nationalities and names in all their orders, and what is said of their bearers later: known by construction."""

from __future__ import annotations

import itertools

import pytest

from diplomod.lexicon import Lexicon
from diplomod.reading.document import lay_out
from diplomod.reading.names import find_names
from diplomod.reading.parts import Mention, MentionKind
from diplomod.reading.phrases import find_phrases
from diplomod.reading.tokens import tokenize

STATES = [
    ("Kenya", "Kenyan", "KEN"),
    ("South Korea", "South Korean", "KOR"),
    ("the Netherlands", "Dutch", "NLD"),
    ("Côte d’Ivoire", "Ivorian", "CIV"),
    ("Türkiye", "Turkish", "TUR"),
]
POSTS = [
    "President", "Prime Minister", "Foreign Minister", "Deputy Foreign Minister", "special envoy", "Ambassador",
    "Minister for Foreign Affairs", "National Security Adviser", "chief negotiator", "Defence Minister",
    "Secretary of State for Trade", "army chief", "Vice President", "spokesperson", "Minister of Trade and Industry",
]  # fmt: skip
NAMES = ["Amina Otieno", "Lee Chang-ho", "Jan van der Berg", "Omar al-Rashid", "Kofi N’Dri", "José Luis Prada"]
FRAMES = [
    "{demonym} {post} {name} arrived on Monday.",
    "{state}’s {post} {name} arrived on Monday.",
    "{state}’s {post}, {name}, arrived on Monday.",
    "The {demonym} {lower}, {name}, arrived on Monday.",
    "{name}, the {demonym} {lower}, arrived on Monday.",
    "{name}, {state}’s {lower}, arrived on Monday.",
    "The {lower} of {state}, {name}, arrived on Monday.",
    "{name}, the {lower} of {state}, arrived on Monday.",
    "The talks were opened by {demonym} {post} {name} on Monday.",
    "“It is near,” said {demonym} {post} {name}.",
    "He met the {lower} of {state}, {name}, on Monday.",
    "He spoke with {name}, {demonym} {lower}.",
]
LATER = [
    "{last} said so.", "Mr {last} said so.", "{post} {last} said so.", "“Soon,” {last} said.", "He said so.",
    "The {lower} said so.",
]  # fmt: skip


def people(text: str) -> list[Mention]:
    lexicon = Lexicon.default()
    document = lay_out(text, lexicon=lexicon)
    tokens = tokenize(document, lexicon)
    cast = find_names(document, tokens, find_phrases(tokens, lexicon), lexicon)
    return [mention for mention in cast.mentions if mention.kind is MentionKind.PERSON and mention.person is not None]


def lower(post: str) -> str:
    return post if post.startswith("Minister ") else post.lower()


def sentence(frame: str, state: tuple[str, str, str], post: str, name: str) -> str:
    text = frame.format(state=state[0], demonym=state[1], post=post, lower=lower(post), name=name, last=last(name))
    return text[0].upper() + text[1:]


def last(name: str) -> str:
    """The name by which somebody is called later: a Korean by the first word."""
    words = name.split()
    return words[0] if words[0] == "Lee" else " ".join(words[1:]) if "van" in words else words[-1]


def failures(frame: str) -> list[str]:
    wrong = []
    for state, (number, post) in itertools.product(STATES, enumerate(POSTS)):
        name = NAMES[(number + STATES.index(state)) % len(NAMES)]
        text = sentence(frame, state, post, name)
        found = [mention for mention in people(text) if mention.name == name]
        if not found or [party.code for party in found[0].parties] != [state[2]]:
            wrong.append(f"{text} {[(m.name, [p.code for p in m.parties]) for m in people(text)]}")
    return wrong


@pytest.mark.parametrize("frame", FRAMES)
def test_everyone_has_the_name_and_the_party(frame: str) -> None:
    assert failures(frame) == []


@pytest.mark.parametrize("later", LATER)
def test_later_mentions_are_of_the_same_person(later: str) -> None:
    wrong = []
    for state, (number, post) in itertools.product(STATES[:3], enumerate(POSTS)):
        name = NAMES[number % len(NAMES)]
        if "He" in later and name.startswith("Amina"):
            continue
        text = f"{sentence(FRAMES[0], state, post, name)} {sentence(later, state, post, name)}"
        found = people(text)
        if not found or {mention.name for mention in found} != {name} or len(found) < 2:
            wrong.append(f"{text} {[m.name for m in found]}")
    assert wrong == []
