"""Which parties ``the two sides``, ``the parties``, ``the three countries`` are."""

from __future__ import annotations

from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import GROUP, Draft, Scene
from diplomod.reading.names.memory import Memory

STATES = frozenset("countries nations states governments neighbours neighbors capitals powers".split())
MEMBERS = {"E3": ("DEU", "FRA", "GBR"), "QUAD": ("AUS", "IND", "JPN", "USA")}
CONTINENT = "EUROPE"
SIDES = frozenset("sides parties".split())
KEPT = 40  # pairs told before that are weighed
FADING = 0.8  # what a pair counts for each sentence that it lies back
LEADS = 0.5  # what the title and the lead count more
UNLIKELY = 0.3
BODIES = (PartyKind.INTERNATIONAL_BODY,)


def spell_out(scene: Scene) -> None:
    """Let the short name of a few states stand for each of them, where the text names them all: the E3 are Britain, France and
    Germany."""
    parties = scene.lexicon.names.parties
    shorts = {code: codes for code, codes in MEMBERS.items() if code in scene.spoken and scene.spoken.issuperset(codes)}
    if CONTINENT in scene.spoken and scene.spoken.issuperset(MEMBERS["E3"]):
        _three_of_europe(scene)
    for draft in scene.drafts if shorts else ():
        if len(draft.evidence) == 1 and draft.evidence[0][0].code in shorts:
            short, first, last = draft.evidence[0]
            draft.evidence = [(parties[code], first, last) for code in shorts[short.code]]
            draft.kind = GROUP


def _three_of_europe(scene: Scene) -> None:
    """Let ``three European powers`` stand for Britain, France and Germany where the text names these."""
    lowers, parties = scene.tokens.lowers, scene.lexicon.names.parties
    for draft in scene.drafts:
        codes = [party.code for party, _, _ in draft.evidence]
        if codes == [CONTINENT] and draft.plural and "three" in lowers[max(0, draft.first - 1) : draft.last]:
            _, first, last = draft.evidence[0]
            draft.evidence = [(parties[code], first, last) for code in MEMBERS["E3"]]
            draft.kind = GROUP


def sides_meant(scene: Scene, draft: Draft, memory: Memory, count: int) -> tuple[Party, ...]:
    """The parties last tied to each other, as many as are counted; whoever asks something of them is none of them.

    ``Kenya and Chad met. The UN envoy asked the two sides to go on``: Kenya and Chad. Three and more are those last spoken of.
    """
    lower = scene.tokens.lowers[draft.head]
    asking = _asking(scene, draft, memory)
    if count > 2:
        tied = next((pair for _, pair in reversed(memory.pairs[-KEPT:]) if len(pair) == count), ())
        return tied or _latest(memory, count)
    best: tuple[Party, ...] = ()
    most = 0.0
    for pair, weight in _weighed(scene, draft, memory, count).items():
        if lower in STATES and any(party.kind is not PartyKind.STATE for party in pair):
            continue
        codes = {party.code for party in pair}
        if asking is not None and asking in codes:
            weight *= UNLIKELY
        if lower in SIDES and any(party.kind in BODIES for party in pair):
            weight *= UNLIKELY
        if weight > most:
            best, most = pair, weight
    if best:
        return best
    pair = memory.pair
    return pair[: count or 2] if len(pair) >= 2 and (count in (0, len(pair)) or count == 2) else ()


def _weighed(scene: Scene, draft: Draft, memory: Memory, count: int) -> dict[tuple[Party, ...], float]:
    """What speaks for each pair: how often the text tied its parties to each other, what is near counting more, and the title."""
    weights: dict[frozenset[str], float] = {}
    pairs: dict[frozenset[str], tuple[Party, ...]] = {}
    for sentence, pair in memory.pairs[-KEPT:]:
        if count == 2 and len(pair) != 2:
            continue
        codes = frozenset(party.code for party in pair)
        weights[codes] = (
            weights.get(codes, 0.0) + FADING ** (draft.sentence - sentence) + (LEADS if sentence < 2 else 0.0)
        )
        pairs[codes] = pair
    return {pairs[codes]: weight for codes, weight in weights.items()}


def _asking(scene: Scene, draft: Draft, memory: Memory) -> str | None:
    """The party of the subject before, if the description is no subject itself: ``China asked the two neighbours``."""
    if acts(scene, draft):
        return None
    for other in (*memory.actors[-4:], *memory.persons[-4:]):
        if other.sentence == draft.sentence and len(other.parties) == 1 and memory.leads(other):
            return other.parties[0].code
    return None


def _latest(memory: Memory, count: int) -> tuple[Party, ...]:
    """So many states, those last spoken of, in the order of the text."""
    found: dict[str, Party] = {}
    for _, party in reversed(memory.states):
        if len(found) < count:
            found.setdefault(party.code, party)
    return tuple(reversed(found.values())) if len(found) == count else ()


def acts(scene: Scene, draft: Draft) -> bool:
    """Whether a verb follows, of which a description is the subject: ``said the two ministers had agreed``."""
    tags = scene.tokens.tags
    return draft.last < len(tags) and tags[draft.last] in ("VBD", "VBZ", "VBP", "MD")
