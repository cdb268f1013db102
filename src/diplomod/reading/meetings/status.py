"""How sure an encounter is: tense, modality and what the words around say of it."""

from __future__ import annotations

from collections.abc import Sequence

from diplomod.model import MeetingStatus
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.predicates import STATES, predicated
from diplomod.reading.parts import Clause, Form, Relation, Tense, VerbGroup

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
GERUND, FINITE, INFINITIVE = Form.GERUND, Form.FINITE, Form.INFINITIVE
COORDINATE, COMPLEMENT = Relation.COORDINATE, Relation.COMPLEMENT
FUTURE, PRESENT = Tense.FUTURE, Tense.PRESENT

HELD, PLANNED, POSSIBLE = MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.POSSIBLE
ONGOING, RULED_OUT = MeetingStatus.ONGOING, MeetingStatus.RULED_OUT
CANCELLED, POSTPONED = MeetingStatus.CANCELLED, MeetingStatus.POSTPONED

# What a verb makes of the infinitive or gerund that hangs on it: "agreed to meet", "refused to meet".
PLANS = frozenset(
    "expect set schedule due agree prepare plan intend slate arrange vow promise pledge confirm want decide be "
    "announce vote aim look suppose mean".split()
)
WISHES = frozenset(
    "hope offer propose consider invite want wish seek ask urge suggest try demand press call push request review weigh "
    "mull discuss explore study negotiate like prefer encourage threaten attempt work evaluate debate examine doubt "
    "predict speculate hint".split()
)
REFUSALS = frozenset("refuse decline reject exclude fail avoid preclude oppose".split())
ENDINGS = frozenset(("break off", "break up", "break", "collapse", "continue", "run"))
GLAD = frozenset("pleased glad happy delighted honoured honored proud grateful".split())
CONTACTS = frozenset("call calls visit visits trip trips tour tours".split())
DROPPED = frozenset("drop abandon shelve".split())
DENIALS = frozenset("deny dismiss refute".split())
ALONGSIDE = frozenset(("as", "while"))
WHEN = frozenset("after before since while upon".split())
LASTING = frozenset("last drag proceed stall founder falter fail drag on".split())
RUMOURS = frozenset(
    "report reports rumour rumours rumor rumors talk possibility prospect idea chance speculation".split()
)
CLAIMS = RUMOURS | frozenset("claim claims allegation allegations suggestion suggestions assertion assertions".split())
CONDITION = 14  # tokens behind a verb within which a condition begins
STAYING = frozenset("attend join".split())
PERHAPS = frozenset("probably possibly perhaps likely maybe presumably".split())
FIXED = frozenset("fix book earmark confirm agree".split())
OF_MEETING = frozenset("meet travel visit hold host happen call sign start join receive".split())
GONE = frozenset(("longer", "now"))
RUMOUR_REACH = 10  # tokens
ANSWERED = frozenset(("accept", "reject"))
INVITED = frozenset("invitation invitations invite offer offers proposal".split())
# What a noun makes of the infinitive behind it.
INTENTIONS = {
    **dict.fromkeys(
        "plan agreement decision pledge promise commitment intention arrangement vow undertaking".split(), PLANNED
    ),
    **dict.fromkeys(
        "offer proposal request demand call wish readiness willingness bid effort attempt idea".split(), POSSIBLE
    ),
    **dict.fromkeys("hope appeal suggestion desire chance opportunity need possibility option".split(), POSSIBLE),
    "refusal": RULED_OUT,
    "unwillingness": RULED_OUT,
}
MAYBE = frozenset("may might could can should must".split())
ADJECTIVES = {
    "due": PLANNED,
    "set": PLANNED,
    "scheduled": PLANNED,
    "likely": POSSIBLE,
    "expected": PLANNED,
    "bound": PLANNED,
    "poised": PLANNED,
    "ready": POSSIBLE,
    "willing": POSSIBLE,
    "prepared": POSSIBLE,
    "able": POSSIBLE,
    "open": POSSIBLE,
    "eager": POSSIBLE,
    "keen": POSSIBLE,
    "possible": POSSIBLE,
    "unlikely": POSSIBLE,
    "unwilling": RULED_OUT,
    "unable": RULED_OUT,
}
# Words before the noun: "upcoming talks", "a cancelled visit".
MODIFIERS = {
    "upcoming": PLANNED,
    "slated": PLANNED,
    "current": ONGOING,
    "planned": PLANNED,
    "scheduled": PLANNED,
    "forthcoming": PLANNED,
    "coming": PLANNED,
    "expected": PLANNED,
    "imminent": PLANNED,
    "future": PLANNED,
    "possible": POSSIBLE,
    "potential": POSSIBLE,
    "proposed": POSSIBLE,
    "prospective": POSSIBLE,
    "would-be": POSSIBLE,
    "cancelled": CANCELLED,
    "canceled": CANCELLED,
    "scrapped": CANCELLED,
    "aborted": CANCELLED,
    "postponed": POSTPONED,
    "delayed": POSTPONED,
    "suspended": POSTPONED,
    "ongoing": ONGOING,
    "previous": HELD,
    "earlier": HELD,
    "past": HELD,
    "recent": HELD,
    "last": HELD,
    "latest": HELD,
    "historic": HELD,
}


