"""The words beside a name that tell the post: titles before it, appositions after it."""

from __future__ import annotations

from diplomod.lexicon.people import Class
from diplomod.reading.names.draft import PARTY, PERSON, PLACE, Draft, Range, Scene

CALENDAR = Class.CALENDAR.value
POST, ADDRESS, MODIFIER, KIN = Class.POST.value, Class.ADDRESS.value, Class.MODIFIER.value, Class.KIN.value
AMERICAN, MALE, FEMALE = Class.AMERICAN.value, Class.MALE.value, Class.FEMALE.value
LINKS = frozenset("of and for to".split())
DETERMINERS = frozenset("the a an this that these those his her its their our my your".split())
OWN = frozenset("his her its their our my".split())
NOMINAL = frozenset("NN NNP NNPS JJ".split())
RANKS = frozenset(
    """general colonel major captain lieutenant brigadier admiral commander marshal sergeant lt gen maj col capt cmdr
    adm highness majesty excellency prince princess sheikh sultan emir baron baroness lord lady brig lt. gen. maj.
    col. capt. cmdr. adm. brig. vice rear professor dr dr. prof. maj-gen lt-gen lt-col""".split()
)
STYLES = frozenset("highness excellency majesty eminence holiness honour honor worship".split())
ROYAL = frozenset("prince princess sheikh".split())
TURNED = "-turned-"
BEFORE = frozenset("acting visiting outgoing incoming newly then".split())
FORMER = frozenset("former ex".split())
TOWARDS = frozenset("for on in".split())
SENT = frozenset(
    "envoy representative ambassador coordinator mediator emissary rapporteur negotiator commissioner".split()
)
SERVING = frozenset("spokesman spokeswoman spokesperson aide adviser advisor secretary staff lawyer".split())
GOVERNING = frozenset("secretary governor mayor premier minister president".split())
REACH = 14
FAR = 22
SERVED_IN = frozenset("of at in for on and the to".split())
OFFICES = frozenset(("NN", "NNS", "NNPS", "NNP", "POS", "JJ"))
LONGEST = 28


def find_titles(scene: Scene) -> None:
    """Give each person the words beside the name, and the parties that they name."""
    for draft in list(scene.drafts):
        if draft.kind is PERSON:
            _before(scene, draft)
            _after(scene, draft)


def _before(scene: Scene, draft: Draft) -> None:
    """Take the words before the name in its phrase, less address, party and determiner, as the post.

    ``Qatari Prime Minister Sheikh Hamad``: ``Prime Minister``, of Qatar.
    """
    tokens, bits = scene.tokens, scene.bits
    begin = tokens.sentences[draft.sentence][0]
    if begin < draft.first - REACH:
        begin = draft.first - REACH
    at = draft.first
    while at > begin and (
        (bits[at - 1] & ADDRESS and not bits[at - 1] & POST) or (tokens.lowers[at - 1] in ROYAL and bits[at - 2] & POST)
    ):
        draft.sex = draft.sex or _sex(bits[at - 1])
        at -= 1
    end = at
    first = _start(scene, end, begin) if end < draft.first else _start(scene, draft.first, begin)
    linked = _linked(scene, first, end, begin)
    first = linked if linked == first else _start(scene, linked, begin)
    owner = _owner(scene, draft, first)
    owned = begin < first < end and tokens.lowers[first - 1] in OWN and tokens.lowers[first] not in STYLES
    if owned and scene.bits[end - 1] & POST:
        draft.whose = first - 1  # "his counterpart Luis Paz"
    first, end = _trimmed(scene, draft, first, end)
    far = _far(scene, draft, first, end)
    if far is not None:
        _hold(scene, draft, far, draft.first)
        return
    if first >= end:
        if owner is not None and owner.kind is not PERSON:
            draft.owners.append(owner)
        return
    classes = 0
    for token in range(first, end):
        classes |= bits[token]
    if owner is None and first > begin and tokens.lowers[end - 1] in SERVING:
        served = scene.at[first - 1]  # "[Lima] spokesman Luis Paz"
        if served is not None and served.kind is PERSON and served.last == first:
            draft.owners.append(served)
    if owner is not None:
        draft.owners.append(owner)
        if classes & KIN or owner.kind is PERSON:
            first = owner.first
    _inner(scene, draft, first, end)
    noun_at = scene.phrases.noun_at
    same = noun_at[first] == noun_at[draft.first] >= 0 and tokens.tags[end - 1] in ("NN", "JJ")
    if classes & (POST | KIN) or (end - first > 1 and (same or TURNED in tokens.lowers[end - 1])):
        draft.post = (first, end)
        scene.taken.update(range(first, end))
        draft.certain = draft.certain or bool(classes & (POST | KIN))
        draft.sex = draft.sex or _sex(bits[end - 1])


