"""What was found out about words is kept, and no more of it than fits."""

import pytest

from diplomod.lexicon import kept
from diplomod.lexicon.kept import LONGEST, Kept


class Counted:
    """The length of a word, and how often it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, word: str) -> int:
        self.asked.append(word)
        return len(word)


def test_what_is_in_use_is_found_out_once_though_much_else_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 4)
    counted = Counted()
    lengths = Kept(counted, {"Oslo": 4})
    for word in ["talks", "a", "bb", "talks", "ccc", "dddd", "talks", "eeeee", "ffffff", "talks", "ggggggg"]:
        assert lengths[word] == len(word)
        assert len(lengths) <= 4
    assert counted.asked.count("talks") == 1
    assert lengths["Oslo"] == 4 and "Oslo" not in counted.asked


def test_what_was_long_out_of_use_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    counted = Counted()
    lengths = Kept(counted)
    for word in ["talks", *"abcdef", "talks"]:
        assert lengths[word] == len(word)
    assert counted.asked.count("talks") == 2


def test_what_is_too_long_is_not_kept() -> None:
    lengths = Kept(len)
    assert lengths["x" * LONGEST] == LONGEST and not lengths