def status_of(context: Context, clause: Clause) -> MeetingStatus | None:
    """How sure it is that what the verb of `clause` says comes about; None where it does not.

    ``met`` held, ``will meet`` planned, ``may meet`` possible, ``agreed to meet`` planned, ``refused to meet`` ruled out.
    """
    clauses = context.clauses
    if _is_rumour(context, clause):
        return POSSIBLE
    if clause.verb.form is GERUND and context.tokens.lowers[clause.verb.first - 1] == "without":
        return None if clause.verb.lemma in ("speak", "talk") else CANCELLED  # "left without meeting him"
    for _ in range(8):
        verb = clause.verb
        if verb.form is FINITE:
            shared = _shares_modal(context, clause)
            return _finite(context, clause if shared is None else shared)
        answered = _answered(context, clause)
        if answered is not None:
            return answered
        if clause.governor is None:
            noun = context.tokens.lowers[verb.first - 1].removesuffix("s") if verb.first else ""
            return INTENTIONS.get(noun, PLANNED) if verb.form is INFINITIVE else HELD  # "Peru's offer to host talks is"
        above = clauses[clause.governor]
        if above.verb.lemma == "have" and "yet" in context.tokens.lowers[above.verb.last : clause.verb.first + 1]:
            return None  # "has yet to meet him"
        turned = _turned(context, above, clause)
        if turned is not None:
            return RULED_OUT if _reported(context, above) is RULED_OUT else turned
        clause = above
    return None


def _answered(context: Context, clause: Clause) -> MeetingStatus | None:
    """What becomes of a request by its answer behind it: ``his request to meet her had been turned down``."""
    at = clause.verb.first - 1
    if clause.verb.form is not INFINITIVE or context.tokens.lowers[at].removesuffix("s") not in INTENTIONS:
        return None
    for further in context.clauses[clause.number + 1 : clause.number + 3]:
        subject, verb = further.subject, further.verb
        own = subject is not None and subject[0] <= at < subject[1]
        inside = (
            further.relation is COMPLEMENT and further.governor == clause.number
        )  # "said his request to meet her was"
        if not (own or inside) or not verb.passive or verb.negated:
            continue
        if not verb.senses.isdisjoint(ANSWERED):
            return PLANNED if "accept" in verb.senses else RULED_OUT
    return None


def _is_rumour(context: Context, clause: Clause) -> bool:
    """Whether a gerund only tells what is thought or reported of: ``reports of the minister coming to Delhi``."""
    if clause.verb.form is not GERUND:
        return False
    lowers = context.tokens.lowers
    begin = context.tokens.sentences[clause.sentence][0]
    for at in range(clause.verb.first - 1, max(begin, clause.verb.first - RUMOUR_REACH), -1):
        if lowers[at] in ("of", "about"):
            return lowers[at - 1] in RUMOURS
    return False


def _shares_modal(context: Context, clause: Clause) -> Clause | None:
    """The clause whose modal a bare verb shares: ``will meet in Oslo and fly on to Riga``."""
    if clause.relation is not COORDINATE or clause.governor is None or clause.verb.modal is not None:
        return None
    above = context.clauses[clause.governor]
    bare = context.tokens.tags[clause.verb.first] in ("VB", "VBP") and clause.verb.last - clause.verb.first == 1
    return above if bare and above.verb.modal is not None else None


