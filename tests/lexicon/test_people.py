"""The classes of words for people, and given names."""

from __future__ import annotations

import pytest

from diplomod.errors import DataError
from diplomod.lexicon.people import Class, from_rows, people


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("minister", Class.POST | Class.NATIONAL),
        ("spokeswoman", Class.POST | Class.FEMALE),
        ("negotiators", Class.PEOPLE),
        ("delegation", Class.BODY),
        ("sheikh", Class.ADDRESS | Class.MALE),
        ("son-in-law", Class.KIN),
        ("bin", Class.PARTICLE),
        ("she", Class.PRONOUN | Class.FEMALE),
        ("it", Class.PRONOUN),
        ("tuesday", Class.CALENDAR),
    ],
)
def test_a_word_has_its_classes(word: str, classes: Class) -> None:
    assert people().classes[word] & classes == classes


@pytest.mark.parametrize(
    ("name", "sex"), [("volodymyr", "m"), ("ursula", "f"), ("fatima", "f"), ("narendra", "m"), ("kim", "f")]
)
def test_a_given_name_tells_the_sex(name: str, sex: str) -> None:
    assert people().given[name] == sex


@pytest.mark.parametrize(
    ("name", "home"), [("volodymyr", "UKR"), ("masoud", "IRN"), ("wang", "CHN"), ("yoon", "KOR"), ("luiz", "BRA")]
)
def test_a_name_is_common_among_a_people(name: str, home: str) -> None:
    assert home in people().homes[name]


def test_family_names_that_come_first_are_no_given_names() -> None:
    assert "zhang" in people().families
    assert "zhang" not in people().given


def test_a_state_may_lack_a_post() -> None:
    assert "USA" in people().absent["prime minister"]
    assert "GBR" in people().absent["president"]


def test_entries_of_a_user_are_added_to_a_copy() -> None:
    more = people().with_rows([("post female", "doyenne")], [("f", "Ngaio")])
    assert more.classes["doyenne"] == Class.POST | Class.FEMALE
    assert more.given["ngaio"] == "f"
    assert "doyenne" not in people().classes


@pytest.mark.parametrize(("classes", "given"), [([("posts", "envoy")], []), ([], [("x", "Ana")])])
def test_unknown_classes_are_refused(classes: list[tuple[str, ...]], given: list[tuple[str, ...]]) -> None:
    with pytest.raises(DataError):
        from_rows(classes, given)
