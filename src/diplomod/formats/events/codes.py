"""What stands for what: the codes of PLOVER and CAMEO and the events of a Record. The tables of `docs/plover.md`."""

from __future__ import annotations

from diplomod.model import MeetingFormat, MeetingKind, MeetingStatus, Stance

# PLOVER's four quadrants: verbal and material, cooperation and conflict; with the codes of CAMEO that fall into each code.
QUADS = {
    "AGREE": "VERBAL COOPERATION",
    "CONSULT": "VERBAL COOPERATION",
    "SUPPORT": "VERBAL COOPERATION",
    "CONCEDE": "VERBAL COOPERATION",
    "COOPERATE": "MATERIAL COOPERATION",
    "AID": "MATERIAL COOPERATION",
    "RETREAT": "MATERIAL COOPERATION",
    "REQUEST": "VERBAL CONFLICT",
    "ACCUSE": "VERBAL CONFLICT",
    "REJECT": "VERBAL CONFLICT",
    "THREATEN": "VERBAL CONFLICT",
    "PROTEST": "MATERIAL CONFLICT",
    "SANCTION": "MATERIAL CONFLICT",
    "MOBILIZE": "MATERIAL CONFLICT",
    "COERCE": "MATERIAL CONFLICT",
    "ASSAULT": "MATERIAL CONFLICT",
}
# Older drafts of PLOVER, and the code that the current one has for the same.
OLDER = {"YIELD": "CONCEDE", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}

MEETING = {
    MeetingStatus.PLANNED: ("AGREE", ""),
    MeetingStatus.POSSIBLE: ("AGREE", ""),
    MeetingStatus.HELD: ("CONSULT", ""),
    MeetingStatus.ONGOING: ("CONSULT", ""),
    MeetingStatus.POSTPONED: ("REJECT", "meet"),
    MeetingStatus.CANCELLED: ("REJECT", "meet"),
    MeetingStatus.RULED_OUT: ("REJECT", "meet"),
}
MODE_OF_KIND = {MeetingKind.VISIT: "visit", MeetingKind.CALL: "phone"}
KIND_OF_MODE = {"visit": MeetingKind.VISIT, "phone": MeetingKind.CALL, "third-party": MeetingKind.TALKS}
FORMAT_OF_MODE = {"phone": MeetingFormat.PHONE, "third-party": MeetingFormat.INDIRECT}
THIRD_PARTY, MULTILATERAL = "third-party", "multilateral"

ANSWER = {
    Stance.ACCEPTED: "CONCEDE",
    Stance.PARTLY_ACCEPTED: "AGREE",
    Stance.CONDITIONAL: "AGREE",
    Stance.REJECTED: "REJECT",
    Stance.COUNTERED: "REJECT",
}
# What a demand is for, by words of its content, in this order; everything else asks for a change.
ASKED = (
    (
        "meet",
        "meet meeting talks negotiate negotiations dialogue summit mediate mediation visit consult consultations".split(),
    ),
    (
        "assist",
        "aid help assist assistance fund funds support provide send supply finance loan weapons troops relief".split(),
    ),
    (
        "yield",
        "withdraw withdrawal release free ceasefire cease-fire truce lift ease end stop halt return disarm surrender resign "
        "access allow pull".split(),
    ),
)
CHANGE = "change"
TALK = (
    "AGREE",
    "SUPPORT",
    "CONCEDE",
    "ACCUSE",
    "REJECT",
    "THREATEN",
)  # codes that are read as what a side lets be known