def _reported(context: Context, clause: Clause) -> MeetingStatus | None:
    """What a verb above a that-clause makes of it: ``denied that they met``, ``proposed that they meet``."""
    if clause.relation is not COMPLEMENT or clause.governor is None:
        return None
    above = context.clauses[clause.governor]
    lemma = above.verb.lemma
    nor = "nor" in context.tokens.lowers[max(0, above.verb.first - 1) : above.verb.first + 1]
    if (lemma == "confirm" and above.verb.negated) or (nor and lemma in (*DENIALS, "confirm")):
        return POSSIBLE  # "did not confirm reports that they would meet"
    if not above.verb.negated and (lemma in DENIALS or (lemma == "reject" and _claims(context, above, clause))):
        return RULED_OUT
    if lemma in WISHES and not above.verb.negated and clause.verb.tense is not Tense.PAST:
        return POSSIBLE
    return None


def _claims(context: Context, above: Clause, clause: Clause) -> bool:
    """Whether the object of a verb is what others tell: ``rejected claims that they had met``."""
    return not CLAIMS.isdisjoint(context.tokens.lowers[above.verb.last : max(above.verb.last, clause.first)])


def _finite(context: Context, clause: Clause) -> MeetingStatus | None:
    verb = clause.verb
    reported = _reported(context, clause)
    if reported is not None:
        return reported
    if verb.modal == "be to" and verb.perfect:
        return CANCELLED  # "was to have met"
    if verb.negated:
        if verb.tense is FUTURE and not GONE.isdisjoint(context.tokens.lowers[verb.first : verb.last]):
            return CANCELLED  # "will no longer travel", "will not now go ahead"
        past = verb.tense is Tense.PAST and not verb.perfect and clause.relation is not Relation.RELATIVE
        return RULED_OUT if verb.tense is FUTURE or verb.modal is not None or past else None
    before = context.tokens.lowers[max(0, clause.first - 1) : verb.first]
    if "if" in before or "whether" in before or "unless" in before:
        return POSSIBLE
    if "until" in before:
        return PLANNED if verb.tense is not Tense.PAST else None
    if verb.modal in MAYBE:
        return POSSIBLE
    if (
        verb.tense is FUTURE
        and verb.senses & OF_MEETING
        and not PERHAPS.isdisjoint(context.tokens.lowers[verb.first : verb.last])
    ):
        return POSSIBLE  # "will probably meet"
    if verb.tense is FUTURE:
        return POSSIBLE if _depends(context, clause) else PLANNED
    if verb.tense is PRESENT and verb.progressive:
        return ONGOING
    if verb.tense is PRESENT and not verb.perfect:
        goes_on = not ALONGSIDE.isdisjoint(before[:2]) and clause.sentence not in context.titles
        return PLANNED if _ahead(context, clause) else ONGOING if goes_on else HELD
    return HELD


def _depends(context: Context, clause: Clause) -> bool:
    """Whether a condition follows: ``will fly in on Saturday if there is something to sign``; not ``even if``."""
    lowers = context.tokens.lowers
    end = context.tokens.sentences[clause.sentence][1]
    for at in range(clause.verb.last, min(end, clause.verb.last + CONDITION)):
        if lowers[at] in ("if", "unless", "provided") and lowers[at - 1] not in ("even", "as", "and", "ask", "see"):
            return True
    return False


def _ahead(context: Context, clause: Clause) -> bool:
    """Whether words beside a present tense look ahead: ``meets on Friday``, ``before they meet``."""
    lowers = context.tokens.lowers[clause.first : min(clause.last, clause.verb.last + 12)]
    return any(word in ("tomorrow", "next", "later", "soon", "when", "before", "until", "ahead") for word in lowers)


