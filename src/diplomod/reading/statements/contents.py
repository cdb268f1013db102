"""A cue -> the words that it introduces, as token ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplomod.reading.parts import Clause, Relation, Rule, Tokens
from diplomod.reading.statements.cues import Cue
from diplomod.reading.statements.tails import tail

Range = tuple[int, int]

PAUSES = frozenset((",", ":", "``", "''", ".", "-LRB-", "-RRB-"))
STOPS = frozenset(("VB", "MD", ",", "``", "WD", "WP"))
GAPS = PAUSES | frozenset(("CC", "IN", "WRB", "RB", "TO"))
SKIPPED = frozenset(("that", ",", ":", "—", "–", "--"))
CONCESSIONS = frozenset("though although while whereas but as and after before when because which who".split())
LED = frozenset("in at during on via through".split())
OCCASIONS = frozenset(
    """conference briefing interview speech address statement rally hearing debate ceremony letter post tweet article op-ed
    broadcast session presser spokesman spokeswoman spokesperson telegram message remarks""".split()
)
BINDING = frozenset("that if because although though while since until unless after before as when".split())
BINDERS = frozenset("since until unless once whenever wherever".split())
WANTS = frozenset("insist demand urge ask request recommend propose suggest require".split())
VOICING = frozenset("express voice convey".split())
VOICED = frozenset("confidence belief conviction view opinion readiness willingness optimism certainty".split())
DEMANDS = frozenset("demand demands call calls condition conditions request requests appeal appeals".split())
COMMENTED = frozenset("condition conditions step move demand demands claim charge plan proposal decision idea".split())
ELSE = frozenset(("say", "ask", "demand"))  # verbs that tell another thing than the clause that they go on
LEADING = frozenset(
    """according after before in on at during for asked speaking referring responding commenting addressing pressed
    questioned replying quizzed reacting turning citing""".split()
)
SHORT = 3  # tokens; a name before the cue says nothing by itself
ASIDES = frozenset("while as but though when".split())
NAMING = frozenset(("JJ", "DT", "``", "NN", "RB", "VBN", "PRP$", "JJR", "JJS"))


def find_contents(
    tokens: Tokens, clauses: Sequence[Clause], children: dict[int, list[int]], cue: Cue
) -> tuple[Rule, list[Range]]:
    """What `cue` introduces, in order, and by what rule; empty if there is nothing but quotations, or nothing at all."""
    if "noun" in cue.frame:
        return _of_noun, _of_noun(tokens, clauses, cue)
    if "colon" in cue.frame:
        return _around, []
    if "title" in cue.frame:
        return _of_title, _of_title(tokens, cue)
    if cue.clause is None:
        return _around, _around(tokens, cue)
    inverted = cue.inverted
    after = [] if inverted or "say" not in cue.frame else list(_complements(tokens, clauses, children, cue))
    if after:
        return _complements, after
    after = [] if inverted else list(_phrase_after(tokens, clauses[cue.clause], cue))
    if after:
        return _phrase_after, after
    rest = tail(tokens, clauses, cue)
    if rest is not None:
        last = _cut(tokens, clauses, rest[0], rest[1], cue)
        if last > rest[0]:
            return tail, [(rest[0], last)]
    return _before, _before(tokens, clauses, cue)


def _complements(
    tokens: Tokens, clauses: Sequence[Clause], children: dict[int, list[int]], cue: Cue
) -> Iterator[Range]:
    """Reported clauses: ``said (that) …``, ``and that …``, ``asked whether …``; what is to be done is a demand instead."""
    assert cue.clause is not None
    end_of_all = clauses[cue.clause].last
    for number in children.get(cue.clause, ()):
        child = clauses[number]
        if (
            child.relation is Relation.COMPLEMENT
            and child.first >= cue.last
            and "about" not in tokens.lowers[cue.last : child.first]
            and not (_is_wanted(tokens, cue, child) or _is_demand(tokens, child))
        ):
            first = child.first + (tokens.lowers[child.first] == "that")
            last = min(_end(clauses, children, child), max(end_of_all, child.last))
            whole = _opened(tokens, cue, first)
            if (
                whole < first
                or _breaks_off(tokens, cue, last)
                or not _has_finite(tokens.tags, first, _cut(tokens, clauses, first, last, cue))
            ):
                rest = tail(tokens, clauses, cue)
                first, last = (first, last) if rest is None else (whole, rest[1])
            last = _cut(tokens, clauses, first, last, cue)
            if first < last:
                yield first, last


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
        if other.relation is Relation.COORDINATE and other.first <= last + 1 and told:
            last = max(last, other.last)
    return last


def _phrase_start(tokens: Tokens, clause: Clause, cue: Cue) -> int | None:
    """Where the reported thing begins, None if the words behind the cue are none."""
    first, tags = cue.last, tokens.tags
    if first >= clause.last or tags[first] in PAUSES:
        return None
    for frame, word in (("say_as", "as"), ("say_of", "of")):
        if frame in cue.frame:
            return _behind(tokens, first, min(clause.last, first + 25), word)
    if "say_to" in cue.frame and tags[first] == "TO":
        return first
    if "say_np" in cue.frame and tags[first] == "VBG":
        return first  # "denies backing the rebels"
    if not clause.objects or clause.objects[0][0] > first + 2 or (cue.in_title and "say_np" in cue.frame):
        return None
    last = clause.objects[0][1]
    head = tokens.lowers[last - 1]
    if "say_name" in cue.frame:
        if last < clause.last and tags[last] == "IN" and _named_at_end(tokens, last, clause.last):
            return first  # "called the quarrel with the agency unusual"
        named = last < clause.last and tags[last] in NAMING
        adverb = named and tags[last] == "RB" and (last + 1 >= clause.last or tags[last + 1] not in NAMING)
        return first if named and not adverb else None
    if clause.objects[0] == (last - 1, last) and tags[last - 1] in ("PRP", "DT"):
        return None  # "denied it"
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
    if first is None:
        return
    last = first
    while last < clause.last:
        if last > first and lowers[last] in LED and _is_occasion(tokens, last + 1, clause.last):
            break
        if tags[last] in (".", ":") or (last > first and lowers[last] in ("though", "although", "while", "whereas")):
            break
        if (
            tags[last] == ","
            and last + 1 < clause.last
            and (lowers[last + 1] in CONCESSIONS or tags[last + 1] in ("VBG", "``") or tags[last + 1] == "PRP")
        ):
            break
        last += 1
    last = _trim(tokens, first, _whole_quotation(tokens, first, last, tokens.quoted[cue.first]))
    if first < last:
        yield first, last


def _before(tokens: Tokens, clauses: Sequence[Clause], cue: Cue) -> list[Range]:
    """What stands before a cue that nothing follows: ``The talks went on, the envoy said.``"""
    tags = tokens.tags
    begin, end = tokens.sentences[cue.sentence]
    first = cue.region[0]
    if first <= begin or tags[first - 1] not in (",", "''", ":"):
        return []
    inside = tokens.quoted[first - 2] if first - 2 >= begin else -1
    if inside >= 0 and inside != tokens.quoted[cue.first] and _is_led_by_colon(tokens, begin, first - 2):
        return []  # "She had one answer: “No,” she said"
    if inside >= 0 and inside in tokens.quoted[begin : begin + 2]:
        return []  # wholly a quotation
    if not _is_aside(tokens, cue, end) or tags[first - 2] in ("WDT", "WP") or tags[first] in ("WDT", "WP"):
        return []
    out = []
    last = _trim(tokens, begin, first - 1)
    if tokens.words[first - 1] in ("—", "–", "--"):
        last = _trim(tokens, begin, first - 1)
    start = _behind_semicolon(tokens, begin, last)
    while start < last and tags[start] in ("CC", ",", "IN") and tokens.lowers[start] in ("but", "and", "yet", ","):
        start += 1
    rest = cue.region[1]
    if start < last and tags[start] in ("VBN", "VBG") and tokens.lowers[start] in LEADING:
        return []  # "Asked whether he would come, the envoy replied"
    if start >= last or not _has_finite(tags, start, last):
        return _split(tokens, cue, start, last, end) or _bare(tokens, start, last, rest, end)
    quotes = rest + 1 < end and tags[rest] in (",", ":") and tags[rest + 1] == "``"
    if _is_circumstance(tokens, start, last) and (quotes or not (rest < end and tags[rest] == ",")):
        return []
    if quotes and tokens.words[rest] == ":":
        return []  # "The vote was lost, and Vik wrote: “…”"
    if start < last and not (
        tags[first - 1] == "," and first >= 2 and tags[first - 2] == "''" and _opens(tokens, start)
    ):
        out.append((start, last))
        if (
            rest < end
            and tags[rest] == ","
            and rest + 1 < end
            and tags[rest + 1] not in ("VBG", "``")
            and not cue.inverted
        ):
            after = _trim(tokens, rest + 1, end)
            goes_on = tags[rest + 1] == "CC" and tags[cue.last - 1] in (tags[rest + 2], tags[rest + 3])
            if (
                after > rest + 2
                and not goes_on
                and _has_verb(tags, rest + 1, after)
                and not _is_adverbial(tokens, rest + 1, after)
            ):
                out.append((rest + 1, after))
    return out


def _is_led_by_colon(tokens: Tokens, begin: int, at: int) -> bool:
    """Whether a colon stands before the words in quotation marks that token `at` is in."""
    number = tokens.quoted[at]
    while at > begin and (tokens.quoted[at] == number or tokens.tags[at] == "``"):
        at -= 1
    return tokens.words[at] == ":"


def _bare(tokens: Tokens, start: int, last: int, rest: int, end: int) -> list[Range]:
    """A reported clause whose verb was not seen, before a cue that ends the sentence: ``Lima plans talks, sources say``."""
    tags = tokens.tags
    if last - start <= SHORT or any(tags[token][:2] in STOPS for token in range(rest, end)):
        return []
    return [] if tags[start] in ("IN", "VBG", "VBN", "WRB", "TO", "``") else [(start, last)]


def _behind_semicolon(tokens: Tokens, begin: int, last: int) -> int:
    """Where the last of several whole clauses of a sentence begins."""
    for token in range(last - 1, begin, -1):
        if tokens.words[token] == ";" and tokens.quoted[token] < 0:
            return token + 1
    return begin


def _is_circumstance(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what stands before only tells when or how: ``When the ship came back, the governor ordered …``."""
    tags = tokens.tags
    first += tags[first] == "RB" and first + 2 < last  # "Soon after the vote"
    if tags[first] not in ("IN", "WRB", "VBG", "TO") or tokens.lowers[first] in ("that", "if"):
        return False
    if tags[first] == "VBG" and _main_verbs(tokens, first, last) > 0:
        return False  # "Finding what is there is hard, he said"
    return not any(tags[token] == "," for token in range(first, last)) and (
        tags[first] != "IN" or tokens.lowers[first] in CONCESSIONS | BINDERS or not _has_finite(tags, first, last)
    )


