"""Code the sentences of a file: python benchmarks/plover.py SENTENCES.json OUT.json

SENTENCES.json is a list of objects with `id` and `text`; OUT.json gets a list of `id` and `events`, each with its code.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from diplomod.coding import find_deeds


def coded(text: str) -> list[dict[str, str]]:
    """The events of a text, one a sentence."""
    return [
        {"code": deed.code, "mode": deed.mode, "source": str(deed.source or ""), "target": str(deed.target or "")}
        for deed in find_deeds(text)[:1]
    ]


def main(sentences: str, out: str) -> None:
    told = json.loads(Path(sentences).read_text(encoding="utf-8"))
    found = [{"id": one["id"], "events": coded(one["text"])} for one in told]
    Path(out).write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
