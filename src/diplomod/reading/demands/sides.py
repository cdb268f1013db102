"""Who demands, and of whom: subjects, owners, and the counterpart where the words name none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.model import Party, PartyKind
from diplomod.reading.demands.drafts import Aim, Draft, View, named_most
from diplomod.reading.parts import Clause, Form, Mention, MentionKind, ParagraphKind, Relation

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
GERUND, FINITE = Form.GERUND, Form.FINITE
AS_INFINITIVE, COORDINATE = Relation.INFINITIVE, Relation.COORDINATE
PERSON = MentionKind.PERSON

RECENT = 6  # sentences in which an earlier demand tells who stands against whom
BACK = 12  # clauses, or demands, that are looked back at
FAR = 80  # tokens of a sentence in which the other side is looked for
NEAR = 2  # sentences before a demand in which the other side is looked for
# Words that stand for one side of a quarrel: who it is, the rest of the text tells.
SIDES = frozenset(
    "side sides north south fighters rebels army government authorities troops forces group leadership junta colleagues "
    "counterpart counterparts regime militants movement colonels officers militia insurgents guerrillas military generals "
    "soldiers putschists plotters mutineers separatists paramilitaries gunmen "
    "him her them it you capital country team interlocutor".split()
)


def doers(view: View, clause: Clause) -> tuple[int, ...]:
    """Who does what the clause says: its actors, or those of the verb above if it has none of its own."""
    beside = _with(view, clause)
    if beside:
        return beside
    if clause.verb.form is GERUND and clause.governor is not None:
        above = view.clauses[clause.governor]
        if above.verb.lemma == "join" and view.tokens.lowers[clause.verb.first - 1] == "in":
            return doers(view, above)  # "joined Chile in urging Lima to pay"
    for _ in range(6):
        if clause.actors or clause.verb.form is FINITE or clause.governor is None:
            break
        clause = view.clauses[clause.governor]
    if clause.relation is AS_INFINITIVE and clause.governor is not None:
        above = view.clauses[clause.governor]
        if above.verb.lemma in REACHES and above.objects:
            return doers(view, above)  # "summoned the envoy to demand"
    if clause.subject is None and view.tokens.tags[clause.first] == "CC":
        clause = _before(view, clause)
    elif clause.relation is COORDINATE:
        clause = _above_wish(view, clause)
    return tuple(
        n for n in clause.actors if view.mention(n).parties or view.mention(n).kind in ACTING or view.mention(n).pronoun
    )


def _with(view: View, clause: Clause) -> tuple[int, ...]:
    """Who does it in ``…, with Cairo still insisting that``."""
    if clause.verb.form is not GERUND:
        return ()
    at = clause.verb.first - 1
    while at > 0 and view.tokens.tags[at] == "RB":
        at -= 1
    number = view.cast.at[at] if at > 0 else -1
    if number < 0 or not view.mention(number).parties:
        return ()
    before = view.tokens.lowers[
        view.mention(number).first - 1 - (view.tokens.lowers[view.mention(number).first - 1] == "the")
    ]
    return (number,) if before == "with" else ()


def asker(view: View, clause: Clause) -> tuple[int, ...]:
    """Who asks somebody for something: nobody asks himself, so that he of ``He urged Lima’s envoy to stay`` is the one who
    acted before, where the pronoun was read as the envoy."""
    by = doers(view, clause)
    if not clause.objects or not by:
        return by
    asked = {party.code for party in view.parties(view.actors(*clause.objects[0]))}
    own = view.codes(by)
    if not own or own != asked:
        return by
    if not all(view.mention(n).pronoun for n in by):
        rules = [view.mention(n).rule for n in by]
        guessed = all(rule is not None and rule.__name__ in ("near", "own_side") for rule in rules)
        return _who_told(view, clause, asked) or (() if guessed else by)
    for number in range(clause.number - 1, max(-1, clause.number - BACK), -1):
        other = view.clauses[number]
        if clause.sentence - other.sentence > NEAR:
            break
        acting = tuple(n for n in other.actors if not view.mention(n).pronoun)
        codes = view.codes(acting)
        if len(codes) == 1 and codes != asked and other.verb.form is FINITE:
            return acting
    return ()


def _who_told(view: View, clause: Clause, asked: set[str]) -> tuple[int, ...]:
    """Who says what a clause goes on with: ``Oslo said that Lima’s ships had come and called on Lima to withdraw them``."""
    for _ in range(3):
        if clause.governor is None or clause.relation not in CARRIES:
            return ()
        clause = view.clauses[clause.governor]
        by = doers(view, clause)
        if by and view.codes(by) and view.codes(by).isdisjoint(asked):
            return by
    return ()


def _above_wish(view: View, clause: Clause) -> Clause:
    """The clause that a past tense goes on with behind what was wished: ``asked that Lima pay, and called for``: who asked."""
    tags = view.tokens.tags
    wish = view.clauses[clause.governor] if clause.governor is not None else None
    if wish is None or wish.relation is not Relation.COMPLEMENT or wish.governor is None:
        return clause
    if tags[clause.verb.first] == "VBD" and tags[wish.verb.first] in ("VB", "VBP", "MD"):
        return view.clauses[wish.governor]
    return clause


def _before(view: View, clause: Clause) -> Clause:
    """The finite clause that another goes on with (``He called on A to stop, and requested B to``)."""
    for number in range(clause.number - 1, max(-1, clause.number - BACK), -1):
        other = view.clauses[number]
        if other.sentence != clause.sentence:
            break
        if other.verb.form is FINITE and other.actors and other.relation in (None, COORDINATE):
            return other
    return clause


def addressed(view: View, first: int, last: int, by: tuple[int, ...]) -> tuple[int, ...]:
    """The parties that a demand for a thing names as those who are to do it: ``a halt by X``, ``X’s withdrawal``."""
    own = view.codes(by)
    lowers, tags = view.tokens.lowers, view.tokens.tags
    for number in view.cast.between(first, min(last, first + FAR)):
        mention = view.mention(number)
        if not mention.parties or any(party.code in own for party in mention.parties):
            continue
        at = mention.first - 1 - (lowers[mention.first - 1] == "the")
        before = lowers[at] if at >= first else ""
        if before == "with" and lowers[at - 1] in TALKS:
            return (number,)  # "demanded direct talks with Kinshasa"
        held = mention.last < len(lowers) and lowers[mention.last] in HELD and before in ("in", "from")
        held = held or is_held_by(view, mention.first)
        if held or _is_of(view, first, mention) or _is_by(view, first, mention):
            return (number,)
        owns = mention.last < last and (tags[mention.last] in ("POS", "VBG") or _acts_on(view, first, mention))
        if (owns and before not in ("against", "on", "for")) or before in ("by", "from"):
            return (number,)
    return ()


def is_held_by(view: View, token: int) -> bool:
    """Whether those who are to be freed are in the hands of who is named there: ``the men held in | Lima``."""
    lowers = view.tokens.lowers
    at = token - 1 - (lowers[token - 1] == "the")
    return at > 0 and lowers[at] in ("in", "by") and lowers[at - 1] in CAUGHT


def _is_of(view: View, first: int, mention: Mention) -> bool:
    """Whether somebody is to do what a noun tells: ``the withdrawal of Indian troops``."""
    at = mention.first - 1 - (view.tokens.lowers[mention.first - 1] in ("the", "all"))
    return at > first and view.tokens.lowers[at] == "of" and view.tokens.lowers[at - 1] in DOINGS


def _is_by(view: View, first: int, mention: Mention) -> bool:
    """Whether an adjective tells who is to do it: ``an immediate Ugandan withdrawal``."""
    number = view.phrases.noun_at[mention.first]
    if number < 0 or view.phrases.nouns[number].first != first or mention.kind is MentionKind.PLACE:
        return False
    head = view.phrases.nouns[number].head
    return mention.last <= head and view.tokens.lowers[head] in DOINGS | GOODS


def _acts_on(view: View, first: int, mention: Mention) -> bool:
    """Whether what is to end is theirs: ``an end to Russian strikes``, ``restraint in the PRC’s use of force``."""
    phrase = view.phrases.noun_at[first]
    if phrase < 0 or view.tokens.lowers[view.phrases.nouns[phrase].head] not in ENDS:
        return False
    at = view.phrases.noun_at[mention.first]
    begins = view.phrases.nouns[at].first if at >= 0 else mention.first
    if at < 0 or view.tokens.lowers[view.phrases.nouns[at].head] in QUARRELS:
        return False  # "an end to the Korean war"
    if mention.parties and mention.parties[0].kind is PartyKind.INTERNATIONAL_BODY:
        return False  # "the lifting of United Nations sanctions"
    return view.tokens.lowers[begins - 1] in ("to", "of", "in") and (
        mention.last < view.phrases.nouns[at].last or mention.kind is MentionKind.GROUP
    )


def subject_of(view: View, first: int, last: int) -> tuple[int, ...]:
    """Who is to do what stands from `first`: the party that the words begin with (``Tashkent vet all agencies``)."""
    for number in view.cast.between(first, min(last, first + 5)):
        mention = view.mention(number)
        if mention.parties and mention.first <= first + 2:
            return (number,)
    return ()


CARRIES = frozenset((COORDINATE, Relation.COMPLEMENT, Relation.ADVERBIAL))
ACTING = frozenset((MentionKind.PERSON, MentionKind.GROUP, MentionKind.OFFICE))
HELD = frozenset("custody prison prisons jail jails detention captivity hands captors".split())
CAUGHT = frozenset("held detained jailed imprisoned captured arrested interned".split())
TALKS = frozenset("talks negotiations dialogue meeting summit".split())
DOINGS = frozenset(
    "withdrawal pullback pullout pull-out departure retreat disarmament exit evacuation demilitarisation demilitarization".split()
)
ENDS = frozenset(
    "end halt stop cessation restraint suspension pause lifting removal easing reversal scrapping dismantling closure "
    "abolition repeal revocation ending freeze".split()
)
# What one side can do for another, as nouns.
GOODS = frozenset(
    "lifting removal release withdrawal guarantee guarantees return easing recognition relief freeze "
    "suspension extradition apology compensation concession concessions commitment "
    "assurances dismantlement dismantling access inspection inspections reopening opening restoration cancellation "
    "reinstatement resignation dismissal recall closure deployment disclosure "
    "pullout pullback handover disarmament repatriation evacuation reparations restitution rent payment damages".split()
)
QUARRELS = frozenset("war wars conflict conflicts crisis fighting hostilities bloodshed violence dispute".split())
GOVERNING = frozenset(
    "ministry department government office embassy presidency foreign cabinet authorities chancellery delegation team".split()
)
REACHES = frozenset(
    "summon phone telephone call meet contact convene write message use ring host receive see visit hold".split()
)
US = frozenset("us we our".split())
TWO = frozenset("both two rival warring feuding opposing".split())
LENGTH = 6  # tokens before the verb of a passive in which those who are asked stand
THEN = frozenset("before after until unless once if when while".split())


def both_sides(view: View, draft: Draft, before: Sequence[Draft]) -> tuple[Party, ...]:
    """The two sides of the text, where a third party asks something of both: ``appealed to both sides to``; those that it asks
    are the two that had demands of each other before, where it is itself one of those whom the text ties together."""
    own = draft.makers(view)
    if draft.aim is Aim.SIDE and "them" in view.tokens.lowers[draft.token : draft.content[0]]:
        apart = len(view.camps) == 2 and not any(party.code in own for party in view.camps)
        return tuple(view.camps) if apart and bool(own) else ()  # "told them to stop", said by a third
    if draft.aim is not Aim.PAIR:
        return ()
    if len(view.camps) == 2 and not any(party.code in own for party in view.camps):
        return tuple(view.camps)
    for other in reversed(before[-BACK:]):
        facing = {party.code: party for party in (*view.parties(other.by), *other.told)}
        if other.party is not None:
            facing.setdefault(other.party.code, other.party)
        if len(facing) == 2 and own.isdisjoint(facing):
            return tuple(facing.values())
    whom = view.tokens.lowers[max(0, draft.token - LENGTH) : max(draft.token, draft.content[0])]
    return _facing(view, own) if not TWO.isdisjoint(whom) else ()


def _facing(view: View, own: set[str]) -> tuple[Party, ...]:
    """The two others who meet each other in the text, if no other two do; else the two that it names by far most often."""
    pairs = {
        frozenset(party.code for party in pair): pair
        for pair in view.encounters
        if own.isdisjoint(party.code for party in pair)
    }
    if len(pairs) == 1:
        return next(iter(pairs.values()))
    return tuple(named_most(view.cast, own)) if own and not pairs else ()


def opposite(view: View, draft: Draft) -> Party | None:
    """Who demands where the text tells of two sides, and what a person whose side it leaves untold wants of one of them."""
    if len(draft.told) != 1 or len(view.camps) < 2 or not any(draft.told[0].code == party.code for party in view.camps):
        return None
    known = any(view.mention(n).person is not None or view.mention(n).kind is MentionKind.OFFICE for n in draft.by)
    if (
        not known
        and not is_side(view, draft)
        and GOVERNING.isdisjoint(view.tokens.lowers[max(draft.evidence[0], draft.token - FAR) : draft.token])
    ):
        return None
    others = [party for party in view.camps if party.code != draft.told[0].code]
    return others[0] if len(others) == 1 and others[0].code in view.doing else None


def is_side(view: View, draft: Draft) -> bool:
    """Whether those who demand are told as one side of a quarrel: ``the soldiers want the bloc to``."""
    subject = draft.clause.subject if draft.clause is not None and not draft.clause.verb.passive else None
    return subject is not None and view.tokens.lowers[subject[1] - 1] in SIDES and subject[1] - subject[0] > 1


def resolving(view: View, draft: Draft) -> Party | None:
    """Whose resolution it is, where a paragraph begins with its verb (``Calls upon all parties to disarm;``): the council's
    that the text names at its top, else that of who publishes it."""
    if not resolves(view, draft.token):
        return None
    for mention in view.cast.mentions[:TOP]:
        if mention.parties and not COUNCILS.isdisjoint(view.tokens.lowers[mention.first : mention.last]):
            return mention.parties[0]
    return view.cast.issuer


def ours(view: View, draft: Draft) -> bool:
    """Whether those who publish the text demand it: ``I call on both sides to return to the table``."""
    if draft.by:
        return all(
            view.tokens.lowers[view.mention(n).first] in ("i", "we") or view.mention(n).name.lower() in GATHERED
            for n in draft.by
        )
    clause = draft.clause
    return clause is not None and clause.verb.form is GERUND and not clause.actors  # "join in calling on Lima to"


def resolves(view: View, token: int) -> bool:
    """Whether a verb is the first word of its sentence, without a subject, as in resolutions."""
    return view.tokens.tags[token] == "VBZ" and token == view.tokens.sentences[view.tokens.sentence_of[token]][0]


# Who speaks in what a gathering publishes.
GATHERED = frozenset(
    ("leaders", "ministers", "the leaders", "the ministers", "participants", "members", "heads of state")
)
TOP = 12  # mentions at the top of a resolution
COUNCILS = frozenset("council assembly committee commission conference summit board".split())


def told_by(view: View, draft: Draft) -> tuple[Party, ...]:
    """Of whoever tells of it, where the words speak of us: ``“They want talks between us and the rebels,” Lima said``."""
    number = view.spoken[draft.token]
    if number < 0 or US.isdisjoint(
        view.tokens.lowers[max(draft.evidence[0], draft.token - FAR) : draft.evidence[1]][: 2 * FAR]
    ):
        return ()
    party = view.statements[number].party
    return () if party is None or party.code in draft.makers(view) else (party,)


def answering(view: View, sentence: int) -> Party | None:
    """The party of who answers a question in a transcript: ``you`` of its words."""
    paragraphs, number = view.document.paragraphs, view.document.sentence_paragraphs[sentence]
    if paragraphs[number].kind is not ParagraphKind.QUESTION:
        return None
    for paragraph in paragraphs[number + 1 : number + 3]:
        if paragraph.label is not None and paragraph.kind is ParagraphKind.ANSWER:
            speaker = view.cast.labelled.get(paragraph.label.start)
            return view.cast.issuer if speaker is None else speaker.party or view.cast.issuer
    return None


def counterpart(view: View, draft: Draft, before: Sequence[Draft]) -> tuple[Party, ...]:
    """Of whom it is demanded where the words name nobody: who demanded something of this side shortly before, else
    the one other party that the words close by are about.

    ``Oslo wants the port opened`` behind ``Lima urged Oslo to free the crew``: of Lima.
    """
    own = draft.makers(view)
    if not own or not may_be_guessed(view, draft, own):
        return ()
    for other in reversed(before[-BACK:]):
        if draft.sentence - other.sentence > RECENT:
            break
        if other.token >= draft.token:
            continue
        told = {party.code for party in other.told}
        makers = [*view.parties(other.by), *([other.party] if other.party is not None else [])]
        if own == told:
            parties = tuple({party.code: party for party in makers if party.code not in own}.values())
            if len(parties) == 1:
                return parties
    camp = tuple(party for party in view.camps if party.code not in own)
    if len(own) == 1 and len(camp) == 1 and (not draft.weak or len(view.camps) == 2):
        return camp
    if draft.weak:
        return _met(view, own)
    return (
        _again_of(view, draft, before, own, 1)
        or _other_side(view, draft, own)
        or _again_of(view, draft, before, own, 3)
        or _met(view, own)
    )


def _met(view: View, own: set[str]) -> tuple[Party, ...]:
    """The one other side whom a side meets in the text."""
    if len(own) != 1:
        return ()
    (code,) = own
    others = view.facing.get(code, {})
    return tuple(others.values()) if len(others) == 1 else ()


def _again_of(view: View, draft: Draft, before: Sequence[Draft], own: set[str], near: int) -> tuple[Party, ...]:
    """Of whom the same side demanded something shortly before."""
    for other in reversed(before[-BACK:]):
        if draft.sentence - other.sentence > near:
            break
        if own == other.makers(view) and len([party for party in other.told if party.code not in own]) == 1:
            return other.told
    return ()


def may_be_guessed(view: View, draft: Draft, own: set[str]) -> bool:
    """Whether the words leave open whose thing it is: not if they name a third party as its owner."""
    if draft.aim is not Aim.OPEN:
        return draft.aim is Aim.SIDE
    first, last = draft.content
    last = min(last, first + FAR)
    last = next((token for token in range(first + 1, last) if view.tokens.lowers[token] in THEN), last)
    return not any(
        party.code not in own
        for number in view.cast.between(first, last)
        if view.mention(number).kind is not MentionKind.PLACE and not _is_aimed_at(view, view.mention(number).first)
        for party in view.mention(number).parties
    )


def _is_aimed_at(view: View, token: int) -> bool:
    """Whether somebody is only the goal of what is to be done: ``that the law be sent to the Commission``."""
    lowers = view.tokens.lowers
    return lowers[token - 1 - (lowers[token - 1] == "the")] in ("to", "with", "for", "into", "through", "before")


def _other_side(view: View, draft: Draft, own: set[str]) -> tuple[Party, ...]:
    """The one other party that the words before are about, the nearest sentence first."""
    paragraphs = view.document.sentence_paragraphs
    for sentence in range(draft.sentence, max(-1, draft.sentence - NEAR - 1), -1):
        if view.document.paragraphs[paragraphs[sentence]].kind is not ParagraphKind.BODY:
            break  # what stands in a title is no side
        first, last = view.tokens.sentences[sentence]
        if sentence == draft.sentence:
            last = min(last, draft.content[0])
        first = max(first, last - FAR)
        found = {party.code: party for party in _acting(view, first, last) if party.code not in own}
        if len(found) == 1 and not view.aside.isdisjoint(found):
            continue  # who only hosts is not asked
        if len(found) == 1:
            return tuple(found.values())
        if found:
            return ()
    return ()


def _acting(view: View, first: int, last: int) -> Iterator[Party]:
    for number in view.cast.between(first, last):
        mention = view.mention(number)
        if mention.kind is MentionKind.SOURCE:
            continue
        if mention.kind is MentionKind.PLACE and mention.first > 0 and view.tokens.lowers[mention.first - 1] in PLACED:
            continue
        yield from mention.parties


PLACED = frozenset("in at near from of outside".split())