def _turned(context: Context, above: Clause, clause: Clause) -> MeetingStatus | None:
    """What the governing verb makes of an infinitive or gerund; None where it only passes its own status on."""
    verb = above.verb
    lowers = context.tokens.lowers
    if clause.verb.form is GERUND and lowers[clause.verb.first - 1] in WHEN:
        return None  # "announced a truce after hosting both envoys"
    if verb.lemma.partition(" ")[0] in PLANS and "longer" in lowers[verb.first : verb.last]:
        return CANCELLED  # "is no longer expected to travel"
    between = [lowers[verb.head], *lowers[verb.last : max(verb.last, clause.verb.first)][-4:]]
    for word in reversed(between):
        if word in ADJECTIVES:
            found = ADJECTIVES[word]
            return RULED_OUT if verb.negated and found is not RULED_OUT else found
    lemma = verb.lemma.partition(" ")[0]
    invited = not INVITED.isdisjoint(lowers[verb.last : max(verb.last, clause.verb.first)][:8])
    if invited and not verb.negated and not verb.senses.isdisjoint(ANSWERED):
        return PLANNED if "accept" in verb.senses else RULED_OUT  # "accepted an offer to meet"
    if clause.verb.form is INFINITIVE and clause.verb.first > verb.last:
        noun = lowers[clause.verb.first - 1].removesuffix("s")
        dropped = given_up(verb) if noun in INTENTIONS and not verb.negated else None
        if dropped is not None:
            return dropped  # "dropped plans to visit"
        if noun in INTENTIONS and "no" in lowers[verb.last : clause.verb.first]:
            return RULED_OUT if INTENTIONS[noun] is PLANNED else None  # "has no plans to meet"
        if noun in INTENTIONS and lemma in DENIALS and not verb.negated:
            return RULED_OUT  # "denied plans to meet"
        if noun in INTENTIONS:  # "backtracked on a commitment to open a dialogue"
            return RULED_OUT if verb.negated and INTENTIONS[noun] is PLANNED else INTENTIONS[noun]
    if clause.verb.form is GERUND and lowers[clause.verb.first - 1] == "of":
        noun = lowers[clause.verb.first - 2].removesuffix("s")
        if noun in INTENTIONS and "no" in lowers[verb.last : clause.verb.first]:
            return RULED_OUT  # "has no intention of meeting"
        if noun in INTENTIONS:
            return INTENTIONS[noun]
    if invited:
        return POSSIBLE
    if not GLAD.isdisjoint(between):
        return None  # "was pleased to visit Lima"
    if "whether" in between or ("on" in between and lemma == "decide"):
        return POSSIBLE
    if lemma in REFUSALS or "rule_out" in verb.senses or (lemma in DENIALS and not verb.negated):
        return RULED_OUT
    if "cancel" in verb.senses and "withdraw" not in verb.senses:
        return CANCELLED
    if lemma == "be" and clause.relation is not Relation.INFINITIVE:
        return None
    if lemma == "decide" and (verb.form is not FINITE or verb.progressive or verb.tense is not Tense.PAST):
        return POSSIBLE
    if lemma in PLANS and lemma != "want":
        if verb.negated:
            return RULED_OUT
        if verb.modal in MAYBE:
            return POSSIBLE
        return PLANNED
    if lemma in WISHES:
        return RULED_OUT if verb.negated and lemma not in ("doubt",) else POSSIBLE
    return None


def given_up(verb: VerbGroup) -> MeetingStatus | None:
    """What becomes of a plan by the verb that has it as its object: ``dropped plans to visit``, ``put off a plan to meet``."""
    if verb.modal in MAYBE or (verb.passive and verb.form is not FINITE):
        return None
    if verb.lemma in DROPPED or ("cancel" in verb.senses and "withdraw" not in verb.senses):
        return CANCELLED
    return POSTPONED if "delay" in verb.senses else None


