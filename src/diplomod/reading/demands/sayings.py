"""Words and phrases by which replies to a demand are known."""

from __future__ import annotations

Sayings = dict[str, list[list[str]]]  # by their first word


def by_first(*phrases: str) -> Sayings:
    """Phrases by their first words.

    >>> by_first("in part", "in stages")
    {'in': [['in', 'part'], ['in', 'stages']]}
    """
    found: Sayings = {}
    for words in map(str.split, phrases):
        found.setdefault(words[0], []).append(words)
    return found


REACH = 24  # tokens behind a verb that are looked at
TRIALS = by_first(
    "on trial", "stand trial", "face trial", "face justice", "face charges", "go on trial", "serve their", "serve his"
)
IN_PART = by_first("in part")
ON_CONDITION = by_first("on condition", "provided that")
ONLY = by_first("only if", "only once", "only when", "only after")
UNDECIDED = by_first("a decision", "decided", "decide", "made up its mind", "made up their mind", "taken a position")
REFUSED = frozenset(
    "non-starter nonstarter unacceptable unreasonable irrational absurd ridiculous unrealistic inadmissible outrageous "
    "non-negotiable nonnegotiable impossible unthinkable inconceivable baseless groundless unfounded premature "
    "blackmail interference unjustified unwarranted illegitimate unfair one-sided unlawful meaningless excessive untenable "
    "insult affront provocation disproportionate insulting provocative arrogant hypocritical "
    "preposterous laughable illogical nonsense futile hostile".split()
)
REFUSALS = by_first(
    "out of the question",
    "in the hands of",
    "for the courts",
    "off the table",
    "not on the table",
    "not for sale",
    "a matter of sovereignty",
    "an internal matter",
    "an internal affair",
    "a red line",
    "not up for discussion",
    "not open to negotiation",
    "no intention of",
    "no intention to",
    "no will to",
    "no plans to",
    "no interest in",
    "no need to",
    "no reason to",
    "no question of",
    "no such",
    "not possible",
    "not negotiable",
    "not acceptable",
    "rule that out",
    "ruled that out",
    "ruled it out",
    "turned it down",
    "turned them down",
    "turned that down",
    "flatly no",
    "forget it",
    "no way",
    "dead bodies",
    "dead body",
    "say no",
    "said no",
    "a flat no",
)
RIGHTS = by_first(
    "the right to",
    "every right to",
    "a right to",
    "already settled",
    "been settled",
    "is settled",
    "was settled",
    "is closed",
    "was closed",
    "nothing to discuss",
    "nothing to negotiate",
)
DELAYS = by_first(
    "in accordance with",
    "under investigation",
    "before the courts",
    "later stage",
    "look into",
    "a matter for",
    "up to the",
    "looked into",
    "looked at",
    "look at",
    "looking at",
    "looking into",
    "more time",
    "further study",
    "under review",
    "under consideration",
    "under study",
    "in due course",
    "take note of",
    "took note of",
    "not ripe",
    "not yet ripe",
    "too early",
    "too soon",
    "commit themselves",
    "commit itself",
    "commit himself",
    "commit herself",
    "give an answer",
    "give a reply",
    "time to think",
    "time to consider",
    "time to study",
    "no decision",
    "another day",
    "another week",
    "another month",
    "an extension",
    "ask for time",
    "asked for time",
    "for time",
    "no immediate answer",
    "no immediate response",
    "no immediate reply",
)
# "no such promise had been made"
PLEDGES = frozenset(
    "promise pledge commitment agreement decision offer plan meeting talks contact deal assurance".split()
)
JUDGES = frozenset(
    "amount constitute be call describe dismiss consider label brand deem remain term find see regard reject view".split()
)
GRANTS = frozenset(
    "undertake promise pledge agree consent accept accede vow commit comply concur acquiesce assent concede oblige "
    "relent yield submit bow".split()
)
REPLIES = frozenset("reply respond answer retort counter rejoin assure".split())
HOLDS = frozenset("maintain insist deny contend argue".split())
PONDERS = frozenset(
    "study examine consider weigh mull review assess evaluate discuss explore ponder defer postpone".split()
)
GIVES = frozenset("provide give hand deliver supply release free send submit return".split())
PASSES = frozenset("pass forward refer relay transmit convey".split())
STUDIES = frozenset("consideration review study examination discussion".split())
ANSWERS = frozenset("answer reply response reaction".split())
MEETS = frozenset("meet satisfy fulfil fulfill honour honor grant heed follow implement accommodate".split())
READY = frozenset("ready willing prepared open happy inclined disposed minded able".split())
OPEN = frozenset("whether if until unless before once".split())
PLURALS = frozenset("every those these them both all".split())
POINTING = frozenset("it this that these those them so which both".split())
DEFINITE = frozenset("the this that these those such its their his her both any either every all".split())
WILL = frozenset((*"will would shall wo ca can could 'll".split(), "going to"))
ONLY_IF = frozenset("provided providing if once unless until conditional contingent".split())
CONDITIONS = by_first(
    "on condition",
    "as long as",
    "so long as",
    "subject to",
    "in return",
    "in exchange",
    "the day",
    "the moment",
    "with conditions",
    "with strings",
    "only after",
    "only when",
    "as soon as",
    "depends on",
    "depend on",
    "not before",
    "at the same time as",
    "concurrently with",
    "simultaneously with",
    "in parallel with",
    "in tandem with",
    "in step with",
)
PARTLY = frozenset("halfway three-quarters two-thirds one-third gradually partly partially some half most".split())
PARTS = by_first(
    "in part",
    "in stages",
    "in phases",
    "step by step",
    "two of",
    "one of",
    "three of",
    "part of",
    "in principle",
    "the principle",
    "but not",
    "but only",
    "only for",
    "but could not",
    "but can not",
    "but would not",
    "but will not",
    "but has ruled out",
    "but ruled out",
    "but refused",
    "but rejected",
    "not all",
    "not the whole",
    "not every",
    "not in full",
)
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "former": 0, "latter": -1, "last": -1}
APART = {
    "brush": frozenset(("aside", "off")),
    "turn": frozenset(("down",)),
    "wave": frozenset(("away", "aside", "off")),
    "rule": frozenset(("out",)),
    "shrug": frozenset(("off",)),
    "throw": frozenset(("out",)),
    "knock": frozenset(("back",)),
}
# What is asked for, in other words than those for demands.
THINGS = frozenset(
    "pressure threat "
    "statement linkage warning call calls protest formula note claim deadline sequence principle date idea term letter "
    "conditions".split()
)
# What is not done where nothing is conceded.
OTHERS = frozenset("they he she it".split())
YIELDS = frozenset(
    "yield bow surrender budge compromise change accept agree tolerate capitulate relent retreat concede do move "
    "kneel bend back happen negotiate interrupt cave".split()
)
# "would not comment", "cannot say": silence more than an answer.
TALKS = frozenset(
    "comment say confirm speculate elaborate know tell hesitate forget imagine name identify speak".split()
)
AFTER_THAT = frozenset((".", "RP", ",", ":", "IN", "CC", "''", "RB", "TO", "-RRB-"))
NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen several few many".split())
LONGEST_CRY = 80  # characters
MARKS = frozenset(("``", "''", ","))
WANTED = frozenset(("demand", "answer"))
