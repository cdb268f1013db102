"""Tokens and their parts of speech.

Most words can be one part of speech only, and a look-up tells it. Between the possibilities of the others a linear
model decides from the word, its neighbours and the tags before it (an averaged perceptron, see
`diplomod.lexicon.words`).
"""

from __future__ import annotations

import functools
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from diplomod.lexicon import Lexicon
from diplomod.lexicon.kept import MOST, Kept
from diplomod.lexicon.weights import Choices
from diplomod.lexicon.words import CLOSED, MARKS, VERBAL, Words
from diplomod.reading.parts import Document, Tokens
from diplomod.reading.tokens.splitting import split, word_before_mark

SOLID = re.compile(r"\S+")
# A word, the same in small letters, where it begins in its chunk and ends, its possible tags, and what its case speaks for.
Piece = tuple[str, str, int, int, str, int]
CAPITAL, SMALL = 2, -3  # in a heading there are more than three capitals to two words of some length in small letters
START = "^"
UNLINKED = f"{START}|{START}"
PAST = frozenset(["VBD", "VBN"])
FINITE = frozenset("VBD VBZ VBP MD".split())
BEHIND_VERB = frozenset("TO IN DT NNP PRP$ CD JJ".split())
LEADING = frozenset("contrary according owing thanks prior".split())  # with "to" they lead a noun
BEFORE_VERB = frozenset("NN NNS NNP NNPS PRP CD , '' -RRB- :".split())
ONLY_PARTICIPLES = frozenset(
    "been given taken known seen done gone written spoken driven drawn shown begun broken aimed".split()
)
EACH = frozenset("both neither each none".split())
SUBJECT = frozenset("DT PRP$ JJ NN NNS NNP NNPS POS CD".split())
REACH = 12  # how many tokens back the last verb is looked for
GOING_ON = 40  # tokens between two clauses behind that
LINKS = frozenset(["CC", "WDT", "WP", "WRB", ",", ":", "IN", "``", "''"])
TURNS = VERBAL | LINKS | {"."}
SUBORDINATORS = frozenset("that if because although though while whether since as after before until unless".split())
AUXILIARIES = {
    **dict.fromkeys("am is are was were be been being 's 're 'm".split(), "be"),
    **dict.fromkeys("have has had having 've".split(), "have"),
    **dict.fromkeys("get gets got getting gotten".split(), "get"),
    **dict.fromkeys("do does did".split(), "do"),
}
HEADS = frozenset("chief head official executive representative commander native".split())
TOLD_WITHIN = 9  # tokens
TOLD = frozenset(
    """urge urges urged urging ask asks asked asking press presses pressed pressing tell tells told telling order orders
    ordered ordering push pushes pushed pushing call calls called calling agree agrees agreed agreeing refuse refuses
    refused refusing promise promises promised promising pledge pledges pledged pledging vow vows vowed vowing want wants
    wanted plan plans planned offer offers offered offering decline declines declined threaten threatens threatened
    exhort exhorts exhorted implore implores implored warn warns warned advise advises advised request requests requested
    require requires required force forces forced oblige obliges obliged""".split()
)
WANTING = frozenset(
    verb + ending for verb in "insist demand request recommend ask".split() for ending in ("", "s", "ed", "ing")
) | frozenset(
    "require requires required requiring urge urges urged urging propose proposes proposed proposing stipulate stipulates "
    "stipulated stipulating order ordered ordering plead pleaded beg begged decree decreed command commanded condition "
    "precondition prerequisite requirement stipulation insistence plea appeal call petition ultimatum imperative "
    "essential vital crucial necessary important".split()
)
# After these a finite verb comes, if the word can be one: "he loved hearing", "they claim".
FINITE_OF = {
    **dict.fromkeys(("he", "she"), frozenset(("VBD", "VBZ"))),
    **dict.fromkeys(("they", "we", "i"), frozenset(("VBD", "VBP"))),
}
SUBJECTS = frozenset(FINITE_OF)
SAYING_IT = frozenset("said says saying added adding stated insisted that".split())
THEN = frozenset("then later subsequently afterwards".split())
DISMISSED = frozenset("dismissed denounced rejected condemned described".split())
WHO_SAYS = HEADS | frozenset(
    "minister president spokesman spokeswoman spokesperson ministry government premier envoy ambassador".split()
)
QUOTED = 10  # tokens that words in quotation marks behind "as" take
BASES = frozenset(("VB", "VBP"))
NO_VERB = frozenset("JJ NN".split())
WAITING = frozenset("before until unless if once when".split())
BEHIND_BASE = frozenset("DT CD PRP$ PRP NNS NNP VBN".split())
BEFORE_BASE = frozenset("MD TO".split())
AMOUNTS = frozenset("CD $".split())
DOING = frozenset("after before since while upon without when by for of despite".split())
PAIRED = 12  # tokens behind "both" within which "and" joins two
MET = frozenset("with in at on today again this for".split())
WITH = frozenset(("with",))
RULING = frozenset("rule rules ruled ruling".split())
ATTENDING = frozenset("attending participating presiding mediating".split())
BEING = frozenset("is are was were be been am".split())
CONFERRING = frozenset("meeting briefing".split())
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december""".split()
)
MEETABLE = frozenset("DT PRP$ PRP NNP NNPS JJ NNS".split())
TOLD_BY = frozenset("reported announced confirmed claimed noted stated".split())
TELLERS = frozenset(
    """media press agency agencies television tv radio news newspaper newspapers outlets officials official sources source
    ministry office government spokesman spokeswoman spokesperson army military police department authorities""".split()
)
MOTIONS = frozenset("flies heads travels returns journeys".split())
BEHIND_TO = frozenset(("TO", "RB"))
NOMINAL = frozenset("JJ NN NNP NNS NNPS".split())
WHO = frozenset("NNP NNPS NNS NN JJ PRP".split())
NO_FINITE = frozenset("VBN JJ NN NNS".split())
VERBS_ALONE = frozenset("VBD VBN VBZ MD".split())
TELLING = frozenset("reports notes claims states answers comments remarks quotes".split())
SAYINGS = {"say": "VBP", "saying": "VBG"}  # seldom nouns: "a final say", "an old saying"
BEFORE_SAYING = frozenset("DT PRP$ JJ POS".split())
NAMING = frozenset("NN NNS JJ VB VBG".split())  # a name can begin with a word that is one of these
OBJECTS = frozenset("NN NNS DT PRP$".split())
WHO_MEET = frozenset("NN NNP NNPS NNS".split())
LISTENERS = frozenset("reporters journalists newsmen lawmakers parliament".split())
SPEAKERS = frozenset("NNS NN NNP NNPS PRP VBN ,".split())
INTENDING = frozenset("plans hopes pledges promises vows threatens offers moves claims".split())
INTENDERS = frozenset(
    """minister president premier leader chancellor king queen emir prince envoy ambassador secretary general chief spokesman
    spokeswoman negotiator mediator delegation team ministry bloc army junta side commission diplomat official""".split()
)
ADDRESSES = frozenset("mr mrs ms miss mr. mrs. ms.".split())
# No object, no passive: behind a noun they are its verb.
UNTRANSITIVE = frozenset(
    "consented complied relented responded replied insisted objected acquiesced acceded demurred balked capitulated "
    "apologised apologized reacted hesitated persisted retaliated abstained".split()
)
QUOTES = frozenset([mark for mark, tag in MARKS.items() if tag in ("``", "''")])


def tokenize(document: Document, lexicon: Lexicon) -> Tokens:
    """The words and marks of a document's sentences, each with its part of speech.

    ``The envoys can't agree`` gives ``The/DT envoys/NNS ca/MD n't/RB agree/VB``.
    """
    words = lexicon.words
    tokens, cases = _split(document, words)
    _quotations(document, tokens)
    _headings(tokens, cases, words)
    _addressed(tokens)
    _decide(tokens, words)
    return tokens


def _split(document: Document, words: Words) -> tuple[Tokens, list[int]]:
    """The tokens with all their possible tags as one string, and what the case of each speaks for."""
    text, gaps = document.text, document.gaps
    known = _chunks(words)
    out = Tokens(text=text, words=[], lowers=[], starts=[], ends=[], tags=[], sentence_of=[], quoted=[], sentences=[])
    written, lowers, starts, ends, tags = out.words, out.lowers, out.starts, out.ends, out.tags
    cases: list[int] = []
    for number, (begun, end) in enumerate(document.sentences):
        first = len(written)
        for at, until in _stretches(begun, end, gaps) if gaps else ((begun, end),):
            for chunk in text[at:until].replace("\n", " ").split(" "):
                for word, lower, start, stop, code, case in known[chunk]:
                    written.append(word)
                    lowers.append(lower)
                    starts.append(at + start)
                    ends.append(at + stop)
                    tags.append(code)
                    cases.append(case)
                at += len(chunk) + 1
        out.sentences.append((first, len(written)))
        out.sentence_of.extend([number] * (len(written) - first))
    out.quoted.extend([-1] * len(written))
    return out, cases


def _stretches(begun: int, end: int, gaps: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """What stands between marks that are no words: ``**Lima**,`` gives ``Lima`` and ``,``."""
    for number in range(bisect_left(gaps, (begun, begun)), len(gaps)):
        first, last = gaps[number]
        if first >= end:
            break
        yield begun, first
        begun = max(begun, last)
    yield begun, end


@functools.lru_cache(maxsize=8)
def _chunks(words: Words) -> Kept[str, Sequence[Piece]]:
    """The pieces of each chunk of text between two spaces, whatever text it comes from."""

    def facts(word: str) -> tuple[str, str, str, int]:
        case = CAPITAL if word[0].isupper() else SMALL if len(word) > 3 and word[0].islower() else 0
        lower = word.lower().replace("’", "'")
        return sys.intern(word), sys.intern(lower), sys.intern(words.code(word)), case

    def piece(chunk: str, start: int, stop: int) -> Piece:
        word = chunk[start:stop]
        word, lower, code, case = facts(word) if word == chunk else parts[word]
        return word, lower, start, stop, code, case

    def pieces(chunk: str) -> Sequence[Piece]:
        if chunk.isalpha():
            return tuple([piece(chunk, start, stop) for start, stop in split(chunk)])
        word = word_before_mark(chunk)
        if word:
            return (*known[word], piece(chunk, len(word), len(chunk)))
        return tuple(
            [
                piece(chunk, match.start() + start, match.start() + stop)
                for match in SOLID.finditer(chunk)
                for start, stop in split(match.group())
            ]
        )

    parts, known = Kept(facts), Kept(pieces)
    return known


def _quotations(document: Document, tokens: Tokens) -> None:
    """Which quotation each token is in, and which marks open or close one."""
    starts, tags = tokens.starts, tokens.tags
    outer: dict[int, str] = {}
    for number, quotation in enumerate(document.quotations):
        first, last = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        tokens.quoted[first:last] = [number] * (last - first)
        outer[quotation.outer_start] = "``"
        if quotation.closed:
            outer[quotation.end] = "''"
    for i in tokens.places_of(QUOTES):
        lower = tokens.lowers[i]
        sure = outer.get(starts[i])
        if sure is not None:
            tags[i] = sure
        elif lower in "\"'":
            after = i and tokens.ends[i - 1] == starts[i] and tags[i - 1] not in ("-LRB-", "``", ":")
            if not after:
                tags[i] = "``"
            elif lower == "'" and tokens.lowers[i - 1][-1] in "sxz":
                tags[i] = "POS"


def _headings(tokens: Tokens, cases: list[int], words: Words) -> None:
    """Give the words whose capital tells nothing the tags that they have in small letters."""
    tags, written = tokens.tags, tokens.words
    initial = _initials(words)
    plain: list[int] = []  # where each sentence goes on behind the word whose capital tells nothing
    doubtful: list[int] = []
    for first, last in tokens.sentences:
        i = first
        while i < last and not written[i][0].isalnum():
            i += 1
        if i < last and written[i][0].isupper() and tags[i] != "CD":
            code, may_name = initial[written[i]]
            tags[i] = code or tags[i]
            if may_name:
                doubtful.append(i)
        if _is_heading(cases[i + 1 : min(last, i + 40)]):
            mixed = any(word != word.upper() for word in written[first:last])  # so capitals alone abbreviate: "US"
            for j in range(i + 1, last):
                if tags[j] == "NNP" and not ((mixed or written[j] == "US") and written[j].isupper()):
                    tags[j] = _in_heading(written[j], words)
            i = last
        plain.append(i + 1)
    # The forms in which the words in doubt stand elsewhere than at the start of a sentence or in a heading.
    forms = {
        written[at]
        for at in tokens.places_of({tokens.lowers[i] for i in doubtful})
        if at >= plain[tokens.sentence_of[at]]
    }
    for i in doubtful:
        if written[i] in forms and written[i].lower() not in forms:
            tags[i] = "NNP"


def _addressed(tokens: Tokens) -> None:
    """Behind a form of address a capital makes a name of any word: ``Mr Onto``, ``Ms Will``."""
    for at in tokens.places_of(ADDRESSES):
        if at + 1 < len(tokens.words) and tokens.words[at][0].isupper() and tokens.words[at + 1][0].isupper():
            tokens.tags[at + 1] = "NNP"


def _is_heading(cases: list[int]) -> bool:
    """Whether most words of some length have a capital."""
    return cases.count(CAPITAL) > 2 and sum(cases) > 0


@functools.lru_cache(maxsize=8)
def _initials(words: Words) -> Kept[str, tuple[str, bool]]:
    """The tags of a word at the start of a sentence, nothing where they are those that it has elsewhere; and whether it is a name
    there if the text has it as a name only."""

    def tags_of(word: str) -> tuple[str, bool]:
        if word in words.codes or (len(word) > 1 and word.isupper()):
            return "", False
        plain = words.plain(word)
        return (plain, False) if NAMING.isdisjoint(plain.split()) else (sys.intern(f"{plain} NNP"), True)

    return Kept(tags_of)


@functools.lru_cache(maxsize=MOST)
def _in_heading(word: str, words: Words) -> str:
    plain = words.plain(word)
    tags = plain.split()
    if tags[0] in CLOSED or "VBZ" in tags or PAST.issuperset(tags):
        return plain
    return f"NNP {plain}" if VERBAL.intersection(tags) else "NNP"


def _decide(tokens: Tokens, words: Words) -> None:
    """Choose one tag for each token that has several."""
    tags, lowers = tokens.tags, tokens.lowers
    last = len(tags)
    firsts = {first for first, _ in tokens.sentences}
    choices = _choices(words)
    codes, behind = [*tags, START], [*lowers, START]
    # The last verb behind us (an auxiliary as such, others by their tag), and the last link since then.
    verb = link = START
    verb_at = link_at = 0
    for i, code in enumerate(tags):
        if " " in code:
            opens = i in firsts
            # The tags before are chosen already; those after are all that are possible. What is too far away is not seen.
            if opens:
                before = previous = earlier = START
                seen = UNLINKED
            else:
                before, previous, earlier = tags[i - 1], lowers[i - 1], tags[i - 2] if i > 1 else START
                seen = f"{verb if i - verb_at < REACH else START}|{link if i - link_at < REACH else START}"
            choice = choices[code]
            tags[i] = choice.likeliest(lowers[i], previous, before, earlier, codes[i + 1], behind[i + 1], seen)
            code = tags[i] = _mended(tags, lowers, i, last, code, opens)
        elif code in NO_VERB:
            at = i - 1 if i and tags[i - 1] != "RB" else i - 2  # "to immediately free"
            if at < 0 or tags[at] not in BEFORE_BASE or i in firsts or not _is_base(tokens, words, at + 1, i):
                continue
            code = tags[i] = "VB"
        elif code in AMOUNTS:
            if i and lowers[i - 1] == "about":  # about 50
                tags[i - 1] = "RB"
            continue
        if code in TURNS:
            if code in VERBAL:
                verb, verb_at, link = AUXILIARIES.get(lowers[i], code), i, START
            elif code == ".":
                verb = link = START
            elif code != "IN" or lowers[i] in SUBORDINATORS:
                link, link_at = code, i
    for first, last in tokens.sentences:
        _give_verb(tokens, words, first, last)
        _act(tokens, words, first, last)
        _tell_source(tokens, first, last)


def _is_base(tokens: Tokens, words: Words, behind: int, i: int) -> bool:
    """Whether a word behind a modal verb or to is its verb, though no list says so: ``will brief the council``."""
    if tokens.tags[behind - 1] == "MD":
        return behind == i
    led = _leads_object(tokens.tags, i) or _is_told(tokens.tags, tokens.lowers, behind)  # "is to brief the council"
    return led and _has_past(words, tokens.lowers[i])


def _has_past(words: Words, lower: str) -> bool:
    """Whether the regular past of a word is known, so that it can be a verb: ``trade``, ``bar``, ``empty``."""
    pasts = (f"{lower}ed", f"{lower}d", f"{lower}{lower[-1]}ed", f"{lower[:-1]}ied")
    return any("VBD" in words.codes.get(past, "") for past in pasts)


def _leads_object(tags: list[str], i: int) -> bool:
    """Whether what stands behind token `i` can be its object and no noun that it belongs to."""
    return i + 1 < len(tags) and tags[i + 1] in ("DT", "PRP$", "PRP", "NNP")


def _mended(tags: list[str], lowers: list[str], i: int, last: int, code: str, first: bool) -> str:
    """The tag of token `i`, where what stands beside it rules out the one that was chosen among those of `code`."""
    tag, word = tags[i], lowers[i]
    before, previous = (tags[i - 1], lowers[i - 1]) if i else (START, START)
    if word == "both" and tag == "CC" and "and" not in lowers[i + 1 : min(last, i + PAIRED)]:
        return "DT"  # "received both ministers", and not "both Lima and Paz"
    if first and word == "following":
        return "IN"  # "Following talks in Oslo, the envoy left"
    if tag in BASES:
        if first and "NNP" in code and i + 1 < last and VERBS_ALONE.issuperset(tags[i + 1].split()):
            return "NNP"  # "Trump said": what has its verb behind it is no imperative
        if first and "NN" in code.split() and lowers[i + 1 : i + 2] == ["of"]:
            return "NN"  # "Head of the mission Ana Lima said"
        if "NN" in code and (before == "POS" or _is_led(lowers, i)):
            return "NN"  # "the envoy's visit", "contrary to press reports"
        if "NN" in code and before == "CC" and word in ("rebel", "opposition") and i + 1 < last:
            return "NN" if lowers[i + 1] in HEADS or tags[i + 1] == "NN" else tag  # "Lima and rebel chief Paz met"
    elif tag in NO_FINITE and previous == "it" and "VBD" in code.split() and i > 1 and lowers[i - 2] in SAYING_IT:
        return "VBD"  # "said it expected Riga to pay"
    elif tag == "VBN" and _is_told_plainly(tags, lowers, i, last):
        return "VBD"
    elif tag in NO_FINITE and previous in SUBJECTS:
        return next((one for one in code.split() if one in FINITE_OF[previous]), tag)
    elif tag in NOMINAL:
        known = tag[0] == "N" or (i + 1 < last and not BEHIND_BASE.isdisjoint(tags[i + 1].split()))
        if (before == "MD" or (known and _is_wanted(tags, lowers, i))) and "VB" in code.split():
            return "VB"  # "the Houthis will open", "demanded that Tehran abandon"
        if tag == "JJ" and before in BEHIND_TO and "VB" in code.split():
            behind = i if before == "TO" else i - 1
            if behind and tags[behind - 1] == "TO" and _is_told(tags, lowers, behind):
                return "VB"  # "urged the rebels to free hostages", "to immediately free them"
        if (
            tag in ("NN", "JJ")
            and before == "``"
            and "VB" in code.split()
            and i + 1 < last
            and tags[i + 1] in ("DT", "PRP$")
        ):
            return "VB"  # “Release our men”
        if tag == "NN" and word == "meet" and before in WHO_MEET:
            return "VBP"  # "Oslo's envoy and Lima's premier meet Monday"
        if tag == "NN" and word in SAYINGS and before not in BEFORE_SAYING:
            return SAYINGS[word]
        if tag == "NN" and before == "NNS" and "VBP" in code and i + 2 < last and lowers[i + 1] == "that":
            return tag if not FINITE.isdisjoint(tags[i + 2].split()) else "VBP"  # "the colonels counter that nothing"
        if tag == "NNS" and word in INTENDING and previous in INTENDERS and lowers[i + 1 : i + 2] == ["to"]:
            return "VBZ"  # "the foreign minister plans to meet"
        if tag == "NNS" and before == "NNP" and "VBZ" in code and i + 2 < last and lowers[i + 1] == "that":
            return (
                tag if not FINITE.isdisjoint(tags[i + 2].split()) else "VBZ"
            )  # "Oslo counters that guidelines would do"
        if tag == "NNS" and before == "NNP" and "VBZ" in code and i > 1 and lowers[i - 2] in WAITING and i + 1 < last:
            return (
                "VBZ" if not BEHIND_BASE.isdisjoint(tags[i + 1].split()) else tag
            )  # "before Israel frees women prisoners"
        if tag == "NNS" and before == "NNP" and "VBZ" in code and i > 1 and lowers[i - 2] == "but":
            return "VBZ"  # "but Lima needs time"
        if tag == "NN" and before == "NNP" and "VBP" in code and i > 2 and lowers[i - 2] == "and" and i + 1 < last:
            return "VBP" if lowers[i + 1] in ("to", "for", "that") else tag  # "Lima and Quito hope for"
        if tag == "NN" and word in ATTENDING and before in ("NNS", "NNP"):
            return "VBG"  # "with officials of both attending"
        if (
            tag == "NN"
            and (previous in DOING or (previous == "out" and i > 1 and lowers[i - 2] in RULING))
            and "VBG" in code.split()
            and i + 1 < last
            and _can_be_met(tags, lowers, i + 1)
        ):
            return "VBG"  # "after meeting the envoy", and not "after meeting minutes"
        if tag == "NN" and word in CONFERRING and i + 1 < last and _is_done(lowers, i):
            led = MET if word == "meeting" and previous in BEING else WITH
            if lowers[i + 1] in led or _can_be_met(tags, lowers, i + 1):
                return "VBG"  # "the minister was meeting with his guest", "was meeting on Friday"
        if (
            word in MOTIONS
            and before in ("NN", "NNP")
            and i + 2 < last
            and lowers[i + 1] == "to"
            and tags[i + 2] == "NNP"
        ):
            return "VBZ"  # "the minister flies to Oslo"
        if tag == "JJ" and word in HEADS and _ends_phrase(tags, i, last):
            return "NN"  # "the army chief said"
    elif tag == "VBZ" and before == "''" and "NNS" in code.split() and lowers[i + 1 : i + 2] == ["that"]:
        mark = next((at for at in range(i - 2, max(0, i - QUOTED), -1) if tags[at] == "``"), 0)
        return "NNS" if mark and lowers[mark - 1] == "as" else tag  # "dismissed as “nonsense” reports that"
    elif tag == "VBZ" and before in ("VBZ", "VBD") and "NNS" in code.split():
        return "NNS"  # "Chad faces calls to reopen the crossing"
    elif tag == "VBD" and "VBN" in code and before in ("NN", "NNS") and (word == "aimed" or _is_led_in(tags, i)):
        return "VBN"  # "In a letter sent on Monday, Lima said"
    elif tag == "VBN" and previous in THEN and "VBD" in code and i > 1 and lowers[i - 2] in (",", "and", ";", "but"):
        return "VBD"  # "crossed the line, then sat down with"
    elif tag == "VBN" and word in TOLD_BY and previous in TELLERS and _is_fronted_off(tags, i):
        return "VBD"  # "…, state media reported on Tuesday"
    elif tag == "VBN" and before == "," and "VBD" in code and _resumes(tags, i):
        return "VBD"  # "Peru, which has no navy, called on Chile"
    elif (
        tag == "VBN"
        and word in DISMISSED
        and lowers[i + 1 : i + 2] == ["as"]
        and tags[i + 2 : i + 3] == ["``"]
        and (before == "NNP" or previous in WHO_SAYS)
    ):
        return "VBD"  # "the minister dismissed as nonsense reports that"
    elif tag == "VBN" and word in UNTRANSITIVE and (before in ("NN", "NNS", "NNP") or previous in EACH):
        return "VBD"  # "and the Peruvian side consented to free 15"
    elif tag == "MD" and code == "NNP MD" and before in ("CD", "JJ", "IN"):
        return "NNP"  # "on 20 May", "in early May"
    elif tag == "IN" and word == "like" and before == "MD":
        return "VB"  # "would like the post to be reopened"
    elif tag == "DT" and word == "that" and before == "CC" and _goes_on(tags, lowers, i):
        return "IN"  # "said that …, and that talks"
    return tag


def _resumes(tags: list[str], i: int) -> bool:
    """Whether token `i` stands behind a relative clause on the subject that the sentence begins with."""
    seen = False
    for j in range(i - 2, max(0, i - GOING_ON), -1):
        if tags[j] in FINITE:
            seen = True
        elif tags[j] == ",":
            if tags[j + 1] == "VBN" and not seen and (i + 1 == len(tags) or tags[i + 1] != "IN"):
                seen = True  # "The dinner, hosted by Peru, lasted two hours"
            elif not seen or tags[j + 1] not in ("WDT", "WP"):
                return False
            while j > 0 and tags[j - 1] in SUBJECT:
                j -= 1
            return j == 0 or tags[j - 1] in (".", "''", ":")
        elif tags[j] == ".":
            return False
    return False


def _is_told_plainly(tags: list[str], lowers: list[str], i: int, last: int) -> bool:
    """Whether *said* or *told* stands without the auxiliary that a participle needs: ``“Yes”, officials said in a note``."""
    told = lowers[i] == "told" and i + 1 < last and lowers[i + 1] in LISTENERS
    if lowers[i] != "said" and not told:
        return False
    j = i - 1
    while j >= 0 and tags[j] == "RB":
        j -= 1
    return j >= 0 and lowers[j] not in AUXILIARIES and tags[j] in SPEAKERS


def _is_led_in(tags: list[str], i: int) -> bool:
    """Whether the noun before token `i` stands behind the preposition that a sentence begins with."""
    j = i - 1
    while j > 0 and i - j < 5 and tags[j] in ("NN", "NNS", "DT", "JJ", "PRP$", "CD"):
        j -= 1
    return tags[j] == "IN" and j < i - 1 and (j == 0 or tags[j - 1] in (".", "''", ":"))


def _is_done(lowers: list[str], i: int) -> bool:
    """Whether a form of be stands before token `i`, with an adverb at most between."""
    return lowers[i - 1] in BEING or (
        i > 1 and lowers[i - 1] in ("also", "now", "currently") and lowers[i - 2] in BEING
    )


def _can_be_met(tags: list[str], lowers: list[str], i: int) -> bool:
    """Whether an object can begin at token `i`: ``the envoy``, ``Kenyan officials``, and no day or month."""
    return not MEETABLE.isdisjoint(tags[i].split()) and lowers[i] not in CALENDAR


def _is_fronted_off(tags: list[str], i: int) -> bool:
    """Whether a comma, or nothing, stands before the noun that token `i` stands behind."""
    j = i - 1
    while j > 0 and i - j < 6 and tags[j] in ("NN", "NNS", "DT", "JJ", "NNP", "PRP$", "CD"):
        j -= 1
    return tags[j] in (",", "''")


def _is_led(lowers: list[str], i: int) -> bool:
    """Whether to before token `i` belongs to a preposition: ``according to press reports``; or to ``face to face``."""
    return i > 1 and lowers[i - 1] == "to" and (lowers[i - 2] in LEADING or lowers[i] == lowers[i - 2] == "face")


def _goes_on(tags: list[str], lowers: list[str], i: int) -> bool:
    """Whether a clause behind that stands before in the sentence, which another goes on."""
    for j in range(i - 2, max(-1, i - GOING_ON), -1):
        if tags[j] == ".":
            return False
        if lowers[j] == "that" and tags[j] == "IN":
            return True
    return False


def _give_verb(tokens: Tokens, words: Words, first: int, last: int) -> None:
    """Make the first participle of a whole sentence that has no finite verb its past tense: ``Envoys gathered in Oslo.``;
    else the first plural behind a name that can be a verb its present: ``Minister Luna heads to Quito.``"""
    tags, lowers = tokens.tags, tokens.lowers
    if last - first < 4 or tags[last - 1] not in (".", "''"):
        return
    candidate = present = -1
    for i in range(first, last):
        tag = tags[i]
        if tag in FINITE:
            if candidate > first and tags[candidate - 1] == "," and "that" in lowers[candidate + 1 : i]:
                tags[candidate] = "VBD" if tags[candidate + 1] in OBJECTS else tags[candidate]
            return  # "The envoy, Ana Lima, expressed confidence that Oslo would wait"
        if tag == "VBN" and candidate < 0 and i > first and _may_be_past(tokens, i):
            candidate = i
        if tag == "NNS" and present < 0 and i > first and tags[i - 1] in ("NNP", ",") and tags[i + 1] in BEHIND_VERB:
            present = i if "VBZ" in words.plain(tokens.words[i]).split() else -1
    if candidate >= 0 and lowers[candidate + 1] != "by":
        tags[candidate] = "VBD"
    elif present >= 0:
        tags[present] = "VBZ"


def _act(tokens: Tokens, words: Words, first: int, last: int) -> None:
    """The first word of a paragraph of a resolution is its verb: ``Calls upon all parties to disarm;``."""
    tags = tokens.tags
    if last - first < 4 or tags[first] != "NNS" or "VBZ" not in words.plain(tokens.words[first]).split():
        return
    listed = tokens.lowers[last - 1] == ";" or (first > 0 and tokens.lowers[first - 1] in (";", ":"))
    if listed or tokens.lowers[first + 1] == "upon":
        tags[first] = "VBZ"


def _tell_source(tokens: Tokens, first: int, last: int) -> None:
    """A form of telling behind a name at the end of a sentence is a verb: ``The trip is off, Le Soir reports.``"""
    tags, at = tokens.tags, last - 2
    if at - first < 4 or tags[last - 1] != "." or tags[at] != "NNS" or tokens.lowers[at] not in TELLING:
        return
    j = at - 1
    while j > first and at - j < 6 and tags[j] in ("NNP", "NNPS", "DT", "PRP"):
        j -= 1
    if j < at - 1 and tags[j] in (",", "''"):
        tags[at] = "VBZ"


def _may_be_past(tokens: Tokens, i: int) -> bool:
    """Whether a participle stands where the verb of a sentence may: behind a subject, and it is one of past form too."""
    j = i - 1
    while j > 0 and tokens.tags[j] == "RB":
        j -= 1
    if tokens.lowers[i] in ONLY_PARTICIPLES or _is_led_in(tokens.tags, i):
        return False
    return tokens.tags[j] in BEFORE_VERB


def _ends_phrase(tags: list[str], i: int, last: int) -> bool:
    """Whether a noun stands before token `i` and none can stand behind it."""
    return bool(i) and tags[i - 1].startswith("NN") and (i + 1 >= last or "NN" not in tags[i + 1])


def _is_wanted(tags: list[str], lowers: list[str], i: int) -> bool:
    """Whether token `i` is the verb of what somebody wants: ``demanded that Tehran abandon enrichment``."""
    if tags[i - 1] not in WHO:  # with "DT" a noun comes
        return False
    j = i - 2
    while j > 0 and i - j < 6 and (tags[j] in WHO or tags[j] == "DT" or lowers[j] == "of"):
        j -= 1
    return j > 0 and lowers[j] == "that" and lowers[j - 1] in WANTING


def _is_told(tags: list[str], lowers: list[str], i: int) -> bool:
    """Whether token `i` is what somebody is told to do, or promises: ``urged the rebels to free hostages``."""
    for j in range(i - 2, max(-1, i - TOLD_WITHIN), -1):
        if lowers[j] in TOLD:
            return True
        if tags[j] not in WHO and tags[j] not in ("DT", "IN", "POS", "CC"):
            return False
    return False


@functools.lru_cache(maxsize=8)
def _choices(words: Words) -> Choices:
    return Choices(words.weights)
