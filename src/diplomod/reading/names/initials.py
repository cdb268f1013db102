"""The initials of a post that stand for who holds it."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.reading.names.draft import PERSON, Draft, Scene
from diplomod.reading.names.persons import Human

SHORTEST, LONGEST = 2, 4
POST = Class.POST.value
BEHIND = frozenset("VBD VBZ VBP MD RB . , CC IN TO POS".split())
OTHERS = frozenset("us un eu uk au".split())  # what such letters mean more often


def find_initials(scene: Scene, humans: list[Human]) -> None:
    """``Principal Secretary Joseph Rono … The PS said``: Rono, if nobody else holds a post with these initials."""
    tokens = scene.tokens
    holders: dict[str, set[int]] = {}
    for human in humans:
        for draft in human.drafts[:4] if human.posts else ():
            for letters in _initials(scene, draft):
                if letters in tokens.vocabulary and letters not in OTHERS:
                    holders.setdefault(letters, set()).add(human.number)
    for token in tokens.places_of(frozenset(holders)) if holders else ():
        numbers = holders[tokens.lowers[token]]
        old = scene.at[token]
        if tokens.tags[token - 1] == "CD" or len(numbers) > 1 or not tokens.words[token].isupper():
            continue
        if tokens.tags[token + 1 : token + 2] and tokens.tags[token + 1] not in BEHIND:
            continue  # "the FM spokesman"
        if old is not None:
            if old.kind is PERSON or old.evidence or old.last - old.first > 1:
                continue
            old.dropped, scene.at[token] = True, None
        human = humans[next(iter(numbers))]
        draft = Draft(token, token + 1, token, PERSON, tokens.sentence_of[token], definite=True, person=human.number)
        draft.antecedent, draft.rule = human.drafts[0], find_initials
        human.drafts.append(scene.add(draft))


def _initials(scene: Scene, draft: Draft) -> list[str]:
    """The initials of the words of a post in capitals, and of its last words: ``Foreign Principal Secretary``, *fps* and *ps*."""
    if draft.post is None:
        return []
    words, letters = scene.tokens.words, ""
    found: list[str] = []
    for token in range(*draft.post):
        if words[token][0].isupper():
            letters += words[token][0]
        if scene.bits[token] & POST:
            lower = letters.lower()
            for at in range(max(0, len(lower) - LONGEST), len(lower) - SHORTEST + 1):
                found.append(lower[at:])
    return found
