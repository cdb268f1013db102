"""Where a Record comes from: fingerprints, sources, datelines."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from diplomod.errors import ValueFault
from diplomod.model import Dateline, Person, Place, Source, Span, When, fingerprint

TEXT = "LIMA, June 3 - Talks ended."
MARK = fingerprint(TEXT)


@pytest.mark.parametrize("text", ["", TEXT, "é", "e\u0301", "日本 👩‍🚀", "a\r\nb", "a\nb"])
def test_a_fingerprint_is_the_sha256_of_the_utf8_bytes(text: str) -> None:
    assert fingerprint(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_every_text_has_one() -> None:
    assert fingerprint("a\ud800") != fingerprint("a\udc00") != fingerprint("a?")


def test_a_whole_source() -> None:
    span = Span.of(TEXT, 0, 12)
    dateline = Dateline(span=span, places=[Place(name="Lima")], when=When(edtf="2024-06-03"))  # type: ignore[arg-type]
    source = Source(fingerprint=MARK, language="en", dateline=dateline, authors=(Person(name="Ana Ruiz"),))
    assert source.dateline is not None
    assert source.dateline.places == (Place(name="Lima"),)
    assert (source.title, source.publisher, source.url, source.published) == (None, None, None, None)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"fingerprint": MARK[:-1]}, "a fingerprint has 64 hexadecimal digits"),
        ({"fingerprint": MARK.upper()}, "in small letters"),
        ({"fingerprint": "g" * 64}, "a fingerprint has 64"),
        ({"fingerprint": "٣" * 64}, "a fingerprint has 64"),
        ({"fingerprint": None}, "a fingerprint has 64"),
        ({"language": ""}, "Source.language holds"),
        ({"title": " "}, "Source.title holds"),
        ({"url": 5}, "Source.url is a string"),
        ({"published": "2024-06-03"}, "Source.published is a When"),
        ({"dateline": "LIMA"}, "Source.dateline is a Dateline"),
        ({"authors": "Ana"}, "several values are given as a tuple; got the string 'Ana'"),
        ({"authors": 5}, "several values are given as a tuple; got 5"),
        ({"authors": ("Ana",)}, "Source.authors holds values of Person; got 'Ana'"),
    ],
)
def test_nonsense_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Source(**({"fingerprint": MARK, "language": "en"} | fields))
    assert message in str(caught.value)


def test_a_dateline_stands_somewhere() -> None:
    with pytest.raises(ValueFault, match=r"Dateline\.span is a Span; got None"):
        Dateline(span=None)  # type: ignore[arg-type]
