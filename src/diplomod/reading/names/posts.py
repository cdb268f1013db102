"""Whose a post is by its name alone: those that bodies give, and those that one state has."""

from __future__ import annotations

from collections.abc import Container, Iterable

from diplomod.lexicon import Lexicon
from diplomod.model import Party

SECRETARIES = ("UN", "NATO", "ASEAN", "OAS", "ARAB LEAGUE", "OPEC", "OSCE", "COMMONWEALTH", "OIC", "GCC", "PIF", "SCO")
# Posts that bodies give, and which of those named in a text they are most likely of.
BODY_POSTS = {
    "secretary-general": SECRETARIES,
    "secretary general": SECRETARIES,
    "under-secretary-general": ("UN",),
    "assistant-secretary-general": ("UN",),
    "personal envoy": ("UN",),
    "special representative": ("UN", "EU", "AU"),
    "special coordinator": ("UN",),
    "high representative": ("EU", "UN"),
    "commissioner": ("EU", "AU"),
    "high commissioner": ("UN",),
    "director-general": ("IAEA", "WHO", "WTO", "OPCW"),
    "director general": ("IAEA", "WHO", "WTO", "OPCW"),
}
# Of whom the text need not speak for its post to be known.
UNSAID = {
    "under-secretary-general": "UN",
    "assistant-secretary-general": "UN",
    "deputy secretary-general": "UN",
    "secretary-general": "UN",
    "secretary general": "UN",
    "high representative": "EU",
}
ONE_STATE = {
    "external minister": "IND",
    "state councilor": "CHN",
    "state councillor": "CHN",
    "taoiseach": "IRL",
    "pope": "VAT",
    "pontiff": "VAT",
    "defense secretary": "USA",
    "treasury secretary": "USA",
    "commerce secretary": "USA",
}

# Posts that are written in letters, and the words that they stand for.
LETTERS = {
    "pm": frozenset(("prime minister", "minister")),
    "dpm": frozenset(("deputy minister", "deputy prime minister")),
    "fm": frozenset(("foreign minister", "minister")),
    "dfm": frozenset(("deputy minister", "deputy foreign minister")),
    "eam": frozenset(("external minister", "foreign minister", "minister")),
    "vp": frozenset(("vice president",)),
}

GIVEN = frozenset({*BODY_POSTS, *UNSAID, *ONE_STATE})


def giver(posts: Iterable[str], named: Container[str], lexicon: Lexicon) -> Party | None:
    """The body that gives such a post, one of those `named` in the text, or else the one that it goes without saying.

    >>> giver({"secretary-general"}, {"USA"}, Lexicon.default()).code
    'UN'
    """
    held = sorted(posts)
    for post in held:
        for code in BODY_POSTS.get(post, ()):
            if code in named:
                return lexicon.names.parties[code]
    for post in held:
        unsaid = UNSAID.get(post) or ONE_STATE.get(post)
        if unsaid is not None:
            return lexicon.names.parties[unsaid]
    return None
