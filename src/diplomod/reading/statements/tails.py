"""What follows a verb of saying whose reported clause the clauses do not show: the rest of its sentence.

``said smugglers dig tunnels``, ``says in a letter that the steps to cover more goods are lawful``: the verb of what is
reported stands too far behind, or is taken for a noun. What somebody says is told nevertheless, for *say* takes no
object but a few.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.reading.parts import Clause, Form, Relation, Tokens
from diplomod.reading.statements.cue import Cue

Range = tuple[int, int]

STARTS = frozenset("DT PRP PRP$ NN NNS NNP NNPS JJ JJR JJS CD EX PDT WP VBG".split())
FINITE = frozenset("VBD VBZ VBP MD".split())
LINKS = frozenset(", IN TO DT PRP$ NN NNS NNP NNPS JJ CD POS RB".split())  # on what occasion, when, to whom
ADVERBS = frozenset(("RB", "RBR"))
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later recently repeatedly
    early late again""".split()
)
TOLD = frozenset("tell inform assure remind notify advise warn reassure convince persuade".split())
OBJECTS = frozenset(
    """something anything nothing everything so no yes little much more less this that it them prayer prayers word words
    goodbye hello thing things lot what which""".split()
)  # what can be said without being told
PLAIN = frozenset(
    """say warn predict suggest acknowledge assert allege think believe feel hope insist argue maintain contend concede admit
    claim""".split()
)
WANTS = frozenset("insist demand urge ask request recommend propose suggest require prefer".split())
WANTING = frozenset("demand ask propose accept reject hold brief plan call".split())  # other senses than saying
OCCASIONS = frozenset("address speech interview statement briefing letter message post tweet readout broadcast".split())
MADE = frozenset("published released issued posted obtained seen delivered read broadcast aired".split())
REACH = 18  # tokens between the verb and its that
LEAST = 4  # tokens of a reported clause whose verb was not seen


def tail(tokens: Tokens, clauses: Sequence[Clause], cue: Cue) -> Range | None:
    """The rest of the sentence behind a verb of saying, up to the next clause that is the writer's own.

    ``Lim said in Oslo that plans to cut visas for students are off, and left.`` gives ``plans to … are off``.
    """
    if "say" not in cue.frame or cue.clause is None:
        return None
    if cue.inverted:
        return None
    if not WANTING.isdisjoint(cue.frame) or (cue.lemma in WANTS and not _is_told(tokens, cue)):
        return None
    end = tokens.sentences[cue.sentence][1]
    first = _behind_that(tokens, cue, end)
    if first is None:
        first = _behind_occasion(tokens, cue, end)
    if first is None:
        first = _directly(tokens, cue, end)
    if first is None:
        return None
    if (
        first == cue.last
        and tokens.tags[first][:2] == "VB"
        and cue.speaker is not None
        and tokens.tags[cue.speaker[0] - 2] == ","
    ):
        return first, next((token for token in range(first, end) if tokens.tags[token] == ","), end)
    return first, _end(tokens, clauses, cue, first, end)


def _is_told(tokens: Tokens, cue: Cue) -> bool:
    """Whether no base form follows that would be wanted: ``insists that Oslo sign``."""
    end = min(tokens.sentences[cue.sentence][1], cue.last + REACH)
    return next((tag for tag in tokens.tags[cue.last : end] if tag[:2] == "VB" or tag == "MD"), "VB") not in (
        "VB",
        "VBP",
    )


def _behind_that(tokens: Tokens, cue: Cue, end: int) -> int | None:
    """Where a clause begins behind ``that``, with nothing but circumstances and addressees before it."""
    tags, lowers = tokens.tags, tokens.lowers
    for at in range(cue.last, min(end - 2, cue.last + REACH)):
        if lowers[at] == "that" and tags[at] != "DT":
            return None if tags[at + 1] in FINITE or tags[at + 1] == "RP" else at + 1  # "ruled that out"
        if (
            tags[at] not in LINKS
            and lowers[at] not in MADE
            and not (tags[at] in ("VBG", "VBN") and tags[at - 1] in ("IN", "NN", "NNS"))
        ):
            return None
        if at == cue.last and tags[at] not in ("IN", "TO", "RB") and cue.lemma not in TOLD and lowers[at] not in TIMES:
            return None
    return None


def _behind_occasion(tokens: Tokens, cue: Cue, end: int) -> int | None:
    """Where a clause begins right behind the occasion: ``said in her nightly address Peru needs rain``."""
    tags, lowers = tokens.tags, tokens.lowers
    if cue.lemma not in PLAIN or tags[cue.last : cue.last + 1] != ["IN"]:
        return None
    for at in range(cue.last + 1, min(end - 3, cue.last + 7)):
        if lowers[at] in OCCASIONS:
            begins = tags[at + 1] in STARTS and tags[at + 1] not in ("NN", "VBG", "JJ")
            return at + 1 if begins and any(tag in FINITE for tag in tags[at + 2 : end]) else None
        if tags[at] not in ("DT", "PRP$", "JJ", "NN", "CD"):
            return None
    return None


def _directly(tokens: Tokens, cue: Cue, end: int) -> int | None:
    """Where a clause without ``that`` begins, right behind the verb or the day."""
    tags, lowers = tokens.tags, tokens.lowers
    at = cue.last
    if cue.lemma not in PLAIN or at + 1 >= end:
        return None
    if (
        (tags[at] in FINITE or tags[at] == "VBN")
        and "mind" not in cue.frame
        and cue.speaker is not None
        and _is_relative(tokens, cue.speaker[0] - 1)
    ):
        return at
    while at < end and (lowers[at] in TIMES or (tags[at] in ADVERBS and lowers[at][-2:] == "ly")):
        at += 1
    if at + LEAST > end or (tags[at] not in STARTS and lowers[at] not in ("there", "if")):
        return None
    if (tags[at] == "VBG" and cue.lemma != "say") or lowers[at : at + 2] in (["no", "to"], ["yes", "to"]):
        return None
    if any(tags[token] in FINITE for token in range(at + 1, end)):
        return at
    plain = cue.lemma == "say" and lowers[at] not in OBJECTS and lowers[at + 1] not in OBJECTS
    return at if plain and tags[at + LEAST - 1] not in (".", ",", ":") else None


def _is_relative(tokens: Tokens, at: int) -> bool:
    """Whether a relative word stands before who speaks: ``a letter that she said was false``, ``what he said is loss``."""
    return at >= 0 and (tokens.tags[at] in ("WDT", "WP") or tokens.lowers[at] == "that")


def _end(tokens: Tokens, clauses: Sequence[Clause], cue: Cue, first: int, end: int) -> int:
    """The end of the sentence, or the next verb of saying that goes on with what the writer tells."""
    assert cue.clause is not None
    for clause in clauses[cue.clause + 1 :]:
        if clause.sentence != cue.sentence:
            break
        if clause.first <= first + 1 or clause.verb.form is not Form.FINITE or "say" not in clause.verb.senses:
            continue
        leads = tokens.tags[clause.first] == "CC" or tokens.tags[clause.first - 1] in ("CC", ",")
        if leads and clause.relation in (None, Relation.COORDINATE):
            return clause.first
    return end
