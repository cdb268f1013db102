"""Characters that a format can't hold, written so that they come back.

Half a surrogate pair is no Unicode text, but JSON can name one and so a Record may hold it. Where text is UTF-8 it is written as
the control character SUBSTITUTE and its four hexadecimal digits, and so is that character itself.
"""

from __future__ import annotations

import re
from typing import Any

_HIDDEN = re.compile("[\ud800-\udfff\x1a]")
_SHOWN = re.compile("\x1a([0-9a-f]{4})")


def escaped(text: str) -> str:
    """The text as one that UTF-8 can hold.

    >>> escaped("a\\ud800"), escaped("the usual")
    ('a\\x1ad800', 'the usual')
    """
    return _HIDDEN.sub(lambda found: f"\x1a{ord(found.group()):04x}", text) if _HIDDEN.search(text) else text


def unescaped(text: str) -> str:
    """What `escaped` was given."""
    return _SHOWN.sub(lambda found: chr(int(found.group(1), 16)), text) if "\x1a" in text else text


def escape_all(value: Any) -> Any:
    """Plain values with every text in them escaped."""
    return _mapped(value, escaped)


def unescape_all(value: Any) -> Any:
    """What `escape_all` was given."""
    return _mapped(value, unescaped)


def _mapped(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _mapped(item, change) for name, item in value.items()}
    if isinstance(value, list):
        return [_mapped(item, change) for item in value]
    return value
