"""Which parties ``the two sides``, ``the parties``, ``the three countries`` are."""

from __future__ import annotations

from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import Draft, Scene
from diplomod.reading.names.memory import Memory

STATES = frozenset("countries nations states governments neighbours neighbors capitals powers".split())
SIDES = frozenset("sides parties".split())
FAR = 12  # sentences that a pair is remembered for
BODIES = (PartyKind.INTERNATIONAL_BODY,)


def sides_meant(scene: Scene, draft: Draft, memory: Memory, count: int) -> tuple[Party, ...]:
    """The parties last tied to each other, as many as are counted; whoever asks something of them is none of them.

    ``Kenya and Chad met. The UN envoy asked the two sides to go on``: Kenya and Chad. Three and more are those last spoken of.
    """
    lower = scene.tokens.lowers[draft.head]
    asking = _asking(scene, draft, memory)
    if count > 2:
        return _latest(memory, count)
    found: tuple[Party, ...] = ()
    for sentence, pair in reversed(memory.pairs):
        if draft.sentence - sentence > FAR or (count == 2 and len(pair) != 2):
            continue
        if lower in STATES and any(party.kind is not PartyKind.STATE for party in pair):
            continue
        if lower in SIDES and any(party.kind in BODIES for party in pair) and len(memory.pairs) > 1:
            found = found or pair
            continue
        if asking is not None and any(party.code == asking for party in pair):
            found = found or pair
            continue
        return pair
    if found:
        return found
    pair = memory.pair
    return pair[: count or 2] if len(pair) >= 2 and (count in (0, len(pair)) or count == 2) else ()


def _asking(scene: Scene, draft: Draft, memory: Memory) -> str | None:
    """The party of the subject before, if the description is no subject itself: ``China asked the two neighbours``."""
    tokens = scene.tokens
    if draft.last < len(tokens.tags) and tokens.tags[draft.last] in ("VBD", "VBZ", "VBP", "MD"):
        return None
    for other in (*memory.actors[-4:], *memory.persons[-4:]):
        if other.sentence == draft.sentence and other.subject and len(other.parties) == 1:
            return other.parties[0].code
    return None


def _latest(memory: Memory, count: int) -> tuple[Party, ...]:
    """So many states, those last spoken of, in the order of the text."""
    found: dict[str, Party] = {}
    for _, party in reversed(memory.states):
        if len(found) < count:
            found.setdefault(party.code, party)
    return tuple(reversed(found.values())) if len(found) == count else ()