def _far(scene: Scene, draft: Draft, first: int, end: int) -> int | None:
    """Where a long post begins that ends with where one serves: ``[head of the press office of the ministry] Ana Lima``.

    The words from `first` to `end` have been found right before the name.
    """
    tokens, bits = scene.tokens, scene.bits
    sent = first < end and "for" in tokens.lowers[first:end]  # "the envoy of the [UN chief for Chad] Ana Lima"
    if not sent and (first < end and (bits[first] & (POST | KIN) or end < draft.first)):
        return None
    if tokens.tags[draft.first - 1] not in ("NN", "NNS", "NNP", "NNPS") or bits[draft.first - 1] & (
        POST | ADDRESS | KIN
    ):
        return None
    begin = max(tokens.sentences[draft.sentence][0], draft.first - FAR)
    at, best = draft.first, None
    while at > begin:
        before, other = at - 1, scene.at[at - 1]
        if other is not None and other.kind is PERSON:
            break
        if tokens.tags[before] not in OFFICES and tokens.lowers[before] not in SERVED_IN:
            break
        if bits[before] & POST and tokens.lowers[at] in ("of", "at", "for", "in", "to"):
            best = before
        at = before
    while best is not None and best > begin and bits[best - 1] & MODIFIER:
        best -= 1
    return best if not sent or (best is not None and not SENT.isdisjoint(tokens.lowers[best:first])) else None


def _hold(scene: Scene, draft: Draft, first: int, end: int) -> None:
    """Let the words from `first` to `end` be the post; the first party that they name is that of who holds it."""
    draft.post, draft.certain = (first, end), True
    draft.sex = draft.sex or _sex(scene.bits[first])
    scene.taken.update(range(first, end))
    scene.served.update(range(first + 1, end))
    draft.evidence.clear()
    _inner(scene, draft, first, end)
    del draft.evidence[1:]


def _sex(bits: int) -> str:
    return "m" if bits & MALE else "f" if bits & FEMALE else ""


def _start(scene: Scene, first: int, begin: int) -> int:
    """Where the words in one phrase with `first` begin, after a possessor, a comma, another name."""
    tokens, bits, noun_at = scene.tokens, scene.bits, scene.phrases.noun_at
    number = noun_at[first]
    inside = scene.phrases.nouns[number].first if number >= 0 else first
    at = first
    while at > begin:
        before = at - 1
        tag, other = tokens.tags[before], scene.at[before]
        if (other is not None and other.kind is PERSON) or tag in ("POS", ",", "CC", "DT", "PRP$", "VB"):
            break
        outside = tag not in NOMINAL and not bits[before] & (POST | KIN) and tokens.lowers[before] not in BEFORE
        if (before < inside and outside and other is None) or at in scene.phrases.fronts:
            break
        at = before
    return at


