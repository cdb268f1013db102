"""The command line: what it prints, its exit codes, and files that are whole or not there."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from diplomod import __version__, dumps, load, loads, read
from diplomod.__main__ import main

ARTICLE = (
    "OSLO, June 15 - Norway demanded that Chile withdraw its ships. Chile rejected the demand, its foreign minister "
    "Ana Müller said. “We will talk in Lima,” she said.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    Path("b.txt").write_text("Nothing happened.\n", encoding="utf-8")
    Path("bad.txt").write_bytes(b"ab\xff")
    main(["read", "a.txt", "-o", "a.json"])
    Path("tea.json").write_text(Path("a.json").read_text("utf-8").replace('"direct"', '"tea"'), encoding="utf-8")
    Path("cut.json").write_text(Path("a.json").read_text("utf-8")[:200], encoding="utf-8")
    Path("new.json").write_text(
        Path("a.json").read_text("utf-8").replace('"schema": 2', '"schema": 3'), encoding="utf-8"
    )
    return tmp_path


def run(*arguments: str, text: bytes = b"", **environment: str) -> tuple[int, str, str]:
    """The command in a process of its own: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "diplomod", *arguments],
        input=text,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("read none.txt", "none.txt: No such file or directory"),
        ("read bad.txt", "bad.txt: byte 2 is no UTF-8 (0xff); save the text as UTF-8"),
        (
            "read a.txt --published 2025-13",
            "--published: '2025-13' is no date such as 2025-12-20: no month or part of a year has the number 13",
        ),
        ("show a.txt --published 20th", "--published: '20th' is no date such as 2025-12-20"),
        ("convert a.csv b.json", "a.csv: no format has the suffix '.csv' (known: "),
        ("read a.txt --format tea", "there is no format 'tea'; the formats are "),
        ("read a.txt -o out.zzz", "out.zzz: no format has the suffix '.zzz'"),
        ("read a.txt b.txt -o out.json", "the format json holds one record"),
        ("read a.txt none.txt -o out.jsonl", "none.txt: No such file or directory"),
        ("read a.txt bad.txt -o out.jsonl", "bad.txt: byte 2 is no UTF-8"),
        ("read a.txt -o none/out.json", "none/out.json: No such file or directory"),
        ("read a.txt ./a.txt -o .", "two texts would be written to the same file"),
        ("read a.txt --analyser nltk", "there is no analyser 'nltk'; the analysers are spacy:NAME"),
        ("show none.json", "none.json: No such file or directory"),
        ("show tea.json", "tea.json: $.record.statements["),
        ("check cut.json", "cut.json: this is no JSON"),
        ("check new.json", "new.json: the document has the schema 3"),
        ("check a.txt", "a.txt: no format has the suffix '.txt'"),
    ],
)
def test_what_can_not_be_done(arguments: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert main(arguments.split()) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"diplomod: {message}")
    assert err.count("\n") == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_read_one_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "a.txt", "--published", "2025-06-16"]) == 0
    assert capsys.readouterr().out == dumps(read(ARTICLE, published="2025-06-16"))


def test_read_several_texts_as_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "a.txt", "b.txt"]) == 0
    assert len(list(loads(capsys.readouterr().out, "jsonl"))) == 2


def test_read_several_texts_into_a_folder(folder: Path) -> None:
    (folder / "out").mkdir()
    assert main(["read", "a.txt", "b.txt", "-o", "out"]) == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.json", "b.json"]
    assert load(folder / "out" / "a.json") == read(ARTICLE)


