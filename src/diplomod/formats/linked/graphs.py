"""Graphs of rdflib, from text."""

from __future__ import annotations

import logging
import warnings
from typing import Any

from diplomod.errors import TextError
from diplomod.formats.extras import need
from diplomod.formats.linked.terms import PREFIXES, SCHEMA


def graph_of(text: str, form: str) -> Any:
    """The graph of a text in ``json-ld`` or ``turtle``. Raises `TextError` for what is neither."""
    rdflib = need("rdflib", "rdf")
    logger = logging.getLogger("rdflib")
    if not logger.handlers:  # what it has to say of odd literals goes to those who ask for it, not to standard error
        logger.addHandler(logging.NullHandler())
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, name in {"schema": SCHEMA, **PREFIXES}.items():
        graph.bind(prefix, name, override=True)
    try:
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # rdflib warns of its own ways
            graph.parse(data=text, format=form)
    except RecursionError:
        raise TextError("it is nested too deep for Records") from None
    except Exception as fault:  # rdflib has no error that all of its others stem from
        raise TextError(f"this is no {form}: {' '.join(str(fault).split())[:200]}") from None
    return graph
