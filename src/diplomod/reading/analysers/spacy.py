"""A spaCy pipeline as an analyser (the extra ``diplomod[spacy]``): parts of speech, dependencies and names.

The pipeline gets the reader's own tokens and sentences; its tokenizer is not asked. So offsets hold whatever it would
have parted, and whatever its components join or part afterwards.
"""

from __future__ import annotations

import importlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Protocol

from diplomod.errors import AnalyserError
from diplomod.reading.parts import Analysis, Document, Entity, EntityKind, Link, Tokens

BATCH = 64  # paragraphs that the pipeline gets at a time
PROBE = ["The", "envoys", "met", "in", "Oslo", "."]
WANTED = (("TAG", "a tagger"), ("DEP", "a parser"))
PENN = frozenset(
    """CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ
    WDT WP WP$ WRB $ # . , : `` '' -LRB- -RRB-""".split()
)
TAGS = {"HYPH": ":", "NFP": ":", "ADD": "NN", "AFX": "JJ", "XX": "NN", "GW": "NN"}  # of OntoNotes, beyond those of Penn
# Labels of ClearNLP, which spaCy's English pipelines have, and of Universal Dependencies.
LINKS = {
    **dict.fromkeys(("nsubj", "nsubjpass", "nsubj:pass", "csubj", "csubjpass", "csubj:pass"), Link.SUBJECT),
    "ccomp": Link.COMPLEMENT,
    "xcomp": Link.INFINITIVE,
    **dict.fromkeys(("relcl", "acl:relcl", "acl"), Link.RELATIVE),
    "advcl": Link.ADVERBIAL,
    "conj": Link.COORDINATE,
}
KINDS = {
    "PERSON": EntityKind.PERSON,
    "PER": EntityKind.PERSON,
    **dict.fromkeys(("GPE", "LOC", "FAC"), EntityKind.PLACE),
    "ORG": EntityKind.ORGANISATION,
}


class Pipeline(Protocol):
    """What is wanted of a pipeline of spaCy's."""

    vocab: Any

    def pipe(self, texts: Iterable[Any], *, batch_size: int) -> Iterator[Any]:
        """The documents with what the pipeline's components tell of them."""
        ...


class SpacyAnalyser:
    """Names and dependencies from a pipeline that you have loaded: ``SpacyAnalyser(spacy.load("en_core_web_sm"))``."""

    def __init__(self, pipeline: Pipeline) -> None:
        """Raises `AnalyserError` without spaCy, and for a pipeline that lacks a tagger or a parser or is not English."""
        self._doc: Any = getattr(_imported("spacy.tokens"), "Doc", None)
        self.pipeline = pipeline
        self._probe()

    @classmethod
    def load(cls, name: str) -> SpacyAnalyser:
        """The analyser of an installed pipeline, or of one in a folder. Raises `AnalyserError` if there is none."""
        try:
            pipeline = _imported("spacy").load(name)
        except (OSError, ImportError, ValueError) as fault:
            raise AnalyserError(
                f"spaCy can't load the pipeline {name!r}; install it, or name the folder that holds it ({_line(fault)})"
            ) from fault
        return cls(pipeline)

    def __call__(self, document: Document, tokens: Tokens) -> Analysis:
        """What the pipeline tells of the tokens, a paragraph at a time."""
        analysis = Analysis(
            tags=list(tokens.tags),
            heads=list(range(len(tokens.words))),
            links=[Link.OTHER] * len(tokens.words),
        )
        entities: list[Entity] = []
        ranges = list(_paragraphs(document, tokens))
        docs = (self._made(tokens, first, last) for first, last in ranges)
        try:
            for (first, last), doc in zip(ranges, self.pipeline.pipe(docs, batch_size=BATCH), strict=True):
                places = _places(tokens, doc, first, last)
                _take_words(analysis, doc, places)
                entities.extend(_entities(doc, places))
        except AnalyserError:
            raise
        except Exception as fault:
            raise AnalyserError(f"the pipeline failed ({type(fault).__name__}: {_line(fault)})") from fault
        return Analysis(tags=analysis.tags, heads=analysis.heads, links=analysis.links, entities=tuple(entities))

    def _made(self, tokens: Tokens, first: int, last: int) -> Any:
        """Tokens as a document of spaCy's, with the reader's sentences."""
        opens = {begin for begin, _ in tokens.sentences[tokens.sentence_of[first] : tokens.sentence_of[last - 1] + 1]}
        return self._doc(
            self.pipeline.vocab,
            words=tokens.words[first:last],
            spaces=_spaces(tokens, first, last),
            sent_starts=[number in opens for number in range(first, last)],
        )

    def _probe(self) -> None:
        """Ask the pipeline one sentence, and see what it tells."""
        try:
            (doc,) = self.pipeline.pipe([self._doc(self.pipeline.vocab, words=PROBE)], batch_size=1)
            missing = [what for layer, what in WANTED if not doc.has_annotation(layer)]
            tags = {token.tag_ for token in doc}
        except Exception as fault:
            raise AnalyserError(
                f"this is no pipeline of spaCy that works ({type(fault).__name__}: {_line(fault)})"
            ) from fault
        if missing:
            raise AnalyserError(
                f"the pipeline lacks {' and '.join(missing)}; load one that has it, and don't disable it"
            )
        if not tags <= PENN | TAGS.keys():
            raise AnalyserError(
                f"the pipeline's tags are not those of the Penn Treebank ({', '.join(sorted(tags))}); load an English one"
            )