# CAMEO: the code that stands for one of PLOVER's, with its mode or without.
CAMEO = {
    ("AGREE", ""): "030",
    ("CONSULT", ""): "040",
    ("CONSULT", "phone"): "041",
    ("CONSULT", "visit"): "042",
    ("CONSULT", "third-party"): "045",
    ("CONSULT", "multilateral"): "046",
    ("SUPPORT", ""): "050",
    ("COOPERATE", ""): "060",
    ("AID", ""): "070",
    ("CONCEDE", ""): "080",
    ("REQUEST", ""): "100",
    ("REQUEST", "assist"): "103",
    ("REQUEST", "change"): "104",
    ("REQUEST", "yield"): "105",
    ("REQUEST", "meet"): "106",
    ("ACCUSE", ""): "110",
    ("ACCUSE", "disapprove"): "111",
    ("ACCUSE", "allege"): "112",
    ("ACCUSE", "investigate"): "090",
    ("REJECT", ""): "120",
    ("REJECT", "assist"): "121",
    ("REJECT", "change"): "123",
    ("REJECT", "yield"): "124",
    ("REJECT", "meet"): "125",
    ("THREATEN", ""): "130",
}
# The first digits of a code of CAMEO, the longest first, and what it is in PLOVER.
FROM_CAMEO = {
    "01": ("", ""),
    "021": ("REQUEST", "assist"),
    "022": ("REQUEST", "assist"),
    "023": ("REQUEST", "assist"),
    "024": ("REQUEST", "change"),
    "025": ("REQUEST", "yield"),
    "026": ("REQUEST", "meet"),
    "027": ("REQUEST", "meet"),
    "028": ("REQUEST", "meet"),
    "02": ("REQUEST", ""),
    "03": ("AGREE", ""),
    "041": ("CONSULT", "phone"),
    "042": ("CONSULT", "visit"),
    "043": ("CONSULT", "visit"),
    "044": ("CONSULT", ""),
    "045": ("CONSULT", "third-party"),
    "04": ("CONSULT", ""),
    "05": ("SUPPORT", ""),
    "06": ("COOPERATE", ""),
    "07": ("AID", ""),
    "084": ("RETREAT", "return"),
    "085": ("RETREAT", "ease"),
    "086": ("RETREAT", "access"),
    "087": ("RETREAT", "withdraw"),
    "08": ("CONCEDE", ""),
    "09": ("ACCUSE", "investigate"),
    "101": ("REQUEST", "assist"),
    "102": ("REQUEST", "assist"),
    "103": ("REQUEST", "assist"),
    "104": ("REQUEST", "change"),
    "105": ("REQUEST", "yield"),
    "106": ("REQUEST", "meet"),
    "107": ("REQUEST", "meet"),
    "108": ("REQUEST", "meet"),
    "10": ("REQUEST", ""),
    "111": ("ACCUSE", "disapprove"),
    "112": ("ACCUSE", "allege"),
    "11": ("ACCUSE", ""),
    "121": ("REJECT", "assist"),
    "122": ("REJECT", "assist"),
    "123": ("REJECT", "change"),
    "124": ("REJECT", "yield"),
    "125": ("REJECT", "meet"),
    "126": ("REJECT", "meet"),
    "127": ("REJECT", "meet"),
    "12": ("REJECT", ""),
    "13": ("THREATEN", ""),
    "14": ("PROTEST", ""),
    "15": ("MOBILIZE", ""),
    "16": ("SANCTION", ""),
    "17": ("COERCE", ""),
    "18": ("ASSAULT", ""),
    "19": ("ASSAULT", ""),
    "20": ("ASSAULT", ""),
}
LONGEST = 4


def from_cameo(code: str) -> tuple[str, str]:
    """The code and mode of PLOVER for a code of CAMEO, empty for a statement that is neither one nor the other.

    >>> from_cameo("0871"), from_cameo("042"), from_cameo("010")
    (('RETREAT', 'withdraw'), ('CONSULT', 'visit'), ('', ''))
    """
    for length in range(min(LONGEST, len(code)), 1, -1):
        if code[:length] in FROM_CAMEO:
            return FROM_CAMEO[code[:length]]
    return "", ""


def to_cameo(code: str, mode: str) -> str:
    """The code of CAMEO for a code and mode of PLOVER.

    >>> to_cameo("REJECT", "meet"), to_cameo("THREATEN", "violence")
    ('125', '130')
    """
    return CAMEO.get((code, mode)) or CAMEO.get((code, ""), "")
