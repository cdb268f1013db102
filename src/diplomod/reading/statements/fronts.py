"""What stands before a cue, or around it: ``The talks went on, the envoy said``, ``…, according to two diplomats``."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.reading.parts import Clause, Tokens
from diplomod.reading.statements.cue import Cue
from diplomod.reading.statements.ends import COMMENTED, has_finite, has_verb, trim

Range = tuple[int, int]

STOPS = frozenset(("VB", "MD", ",", "``", "WD", "WP"))
STARTS = frozenset("DT PRP NNP NNS NNPS JJ EX".split())
CONCESSIONS = frozenset("though although while whereas but as and after before when because which who".split())
NEVER_BEHIND = frozenset(("say_as", "say_of", "say_for"))
BINDING = frozenset("that if because although though while since until unless after before as when".split())
OCCASIONED = frozenset(("following", "regarding", "concerning", "marking"))
DOING = frozenset("conclude write confirm announce recall report signal repeat read note".split())
BINDERS = frozenset("since until unless once whenever wherever".split())
LEADING = frozenset(
    """according after before in on at during for asked speaking referring responding commenting addressing pressed
    questioned replying quizzed reacting turning citing""".split()
)
ANSWERS = frozenset("answer reply response message verdict position line".split())
ASIDE = 14  # tokens that tell more of who speaks
SHORT = 3  # tokens; a name before the cue says nothing by itself


def before(tokens: Tokens, clauses: Sequence[Clause], cue: Cue) -> list[Range]:
    """What stands before a cue that nothing follows: ``The talks went on, the envoy said.``"""
    tags = tokens.tags
    begin, end = tokens.sentences[cue.sentence]
    first = cue.region[0]
    if _follows_nothing(tokens, cue, begin) or not _is_aside(tokens, cue, end) or _has_object(tokens, clauses, cue):
        return []
    out = []
    last = trim(tokens, begin, first - 1)
    start = _behind_answer(tokens, _behind_semicolon(tokens, begin, last), last)
    while start < last and tags[start] in ("CC", ",", "IN") and tokens.lowers[start] in ("but", "and", "yet", ","):
        start += 1
    rest = cue.region[1]
    if start < last and tags[start] in ("VBN", "VBG") and tokens.lowers[start] in LEADING:
        return []  # "Asked whether he would come, the envoy replied"
    if start >= last or not has_finite(tags, start, last):
        return _split(tokens, cue, start, last, end) or _bare(tokens, start, last, rest, end)
    quotes = rest + 1 < end and tags[rest] in (",", ":") and tags[rest + 1] == "``"
    if (
        not cue.inverted
        and _is_circumstance(tokens, start, last)
        and (quotes or not (rest < end and tags[rest] == ","))
    ):
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
            after = trim(tokens, rest + 1, end)
            goes_on = tags[rest + 1] == "CC" and tags[cue.last - 1] in tags[rest + 2 : rest + 4]
            own = tokens.lowers[rest + 1] == "but" and not STARTS.isdisjoint(
                tags[rest + 2 : rest + 3]
            )  # the writer's word
            if (
                after > rest + 2
                and not goes_on
                and not own
                and has_verb(tags, rest + 1, after)
                and not _is_adverbial(tokens, rest + 1, after)
            ):
                out.append((rest + 1, after))
    return out


def _follows_nothing(tokens: Tokens, cue: Cue, begin: int) -> bool:
    """Whether what stands before a cue cannot be its content."""
    tags, first = tokens.tags, cue.region[0]
    if first <= begin or tags[first - 1] not in (",", "''", ":") or _names(cue):
        return True  # "Last week, Vik called."
    inside = tokens.quoted[first - 2] if first - 2 >= begin else -1
    if inside >= 0 and inside != tokens.quoted[cue.first] and _is_led_by_colon(tokens, begin, first - 2):
        return True  # "She had one answer: “No,” she said"
    if inside >= 0 and inside in tokens.quoted[begin : begin + 2]:
        return True  # wholly a quotation
    named = first + (tags[first] == "DT")
    if cue.speaker is not None and first < cue.speaker[0] and tokens.lowers[named] in COMMENTED:
        return True  # "…, a claim the ministry denied"
    return tags[first - 2] in ("WDT", "WP") or tags[first] in ("WDT", "WP")


def _has_object(tokens: Tokens, clauses: Sequence[Clause], cue: Cue) -> bool:
    """Whether a verb that may do without telling has its object behind it: ``…, today concluded the talks``."""
    if cue.clause is None or cue.inverted or cue.lemma not in DOING:
        return False
    return any(first == cue.last for first, _ in clauses[cue.clause].objects)


def _names(cue: Cue) -> bool:
    """Whether a verb needs its object behind it: ``called``, ``accused``; not *warned*, which tells as well."""
    return "say_name" in cue.frame or ("say" not in cue.frame and not NEVER_BEHIND.isdisjoint(cue.frame))


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


def _behind_answer(tokens: Tokens, start: int, last: int) -> int:
    """Where what is told begins behind words that only announce it: ``The answer was blunt: [no talks will be held]``."""
    if ANSWERS.isdisjoint(tokens.lowers[start:last]):
        return start
    for token in range(start, last - SHORT):
        if tokens.words[token] == ":" and tokens.quoted[token] < 0:
            told = not ANSWERS.isdisjoint(tokens.lowers[start:token]) and has_finite(tokens.tags, start, token)
            return token + 1 if told and has_finite(tokens.tags, token, last) else start
    return start


def _is_circumstance(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what stands before only tells when or how: ``When the ship came back, the governor ordered …``."""
    tags = tokens.tags
    first += tags[first] == "RB" and first + 2 < last  # "Soon after the vote"
    if tags[first] not in ("IN", "WRB", "VBG", "TO") or tokens.lowers[first] in ("that", "if"):
        return False
    if tags[first] == "VBG" and _main_verbs(tokens, first, last) > 0:
        return False  # "Finding what is there is hard, he said"
    return not any(tags[token] == "," for token in range(first, last)) and (
        tags[first] != "IN" or tokens.lowers[first] in CONCESSIONS | BINDERS or not has_finite(tags, first, last)
    )


