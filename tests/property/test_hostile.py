"""Whatever is done to a file, what comes of reading it is Records or one error of ours."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplomod import DiplomodError, dumps, loads, read
from diplomod.formats import FORMATS

RECORD = read(
    "The kings of Jordan and Spain met in Madrid on 2 June 2023. Jordan demanded that Israel withdraw from the valley. "
    "“We reject it,” said Israel's foreign minister, Dan Levi.",
    published="2023-06-03",
    title="Talks",
)
TEXTS = [found.name for found in FORMATS.values() if found.read and found.write and not found.binary]
PIECES = [
    b"",
    b"\x00",
    b"\r\n",
    b"\n",
    b'"',
    b"{",
    b"]",
    b"<",
    b"\xff",
    b";",
    b",",
    b"\t",
    b"null",
    b"-1",
    b"9" * 20,
    b"&a;",
]


@pytest.mark.parametrize("name", TEXTS)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_changes_here_and_there(name: str, data: st.DataObject) -> None:
    file = bytearray(dumps(RECORD, name).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(file)))
        end = start + data.draw(st.integers(0, 20))
        file[start:end] = data.draw(st.sampled_from(PIECES) | st.binary(max_size=4))
    with contextlib.suppress(DiplomodError):
        found = loads(bytes(file), name)
        if FORMATS[name].many:
            list(found)
