"""Any text has a cast that fits it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from diplomod.lexicon import Lexicon
from diplomod.reading.document import lay_out
from diplomod.reading.names import find_names
from diplomod.reading.phrases import find_phrases
from diplomod.reading.tokens import tokenize

TEXT = """President Minister of and the The its his he she it they Ana Lima Omar bin al-Said Peru Peruvian officials in
Rome , . ( ) 's ’s “ ” said including led by delegation group Its spokesman U.S. Iran-Oman two sides Mr. Jr.
- capital met leader Sheikh King foreign ministry's who told according to source"""
WORDS = st.sampled_from([*TEXT.split(), "\n\n"])


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=200)))
def test_mentions_are_in_order_and_hold_their_tokens(text: str) -> None:
    lexicon = Lexicon.default()
    document = lay_out(text, lexicon=lexicon)
    tokens = tokenize(document, lexicon)
    cast = find_names(document, tokens, find_phrases(tokens, lexicon), lexicon)
    starts = [mention.first for mention in cast.mentions]
    assert starts == sorted(starts)
    for number, mention in enumerate(cast.mentions):
        assert mention.first <= mention.head < mention.last
        assert cast.at[mention.head] == number
        for value in (mention.role, *(party.span for party in mention.parties)):
            assert value is None or text[value.start : value.end] == value.text
    for token, number in enumerate(cast.at):
        assert number < 0 or cast.mentions[number].first <= token < cast.mentions[number].last