def status_of_subject(context: Context, clause: Clause) -> tuple[MeetingStatus | None, bool]:
    """What the verb of `clause` says of an encounter that is its subject, and whether that makes it an instance."""
    verb = clause.verb
    senses = verb.senses
    if verb.form is GERUND and context.tokens.tags[verb.first - 1] == "IN":
        return None, False  # "talks aimed at ending the war"
    if verb.passive and "cancel" in senses and _is_asked_for(context, clause):
        return None, False  # "called for Friday's meeting to be cancelled"
    if verb.passive and (senses & {"cancel"}) and "withdraw" not in senses:
        return (POSSIBLE if verb.modal in MAYBE else None if verb.negated else CANCELLED), True
    if verb.passive and verb.lemma in DROPPED:
        return (POSSIBLE if verb.modal in MAYBE else None if verb.negated else CANCELLED), True
    if verb.passive and verb.lemma in ("bring forward", "reschedule"):
        return PLANNED, True
    if verb.passive and _is_shelved(context, clause):
        return (None if verb.negated else POSTPONED), True
    if verb.passive and "delay" in senses and verb.modal in MAYBE:
        return None, False  # "a summit set for Friday could still be delayed"
    if verb.passive and "delay" in senses and context.tokens.lowers[verb.last : verb.last + 1] == ["from"]:
        return None, False  # "a trip that was postponed from April"
    if verb.passive and "delay" in senses:
        return POSTPONED, True
    if verb.passive and "rule_out" in senses:
        return (POSSIBLE if verb.negated else RULED_OUT), True
    if verb.passive and verb.lemma in ("prepare", "work out", "arrange", "organise", "organize"):
        for_it = context.tokens.lowers[verb.last : verb.last + 1] != ["by"] or verb.tense is not Tense.PAST
        return (PLANNED if for_it else None), for_it  # "were arranged by Oman": they came about
    if verb.passive and (verb.lemma == "work" and context.tokens.lowers[verb.last : verb.last + 1] == ["on"]):
        return POSSIBLE, True
    if verb.passive and verb.lemma in ("consider", "explore", "weigh", "mull", "study", "float", "negotiate", "raise"):
        return POSSIBLE, True
    if verb.passive and verb.lemma in FIXED and not verb.negated:
        return PLANNED, context.tokens.lowers[verb.last : verb.last + 1] in (["for"], ["on"])  # "is fixed for Friday"
    if verb.passive and "plan" in senses and verb.lemma != "aim":
        return (RULED_OUT if verb.negated else PLANNED), True
    if verb.passive and senses & {"hold", "host", "mediate"}:
        failed = verb.negated and verb.modal == "could"  # "could not be held"
        return (CANCELLED if failed else status_of(context, clause)), True
    weighed = verb.lemma in ("propose", "suggest", "request", "discuss", "offer", "seek")
    if verb.passive and weighed and not (clause.objects and verb.form is not FINITE):  # "the meeting discussed trade"
        return POSSIBLE, True
    if verb.lemma == "fall through" or (verb.lemma == "do" and verb.negated):
        return CANCELLED, True
    if verb.passive and verb.lemma == "announce":
        return PLANNED, True
    if senses & {"happen", "start", "end"} or verb.lemma in ENDINGS:
        status = status_of(context, clause)
        over = verb.tense is Tense.PAST or verb.modal == "could"
        if verb.negated and over and "happen" in senses:
            return CANCELLED, True  # "had not taken place", "never happened", "could not go ahead"
        if verb.lemma == "continue" and status is HELD:
            status = ONGOING
        return status, not (verb.lemma == "continue" and status is PLANNED)
    if not verb.passive and verb.lemma in ("convene", "reconvene", "open", "close", "resume", "finish"):
        return status_of(context, clause), True
    if verb.lemma in ("be", "get") and context.tokens.lowers[verb.last : verb.last + 2] == ["under", "way"]:
        return (ONGOING if verb.tense is PRESENT and verb.lemma == "be" else status_of(context, clause)), True
    if verb.lemma == "slip" and not verb.passive:
        return (None if verb.negated else POSTPONED), True  # "has slipped by a week"
    if verb.lemma in STATES and not verb.passive:
        found = predicated(context, clause)
        if found is not None:
            return found, True
    if verb.lemma == "be":
        return status_of(context, clause), False
    if verb.passive and verb.lemma in ("extend", "prolong"):
        return ONGOING, True
    if verb.lemma in LASTING or (verb.lemma in ("go", "enter", "stretch", "move") and _into(context, clause)):
        return status_of(context, clause), True
    if verb.lemma in ("come", "bring", "mark", "conclude", "produce", "yield"):
        status = status_of(context, clause)
        comes = verb.lemma == "come" and verb.modal in MAYBE  # "could come as early as June"
        return status, verb.lemma == "conclude" or comes
    return None, False


def _is_asked_for(context: Context, clause: Clause) -> bool:
    """Whether what an infinitive tells is only asked for."""
    if clause.verb.form is not INFINITIVE or clause.governor is None:
        return False
    above = context.clauses[clause.governor].verb
    return above.lemma.partition(" ")[0] in WISHES or not above.senses.isdisjoint(("demand", "ask", "propose"))


