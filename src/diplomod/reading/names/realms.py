"""Whose a government, a ministry or a spokesman is that is told without its state."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.model import Party, PartyKind
from diplomod.reading.names.draft import OFFICE, Draft, Scene, in_text
from diplomod.reading.names.memory import Memory

NATIONAL, SOURCE = Class.NATIONAL.value, Class.SOURCE.value
RULING = frozenset(
    """government ministry presidency army military cabinet parliament authorities junta administration regime embassy
    palace police state country""".split()
)
ORGANS = frozenset(
    """authority council commission summit secretariat committee assembly union community organisation organization
    bloc court mission""".split()
)
BODIES = (PartyKind.INTERNATIONAL_BODY, PartyKind.BLOC)
REALMS = {
    "alliance": frozenset("NATO CSTO AES AUKUS ANZUS".split()),
    "kingdom": frozenset("SAU BHR JOR MAR GBR ESP SWE NOR DNK NLD BEL THA KHM BTN TON LSO SWZ".split()),
    "sultanate": frozenset("OMN BRN".split()),
    "emirate": frozenset("QAT KWT ARE".split()),
    "emirates": frozenset(("ARE",)),
}
CROWNED = frozenset("king queen prince princess emir sultan monarch".split())
VOICES = frozenset("spokesman spokeswoman spokesperson spokesmen aide aides".split())
SOURCES = frozenset(("sources", "source"))
OFFICIALS = frozenset("official officials".split())
AMERICAN = "USA"
CLOSE = 1  # sentences
PARAGRAPH = 3  # sentences of a paragraph that are looked back over


def host_of_realm(lower: str, memory: Memory) -> Draft | None:
    """Which of the states spoken of is such a realm: ``the kingdom`` may be Bahrain, and is never Iran."""
    codes = REALMS.get(lower)
    if codes is None:
        return None
    fitting = [draft for code, draft in memory.parties.items() if code in codes]
    return max(fitting, key=in_text, default=None)


def government_meant(scene: Scene, draft: Draft, memory: Memory) -> tuple[Party, ...]:
    """The state of ``the government``, ``the ministry``, ``the prime minister``, or the body of ``the Council``.

    It is the one that publishes the text; else the one that the sentence or the one before it speaks of, if it is one
    alone; else the one where the text was filed from, if it speaks of that.
    """
    lower = scene.tokens.lowers[draft.head]
    issuer = scene.issuer
    if lower in ORGANS:
        capital = scene.tokens.words[draft.head][0].isupper()
        return (issuer,) if issuer is not None and issuer.kind in BODIES and capital else ()
    if lower not in RULING and not (draft.kind is OFFICE and scene.bits[draft.head] & NATIONAL):
        return ()
    if issuer is not None and issuer.kind is PartyKind.STATE and not _lacks(scene, draft, issuer.code):
        return (issuer,)
    return of_government(scene, draft, memory)


def of_government(scene: Scene, draft: Draft, memory: Memory) -> tuple[Party, ...]:
    """The state that the sentence or the one before it speaks of, if it is one alone; that fights rebels; or of the dateline."""
    lower = scene.tokens.lowers[draft.head]
    paragraphs = scene.document.sentence_paragraphs
    for back in range(PARAGRAPH + 1):
        sentence = draft.sentence - back
        if sentence < 0 or paragraphs[sentence] != paragraphs[draft.sentence]:
            break
        here = {party.code: party for at, party in memory.states if at == sentence}
        if len(here) == 1:
            return tuple(here.values())
        if here:
            return tuple(party for party in filed_from(scene) if party.code in here)
    fought = {item[0].code: item[0] for _, item in scene.against}
    if len(fought) == 1 and lower in ("government", "army", "military", "president"):
        return tuple(fought.values())  # "the government" in a war with the rebels of one state
    return filed_from(scene)


def _lacks(scene: Scene, draft: Draft, code: str) -> bool:
    """Whether a state has no such post: a republic no crown prince, the United States no prime minister."""
    lowers, absent = scene.tokens.lowers, scene.lexicon.people.absent
    if lowers[draft.head] in CROWNED:
        return not any(code in codes for realm, codes in REALMS.items() if realm != "alliance")
    return any(code in absent.get(" ".join(lowers[at : draft.head + 1]), ()) for at in (draft.head - 1, draft.head))


def filed_from(scene: Scene) -> tuple[Party, ...]:
    """The state of the national agency that tells it, or where the text was filed from, if it speaks of that."""
    parties = scene.lexicon.names.parties
    own = home_of(scene)
    if own is not None:
        return (parties[own],)
    dateline = scene.document.dateline
    filed = (
        {place.country for place in dateline.places if place.country in scene.spoken} if dateline is not None else set()
    )
    return tuple(parties[code] for code in filed if code in parties) if len(filed) == 1 else ()


def home_of(scene: Scene) -> str | None:
    """The state of the national agency that the dateline names: ``PYONGYANG, Oct. 29, Kyodo -`` is told in Japan; not where the
    text is of two others."""
    publisher = scene.document.publisher
    home = None if publisher is None else scene.lexicon.names.home_of.get(publisher.text.casefold())
    return home if home in scene.spoken or len(scene.spoken) < 2 else None


def institution_near(scene: Scene, draft: Draft, memory: Memory) -> tuple[Party, ...]:
    """The party of ``a spokeswoman``, ``an aide``, ``a ministry official``: of who acts in this sentence or the last."""
    lowers = scene.tokens.lowers
    words = lowers[draft.first : draft.head]
    if lowers[draft.head] in SOURCES and "official" in words:
        return filed_from(scene)
    if "administration" in words and AMERICAN in scene.spoken:
        return (scene.lexicon.names.parties[AMERICAN],)  # "a senior administration official"
    ruling = lowers[draft.head] in OFFICIALS | SOURCES and not RULING.isdisjoint(words)
    if lowers[draft.head] not in VOICES and not ruling:
        return ()
    home = home_of(scene) if ruling else None
    if home is not None and home in scene.spoken:
        return (scene.lexicon.names.parties[home],)
    known = [
        one
        for one in (*memory.persons[-3:], *memory.actors[-3:])
        if one.parties and draft.sentence - one.sentence <= CLOSE
    ]
    if not known:
        return ()
    latest = max(one.sentence for one in known)
    here = [one for one in known if one.sentence == latest]
    subjects = [one for one in here if memory.leads(one)] or here
    codes = {party.code for one in subjects for party in one.parties}
    return subjects[0].parties if len(codes) == 1 else ()
