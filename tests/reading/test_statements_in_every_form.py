"""Each way of telling what somebody said, with each way of naming who said it."""

from __future__ import annotations

import pytest

from diplomod import read

# How a speaker is named, and as whom he is known.
SPEAKERS = [
    ("Kenyan Foreign Minister Grace Wafula", "Grace Wafula"),
    ("Grace Wafula, Kenya's foreign minister,", "Grace Wafula"),
    ("the Kenyan foreign minister, Grace Wafula,", "Grace Wafula"),
    ("Foreign Minister Grace Wafula of Kenya", "Grace Wafula"),
    ("Kenya's Grace Wafula", "Grace Wafula"),
    ("Kenya's foreign minister", "Kenya's foreign minister"),
    ("the Kenyan foreign minister", "the Kenyan foreign minister"),
    ("Kenya's foreign ministry", "Kenya's foreign ministry"),
    ("Kenyan officials", "Kenyan officials"),
    ("a spokesman for the Kenyan foreign ministry", "a spokesman for the Kenyan foreign ministry"),
    ("Kenyan foreign ministry spokesman John Maina", "John Maina"),
    ("John Maina, a spokesman for Kenya's foreign ministry,", "John Maina"),
    ("a senior Kenyan diplomat", "a senior Kenyan diplomat"),
    ("two Kenyan officials", "two Kenyan officials"),
    ("a source close to the Kenyan delegation", "a source close to the Kenyan delegation"),
    ("Kenya", "Kenya"),
    ("Nairobi", "Nairobi"),
]
# S is the speaker; what is told stands between brackets.
INDIRECT = """
S said [the border would open in May].
S said on Monday that [the border would open in May].
S said Monday that [the border would open in May].
S told reporters in Nairobi that [the border would open in May].
S told Reuters on Monday that [the border would open in May].
S said in a statement that [the border would open in May].
In a statement on Monday, S said [the border would open in May].
[The border would open in May], S said.
[The border would open in May], S said on Monday.
[The border would open in May], S said, as talks went on in Kampala.
[The border would open in May], said S.
[The border would open in May], according to S.
S added that [the border would open in May].
S warned that [the border would open in May].
S announced on Monday that [the border would open in May].
S confirmed [the border would open in May].
S insisted that [the border would open in May].
S claimed that [the border would open in May].
S noted that [the border would open in May].
S expressed confidence that [the border would open in May].
S denied that [the border had opened in May].
S has said that [the border would open in May].
S says [the border will open in May].
S was quoted by state media as saying that [the border would open in May].
After the meeting, S said [the border would open in May].
Talks went on, but S said [the border would open in May].
Asked about the talks, S said [the border would open in May].
""".strip().splitlines()
DIRECT = """
“[The border will open in May,]” S said.
“[The border will open in May,]” said S.
“[The border will open in May,]” S told reporters in Nairobi.
“[The border will open in May,]” S wrote on Twitter.
"[The border will open in May]", S said in a statement.
S said: “[The border will open in May.]”
""".strip().splitlines()
MIXED = ["S said [the border would open “in May or never”]."]


@pytest.mark.parametrize(
    ("way", "mode"),
    [(way, mode) for ways, mode in ((INDIRECT, "indirect"), (DIRECT, "direct"), (MIXED, "mixed")) for way in ways],
)
def test_what_is_said_is_the_same_whoever_says_it(way: str, mode: str) -> None:
    for speaker, name in SPEAKERS:
        text = way.replace("S", speaker, 1).replace(",,", ",").replace(",.", ".")
        text = text[0].upper() + text[1:]
        content = text[text.index("[") + 1 : text.index("]")]
        (one,) = read(text.replace("[", "").replace("]", ""), published="2024-05-08").statements
        assert one.speaker.party is not None, text
        told = (one.speaker.name.lower(), one.speaker.party.code, str(one.mode.value), one.content.text)
        assert told == (name.lower(), "KEN", mode, content), text