def _into(context: Context, clause: Clause) -> bool:
    """Whether talks go on: ``went into a second day``, ``entered their third week``."""
    words = context.tokens.lowers[clause.verb.last : clause.verb.last + 6]
    return clause.verb.lemma == "enter" or "into" in words or "on" in words[:1]


def _is_shelved(context: Context, clause: Clause) -> bool:
    """``has been put on hold``, ``was placed on ice``, ``put the visit on hold``."""
    verb, lowers = clause.verb, context.tokens.lowers
    if verb.lemma not in ("put", "place"):
        return False
    last = verb.last + 1 if verb.passive else clause.last - 1
    return any(lowers[at : at + 2] in (["on", "hold"], ["on", "ice"]) for at in range(verb.last, last))


def status_of_object(context: Context, clause: Clause) -> tuple[MeetingStatus | None, bool]:
    """What the verb of `clause` says of an encounter that is its object, and whether that makes it an instance."""
    verb = clause.verb
    senses = verb.senses
    lemma = verb.lemma
    if "cancel" in senses and "withdraw" not in senses:
        return (POSSIBLE if status_of(context, clause) is POSSIBLE else None if verb.negated else CANCELLED), True
    if "delay" in senses and _only_moves(context, clause):
        return None, False
    if "delay" in senses:
        return (None if verb.negated else POSTPONED), True
    if _is_shelved(context, clause):
        return (None if verb.negated else POSTPONED), True
    if senses & {"rule_out", "reject"} or (lemma in REFUSALS and lemma != "fail"):
        return (POSSIBLE if verb.negated else RULED_OUT), True
    if lemma == "continue":
        return status_of(context, clause), False  # "will continue close consultations"
    if lemma == "have" and verb.negated:
        return RULED_OUT, True
    if lemma in STAYING and verb.negated:
        return None, False  # "will not attend Friday's talks"
    if lemma in ("receive", "take", "make", "place", "get") and not verb.negated and _is_contact(context, clause):
        return status_of(context, clause), True  # "received today a phone call from"
    if (
        senses & {"hold", "host", "mediate", "join", "visit", "pay", "start", "end", "chair", "sign", "lead"}
        or lemma == "be"
    ):
        return status_of(context, clause), True
    if senses & {"plan"} or lemma in ("announce", "confirm", "schedule", "arrange"):
        above = status_of(context, clause)
        return (RULED_OUT if verb.negated else POSSIBLE if above is POSSIBLE else PLANNED), True
    if lemma in WISHES or senses & {"propose", "demand", "ask"}:
        return (RULED_OUT if verb.negated or _reported(context, clause) is RULED_OUT else POSSIBLE), True
    if lemma in ("leave", "quit", "skip", "boycott", "miss"):
        return None, False  # whoever stays away says nothing of whether it takes place
    return None, False


def _is_contact(context: Context, clause: Clause) -> bool:
    """Whether the object of a verb is a call or a visit, which are received, taken and made."""
    return bool(clause.objects) and context.tokens.lowers[clause.objects[0][1] - 1] in CONTACTS


def _only_moves(context: Context, clause: Clause) -> bool:
    """Whether a verb of delay speaks of a place or of long ago: ``moving the talks to Kabul``, ``had suspended the dialogue``."""
    verb = clause.verb
    if verb.lemma == "move":
        times = context.times_in.get(clause.sentence, ())
        return not any(clause.first <= time.first < clause.last for time in times)
    return verb.lemma in ("suspend", "halt", "freeze", "pause") and verb.perfect and verb.tense is Tense.PAST


def agreed(statuses: Sequence[MeetingStatus]) -> MeetingStatus:
    """The status of an encounter that is told of several times: the one that says most; what one says, another may deny."""
    if HELD in statuses and RULED_OUT in statuses:
        return HELD
    if CANCELLED in statuses and POSTPONED in statuses:
        return statuses[0]
    for status in (CANCELLED, RULED_OUT, POSTPONED, ONGOING, HELD, PLANNED, POSSIBLE):
        if status in statuses:
            return status
    return POSSIBLE