def _main_verbs(tokens: Tokens, first: int, last: int) -> int:
    """How many more finite verbs there are than words that subordinate one."""
    tags = tokens.tags
    led = sum(tags[token] in ("WDT", "WP", "WRB") or tokens.lowers[token] in BINDING for token in range(first, last))
    return sum(tags[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(first, last)) - led


def _is_occasion(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun phrase tells on what occasion or by whom something was said: ``in a tweet``, ``through a spokeswoman``."""
    for token in range(first, min(last, first + 6)):
        if tokens.lowers[token] in OCCASIONS:
            return True
        if tokens.tags[token] not in ("DT", "JJ", "PRP$", "NN", "NNP", "POS", "CD"):
            return False
    return False


def _has_finite(tags: Sequence[str], first: int, last: int) -> bool:
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags[first:last])


def _is_adverbial(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what follows only tells when or why it was: ``…, three weeks after fighting broke out``."""
    for token in range(first, min(last, first + 6)):
        if tokens.tags[token][:2] == "VB" or tokens.tags[token] == "MD":
            return False
        if tokens.lowers[token] in ("after", "before", "when", "while", "since", "as", "because", "until"):
            return True
    return False


def _opens(tokens: Tokens, start: int) -> bool:
    """Whether a quotation begins where the sentence does."""
    return tokens.tags[start] == "``" or tokens.quoted[start] >= 0


def _has_verb(tags: Sequence[str], first: int, last: int) -> bool:
    return any(tag[:2] == "VB" or tag == "MD" for tag in tags[first:last])


def _split(tokens: Tokens, cue: Cue, start: int, last: int, end: int) -> list[Range]:
    """A reported clause that the cue parts in two: ``The envoy, she said, had left``."""
    tags = tokens.tags
    rest = cue.region[1]
    while rest < end and tags[rest] != "," and rest - cue.region[1] < 14:
        if tags[rest] == "``":
            return []
        rest += 1
    after = _trim(tokens, rest + 1, end)
    if rest >= end or tags[rest] != "," or not _has_finite(tags, rest + 1, min(after, rest + 16)):
        return []
    if start < last and tags[start] == "IN" and tokens.lowers[start] in LEADING:
        return [(rest + 1, after)]
    return [(rest + 1, after)] if last - start < SHORT or start >= last else [(start, last), (rest + 1, after)]


def _is_aside(tokens: Tokens, cue: Cue, end: int) -> bool:
    """Whether nothing that could be content follows the cue before a pause: at most a few words on when and where."""
    if cue.inverted:
        return True
    for token in range(cue.region[1], min(end, cue.region[1] + 14)):
        if tokens.tags[token] in ("VBG", "PRP") and tokens.tags[token - 1] in ("IN", "TO"):
            continue  # "said in closing the session", "remarked to me"
        if tokens.tags[token] in (",", ".", ":", "''", "``"):
            return True
        if tokens.tags[token] == "TO" and token + 1 < end and tokens.tags[token + 1] != "VB":
            continue  # "said to reporters"
        if tokens.tags[token] in ("VBD", "VBZ", "VBP", "MD", "PRP", "TO", "VB", "VBG"):
            return False
    return True


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
    last = _cut(tokens, clauses, first, last, cue)
    return [(first, last)] if first < last else []


def _of_title(tokens: Tokens, cue: Cue) -> list[Range]:
    """The rest of the title."""
    begin, end = tokens.sentences[cue.sentence]
    first, last = (cue.region[1], end) if cue.region[0] == begin else (begin, cue.region[0])
    if tokens.tags[first] == "``":
        return []
    last = _trim(tokens, first, last)
    return [(first, last)] if last - first > 2 else []


def _around(tokens: Tokens, cue: Cue) -> list[Range]:
    """What ``according to`` vouches for: the rest of its sentence."""
    begin, end = tokens.sentences[cue.sentence]
    first, last = cue.region
    if first == begin or (first == begin + 1 and tokens.tags[begin] in ("CC", "RB", "``")):
        own = tokens.lowers[first] != "according"  # "by their own count they agree" needs no comma
        while last < end and tokens.tags[last] != "," and not own:
            last += 1
        last += last < end and tokens.tags[last] == ","
        final = _trim(tokens, last, end)
        return [(last, final)] if last < final else []
    if tokens.tags[first - 1] == "''":
        return []
    start = _behind_semicolon(tokens, begin, first)
    final = _trim(tokens, start, first)
    if start >= final:
        return []
    rest = last
    while rest < end and tokens.tags[rest] not in (",", "CC", ":"):
        rest += 1
    after = _trim(tokens, rest + 1, end)
    if rest >= end or tokens.tags[rest] != "," or not _has_finite(tokens.tags, rest + 1, min(after, rest + 16)):
        return [(start, final)]
    aside = max((token for token in range(start, final) if tokens.tags[token] in (",", "CC")), default=start - 1)
    if _has_finite(tokens.tags, start, final) and not _has_finite(tokens.tags, aside + 1, final):
        return [(rest + 1, after)]  # "They met, and this time, according to an aide, they spoke"
    return [(start, final)] if _has_finite(tokens.tags, start, final) else [(start, final), (rest + 1, after)]


def _cut(tokens: Tokens, clauses: Sequence[Clause], first: int, last: int, cue: Cue) -> int:
    """Where a reported clause ends: before ``, adding …``, ``, according to …``, and at a closing quotation mark."""
    lowers, tags, quoted = tokens.lowers, tokens.tags, tokens.quoted
    inside = quoted[cue.first]
    for token in range(first, last):
        if inside >= 0 and quoted[token] != inside:
            return _trim(tokens, first, token)
        if tags[token] == "''" and token > first and tags[token - 1] == "," and token + 1 < last:
            if tags[token + 1] == "VBG" or lowers[token + 1] in ASIDES:
                return token + 1  # “…,” referring to
        if tags[token] == "," and token + 2 < last and tags[token + 2] == "VBG":
            if lowers[token + 1] in ASIDES and lowers[token + 2] in SPEECH_GERUNDS:
                return _trim(tokens, first, token)
        if tags[token] == "," and token + 1 < last:
            aside = lowers[token + 1] == "which" and _has_finite(tags, first, token)
            aside = aside or (lowers[token + 1] in ("though", "although") and _has_finite(tags, first, token))
            if aside or lowers[token + 1] == "according" or _comments(tokens, token + 1, last):
                return _trim(tokens, first, token)
            if tags[token + 1] == "VBG" and lowers[token + 1] in SPEECH_GERUNDS:
                return _trim(tokens, first, token)
    return _trim(tokens, first, _whole_quotation(tokens, first, last, inside))


def _whole_quotation(tokens: Tokens, first: int, last: int, inside: int) -> int:
    """`last`, moved to the end of a quotation that it would part."""
    if last <= first:
        return last
    number = tokens.quoted[last - 1]
    if number < 0 or number == inside or (number == tokens.quoted[first] and tokens.tags[first] != "``"):
        return last
    end = tokens.sentences[tokens.sentence_of[last - 1]][1]
    while last < end and (tokens.quoted[last] == number or tokens.tags[last] == "''"):
        last += 1
    return last


SPEECH_GERUNDS = frozenset(
    """saying cautioning conceding adding stating noting warning stressing emphasizing emphasising underscoring
    underlining insisting arguing
    claiming calling citing criticizing criticising accusing urging demanding reiterating affirming declaring explaining
    referring pointing describing telling asking denying rejecting dismissing blaming praising quoting suggesting
    contradicting echoing
    alleging acknowledging admitting vowing pledging promising""".split()
)


def _comments(tokens: Tokens, at: int, last: int) -> bool:
    """Whether what comes is a word on what was said: ``…, conditions that the envoy described as absurd``."""
    at += tokens.tags[at] == "DT"
    return at + 1 < last and tokens.lowers[at] in COMMENTED and tokens.lowers[at + 1] in ("that", "which")


def _trim(tokens: Tokens, first: int, last: int) -> int:
    """`last` without pauses and a lone conjunction at the end; a closing mark whose opening one is inside stays."""
    tags = tokens.tags
    while last > first:
        tag = tags[last - 1]
        if tag == "''" and any(tags[token] == "``" for token in range(max(first, last - 200), last - 1)):
            break
        if tag in (",", ".", ":", "``", "''", "CC") or (
            tag == "IN" and tokens.lowers[last - 1] in ("that", "as", "while")
        ):
            last -= 1
        else:
            break
    return last
