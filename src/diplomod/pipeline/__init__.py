"""From sources to Records at scale: plain generators, several processes, runs that can be resumed.

from diplomod import pipeline

for found in pipeline.read(pipeline.folder("articles"), workers=2):
    ...                                       # a Record, or a Failure
pipeline.run(pipeline.folder("articles"), "talks.jsonl", workers=2, resume=True)
"""

from diplomod.pipeline.document import Document, Failure
from diplomod.pipeline.reading import Step, read
from diplomod.pipeline.running import Progress, run
from diplomod.pipeline.sources import csv, documents_of, feed, files, folder, is_one_text, jsonl, warc

__all__ = [
    "Document",
    "Failure",
    "Progress",
    "Step",
    "csv",
    "documents_of",
    "feed",
    "files",
    "folder",
    "is_one_text",
    "jsonl",
    "read",
    "run",
    "warc",
]
