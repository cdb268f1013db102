"""The command line: ``diplomod read``, ``run``, ``show``, ``explain``, ``check``, ``convert``, ``formats`` and ``schema``.

Exit codes: 0 all is well, 1 ``check`` found problems, 2 it can't be done (one line on standard error tells why),
130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from diplomod import __version__
from diplomod.errors import DataError, DiplomodError, FileError, FormatError, TextError
from diplomod.formats import Format, Losses, available, dump, find_format, format_of, open_records
from diplomod.formats.files import decoded, read_text, write_text
from diplomod.formats.schema import published as schema_text
from diplomod.model import Page, Record, When
from diplomod.pages import open_page
from diplomod.progress import Bar
from diplomod.reading import Analyser, explain, read
from diplomod.reading.analysers import find_analyser
from diplomod.summary import reasons, reasons_as_json, summary

if TYPE_CHECKING:
    from diplomod.pipeline import Progress

BAR = 30  # its width in characters
ANALYSER = "what tells parts of speech, dependencies and names: spacy:PIPELINE"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; `arguments` are those of the process unless given. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except DiplomodError as fault:
        print(f"diplomod: {_one_line(fault)}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as fault:  # the disk behind standard output is full
        print(f"diplomod: can't write: {fault.strerror or fault}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("diplomod: interrupted", file=sys.stderr)
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="diplomod", description="Read diplomatic events from English text into typed records."
    )
    parser.add_argument("--version", action="version", version=f"diplomod {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    reading = commands.add_parser("read", help="read texts and write records")
    reading.add_argument(
        "files",
        nargs="*",
        default=["-"],
        metavar="FILE",
        help="texts in UTF-8, Markdown (.md), HTML pages (.html); - is standard input",
    )
    reading.add_argument("--published", metavar="DATE", help="day of publication, as 2025-12-20")
    reading.add_argument("--format", metavar="NAME", help="json, jsonl, …; else by the suffix of OUT")
    reading.add_argument("-o", "--output", metavar="OUT", help="a file, or a folder that gets one file a text")
    reading.add_argument(
        "--text",
        metavar="OUT",
        help="write the text that offsets refer to, where it was extracted from HTML: a file, or a folder for several",
    )
    reading.add_argument("--analyser", metavar="KIND:NAME", help=ANALYSER)
    reading.set_defaults(run=_read)

    showing = commands.add_parser("show", help="print a readable summary of a text or a record")
    showing.add_argument("file", metavar="FILE", help="a text or a page, or a record in a .json or .jsonl file")
    showing.add_argument("--published", metavar="DATE", help="day of publication of a text")
    showing.add_argument("--analyser", metavar="KIND:NAME", help=ANALYSER)
    showing.set_defaults(run=_show)

    explaining = commands.add_parser("explain", help="tell which rule and which words made each value")
    explaining.add_argument("file", metavar="FILE", help="a text or a page; - is standard input")
    explaining.add_argument("--published", metavar="DATE", help="day of publication of the text")
    explaining.add_argument("--json", action="store_true", help="as JSON, for programs")
    explaining.add_argument("--analyser", metavar="KIND:NAME", help=ANALYSER)
    explaining.set_defaults(run=_explain)

    checking = commands.add_parser("check", help="check that records are sound")
    checking.add_argument("file", metavar="FILE", help="a record in a .json or .jsonl file")
    checking.add_argument("--text", metavar="FILE", help="the text or the page that the record was read from")
    checking.set_defaults(run=_check)

    running = commands.add_parser("run", help="read whole corpora, in several processes, in a run that can be resumed")
    running.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="folders of texts, Markdown and HTML, such files, .jsonl and .csv with a field text, .warc, .rss, .atom",
    )
    running.add_argument("-o", "--output", metavar="OUT", required=True, help="a file, in the format of its suffix")
    running.add_argument("--workers", metavar="N", type=int, default=1, help="processes that read")
    running.add_argument("--resume", action="store_true", help="go on with a run that was ended")
    running.add_argument("--failures", metavar="FILE", help="what could not be read; OUT.failures.jsonl unless given")
    running.set_defaults(run=_run)

    converting = commands.add_parser("convert", help="write records in another format, and tell what it can't hold")
    converting.add_argument("source", metavar="IN", help="a file or a folder of records; - is standard input")
    converting.add_argument("target", metavar="OUT", help="a file or a new folder; - is standard output")
    converting.add_argument("--from", dest="source_format", metavar="NAME", help="the format of IN; else by its suffix")
    converting.add_argument("--to", dest="target_format", metavar="NAME", help="the format of OUT; else by its suffix")
    converting.add_argument("--strict", action="store_true", help="write nothing if anything would be lost")
    converting.set_defaults(run=_convert)

    listing = commands.add_parser("formats", help="list the formats")
    listing.set_defaults(run=_formats)

    schema = commands.add_parser("schema", help="print the JSON Schema of records")
    schema.set_defaults(run=_schema)
    return parser


def _read(options: argparse.Namespace) -> int:
    published = _published(options)
    files: list[str] = options.files
    output = options.output
    analyser = _analyser(options)
    if options.text is not None and len(files) > 1:
        names = {_named(name, ".txt") for name in files}
        if not Path(options.text).is_dir() or len(names) < len(files):
            raise FormatError("--text takes a folder for several texts, and each text a name of its own")
    if output is not None and Path(output).is_dir():
        suffix = find_format(options.format or "json").suffixes[0]
        targets = {name: Path(output) / _named(name, suffix) for name in files}
        if len(set(targets.values())) < len(files):
            raise FormatError(
                "two texts would be written to the same file; use -o with a .jsonl file for texts of one name"
            )
        for name in _with_progress(files):
            target = targets[name]
            _told(dump(_record(name, published, options.text, analyser), target, options.format or "json"))
        return 0
    found = format_of(output, options.format) if output is not None else find_format(options.format or _usual(files))
    if not found.many and len(files) > 1:
        raise FormatError(
            f"the format {found.name} holds one record; use --format jsonl, or -o with a folder, for several texts"
        )
    records = (_record(name, published, options.text, analyser) for name in _with_progress(files))
    _told(dump(records, output if output is not None else _standard_output(found), found.name))
    return 0


def _published(options: argparse.Namespace) -> When | None:
    """The day of publication that ``--published`` tells. Raises `DataError`, which names the option, for what is no date."""
    if options.published is None:
        return None
    try:
        return When.of(options.published)
    except TextError as fault:
        raise DataError(
            [("--published", f"{options.published!r} is no date such as 2025-12-20: {fault.message}")]
        ) from fault


def _standard_output(found: Format) -> IO[Any]:
    return sys.stdout.buffer if found.binary else sys.stdout


def _told(losses: Losses) -> None:
    """Say on standard error what could not be carried."""
    for line in str(losses).splitlines() if losses else ():
        print(f"diplomod: not carried: {line}", file=sys.stderr)


def _usual(files: Sequence[str]) -> str:
    return "json" if len(files) == 1 else "jsonl"


def _record(name: str, published: When | None, text: str | None = None, analyser: Analyser | None = None) -> Record:
    """The record of a text or page; the text itself is written to `text`, a file or a folder, where that is given."""
    page = _page(name)
    record = read(page, published=published, analyser=analyser)
    if text is not None:
        write_text(Path(text) / _named(name, ".txt") if Path(text).is_dir() else text, [page.text])
    return record


def _analyser(options: argparse.Namespace) -> Analyser | None:
    return None if options.analyser is None else find_analyser(options.analyser)


def _page(name: str) -> Page:
    return Page(text=_text(name)) if name == "-" else open_page(name)


def _named(name: str, suffix: str) -> str:
    return f"{'standard-input' if name == '-' else Path(name).stem}{suffix}"


def _text(name: str) -> str:
    if name == "-":
        return decoded(sys.stdin.buffer.read(), "standard input")
    return read_text(name)


def _with_progress(files: Sequence[str]) -> Iterator[str]:
    """The names one by one; a bar if there are several and it takes long."""
    with Bar() as bar:
        for number, name in enumerate(files):
            if len(files) > 1:
                bar(number, len(files))
            yield name


def _show(options: argparse.Namespace) -> int:
    if _holds_records(options.file):
        for record in _records(options.file):
            print(summary(record), end="")
        return 0
    published = _published(options)
    print(summary(_record(options.file, published, analyser=_analyser(options))), end="")
    return 0


def _holds_records(name: str) -> bool:
    try:
        return format_of(name).read is not None
    except FormatError:
        return False


def _explain(options: argparse.Namespace) -> int:
    published = _published(options)
    explanation = explain(_page(options.file), published=published, analyser=_analyser(options))
    print(reasons_as_json(explanation) if options.json else reasons(explanation), end="")
    return 0


def _check(options: argparse.Namespace) -> int:
    text = None if options.text is None else open_page(options.text).text
    sound = True
    count = 0
    try:
        for record in _records(options.file):
            count += 1
            for problem in record.problems(text):
                sound = False
                print(problem)
    except DataError as fault:  # data that is no sound Record is what a check is there to find
        sound = False
        print(fault)
    if sound:
        print(f"{options.file}: {count} {'record is' if count == 1 else 'records are'} sound")
    return 0 if sound else 1


def _records(name: str) -> Iterable[Record]:
    return open_records(sys.stdin.buffer, "json") if name == "-" else open_records(name)


def _run(options: argparse.Namespace) -> int:
    from diplomod import pipeline  # processes and archives are for this command alone

    for source in options.sources:
        if Path(source).is_file() and Path(options.output).exists() and Path(source).samefile(options.output):
            raise FileError(f"{source}: the output would take the place of this source")
    documents = (one for source in options.sources for one in pipeline.documents_of(source))
    watched = sys.stderr.isatty()
    try:
        done = pipeline.run(
            documents,
            options.output,
            workers=options.workers,
            resume=options.resume,
            failures=options.failures,
            total=_count(options.sources),
            watch=_print_progress if watched else None,
        )
    except BaseException:
        if watched:
            print(file=sys.stderr)  # what is said about it stands below the bar
        raise
    words = f"{done.documents} documents, {done.records} records, {done.failures} failures, {done.rate:.0f} documents/s"
    print(f"{chr(13) if watched else ''}{words:{BAR + 50 if watched else 0}}", file=sys.stderr)
    return 0


def _count(sources: Sequence[str]) -> int | None:
    """How many documents there are, where they are files; what lies in a table or an archive is not counted beforehand."""
    from diplomod import pipeline

    if all(Path(source).is_dir() or pipeline.is_one_text(source) for source in sources):
        return sum(1 for source in sources for _ in pipeline.documents_of(source))
    return None


def _print_progress(progress: Progress) -> None:
    share = "" if progress.total is None else f" of {progress.total}"
    left = "" if progress.remaining is None else f", {progress.remaining:.0f} s left"
    bar = ""
    if progress.total:
        done = min(BAR, BAR * progress.documents // progress.total)
        bar = f"[{'#' * done}{'.' * (BAR - done)}] "
    words = f"{bar}{progress.documents}{share}, {progress.rate:.0f}/s{left}, {progress.failures} failures"
    print(f"\r{words:{BAR + 50}}", end="", file=sys.stderr)


def _convert(options: argparse.Namespace) -> int:
    source = sys.stdin.buffer if options.source == "-" else options.source
    target = options.target
    if target == "-":
        target = _standard_output(find_format(options.target_format or "jsonl"))
    count = 0

    def counted(records: Iterable[Record]) -> Iterator[Record]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    with Bar("MB") as bar:
        records = open_records(
            source,
            options.source_format or ("jsonl" if options.source == "-" else None),
            progress=lambda done, size: bar(done / 1e6, size / 1e6),
        )
        to = options.target_format or ("jsonl" if options.target == "-" else None)
        losses = dump(counted(records), target, to, strict=options.strict)
    _told(losses)
    lost = f"{losses.total} values were not carried" if losses else "nothing was lost"
    print(f"diplomod: {count} {'record' if count == 1 else 'records'}, {lost}", file=sys.stderr)
    return 0


def _formats(options: argparse.Namespace) -> int:
    for found in available():
        ways = "/".join(way for way, does in (("read", found.read), ("write", found.write)) if does is not None)
        kept = " lossless" if found.lossless else ""
        extra = f" (diplomod[{found.extra}])" if found.extra else ""
        print(f"{found.name:12} {' '.join(found.suffixes):22} {ways + kept:20} {found.about}{extra}")
    return 0


def _schema(options: argparse.Namespace) -> int:
    print(schema_text(), end="")
    return 0


def _one_line(fault: DiplomodError) -> str:
    """The message on one line: the drawing of the place is left out, several faults are parted by semicolons."""
    lines = [line.strip() for line in str(fault).splitlines()]
    message = getattr(fault, "message", None)
    if isinstance(message, str):
        return " ".join(message.splitlines())
    return "; ".join(line for line in lines[:5] if line) + ("; …" if len(lines) > 5 else "")


if __name__ == "__main__":
    sys.exit(main())
