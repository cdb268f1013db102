"""A cue -> the words that it introduces, as token ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.reading.parts import Clause, Relation, Rule, Tokens
from diplomod.reading.statements.cue import Cue
from diplomod.reading.statements.ends import cut, has_finite, trim, whole_quotation
from diplomod.reading.statements.fronts import CONCESSIONS, around, before
from diplomod.reading.statements.tails import tail

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
COMPLEMENT, COORDINATE = Relation.COMPLEMENT, Relation.COORDINATE

Range = tuple[int, int]

PAUSES = frozenset((",", ":", "``", "''", ".", "-LRB-", "-RRB-"))
GAPS = PAUSES | frozenset(("CC", "IN", "WRB", "RB", "TO"))
LED = frozenset("in at during on via through".split())
OCCASIONS = frozenset(
    """conference briefing interview speech address statement rally hearing debate ceremony letter post tweet article op-ed
    broadcast session presser spokesman spokeswoman spokesperson telegram message remarks""".split()
)
WANTS = frozenset("insist demand urge ask request recommend propose suggest require".split())
VOICING = frozenset("express voice convey".split())
VOICED = frozenset("confidence belief conviction view opinion readiness willingness optimism certainty".split())
DEMANDS = frozenset("demand demands call calls condition conditions request requests appeal appeals".split())
SENT = frozenset(
    "ambassador ambassadors envoy envoys diplomat diplomats negotiator negotiators team delegation troops forces".split()
)
HELD = frozenset("meeting meetings visit visits talks encounter encounters".split())
ELSE = frozenset(("say", "ask", "demand"))  # verbs that tell another thing than the clause that they go on
NOUNS = frozenset("NN NNS NNP NNPS".split())
NOMINAL = NOUNS | frozenset(("DT", "JJ", "PRP", "PRP$", "CD", "POS"))
HEAVY = NOUNS | frozenset(("DT", "JJ", "PRP$", "CD"))  # what an object begins with that is put last
FINITE = frozenset("VBZ VBP VBD MD".split())
NAMING = frozenset(("JJ", "DT", "``", "NN", "RB", "VBN", "PRP$", "JJR", "JJS"))


def find_contents(
    tokens: Tokens, clauses: Sequence[Clause], children: dict[int, list[int]], cue: Cue
) -> tuple[Rule, list[Range]]:
    """What `cue` introduces, in order, and by what rule; empty if there is nothing but quotations, or nothing at all."""
    if "noun" in cue.frame:
        return _of_noun, _of_noun(tokens, clauses, cue)
    if "colon" in cue.frame:
        return around, []
    if "title" in cue.frame:
        return _of_title, _of_title(tokens, cue)
    if cue.clause is None:
        return around, around(tokens, cue)
    inverted = cue.inverted
    after = [] if inverted or "say" not in cue.frame else list(_complements(tokens, clauses, children, cue))
    if after:
        return _complements, [*_joined_before(tokens, clauses[cue.clause], cue, after[0][0]), *after]
    after = [] if inverted else list(_phrase_after(tokens, clauses[cue.clause], cue))
    if after:
        return _phrase_after, after
    rest = tail(tokens, clauses, cue)
    if rest is not None:
        last = cut(tokens, clauses, rest[0], rest[1], cue)
        if last > rest[0]:
            return tail, [(rest[0], last)]
    return before, before(tokens, clauses, cue)


def _complements(
    tokens: Tokens, clauses: Sequence[Clause], children: dict[int, list[int]], cue: Cue
) -> Iterator[Range]:
    """Reported clauses: ``said (that) …``, ``and that …``, ``asked whether …``; what is to be done is a demand instead."""
    assert cue.clause is not None
    end_of_all = clauses[cue.clause].last
    for number in children.get(cue.clause, ()):
        child = clauses[number]
        if (
            child.relation is COMPLEMENT
            and child.first >= cue.last
            and "about" not in tokens.lowers[cue.last + 1 : child.first]
            and tokens.lowers[child.first - 1] != "condition"  # "on condition he not be named"
            and not _tells_of_object(tokens, clauses[cue.clause], cue, child)
            and not (_is_wanted(tokens, cue, child) or _is_demand(tokens, child))
        ):
            first = child.first + (tokens.lowers[child.first] == "that")
            first += tokens.tags[first] == ","  # "said that, if the truce held, …"
            last = min(_end(clauses, children, child), max(end_of_all, child.last))
            whole = _opened(tokens, cue, first)
            if (
                whole < first
                or _breaks_off(tokens, cue, last)
                or not has_finite(tokens.tags, first, cut(tokens, clauses, first, last, cue))
            ):
                rest = tail(tokens, clauses, cue)
                first, last = (first, last) if rest is None else (whole, rest[1])
            last = cut(tokens, clauses, first, last, cue)
            if first < last:
                yield first, last


def _tells_of_object(tokens: Tokens, clause: Clause, cue: Cue, child: Clause) -> bool:
    """Whether a that-clause without a subject of its own tells of a thing that is stressed: ``affirmed values that unite both``,
    ``reaffirmed a commitment to a sea that is open``."""
    that = child.first
    if "say_np" not in cue.frame or not clause.objects or that <= cue.last or tokens.lowers[that] != "that":
        return False
    if clause.objects[0][0] <= cue.last + 1 and tokens.tags[that + 1] in FINITE:
        return True
    things = any(first >= cue.last and last <= that for first, last in clause.objects)
    return things and child.verb.first == that + 1 and tokens.tags[that - 1] in NOUNS


def _joined_before(tokens: Tokens, clause: Clause, cue: Cue, first: int) -> Iterator[Range]:
    """The thing that a clause is joined to: ``stressed [the need for calm] and that talks must go on``."""
    lowers = tokens.lowers
    if "say_np" not in cue.frame or not clause.objects or lowers[first - 1] != "that" or lowers[first - 2] != "and":
        return
    begin = _phrase_start(tokens, clause, cue)
    if begin is not None and begin < first - 2:
        yield begin, trim(tokens, begin, first - 2)


def _breaks_off(tokens: Tokens, cue: Cue, last: int) -> bool:
    """Whether nothing parts the end of a clause from what follows, so that it must go on."""
    end = tokens.sentences[cue.sentence][1]
    return last < end and tokens.tags[last] not in GAPS and tokens.tags[last - 1] not in GAPS


def _opened(tokens: Tokens, cue: Cue, first: int) -> int:
    """Where a reported clause begins that opens with another: ``recalled that before the ship sailed, a crew …``."""
    for token in range(first - 1, max(cue.last - 1, first - 4), -1):
        if tokens.lowers[token] == "that":
            return token + 1 if tokens.lowers[token + 1 : token + 2] != [tokens.lowers[first]] else first
        if tokens.tags[token] not in ("IN", "WRB"):
            break
    return first


def _is_wanted(tokens: Tokens, cue: Cue, child: Clause) -> bool:
    """Whether a that-clause is wanted rather than told: ``insists that Tehran abandon enrichment``."""
    verb = child.verb
    return (
        cue.lemma in WANTS
        and verb.modal is None
        and tokens.tags[verb.first] in ("VB", "VBP")
        and tokens.lowers[verb.first] not in ("are", "am", "'re", "'m")
    )


def _is_demand(tokens: Tokens, child: Clause) -> bool:
    """Whether the clause is in truth a demand with what is said of it: ``reiterating demands first laid out in June``."""
    return (
        child.subject is not None and child.subject[0] == child.first and tokens.lowers[child.subject[1] - 1] in DEMANDS
    )


def _end(clauses: Sequence[Clause], children: dict[int, list[int]], child: Clause) -> int:
    """The end of a reported clause with the verbs that go on with its subject: ``he came and would stay``."""
    last = child.last
    for number in children.get(child.number, ()):
        other = clauses[number]
        told = other.verb.senses.isdisjoint(ELSE) or "mind" in other.verb.senses
        if other.relation is COORDINATE and other.first <= last + 1 and told:
            last = max(last, other.last)
    return last


def _phrase_start(tokens: Tokens, clause: Clause, cue: Cue) -> int | None:
    """Where the reported thing begins, None if the words behind the cue are none."""
    first, tags = cue.last, tokens.tags
    if first >= clause.last or tags[first] in PAUSES:
        return None
    against = cue.lemma == "warn" and tokens.lowers[first + 1 : first + 3].count("against") > 0
    for frame, word in (("say_as", "as"), ("say_of", "against" if against else "of")):
        if frame in cue.frame:
            begin = _behind(tokens, first, min(clause.last, first + 25), word)
            if frame != "say_as" or begin is None or begin >= clause.last:
                return begin
            if _is_clause(tags, begin, clause.last):
                return None
            named = bool(clause.objects) and clause.objects[0][0] == first and clause.objects[0][1] == begin - 1
            return first if named and "``" not in tags[begin : begin + 2] else begin  # "the talks as a success"
    denied = tokens.lowers[first] == "not" and first + 1 < clause.last  # "vowed not to return"
    if "say_to" in cue.frame and tags[first + denied] == "TO":
        return first if denied else first + 1
    if tokens.lowers[first] == "with" and first + 2 < clause.last and tags[first + 1] == "NN":
        first += 2  # "noted with concern the rise of prices"
    if "say_np" in cue.frame and tags[first] == "VBG":
        return first  # "denies backing the rebels"
    if not clause.objects or clause.objects[0][0] > first + 2 or (cue.in_title and "say_np" in cue.frame):
        return None
    last = clause.objects[0][1]
    head = tokens.lowers[last - 1]
    if "say_name" in cue.frame:
        if (
            cue.speaker is not None
            and tokens.lowers[cue.speaker[0] - 1] == "which"
            and tags[first] in ("DT", "JJ", "PRP$")
        ):
            return first  # "…, which Lima called a provocation"
        if last < clause.last and tags[last] == "IN" and _named_at_end(tokens, last, clause.last):
            return first  # "called the quarrel with the agency unusual"
        named = last < clause.last and tags[last] in NAMING
        adverb = named and tags[last] == "RB" and (last + 1 >= clause.last or tags[last + 1] not in NAMING)
        return first if named and not adverb else None
    if tags[first] in ("IN", "NNP") and first < clause.objects[0][0]:
        first = clause.objects[0][0]  # "announced on Monday a truce", "announced Monday a truce"
    if tokens.lowers[first : first + 2] in (["no", "to"], ["yes", "to"]):
        return None  # "says no to talks"
    if clause.objects[0] == (last - 1, last) and tags[last - 1] in ("PRP", "DT"):
        return None  # "denied it"
    if cue.lemma == "recall" and (
        head in SENT or head in HELD or tokens.lowers[last : last + 1] in (["from"], ["for"])
    ):
        return None  # "recalled its envoy from Lima"
    if "say_np" not in cue.frame or head in DEMANDS or (cue.lemma in VOICING and head not in VOICED):
        return None
    return first


def _named_at_end(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an adjective ends what follows, with nothing but prepositions and nouns before it."""
    last -= last > first and tokens.tags[last - 1] == "."
    if last - first < 3 or tokens.tags[last - 1] not in ("JJ", "VBN"):
        return False
    return all(
        tokens.tags[token] in ("IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "PRP$")
        for token in range(first, last - 1)
    )


def _is_clause(tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a verb follows right behind a noun phrase: ``rejected the vote as [the envoy flew in]``."""
    at = first
    if at >= last or tags[at] == "NNP":
        return True
    while at < last and tags[at] in NOMINAL:
        at += 1
    return at > first and at < last and tags[at] in FINITE


def _behind(tokens: Tokens, first: int, last: int, word: str) -> int | None:
    for token in range(first, last):
        if tokens.lowers[token] == word:
            return token + 1
        if tokens.tags[token] in (".", ":"):
            return None
    return None


def _phrase_after(tokens: Tokens, clause: Clause, cue: Cue) -> Iterator[Range]:
    """Reported things: ``acknowledged progress``, ``described it as a mistake``, ``accused them of delay``."""
    lowers, tags = tokens.lowers, tokens.tags
    first = _phrase_start(tokens, clause, cue)
    if first is None or first >= clause.last:
        return
    last = first
    if "say_as" in cue.frame and tags[first] == "``" and lowers[first - 1] == "as":
        mark = next((token for token in range(first + 1, clause.last) if tags[token] == "''"), None)
        if mark is not None and mark + 1 < clause.last and tags[mark + 1] in HEAVY:
            yield first, mark + 1  # "dismissed as “nonsense” reports that"
            return
    while last < clause.last:
        if last > first and lowers[last] in LED and _is_occasion(tokens, last + 1, clause.last):
            break
        if tags[last] in (".", ":") or (last > first and lowers[last] in ("though", "although", "while", "whereas")):
            break
        if (
            tags[last] == ","
            and last + 1 < clause.last
            and (lowers[last + 1] in CONCESSIONS or tags[last + 1] in ("VBG", "``") or tags[last + 1] == "PRP")
            and not (lowers[last + 1] == "and" and not has_finite(tags, last + 2, min(clause.last, last + 14)))
        ):
            break
        last += 1
    if last == first + 1 and tags[first] == "TO" and tags[last : last + 1] == ["``"]:
        last += 2  # "vowed to “fight on”"
    if "say_name" in cue.frame and (name := _name_in_marks(tokens, first, last, cue)) is not None:
        yield name
        return
    last = trim(tokens, first, whole_quotation(tokens, first, last, tokens.quoted[cue.first]))
    if first < last and (last > first + 1 or tags[first] != "TO"):
        yield first, last


def _name_in_marks(tokens: Tokens, first: int, last: int, cue: Cue) -> Range | None:
    """What somebody is called, where all of it stands in quotation marks: ``called the talks “a new beginning”``."""
    tags, quoted = tokens.tags, tokens.quoted
    opening = next((token for token in range(first + 1, last) if tags[token] == "``"), None)
    if (
        opening is None
        or tags[opening - 1] in ("DT", "JJ", "PRP$")
        or quoted[cue.first] >= 0
        or opening + 1 >= last
        or quoted[opening + 1] < 0
    ):
        return None
    end = opening + 1
    while end < len(tags) and quoted[end] == quoted[opening + 1] and tags[end] != "''":
        end += 1
    return (opening, end + 1) if end < len(tags) and tags[end] == "''" else None


def _is_occasion(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun phrase tells on what occasion or by whom something was said: ``in a tweet``, ``through a spokeswoman``."""
    for token in range(first, min(last, first + 6)):
        if tokens.lowers[token] in OCCASIONS:
            return True
        if tokens.tags[token] not in ("DT", "JJ", "PRP$", "NN", "NNP", "POS", "CD"):
            return False
    return False


def _of_noun(tokens: Tokens, clauses: Sequence[Clause], cue: Cue) -> list[Range]:
    """What a noun of speech vouches for: the clause behind ``that``."""
    first = cue.region[1]
    last = first
    low, high = 0, len(clauses)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if clauses[middle].verb.head < first else (low, middle)
    if low < len(clauses) and clauses[low].sentence == cue.sentence:
        last = clauses[low].last
    if not has_finite(tokens.tags, first + 1, last):  # "the view that borders must stay"
        last = tokens.sentences[cue.sentence][1]
    last -= tokens.tags[last - 1] == "``"
    if tokens.tags[last : last + 1] == ["``"] and tokens.tags[last - 1] not in PAUSES:
        last = whole_quotation(
            tokens, first, last + 2, tokens.quoted[cue.first]
        )  # "the hope that they would “come back”"
    last = cut(tokens, clauses, first, last, cue)
    return [(first, last)] if first < last else []


def _of_title(tokens: Tokens, cue: Cue) -> list[Range]:
    """The rest of the title."""
    begin, end = tokens.sentences[cue.sentence]
    first, last = (cue.region[1], end) if cue.region[0] == begin else (begin, cue.region[0])
    if tokens.tags[first] == "``":
        return []
    last = trim(tokens, first, last)
    return [(first, last)] if last - first > 2 else []
