"""Linked data by the vocabulary of schema.org: JSON-LD, and RDF as Turtle.

`terms` says what each class and field is called, `graphs` makes graphs of text; `writing` and `reading` carry Records.
"""

from diplomod.formats.linked.reading import read_jsonld, read_turtle
from diplomod.formats.linked.writing import write_jsonld, write_turtle

__all__ = ["read_jsonld", "read_turtle", "write_jsonld", "write_turtle"]