def _linked(scene: Scene, first: int, end: int, begin: int) -> int:
    """Go on to the left over ``of``, ``for``, ``and`` in titles: ``Minister of Trade and Envoy to Peru Ana Lima``."""
    tokens, bits = scene.tokens, scene.bits
    best = at = first
    before = first  # where the title began on this side of the last "and"
    posts = False
    for token in range(first, end):
        posts = posts or (bool(bits[token] & POST) and tokens.lowers[token] not in RANKS)
    while at > begin:
        lower, word = tokens.lowers[at - 1], tokens.words[at - 1]
        if lower == "and":
            of_other = scene.at[at]
            if of_other is not None and of_other.adjective and bits[of_other.last] & (POST | MODIFIER):
                break  # "Kenya's president and [Ugandan President Ana Lima]"
            if at == first and _is_of_state(scene, end, begin):
                break  # "Kenya's foreign minister and [President Ana Lima of Peru]"
            posts, before = False, best
        elif lower in LINKS and posts:
            break
        if lower in LINKS or (lower == "the" and tokens.lowers[at - 2] in LINKS):
            at -= 1
            continue
        if not word[0].isupper() and not (bits[at - 1] & (POST | MODIFIER) and tokens.lowers[at] in LINKS):
            break
        draft = scene.at[at - 1]
        if draft is not None and draft.kind is PERSON:
            break
        if at in scene.phrases.fronts:
            break  # "In Oslo [Foreign Minister Lima]"
        at -= 1
        posts = posts or bool(bits[at] & POST)
        if bits[at] & POST or (best == at + 1 and (bits[at] & MODIFIER or draft is not None)):
            best = at
    if best < before and best > begin and tokens.lowers[best - 1] in DETERMINERS:
        best = before  # "the Vice President and Chancellor Ana Lima": two people
    if best < first and first == end and tokens.lowers[first - 1] in LINKS:
        return first
    return best


def _is_of_state(scene: Scene, end: int, begin: int) -> bool:
    """Whether the name behind a title goes on with its state, and somebody owns what stands before: ``… of Peru``."""
    name = scene.at[end]
    after = len(scene.at) if name is None else name.last
    if scene.tokens.lowers[after : after + 1] != ["of"] or "POS" not in scene.tokens.tags[begin:end]:
        return False
    state = scene.at[after + 1] if after + 1 < len(scene.at) else None
    return state is not None and state.kind is PARTY


def _owner(scene: Scene, draft: Draft, first: int) -> Draft | None:
    """Who stands before ’s, if that is right before the title."""
    if (
        first >= 2
        and scene.tokens.lowers[first - 1] in ("'s", "'")
        and first - 1 >= scene.tokens.sentences[draft.sentence][0]
    ):
        at = first - 2
        while at > first - 6 and at >= 0 and scene.at[at] is None and scene.phrases.noun_at[at] >= 0:
            at -= 1
        return scene.at[at] if at >= 0 else None
    return None


def _trimmed(scene: Scene, draft: Draft, first: int, end: int) -> Range:
    """Less determiners and the parties before the title, which become evidence."""
    tokens = scene.tokens
    while first < end:
        inner = scene.at[first]
        if tokens.lowers[first] in DETERMINERS or tokens.tags[first] in ("CC", "CD", "PRP$"):
            first += 1
        elif scene.bits[first] & CALENDAR and not scene.bits[first] & (POST | MODIFIER):
            first += 1  # "on Thursday Col. Lima left"
        elif inner is not None and inner.kind in (PARTY, PLACE) and inner.last <= end:
            if inner.evidence:
                draft.evidence.extend(inner.evidence)
                inner.modifier = True
            elif inner.place is not None and tokens.lowers[end - 1] in GOVERNING:
                party = scene.lexicon.names.parties.get(inner.place.country or "")  # "Punjab Governor Omar Said"
                draft.evidence += [] if party is None else [(party, inner.first, inner.last)]
            first = inner.last
        else:
            break
    return first, end


