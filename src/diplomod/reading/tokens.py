"""A document -> its words and marks, with parts of speech.

Words are parted as in the Penn Treebank: ``can't`` is ``ca`` + ``n't``, ``Kyiv's`` is ``Kyiv`` + ``'s``, abbreviations
keep their stop, words with hyphens stay whole.
"""

from __future__ import annotations

import re

from diplomod.lexicon import Lexicon
from diplomod.reading.parts import Document, Tokens

TOKEN = re.compile(
    r"""
    \s*(?:
      (?P<word>[^\W\d_]+(?:[-‐‑][^\W_]+|[&/](?=[A-Z])[A-Z]+)*)(?P<rest>['’.@]?)
    | (?P<other>\S)
    )
    """,
    re.VERBOSE,
)