def _main_verbs(tokens: Tokens, first: int, last: int) -> int:
    """How many more finite verbs there are than words that subordinate one."""
    tags = tokens.tags
    led = sum(tags[token] in ("WDT", "WP", "WRB") or tokens.lowers[token] in BINDING for token in range(first, last))
    return sum(tags[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(first, last)) - led


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


def _split(tokens: Tokens, cue: Cue, start: int, last: int, end: int) -> list[Range]:
    """A reported clause that the cue parts in two: ``The envoy, she said, had left``."""
    tags = tokens.tags
    rest = cue.region[1]
    while rest < end and tags[rest] != "," and rest - cue.region[1] < 14:
        if tags[rest] == "``":
            return []
        rest += 1
    if tags[rest + 1 : rest + 2] == ["``"]:
        return []  # "Taking the floor, the envoy said, “…”"
    after = trim(tokens, rest + 1, end)
    if rest >= end or tags[rest] != "," or not has_finite(tags, rest + 1, min(after, rest + 16)):
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
        if tokens.lowers[token] in OCCASIONED:
            continue  # "said in a statement following the talks"
        if (
            tokens.tags[token] == "PRP"
            and token == cue.region[1]
            and tokens.tags[token + 1 : token + 2] in ([","], ["."])
        ):
            continue  # "…, a spokesman told us"
        if tokens.tags[token] in (",", ".", ":", "''", "``"):
            return True
        if tokens.tags[token] == "TO" and token + 1 < end and tokens.tags[token + 1] != "VB":
            continue  # "said to reporters"
        if tokens.tags[token] in ("VBD", "VBZ", "VBP", "MD", "PRP", "TO", "VB", "VBG"):
            return False
    return True


def around(tokens: Tokens, cue: Cue) -> list[Range]:
    """What ``according to`` vouches for: the rest of its sentence."""
    begin, end = tokens.sentences[cue.sentence]
    first, last = cue.region
    opens = first == begin or (first == begin + 1 and tokens.tags[begin] in ("CC", "RB", "``"))
    if opens or tokens.words[first - 1] == ";":
        own = tokens.lowers[first] != "according"  # "by their own count they agree" needs no comma
        while last < end and tokens.tags[last] != "," and not own:
            last += 1
        last += last < end and tokens.tags[last] == ","
        last = last if own else _behind_aside(tokens, last, end)
        final = trim(tokens, last, end)
        return [(last, final)] if last < final else []
    if tokens.tags[first - 1] == "''" and tokens.quoted[first - 2] in (-1, *tokens.quoted[begin : begin + 2]):
        return []
    start = _behind_semicolon(tokens, begin, first)
    final = trim(tokens, start, first)
    if start >= final:
        return []
    rest = last
    while rest < end and tokens.tags[rest] not in (",", "CC", ":"):
        rest += 1
    after = trim(tokens, rest + 1, end)
    if rest >= end or tokens.tags[rest] != "," or not has_finite(tokens.tags, rest + 1, min(after, rest + 16)):
        return [(start, final)]
    aside = max((token for token in range(start, final) if tokens.tags[token] in (",", "CC")), default=start - 1)
    if has_finite(tokens.tags, start, final) and not has_finite(tokens.tags, aside + 1, final):
        return [(rest + 1, after)]  # "They met, and this time, according to an aide, they spoke"
    return [(start, final)] if has_finite(tokens.tags, start, final) else [(start, final), (rest + 1, after)]


def _behind_aside(tokens: Tokens, first: int, end: int) -> int:
    """Where a clause begins behind words that tell more of who speaks: ``According to Vik, who was there, [it failed]``."""
    limit = min(end, first + ASIDE)
    if first >= limit:
        return first
    close = next((token for token in range(first, limit) if tokens.tags[token] == ","), limit)
    told = tokens.lowers[first] in ("who", "which", "whose")
    apposed = tokens.lowers[first] in ("a", "an") and not has_finite(tokens.tags, first, close)
    return close + 1 if close < limit and (told or apposed) else first