def _inner(scene: Scene, draft: Draft, first: int, end: int) -> None:
    """The drafts inside a title tell the party; ``of Peru``, ``White House``."""
    seen: Draft | None = None
    for token in range(first, end):
        inner = scene.at[token]
        if inner is None or inner is seen or inner is draft:
            continue
        seen = inner
        if _errand(scene, first, inner):
            continue
        if inner.kind is PERSON:
            if inner not in draft.owners:
                draft.owners.append(inner)
        elif inner.evidence:
            draft.evidence.extend(inner.evidence)


def _of_next(scene: Scene, end: int, last: int) -> bool:
    """Whether what follows a name is the post of the next: ``invited by Ana Lima, the President of Peru, Luis Paz,``."""
    if end + 1 >= last or scene.tokens.words[end] != ",":
        return False
    at = end + 1
    while at < last and scene.bits[at] & (ADDRESS | POST) and scene.tokens.words[at][0].isupper():
        at += 1
    other = scene.at[at] if at < last else None
    if other is None or other.kind is not PERSON or other.first != at:
        return False
    return other.last < last and scene.tokens.words[other.last] == ","


def _errand(scene: Scene, first: int, inner: Draft) -> bool:
    """Whether an envoy is sent to whom the words name, not by them: ``Ambassador to Peru``, ``Special Envoy for Libya``."""
    lowers = scene.tokens.lowers
    at = inner.first - 1 - (lowers[inner.first - 1] == "the")
    if inner.kind is PERSON or at < first:
        return False
    return lowers[at] in ("to", "with") or (lowers[at] in TOWARDS and not SENT.isdisjoint(lowers[first:at]))


def _after(scene: Scene, draft: Draft) -> None:
    """An apposition after the name: ``Ana Lima, a close aide to the president,``."""
    tokens, bits = scene.tokens, scene.bits
    last = tokens.sentences[draft.sentence][1]
    at = draft.last
    if at + 2 >= last or tokens.words[at] != ",":
        return
    first = at + 1
    number = scene.phrases.noun_at[first]
    if number < 0:
        return
    phrase = scene.phrases.nouns[number]
    head = phrase.head
    while not bits[head] & (POST | KIN) and head + 1 < phrase.last:
        head += 1
    inner = scene.at[head]
    if not bits[head] & (POST | KIN) or (inner is not None and inner.kind is PERSON):
        return
    if (
        head + 1 < last
        and scene.at[head + 1] is not None
        and tokens.words[head + 1][0].isupper()
        and head + 1 < phrase.last
    ):
        return
    end = phrase.last
    while (
        end < last
        and end - first < LONGEST
        and tokens.words[end] not in (",", ".", ";", ":", "—", "–", "(", '"', "“", "”")
    ):
        if tokens.tags[end] in ("WP", "WDT", "VBD", "VBZ", "VBP", "MD"):
            break
        end += 1
    if end < last and tokens.tags[end] in ("VBD", "VBZ", "VBP", "MD"):
        return
    if _of_next(scene, end, last):
        return
    former = draft.post is not None and tokens.lowers[draft.post[0]] in FORMER
    before = len(draft.evidence), len(draft.owners)
    start = first
    if tokens.tags[first] in ("PRP$", "RB"):
        start = first + 1
    inner = scene.at[first]
    if inner is not None and inner.last < end and tokens.lowers[inner.last] in ("'s", "'"):
        draft.owners.append(inner)
    _inner(scene, draft, start, end)
    if draft.post is None:
        draft.post = (start, end)
    elif RANKS.issuperset(tokens.lowers[slice(*draft.post)]) and not scene.bits[head] & KIN:
        draft.further, draft.post = draft.post, (start, end)
    elif former and (len(draft.evidence), len(draft.owners)) != before:
        del draft.evidence[: before[0]]  # "former Kenyan president Ana Lima, head of the AU delegation"
        del draft.owners[: before[1]]
    elif before != (0, 0):
        del draft.evidence[before[0] :]
        del draft.owners[before[1] :]
    draft.certain = True
    draft.sex = draft.sex or _sex(bits[head])
    scene.taken.update(range(first, end))