def _imported(name: str) -> Any:
    try:
        return importlib.import_module(name)  # a second, and only wanted here
    except ImportError as fault:
        raise AnalyserError(
            f"this analyser needs spaCy ({fault}); install it with: pip install 'diplomod[spacy]'"
        ) from fault


def _line(fault: Exception) -> str:
    return (str(fault).splitlines() or [""])[0]


def _paragraphs(document: Document, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The ranges of tokens of the paragraphs that have any."""
    for _, sentences in groupby(range(len(tokens.sentences)), key=document.sentence_paragraphs.__getitem__):
        numbers = list(sentences)
        first, last = tokens.sentences[numbers[0]][0], tokens.sentences[numbers[-1]][1]
        if first < last:
            yield first, last


def _spaces(tokens: Tokens, first: int, last: int) -> list[bool]:
    """Whether white space follows each token."""
    starts, ends = tokens.starts, tokens.ends
    return [number + 1 < last and ends[number] < starts[number + 1] for number in range(first, last)]


def _places(tokens: Tokens, doc: Any, first: int, last: int) -> list[tuple[int, int]]:
    """For each word of the pipeline the range of tokens that it covers; components may have joined or parted some."""
    if len(doc) == last - first:
        return [(number, number + 1) for number in range(first, last)]
    offsets, at = [], 0
    for word, space in zip(tokens.words[first:last], _spaces(tokens, first, last), strict=True):
        offsets.append(at)
        at += len(word) + space
    places = []
    for word in doc:
        start = max(0, bisect_right(offsets, word.idx) - 1)
        end = max(start + 1, bisect_right(offsets, word.idx + len(word.text) - 1))
        places.append((first + start, first + min(end, last - first)))
    return places


def _take_words(analysis: Analysis, doc: Any, places: list[tuple[int, int]]) -> None:
    """Tags and dependencies; of words that were joined the last token stands for all, of a parted one its own head."""
    for word, (first, last) in zip(doc, places, strict=True):
        head = places[word.head.i][1] - 1
        for token in range(first, last - 1):
            analysis.heads[token] = last - 1
        if head == last - 1 and analysis.heads[head] != head:
            continue  # a part of a token whose head is known already
        analysis.heads[last - 1] = head
        analysis.links[last - 1] = LINKS.get(word.dep_, Link.OTHER)
        tag = TAGS.get(word.tag_, word.tag_)
        if tag in PENN and word.text[0].isalnum() and last == first + 1:  # the reader knows better what marks do
            analysis.tags[first] = tag


def _entities(doc: Any, places: list[tuple[int, int]]) -> Iterator[Entity]:
    for found in doc.ents:
        kind = KINDS.get(found.label_)
        if kind is not None:
            yield Entity(first=places[found.start][0], last=places[found.end - 1][1], kind=kind)
