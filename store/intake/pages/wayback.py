"""A page as the Wayback Machine gives it: without its toolbar, and with the address that it was captured from."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TOOLBAR = re.compile(
    r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.DOTALL | re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:)", re.IGNORECASE)


def original(source: str) -> str:
    """The page as it was."""
    return _TOOLBAR.sub("", source) if "WAYBACK TOOLBAR" in source else source


def fields(said: Mapping[str, str]) -> dict[str, str]:
    """What the page says of itself, its address without that of the archive."""
    return {name: _ADDRESS.sub("", value) if name == "url" else value for name, value in said.items()}
