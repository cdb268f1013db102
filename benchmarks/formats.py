"""Every lossless format beside the bare library on plain dictionaries, and JSON beside others who make classes of it.

python benchmarks/formats.py DIR [--sample N] [--times N]

DIR holds .md or .txt files; they are read into Records first. All is timed in one run, in turns, in processor time,
and the best of the turns counts. The second table has JSON Lines, read and written one by one: msgspec's Structs, pydantic's
models (with types alone, and with the checks of our classes), mashumaro's codec and cattrs' own converter, both over orjson, hold
the same data.
Those that are not installed are left out.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import functools
import importlib
import io
import json
import time
from collections.abc import Callable
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

import diplomod
from diplomod.formats import FORMATS, fast
from diplomod.formats.documents import record_of
from diplomod.formats.escapes import escape_all
from diplomod.formats.files import decoded
from diplomod.formats.json import encoded, line_of, parsed, record_of_bytes
from diplomod.model import Record, When

Work = Callable[[], object]
Pair = tuple[Work, Work]  # writing and reading


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=400, help="so many texts")
    parser.add_argument("--times", type=int, default=7, help="so many turns")
    arguments = parser.parse_args()
    paths = sorted(path for path in arguments.folder.iterdir() if path.suffix in (".md", ".txt"))[: arguments.sample]
    records = [diplomod.read(diplomod.open_page(path)) for path in paths]
    lines = [encoded(record).encode() for record in records]
    size = sum(map(len, lines))
    print(f"{len(records)} Records, {size / 1e6:.1f} MB as JSON Lines, by which MB are counted\n")
    print(f"{'':28}{'write rec/s':>12}{'MB/s':>8}{'read rec/s':>12}{'MB/s':>8}")
    plain = [json.loads(line) for line in lines]
    pairs: dict[str, Pair] = {}
    for name, found in FORMATS.items():
        if found.lossless and found.many:
            pairs[f"diplomod {name}"] = ours(name, records)
            if name in BARE and (bare := installed(functools.partial(BARE[name], plain))):
                pairs[f"  {name}: bare library"] = bare
    for name, times in timed(pairs, max(2, arguments.times // 2)).items():
        print(row(name, times, len(records), size))
    print(f"\n{'JSON Lines, one by one':28}{'write rec/s':>12}{'MB/s':>8}{'read rec/s':>12}{'MB/s':>8}")
    results = timed(ready(records)[0], arguments.times)
    for name, times in results.items():
        print(row(name, times, len(records), size))
    print()
    for one, other, what in AGAINST:
        if one in results and other in results:
            ratios = [mine / theirs for mine, theirs in zip(results[one], results[other], strict=True)]
            print(f"{ratios[0]:6.2f} {ratios[1]:6.2f}  {what}")


def ready(records: list[Record]) -> tuple[dict[str, Pair], list[str]]:
    """The ways to write and read these Records as classes, and the names of those that are not installed."""
    lines = [encoded(record).encode() for record in records]
    made = {name: installed(functools.partial(make, records, lines)) for name, make in CLASSES.items()}
    return {name: pair for name, pair in made.items() if pair}, [name for name, pair in made.items() if not pair]


def row(name: str, times: tuple[float, float], count: int, size: int) -> str:
    return f"{name:28}" + "".join(f"{count / seconds:12,.0f}{size / seconds / 1e6:8.1f}" for seconds in times)


def timed(pairs: dict[str, Pair], turns: int) -> dict[str, tuple[float, float]]:
    """The best processor time of each, in turns, so that a busy moment meets all alike."""
    best: dict[str, list[float]] = {name: [float("inf")] * 2 for name in pairs}
    for _ in range(turns):
        for name, pair in pairs.items():
            for i, work in enumerate(pair):
                begun = time.process_time()
                work()
                best[name][i] = min(best[name][i], time.process_time() - begun)
    return {name: (found[0], found[1]) for name, found in best.items()}


def installed(make: Callable[[], Pair]) -> Pair | None:
    try:
        return make()
    except ImportError:
        return None


def ours(name: str, records: list[Record]) -> Pair:
    data = diplomod.dumps(records, name)
    return lambda: diplomod.dumps(records, name), lambda: list(diplomod.loads(data, name))


def bare_jsonl(plain: list[Any]) -> Pair:
    lines = [json.dumps(one, ensure_ascii=False) for one in plain]
    return lambda: [json.dumps(one, ensure_ascii=False) for one in plain], lambda: [json.loads(one) for one in lines]


def bare_msgpack(plain: list[Any]) -> Pair:
    msgpack = importlib.import_module("msgpack")
    packed = [msgpack.packb(one) for one in plain]
    return lambda: [msgpack.packb(one) for one in plain], lambda: [msgpack.unpackb(one) for one in packed]


def bare_yaml(plain: list[Any]) -> Pair:
    yaml = importlib.import_module("yaml")
    text = yaml.dump_all(plain, Dumper=yaml.CSafeDumper)
    return (
        lambda: yaml.dump_all(plain, Dumper=yaml.CSafeDumper),
        lambda: list(yaml.load_all(text, Loader=yaml.CSafeLoader)),
    )


def rows_of(plain: list[Any]) -> list[list[Any]]:
    """The same tables as rows of cells."""
    tables = importlib.import_module("diplomod.formats.tables")
    return [row for number, one in enumerate(plain) for _, row in tables.rows_of(number, record_of(one))]


def bare_csv(plain: list[Any]) -> Pair:
    rows = rows_of(plain)
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    text = file.getvalue()
    return lambda: csv.writer(io.StringIO()).writerows(rows), lambda: list(csv.reader(io.StringIO(text)))


def bare_excel(plain: list[Any]) -> Pair:
    openpyxl = importlib.import_module("openpyxl")
    excel = importlib.import_module("diplomod.formats.excel")
    rows = [[excel.shown(cell) for cell in row] for row in rows_of(plain)]

    def write() -> io.BytesIO:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for one in rows:
            sheet.append(one)
        file = io.BytesIO()
        book.save(file)
        return file

    data = write().getvalue()
    return write, lambda: list(openpyxl.load_workbook(io.BytesIO(data), read_only=True).active.values)


def bare_arrow(plain: list[Any], parquet: bool = False) -> Pair:
    pyarrow = importlib.import_module("pyarrow")
    schema = importlib.import_module("diplomod.formats.arrow").schema()
    rows = [escape_all(one["record"]) for one in plain]

    def write() -> bytes:
        table, file = pyarrow.Table.from_pylist(rows, schema=schema), io.BytesIO()
        if parquet:
            importlib.import_module("pyarrow.parquet").write_table(table, file, compression="zstd")
        else:
            with pyarrow.ipc.new_file(file, schema) as out:
                out.write_table(table)
        return file.getvalue()

    def read() -> object:
        if parquet:
            return importlib.import_module("pyarrow.parquet").read_table(io.BytesIO(data)).to_pylist()
        return pyarrow.ipc.open_file(io.BytesIO(data)).read_all().to_pylist()

    data = write()
    return write, read


BARE: dict[str, Callable[[list[Any]], Pair]] = {
    "jsonl": bare_jsonl,
    "msgpack": bare_msgpack,
    "yaml": bare_yaml,
    "csv": bare_csv,
    "excel": bare_excel,
    "arrow": bare_arrow,
    "parquet": functools.partial(bare_arrow, parquet=True),
}


def mapped(kind: Any, make: Callable[[type[Any]], Any]) -> Any:
    """A type with our classes replaced by those that `make` gives."""
    if get_origin(kind) is tuple:
        inner: Any = mapped(get_args(kind)[0], make)
        return tuple[inner, ...]
    if get_args(kind):
        return mapped(next(part for part in get_args(kind) if part is not NoneType), make) | None
    return make(kind) if attrs.has(kind) else kind


def by_fast(records: list[Record], lines: list[bytes]) -> Pair:
    if fast.codec() is None:
        raise ImportError
    return lambda: [line_of(one) for one in records], lambda: [record_of_bytes(line) for line in lines]


def by_core(records: list[Record], lines: list[bytes]) -> Pair:
    def read() -> object:
        return [record_of(parsed(decoded(line, ""))) for line in lines]

    return lambda: [encoded(one).encode() for one in records], read


def copies(make: Callable[[type[Any], dict[str, Any]], Any]) -> Callable[[type[Any]], Any]:
    """What gives, for a class of ours, the class that `make` makes of it and of the types of its fields, made once."""
    known: dict[type[Any], Any] = {}

    def copy(kind: type[Any]) -> Any:
        if kind not in known:
            fields = {name: mapped(hint, copy) for name, hint in get_type_hints(kind).items()}
            known[kind] = make(kind, fields)
        return known[kind]

    return copy


def by_struct(records: list[Record], lines: list[bytes]) -> Pair:
    msgspec = importlib.import_module("msgspec")

    def made_of(kind: type[Any], fields: dict[str, Any]) -> Any:
        return msgspec.defstruct(kind.__name__, list(fields.items()), frozen=True, forbid_unknown_fields=True)

    document = msgspec.defstruct("Document", [("diplomod", dict[str, int]), ("record", copies(made_of)(Record))])
    decoder, encoder = msgspec.json.Decoder(document), msgspec.json.Encoder()
    made = [decoder.decode(line) for line in lines]
    return lambda: [encoder.encode(one) for one in made], lambda: [decoder.decode(line) for line in lines]


def by_pydantic(records: list[Record], lines: list[bytes], checked: bool = False) -> Pair:
    pydantic = importlib.import_module("pydantic")

    def not_blank(text: str) -> str:
        if not text or text.isspace():
            raise ValueError("blank")
        return text

    def made_of(kind: type[Any], types: dict[str, Any]) -> Any:
        fields: dict[str, Any] = {name: (hint, ...) for name, hint in types.items()}
        validators: dict[str, Any] = {}
        if checked:
            texts = [name for name, hint in get_type_hints(kind).items() if hint is str]
            if texts:
                validators["texts"] = pydantic.field_validator(*texts)(not_blank)
            if check := getattr(kind, "__attrs_post_init__", None):

                def whole(self: Any, kind: Any = kind, check: Any = check) -> Any:
                    if kind is When:  # it asks for its own Span
                        When(edtf=self.edtf)
                    else:
                        check(self)
                    return self

                validators["whole"] = pydantic.model_validator(mode="after")(whole)
        config = pydantic.ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
        return pydantic.create_model(kind.__name__, __config__=config, __validators__=validators, **fields)

    document = pydantic.create_model("Document", diplomod=(dict[str, int], ...), record=(copies(made_of)(Record), ...))
    made = [document.model_validate_json(line) for line in lines]
    return lambda: [one.model_dump_json() for one in made], lambda: [document.model_validate_json(one) for one in lines]


def by_mashumaro(records: list[Record], lines: list[bytes]) -> Pair:
    codecs = importlib.import_module("mashumaro.codecs.orjson")

    def made_of(kind: type[Any], fields: dict[str, Any]) -> Any:
        return dataclasses.make_dataclass(kind.__name__, list(fields.items()), frozen=True, slots=True)

    document = dataclasses.make_dataclass(
        "Document", [("diplomod", dict[str, int]), ("record", copies(made_of)(Record))]
    )
    decoder, encoder = codecs.ORJSONDecoder(document), codecs.ORJSONEncoder(document)
    made = [decoder.decode(line) for line in lines]
    return lambda: [encoder.encode(one) for one in made], lambda: [decoder.decode(line) for line in lines]


def by_cattrs(records: list[Record], lines: list[bytes]) -> Pair:
    converter = importlib.import_module("cattrs.preconf.orjson").make_converter(detailed_validation=False)
    document = attrs.make_class(
        "Document", {"diplomod": attrs.field(type=dict[str, int]), "record": attrs.field(type=Record)}
    )
    made = [converter.loads(line, document) for line in lines]
    return lambda: [converter.dumps(one) for one in made], lambda: [converter.loads(line, document) for line in lines]


CLASSES: dict[str, Callable[[list[Record], list[bytes]], Pair]] = {
    "diplomod, fast": by_fast,
    "diplomod, core": by_core,
    "msgspec Struct": by_struct,
    "pydantic": by_pydantic,
    "pydantic, checked": functools.partial(by_pydantic, checked=True),
    "mashumaro, orjson": by_mashumaro,
    "cattrs, orjson": by_cattrs,
}
# Which of ours stands against whom.
AGAINST = (
    ("diplomod, fast", "msgspec Struct", "writes and reads in so many times the time of msgspec's Structs"),
    ("diplomod, fast", "pydantic", "of pydantic, types alone"),
    ("diplomod, fast", "pydantic, checked", "of pydantic, the same checks"),
    ("diplomod, fast", "mashumaro, orjson", "of mashumaro over orjson, types alone"),
    ("diplomod, core", "cattrs, orjson", "without extras, of cattrs' own converter without detailed validation"),
)


if __name__ == "__main__":
    main()
