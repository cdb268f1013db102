"""The packages that a format may need and diplomod does not bring: imported when they are used."""

from __future__ import annotations

import importlib
from typing import Any

from diplomod.errors import FormatError


def need(module: str, extra: str) -> Any:
    """The module, imported; raises `FormatError` that names the extra which brings it.

    >>> need("json", "json").__name__
    'json'
    """
    try:
        return importlib.import_module(module)
    except ImportError as fault:
        package = module.partition(".")[0]
        raise FormatError(
            f"this needs the package {package}; install it with: pip install 'diplomod[{extra}]'"
        ) from fault


def have(module: str) -> Any | None:
    """The module if it is there, for what is quicker with it and works without."""
    try:
        return importlib.import_module(module)
    except ImportError:
        return None
