"""YAML: what people write by hand, and what nobody should."""

from __future__ import annotations

import pytest

from diplomod import DataError, FormatError, Record, Source, TextError, When, dumps, fingerprint, loads

RECORD = Record(
    source=Source(fingerprint=fingerprint(""), language="no", title="12:30", published=When(edtf="2024-06-15"))
)
TEXT = dumps(RECORD, "yaml")


def test_what_others_would_take_for_no_string_is_quoted() -> None:
    assert "language: 'no'" in TEXT and "title: '12:30'" in TEXT and "edtf: '2024-06-15'" in TEXT


def test_by_hand_without_quotation_marks() -> None:
    plain = TEXT.replace("'", "")
    assert "language: no\n" in plain
    assert list(loads(plain, "yaml")) == [RECORD]
    assert list(loads(f"# mine\n{plain}", "yaml")) == [RECORD]


def test_an_alias_is_read() -> None:
    span = "{start: 0, end: 1, text: x}"
    text = TEXT.replace("publisher_span: null", f"publisher_span: &s {span}").replace(
        "title_span: null", "title_span: *s"
    )
    record = next(loads(text, "yaml"))
    assert record.source.publisher_span == record.source.title_span != None  # noqa: E711


LAUGHS = "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)), ""])
CASES = [
    (LAUGHS, "aliases stand for more than 10000 values"),
    ("a: &a [*a]\n", "an alias stands in what it stands for"),
    ("a: !!python/object/apply:os.system [x]\n", "a Record holds nothing with the tag tag:yaml.org,2002:python"),
    ("a: !!binary aGk=\n", "nothing with the tag tag:yaml.org,2002:binary"),
    ("a: !mine x\n", "nothing with the tag !mine"),
    ("a: 1\na: 2\n", r"an object names the field 'a' twice \(line 2, column 1\)"),
    ("1: x\n", "the name of a field is a string"),
    ("a: [1\n", r"this is no YAML: .* \(line 2, column 1\)"),
    ("a: \x01\n", "this is no YAML"),
    ("a: *b\n", "undefined alias"),
    (f"a: {'[' * 5000}{']' * 5000}\n", "too deep|nesting|deep"),
    ("a: 1", "the data end inside a line"),
]


@pytest.mark.parametrize(("text", "message"), CASES, ids=[case[0][:20] for case in CASES])
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(TextError, match=message) as caught:
        list(loads(text, "yaml"))
    assert str(caught.value).startswith("document 1: ")


def test_faults_in_the_data_and_the_schema() -> None:
    with pytest.raises(DataError, match=r"document 2, \$\.record\.source\.language: is a string; got 5"):
        list(loads(TEXT + TEXT.replace("'no'", "5"), "yaml"))
    with pytest.raises(FormatError, match="document 1: the document has the schema 9"):
        list(loads(TEXT.replace("schema: 2", "schema: 9"), "yaml"))
