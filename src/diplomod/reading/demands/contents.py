"""What is demanded: where the words for it begin and end, and how a list of demands is parted."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.reading.demands.drafts import Range, View
from diplomod.reading.parts import Clause, Form, Relation

CUTS = frozenset(
    "a an conditions terms demands something saying adding warning citing stressing noting arguing while though although "
    "but or most according".split()
)
BEHIND_VERB = frozenset(("NN", "NNS", "NNP", "NNPS", "DT", "PRP$", "IN", "JJ", "CD"))
MUST = frozenset(("must", "have to", "has to", "had to", "need to"))
MOST = 12  # clauses that one can go on with
LONGEST = 80  # tokens of a demand
BASES = frozenset(("VB", "VBP"))
DASHES = frozenset(("-", "–", "—", "--"))
WHICH = frozenset("which who whose whom where".split())
ELSE = frozenset("face risk else lose suffer".split())  # "leave or face sanctions"
CAUSES = frozenset(
    "comments remarks allegations accusations claims row dispute charges fears concerns insult incident".split()
)
TELLER = 12  # tokens of whoever tells it: "…, its military leader, Colonel Amadou Keita, told envoys"
NAMING = frozenset("DT PRP$ PRP JJ NN NNS NNP NNPS POS IN CD , ''".split())
RANKS = tuple(
    [word] for word in "first second latest last rare sign move bid step show effort attempt escalation".split()
)
PAPERS = frozenset(
    "statement letter note speech message address interview post tweet communique declaration call telegram conference briefing "
    "letters notes telephone".split()
)
TELLINGS = tuple([word] for word in "saying adding warning insisting stressing noting arguing accusing calling".split())
CONDITIONS = tuple([word] for word in "condition precondition prerequisite price".split())
UNITS = tuple([word] for word in "hour hours day days week weeks month months year years".split())
REACH = 14  # tokens of a relative clause within a demand
LIMITS = frozenset("before by until within unless if without".split())
# What people and things are that a demand speaks of.
DESCRIBED = frozenset(
    "militia group organisation organization movement force party body town city village region province area enclave "
    "island port river base site plant facility company firm bank agency man woman member officer official soldier journalist "
    "lawyer businessman student activist citizen national ship vessel tanker trawler boat aircraft plane system network post "
    "checkpoint crossing bridge road highway pipeline corridor territory zone strip ridge hill valley treaty pact law".split()
)
HANGING = frozenset("before after until unless once if when while in at by".split())


def cut(view: View, first: int, last: int) -> int:
    """Where a demand ends: before what only comments on it (``…, a step that``, ``…, saying``, ``…, which``)."""
    tags, lowers, quoted = view.tokens.tags, view.tokens.lowers, view.tokens.quoted
    last = min(last, first + LONGEST)
    for token in range(first + 1, last):
        if tags[token] == "," and token + 1 < last:
            if lowers[token + 1] in CUTS and not _describes(view, token + 1, last):
                return token
            if lowers[token + 1] in WHICH and quoted[token] < 0 and not _goes_on(view, token + 1, last):
                return token
            if lowers[token + 1] in ("to", "with") and lowers[token + 2 : token + 3] == ["which"]:
                return token
        if tags[token] == "''" and quoted[first] < 0 and "``" not in tags[first:token]:
            return token
        if tags[token] == "''" and quoted[first] >= 0 and tags[token - 1] == ",":
            return token - 1  # “before the bombing stops,” a rebel said
        if quoted[token] == quoted[first] and token > first + 1 and _comments(view, token, last):
            return token
        if lowers[token] == ";" or (tags[token] == ":" and lowers[token] in DASHES and _signs(view, token, last)):
            return token
    return last


def _states(view: View, token: int, last: int) -> bool:
    """Whether what stands there states something, with a subject or without: ``counts on them``, ``Lima again refused``."""
    tags = view.tokens.tags
    if tags[token : token + 1] in (["VBD"], ["VBZ"]):
        return True
    number = view.phrases.noun_at[token] if token < last else -1
    at = view.phrases.nouns[number].last if number >= 0 and view.phrases.nouns[number].first == token else last
    while at < last and tags[at] == "RB":
        at += 1
    return at < last and tags[at] in ("VBD", "MD") and view.phrases.verb_at[at] >= 0


def _describes(view: View, token: int, last: int) -> bool:
    """Whether a noun behind a comma describes the one before it (``disband the force, | a militia formed in 1994``), and is none
    that comments on what is demanded (``, a step that``)."""
    if view.tokens.lowers[token] not in ("a", "an") or view.tokens.tags[token - 2][:2] != "NN":
        return False
    number = view.phrases.noun_at[token]
    if number < 0 or view.phrases.nouns[number].first != token:
        return False
    return not DESCRIBED.isdisjoint(view.tokens.lowers[token : view.phrases.nouns[number].last])


def _goes_on(view: View, token: int, last: int) -> bool:
    """Whether a demand goes on behind a relative clause: ``hand back the hills, which it took in May, | before the talks``."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    for at in range(token + 2, min(last - 2, token + REACH)):
        if tags[at] == ",":
            joined = lowers[at + 1] == "and" and (tags[at + 2] == "VB" or lowers[at + 2] == "to")
            return joined or lowers[at + 1] in LIMITS
    return False


