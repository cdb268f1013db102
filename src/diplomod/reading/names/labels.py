"""Who answers in a transcript: the labels before the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplomod.lexicon.people import Class
from diplomod.model import Party, Person, Span, Speaker, SpeakerKind
from diplomod.reading.names.draft import PERSON, Scene
from diplomod.reading.names.persons import Human, cased, folded
from diplomod.reading.parts import ParagraphKind

TITLES = Class.ADDRESS.value | Class.POST.value | Class.MODIFIER.value | Class.PEOPLE.value
ANSWERS = frozenset(("A", "Answer", "ANSWER"))
KEPT = 20  # labels that are looked back at
WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def find_labelled(scene: Scene, humans: list[Human]) -> dict[int, Speaker]:
    """The speaker of each label of an answer, by the character where the label begins."""
    found: dict[int, Speaker] = {}
    known: dict[str, Speaker] = {}
    told: list[tuple[str, Speaker]] = []
    for paragraph in scene.document.paragraphs:
        label = paragraph.label
        if label is not None and paragraph.kind is ParagraphKind.ANSWER and label.start not in found:
            if label.text not in known:
                known[label.text] = _again(scene, told[-KEPT:], label) or _speaker(scene, humans, label)
                told.append((label.text, known[label.text]))
            found[label.start] = _placed(known[label.text], label)
    return found


def _again(scene: Scene, told: Sequence[tuple[str, Speaker]], label: Span) -> Speaker | None:
    """Who had a longer label before: ``LIM`` and ``FOREIGN MINISTER`` after ``ANA LIM, MINISTER FOR FOREIGN AFFAIRS``."""
    words = [word.lower() for word in WORD.findall(label.text)]
    classes = scene.lexicon.people.classes
    named = [folded(word) for word in words if not classes.get(word, 0) & TITLES]
    for text, speaker in reversed(told):
        if speaker.kind is not SpeakerKind.PERSON:
            continue
        parts = len(speaker.name.split())
        if named and len(named) < parts and folded(speaker.name.split()[-1]) == named[-1]:
            return speaker
        if words and not named and {*words} <= {word.lower() for word in WORD.findall(text)}:
            return speaker
    return None


def _placed(speaker: Speaker, label: Span) -> Speaker:
    person = None if speaker.person is None else Person(name=speaker.name, span=label)
    return Speaker(kind=speaker.kind, name=speaker.name, person=person, party=speaker.party, span=label)


def _speaker(scene: Scene, humans: list[Human], label: Span) -> Speaker:
    """A person of the text who has the name (``MR. PRICE``), or is called by it here alone; else the words.

    ``Shri Ajay Rao, Official Spokesperson``: the person before the comma. Who answers for an office speaks for its party.
    """
    classes = scene.lexicon.people.classes
    words = WORD.findall(label.text.partition(",")[0].partition("(")[0])
    words = words[1:] if words[1:] and words[0].lower() == "the" else words  # "THE SECRETARY-GENERAL"
    named = [word for word in words if not classes.get(word.lower(), 0) & TITLES]
    home = _office(scene, label) or _home(scene, named)
    scene.issuer = scene.issuer or _office(scene, label)
    if label.text in ANSWERS:
        human = _interviewed(scene, humans)
    else:
        human = _human(humans, [folded(word) for word in named]) if named else _holder(humans, words)
    if human is not None:
        parties = [draft.parties for draft in human.drafts if draft.parties]
        party = (parties[0][0] if len(parties[0]) == 1 else None) if parties else scene.issuer or home
        name = human.name if len(human.name.split()) >= len(named) else cased(" ".join(named))
        return _person(name, party, label)
    alone = len(named) == len(words) == 1 and "(" not in label.text
    if alone and named[0].isupper():  # "FISCHER", not "MODERATOR"
        alone = named[0].lower() in scene.lexicon.words.codes
    if named and all(word[0].isupper() for word in named) and not alone:
        return _person(cased(" ".join(named)), scene.issuer or home, label)
    return Speaker(kind=SpeakerKind.OFFICE, name=label.text, party=scene.issuer, span=label)


def _interviewed(scene: Scene, humans: list[Human]) -> Human | None:
    """Whoever is named first before all questions: ``Q&A with High Representative Ana Lima``."""
    head = min(paragraph.label.start for paragraph in scene.document.paragraphs if paragraph.label is not None)
    named = [one for one in humans if scene.tokens.starts[one.drafts[0].first] < head]
    return min(named, key=lambda human: human.drafts[0].first, default=None)


def _holder(humans: list[Human], words: list[str]) -> Human | None:
    """Who has the post that a label tells, the first that the text names: ``Foreign Minister:``."""
    post = " ".join(words).lower().removeprefix("the ")
    holding = [
        human
        for human in humans
        if post in human.posts and any(draft.kind is PERSON and not draft.dropped for draft in human.drafts)
    ]
    return min(holding, key=lambda human: human.drafts[0].first, default=None)


def _office(scene: Scene, label: Span) -> Party | None:
    """The party of an office in the label: ``FISCHER (Federal Foreign Office)``."""
    words = WORD.findall(label.text)
    lowers = [word.lower() for word in words]
    for at in range(1, len(words)):
        hit = scene.lexicon.names.at(words, lowers, at)
        if hit is not None and hit[1].party is not None:
            return hit[1].party
    return None


def _home(scene: Scene, named: list[str]) -> Party | None:
    """The one state spoken of where the first name is common: of a transcript that no office publishes."""
    if len(named) < 2:
        return None
    codes = scene.lexicon.people.homes.get(named[0].lower(), frozenset()) & scene.spoken
    return scene.lexicon.names.parties[next(iter(codes))] if len(codes) == 1 else None


def _person(name: str, party: Party | None, label: Span) -> Speaker:
    person = Person(name=name, span=label)
    return Speaker(kind=SpeakerKind.PERSON, name=name, person=person, party=party, span=label)


def _human(humans: list[Human], sought: list[str]) -> Human | None:
    """Who has all the words sought in the name: rather as the last of it, else as the first of a name of the East."""
    fitting = [
        human
        for human in humans
        if sought
        and set(sought) <= set(human.parts)
        and any(draft.kind is PERSON and not draft.dropped for draft in human.drafts)
    ]
    return next((human for human in fitting if human.parts[-1] == sought[-1]), fitting[0] if fitting else None)
