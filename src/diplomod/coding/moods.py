"""What the mood of a verb makes of a deed: a visit that will be paid is agreed to, one that will not be is refused."""

from __future__ import annotations

FRIENDLY = frozenset(("CONSULT", "YIELD", "SUPPORT", "AID", "COOPERATE", "AGREE"))
HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "REJECT", "THREATEN"))
WILL = frozenset(("will", "'ll", "would", "shall", "wo", "'d"))
MUST = frozenset(("must", "should", "ought"))
READY = frozenset(("willing", "ready", "prepared", "committed", "eager", "keen", "happy", "set"))

# What a verb makes of another that it governs: "agreed to meet", "refused to sign".
GOVERNING: dict[str, str] = {
    **dict.fromkeys("agree offer promise pledge vow consent commit volunteer plan intend".split(), "AGREE"),
    **dict.fromkeys("refuse decline fail".split(), "REJECT"),
    "threaten": "THREATEN",
}


def in_mood(code: str, *, modal: str | None, future: bool, negated: bool) -> str:
    """The code of a deed in the mood of its verb; empty if nothing is done at all.

    >>> in_mood("YIELD", modal="will", future=True, negated=False), in_mood("YIELD", modal="will", future=True, negated=True)
    ('AGREE', 'REJECT')
    >>> in_mood("ASSAULT", modal="will", future=True, negated=False)
    'THREATEN'
    """
    if modal in MUST:
        return "REQUEST"
    if negated:
        return "REJECT" if code in FRIENDLY else ""
    if future or modal in WILL:
        return "AGREE" if code in FRIENDLY else "THREATEN" if code in HOSTILE else code
    return code