def _comments(view: View, token: int, last: int) -> bool:
    """Whether what only tells of the telling begins there: ``amid fears of``, ``, in the first such step``, ``as Lima said``."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    word, behind = lowers[token], lowers[token + 1 : token + 5]
    if (
        word == "amid"
        or (word == "so" and behind[:1] == ["that"])
        or (word == "or" and not ELSE.isdisjoint(behind[:1]))
    ):
        return True
    if tags[token] == ",":
        if word == "," and behind[:1] in (["and"], ["but"]) and _states(view, token + 2, last):
            return True  # "… pay, and Lima again refused", "…, and counts on them"
        if _says_on(view, token + 1, view.tokens.sentences[view.tokens.sentence_of[token]][1]):
            return True
        told = behind[:1] == ["in"] and (
            behind[1:2] in (["what"], ["response"], ["retaliation"]) or _is_superlative(behind)
        )
        return (
            told
            or behind[:1] in (["amid"], ["despite"], ["after"], ["following"])
            or (behind[1:2] in UNITS and behind[2:3] in (["before"], ["after"]))
        )
    if word == "and" and behind[:1] in TELLINGS:
        return True  # "… and saying that it would not wait"
    if word == "as" and behind[:1] in (["a"], ["the"], ["its"]) and behind[1:2] in CONDITIONS:
        return True  # "… as a condition for talks"
    if word == "as" and lowers[token - 1] not in ("as", "such", "so", "soon", "well"):
        return tells(view, token + 1, last)
    if word in ("in", "at", "during"):
        number = view.phrases.noun_at[token + 1] if token + 1 < last else -1
        phrase = view.phrases.nouns[number] if number >= 0 else None
        return (
            phrase is not None
            and lowers[phrase.head] in PAPERS
            and lowers[phrase.first] in ("a", "an", "his", "her", "its")
        )
    if word == "over":
        number = view.phrases.noun_at[token + 1] if token + 1 < last else -1
        return number >= 0 and lowers[view.phrases.nouns[number].head] in CAUSES
    return word == "after" and tells(view, token + 1, last)


def _is_superlative(words: list[str]) -> bool:
    """``in the first such``, ``in its strongest``, ``in a rare``."""
    led = len(words) > 2 and words[1] in ("the", "its", "a", "an")
    return led and (words[2:3] in RANKS or words[2].endswith("est"))


def tells(view: View, first: int, last: int) -> bool:
    """Whether a subject and a verb that states something stand there."""
    number = view.phrases.noun_at[first] if first < last else -1
    if number < 0:
        return False
    at = view.phrases.nouns[number].last
    verb = view.phrases.verb_at[at] if at < last else -1
    return verb >= 0 and view.phrases.verbs[verb].form is Form.FINITE and view.tokens.tags[at] not in ("VB", "VBG")


def _signs(view: View, dash: int, last: int) -> bool:
    """Whether a title ends in who says so: ``… to open the border — Foreign Ministry``."""
    end = view.tokens.sentences[view.tokens.sentence_of[dash]][1]
    return last == end and end - dash < 6 and not any(at >= 0 for at in view.phrases.verb_at[dash:end])


def complements(view: View, clause: Clause) -> Iterator[Clause]:
    """The that-clauses of a verb."""
    for number in view.children.get(clause.number, ()):
        child = view.clauses[number]
        if child.relation is Relation.COMPLEMENT and child.first >= clause.verb.last:
            yield child


def infinitives(view: View, clause: Clause) -> Iterator[Clause]:
    """The infinitives that hang on a verb."""
    for number in view.children.get(clause.number, ()):
        child = view.clauses[number]
        if child.verb.form is Form.INFINITIVE and child.first >= clause.verb.last:
            yield child


def start_of(view: View, child: Clause) -> int:
    """Where the words of a that-clause begin, behind ``that``."""
    first = child.first
    return first + 1 if view.tokens.lowers[first] in ("that", "to") else first


def end_of(view: View, clause: Clause) -> int:
    """The end of a clause, with the clause behind it that its last word leads in (``… before | monitors go home``)."""
    last, end = with_coordinates(view, clause), view.end(clause)
    if last < end and view.tokens.lowers[last - 1] in HANGING:
        return part_end(view, last, end)
    return last


def with_coordinates(view: View, clause: Clause) -> int:
    """The end of a clause with those that go on with it: ``to stop the shelling and withdraw``."""
    last = clause.last
    tags, lowers = view.tokens.tags, view.tokens.lowers
    for number in range(clause.number + 1, min(len(view.clauses), clause.number + MOST)):
        other = view.clauses[number]
        if other.sentence != clause.sentence or other.first > last + 1:
            break
        if other.relation is not Relation.COORDINATE:
            continue
        if (tags[other.verb.first] in ("VB", "VBP") and lowers[other.first] != "or") or _holds_more(view, other):
            last = max(last, other.last)
    return last


def _holds_more(view: View, clause: Clause) -> bool:
    """Whether a clause is another thing with what is told of it: ``leave the homes | and schools it has occupied``."""
    tags, subject = view.tokens.tags, clause.subject
    if subject is None or tags[clause.first] != "CC" or tags[subject[0]] != "PRP" or clause.verb.modal is not None:
        return False
    return (
        subject[0] > clause.first + 1
        and tags[subject[0] - 1] in ("NNS", "NN")
        and view.phrases.noun_at[subject[0] - 1] >= 0
    )


def part_end(view: View, first: int, end: int) -> int:
    """The end of words of which the clauses tell nothing: the next mark that ends a part of the sentence."""
    tags, lowers, quoted = view.tokens.tags, view.tokens.lowers, view.tokens.quoted
    end = min(end, first + LONGEST)
    for token in range(first, end):
        if tags[token] in (".", ":") or (tags[token] == "''" and quoted[first] < 0):
            return token
        if tags[token] == "," and token + 1 < end and (lowers[token + 1] in CUTS or lowers[token + 1] in WHICH):
            if not _describes(view, token + 1, end):
                return token
        if tags[token] == "," and _says_on(view, token + 1, end):
            return token
        joined = token + 1 if tags[token] == "CC" else token + 2 if tags[token : token + 2] == [",", "CC"] else end
        if joined < end and tags[joined] in ("VBD", "VBZ"):  # "that Lima pay, and called for"
            return token
    return end


def subject_end(view: View, first: int, end: int) -> int:
    """The end of a clause that is part of a subject: before the second verb (``that Russia return the children | was``)."""
    seen = -1
    for token in range(first, end):
        number = view.phrases.verb_at[token]
        if number < 0 or number == seen or (seen >= 0 and view.tokens.tags[token - 1] in ("PRP", "WDT", "WP")):
            continue
        group = view.phrases.verbs[number]
        if seen >= 0 and group.form is Form.FINITE and view.tokens.tags[token] in ("VBD", "VBZ", "MD"):
            return token
        seen = number
    return end


def thing_end(view: View, first: int, end: int) -> int:
    """The end of a thing that is part of a subject: before the verb (``access to the man | would be granted``)."""
    for token in range(first + 1, end):
        number = view.phrases.verb_at[token]
        if (
            number >= 0
            and view.phrases.verbs[number].form is Form.FINITE
            and (view.tokens.tags[token] in ("VBD", "VBZ", "MD") or view.tokens.lowers[token] in ("have", "are"))
        ):
            if view.tokens.tags[token - 1] not in ("PRP", "WDT", "WP") and view.tokens.lowers[token - 1] != "that":
                return token
    return end


def _begins_in_verb(view: View, token: int, listed: bool) -> bool:
    """Whether an item of a list begins with a base form, also one that is tagged as a noun (``grant access``)."""
    tags, word = view.tokens.tags, view.tokens.lowers[token]
    if tags[token] in ("VB", "VBP"):
        return True
    known = tags[token] in ("NN", "JJ") and any(tag == "VB" for _, tag in view.lexicon.verbs.forms.get(word, ()))
    if known and (tags[token] == "NN" or listed):
        return not BEHIND_VERB.isdisjoint(tags[token + 1 : token + 2])
    return listed and tags[token] == "NN" and tags[token + 1 : token + 2] in (["IN"], ["DT"], ["PRP$"])


def _says_on(view: View, first: int, end: int) -> bool:
    """Whether who said it stands behind the comma: ``…, the envoy said``."""
    for token in range(first, min(end, first + TELLER)):
        at = view.phrases.verb_at[token]
        if at >= 0:
            return "say" in view.phrases.verbs[at].senses
        if view.tokens.tags[token] not in NAMING:
            return False
    return False


def items(view: View, first: int, last: int) -> list[Range]:
    """The demands of a list: ``to stop the attacks and to leave``, ``limit A, accept B and withdraw C``; two that share one
    ``to`` (``stop and leave``) are one."""
    tags, lowers = view.tokens.tags, view.tokens.lowers
    breaks: list[int] = []
    starts = [first]
    plain = False
    for token in range(first + 1, last - 1):
        if tags[token] != "," and lowers[token] != "and":
            continue
        after = token + 1
        if lowers[after] == "to":
            after += 1
            while after < last - 1 and tags[after] == "RB":
                after += 1
        repeated = after > token + 1
        if after >= last:
            break  # the text ends in "and to"
        if _begins_in_verb(view, after, bool(breaks)) and (breaks or not BASES.isdisjoint(tags[first:token])):
            breaks.append(token)
            starts.append(token + 2 if repeated else after)
            plain = plain or not repeated
    listed = len(breaks) > 1 and any(tags[token] == "," for token in breaks)
    if not breaks or (plain and not listed):
        return [(first, last)]
    ends = [*breaks, last]
    return list(zip(starts, ends, strict=True))


def is_base(view: View, clause: Clause) -> bool:
    """Whether the verb of a that-clause is in its base form (``insists that Tehran abandon``), which makes it a demand."""
    verb = clause.verb
    tags = view.tokens.tags
    return tags[verb.first] == "VB" or (
        tags[verb.first] == "VBP" and clause.subject is not None and tags[clause.subject[1] - 1] in ("NNP", "NN")
    )
