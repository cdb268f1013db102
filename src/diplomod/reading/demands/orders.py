"""Orders by which a side does what was demanded of it: answers, and no demands of their own."""

from __future__ import annotations

from diplomod.reading.demands.drafts import Draft, View
from diplomod.reading.demands.likeness import stems

COMMANDS = frozenset("instruct order direct command".split())
BACK = 8  # demands that are looked back at


def without_orders(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without orders that do what was demanded before: ``Lima ordered the release of the crew``."""
    ordered = {clause.verb.head for clause in view.clauses if clause.verb.lemma in COMMANDS}
    if ordered.isdisjoint(draft.token for draft in drafts):
        return drafts
    return [
        draft
        for number, draft in enumerate(drafts)
        if draft.token not in ordered
        or not any(_heeds(view, draft, one) for one in drafts[max(0, number - BACK) : number])
    ]


def _heeds(view: View, order: Draft, demand: Draft) -> bool:
    makers = order.makers(view)
    told = {party.code for party in demand.told}
    if len(told) != 1 or not makers <= told or view.codes(order.to) - told:
        return False
    return not stems(view, *order.content).isdisjoint(stems(view, *demand.content))
