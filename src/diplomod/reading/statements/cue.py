"""The words that tell of speech."""

from __future__ import annotations

from diplomod.reading.parts import Rule, frozen

Range = tuple[int, int]


@frozen(slots=True, kw_only=True)
class Cue:
    """Words that tell of speech at tokens `first` to `last`, and the tokens of who speaks (None if the text leaves it open).

    `frame` tells what the words can introduce: a clause, a noun phrase, what stands after *as* or *of*. `clause` is the
    number of the cue's clause, None for ``according to``. `region` is what belongs to the cue: subject, verb, addressee;
    `rule` the one that found it.
    """

    first: int
    last: int
    sentence: int
    frame: frozenset[str]
    speaker: Range | None
    clause: int | None = None
    region: Range
    lemma: str = ""
    in_title: bool = False
    rule: Rule

    @property
    def inverted(self) -> bool:
        """Whether who speaks stands right behind the verb: ``said the envoy``."""
        return self.speaker is not None and self.last <= self.speaker[0] <= self.last + 1