def test_show_a_text_and_its_record_alike(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "a.txt"]) == 0
    shown = capsys.readouterr().out
    assert main(["show", "a.json"]) == 0
    assert capsys.readouterr().out == shown
    assert [line for line in shown.splitlines() if line.endswith(":")][-1] == "Statements:"
    assert "“We will talk in Lima,”" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ("check a.json", 0, "a.json: 1 record is sound"),
        ("check a.json --text a.txt", 0, "a.json: 1 record is sound"),
        ("check a.json --text b.txt", 1, "source.fingerprint: the Record was read from another text"),
        ("check tea.json", 1, "tea.json: $.record.statements["),
    ],
)
def test_check(arguments: str, code: int, message: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments.split()) == code
    assert capsys.readouterr().out.startswith(message)


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "A diplomod Record"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"diplomod {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["nonsense"]])
def test_unknown_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_standard_input_is_utf8_whatever_the_locale() -> None:
    code, out, err = run("read", text=ARTICLE.encode(), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (code, err) == (0, "")
    assert loads(out) == read(ARTICLE)


def test_standard_input_that_is_no_text() -> None:
    assert run("show", "-", text=b"\x80") == (
        2,
        "",
        "diplomod: standard input: byte 0 is no UTF-8 (0x80); save the text as UTF-8\n",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_on_one_line(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "diplomod", "read", "a.txt"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"diplomod: can't write: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(folder: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert main(["read", "a.txt", "--format", "json", "-o", "pipe"]) == 0
        assert loads(os.read(reader, 1 << 16).decode("utf-8")) == read(ARTICLE)
    finally:
        os.close(reader)
    assert Path("pipe").is_fifo()


def test_standard_input_in_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["read"], ["read", "-"]):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
        assert main(arguments) == 0
        assert loads(capsys.readouterr().out) == read(ARTICLE)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert main(["read", "-", "a.txt", "-o", "."]) == 0
    assert load("standard-input.json") == load("a.json")


def test_read_into_one_file_of_many(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "a.txt", "b.txt", "-o", "out.jsonl"]) == 0
    assert capsys.readouterr().out == ""
    assert list(load("out.jsonl")) == [read(ARTICLE), read("Nothing happened.\n")]


def test_a_bad_text_among_several_leaves_whole_files_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out").mkdir()
    assert main(["read", "a.txt", "bad.txt", "b.txt", "-o", "out"]) == 2
    assert [path.name for path in Path("out").iterdir()] == ["a.json"]
    assert load("out/a.json") == read(ARTICLE)
    assert capsys.readouterr().err.startswith("diplomod: bad.txt: ")


def test_interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    before = sorted(path.name for path in folder.iterdir())
    monkeypatch.setattr("diplomod.__main__.read", interrupted)
    assert main(["read", "a.txt", "-o", "out.json"]) == 130
    assert capsys.readouterr().err == "diplomod: interrupted\n"
    assert sorted(path.name for path in folder.iterdir()) == before


def test_check_finds_the_bad_record_among_several(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = dumps([read(ARTICLE)], "jsonl")
    Path("two.jsonl").write_text(good + good.replace('"direct"', '"tea"'), encoding="utf-8")
    assert main(["check", "two.jsonl"]) == 1
    assert capsys.readouterr().out.startswith("two.jsonl: line 2, $.record.statements[")
    Path("two.jsonl").write_text(good + good, encoding="utf-8")
    assert main(["check", "two.jsonl"]) == 0
    assert capsys.readouterr().out == "two.jsonl: 2 records are sound\n"


def test_a_name_with_a_line_feed_is_told_on_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a\nb.txt").write_bytes(b"\xff")
    for name in ("a\nb.txt", "none\n.txt"):
        assert main(["read", name]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_the_command_in_a_process_of_its_own(folder: Path) -> None:
    assert run("--version") == (0, f"diplomod {__version__}\n", "")
    assert run("check", "a.json", "--text", "b.txt")[0] == 1
    assert run("read", "none.txt") == (2, "", "diplomod: none.txt: No such file or directory\n")


def test_explain_prints_rules_words_and_places(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a.txt", "--published", "2025-06-15"]) == 0
    out = capsys.readouterr().out
    assert "  to: CHL\n    “Chile” (1:38)  demands.insisting.demanded\n" in out
    assert "\n  demands.insisting.demanded: ``demanded that Israel withdraw``" in out
    assert main(["explain", "b.txt"]) == 0
    assert capsys.readouterr().out == "(no title)\n\nRules: none\n"


def test_explain_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a.txt", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    demand = next(found["reasons"] for event, found in told.items() if event.endswith("-d1"))
    (found,) = [
        reason for reason in demand if reason["field"] == "to" and reason["rule"] == "demands.insisting.demanded"
    ]
    assert found["value"] == "CHL"
    assert found["words"] == [{"start": 37, "end": 42, "text": "Chile", "line": 1, "column": 38}]


MARKDOWN = "---\ntitle: Talks in Lima\ndate: 2025-06-16\n---\n\n**Norway** met [Chile](https://example.org) in Lima on Sunday.\n"


def test_a_page_is_read_by_its_suffix(folder: Path) -> None:
    Path("talks.md").write_text(MARKDOWN, encoding="utf-8")
    assert main(["read", "talks.md", "-o", "talks.json", "--text", "talks.txt"]) == 0
    record = load("talks.json")
    assert (record.source.title, str(record.source.published)) == ("Talks in Lima", "2025-06-16")
    assert [str(meeting.when) for meeting in record.meetings] == ["2025-06-15"]
    assert Path("talks.txt").read_text(encoding="utf-8") == MARKDOWN
    assert main(["check", "talks.json", "--text", "talks.txt"]) == 0
    assert main(["check", "talks.json", "--text", "talks.md"]) == 0
    assert main(["show", "talks.md"]) == 0


def test_the_texts_of_several_pages_go_into_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("talks.md").write_text(MARKDOWN, encoding="utf-8")
    Path("texts").mkdir()
    assert main(["read", "talks.md", "a.txt", "-o", "all.jsonl", "--text", "texts"]) == 0
    assert sorted(path.name for path in Path("texts").iterdir()) == ["a.txt", "talks.txt"]
    assert main(["read", "talks.md", "a.txt", "-o", "all.jsonl", "--text", "text.txt"]) == 2
    assert capsys.readouterr().err == (
        "diplomod: --text takes a folder for several texts, and each text a name of its own\n"
    )


def test_run_reads_a_folder_and_resumes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = folder / "corpus"
    corpus.mkdir()
    for name in ("a.txt", "b.txt", "bad.txt"):
        (folder / name).rename(corpus / name)
    assert main(["run", "corpus", "-o", "talks.jsonl", "--workers", "2"]) == 0
    assert capsys.readouterr().err.startswith("3 documents, 2 records, 1 failures")
    found = Path("talks.jsonl").read_bytes()
    assert json.loads(Path("talks.jsonl.failures.jsonl").read_text("utf-8"))["key"] == "corpus/bad.txt"
    assert main(["run", "corpus", "-o", "talks.jsonl", "--resume"]) == 0
    assert Path("talks.jsonl").read_bytes() == found
    assert main(["run", "corpus", "-o", "talks.jsonl", "--workers", "0"]) == 2
    assert main(["run", "none", "-o", "none.jsonl"]) == 2
    assert "there is no such file or folder" in capsys.readouterr().err


def test_run_takes_no_source_for_its_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = b'{"text": "Envoys of Peru and Chile met in Lima."}\n'
    Path("talks.jsonl").write_bytes(lines)
    assert main(["run", "a.txt", "./talks.jsonl", "-o", "talks.jsonl"]) == 2
    assert "the output would take the place of this source" in capsys.readouterr().err
    assert Path("talks.jsonl").read_bytes() == lines


@pytest.mark.parametrize(
    "suffix", [".jsonl", ".jsonl.gz", ".yaml", ".msgpack.zst", ".csv.zip", ".xlsx", ".parquet", ".arrow"]
)
def test_convert_there_and_back(suffix: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "a.json", f"b{suffix}"]) == 0
    assert capsys.readouterr().err == "diplomod: 1 record, nothing was lost\n"
    assert main(["convert", f"b{suffix}", "c.json", "--strict"]) == 0
    assert Path("c.json").read_bytes() == Path("a.json").read_bytes()


def test_convert_by_name_to_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.json").rename("a.data")
    assert main(["convert", "a.data", "tables", "--from", "json", "--to", "csv"]) == 0
    assert main(["convert", "tables", "-"]) == 0
    assert list(loads(capsys.readouterr().out, "jsonl")) == [load("a.data", "json")]


def test_convert_tells_what_is_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "a.json", "a.ics"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("diplomod: not carried: ") and told[-1].endswith("values were not carried")
    assert main(["convert", "a.json", "b.ics", "--strict"]) == 2
    assert "the format icalendar can't carry all of it" in capsys.readouterr().err
    assert not Path("b.ics").exists()


def test_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith("parquet ") and "read/write lossless" in line and "diplomod[arrow]" in line for line in lines
    )
