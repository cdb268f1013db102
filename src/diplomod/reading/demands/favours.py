"""What is asked and yet no demand between parties: favours, orders to one’s own, what hosts ask of guests."""

from __future__ import annotations

from diplomod.reading.demands.claims import FAR
from diplomod.reading.demands.contents import infinitives
from diplomod.reading.demands.drafts import View
from diplomod.reading.demands.sides import asker
from diplomod.reading.demands.wishes import is_cause
from diplomod.reading.parts import Clause, MentionKind

# What is asked of a friend, not demanded of the other side.
FAVOURS = frozenset(
    "assistance help support advice information comment patience clarification permission time more prayers week weeks "
    "month months day days hour hours delay extension adjournment understanding cooperation".split()
)
VAGUE = frozenset("thing things something nothing anything concessions answers bid".split())
HELP = frozenset("help cooperation".split())
ORDERS = frozenset("instruct order direct command ask tell".split())
COLLEAGUES = frozenset("counterpart counterparts colleague colleagues opposite host hosts guest interlocutor".split())
VISITS = frozenset(
    "discuss congratulate convey brief express thank greet review exchange talk deliver pay invite".split()
)
# What one invites a guest to do.
HOSTED = VISITS | frozenset(
    """attend join visit come participate take travel address speak hold send meet watch see pick mark celebrate start open begin
    negotiate witness observe tour inspect""".split()
)
PUBLIC = frozenset(
    "citizens nationals residents public population voters shoppers drivers motorists travellers travelers tourists players "
    "customers listeners viewers readers parents consumers households passengers commuters believers worshippers".split()
)
OWN_FIRMS = frozenset(
    "companies company firms businesses investors banks enterprises universities airlines troops".split()
)


def is_favour(view: View, number: int, last: int) -> bool:
    """Whether what is asked for is only help, or nothing told (``asked for patience``, ``asked for more``); help in something
    that is told is none (``asked for help in freeing the crew``)."""
    phrase, lowers = view.phrases.nouns[number], view.tokens.lowers
    word = lowers[phrase.head]
    if word in HELP and phrase.last + 2 < last and lowers[phrase.last] in ("in", "towards", "toward", "with"):
        return False
    return word in FAVOURS | VAGUE


def is_known(view: View, clause: Clause) -> bool:
    """``as the others have asked it to do``: told before."""
    if clause.subject is None or not clause.subject[0] or view.tokens.lowers[clause.subject[0] - 1] != "as":
        return False
    return any(child.verb.lemma == "do" for child in infinitives(view, clause))


def their_own(view: View, clause: Clause) -> bool:
    """Whether those who are asked belong to who asks: ``instructed their teams to meet``, ``asked his secretary of state to``."""
    if not clause.objects:
        return False
    if (
        view.tokens.lowers[clause.objects[0][0]] in ("their", "his", "its", "her", "our")
        and clause.verb.lemma in ORDERS
        and COLLEAGUES.isdisjoint(view.tokens.lowers[slice(*clause.objects[0])])
    ):
        return True
    if is_cause(view, clause):
        return False
    named = [view.mention(n) for n in view.actors(*clause.objects[0])]
    own = {party.code for party in view.parties(asker(view, clause))}
    return any(
        one.kind in (MentionKind.PERSON, MentionKind.OFFICE)
        and not one.pronoun
        and bool(own)
        and {party.code for party in one.parties} == own
        for one in named[:1]
    )


def hosted(view: View, clause: Clause) -> bool:
    """Whether a guest is only asked to come: ``invited the minister to visit Lima``."""
    return clause.verb.lemma == "invite" and is_host(view, clause)


def is_host(view: View, clause: Clause) -> bool:
    """Whether the words behind *invite* tell what hosts ask of guests."""
    words = view.tokens.lowers[clause.verb.last : min(clause.last, clause.verb.last + FAR)]
    return "to" not in words or not HOSTED.isdisjoint(words)
