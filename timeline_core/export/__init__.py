"""One module a format, loaded when it is first asked for. Text in logical order, for files and pipes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from timeline_core.export.scope import Scope
    from timeline_core.model.event import Event
    from timeline_core.timeline import Timeline
    from timeline_core.view.teller import Teller

    Exporter = Callable[[Timeline, Teller, Scope], str]

T = TypeVar("T")


class Formats(Mapping[str, T], Generic[T]):
    """Format -> what its module in `formats/` has by one name; a list of events needs none of the fourteen modules."""

    def __init__(self, modules: Mapping[str, str], name: str) -> None:
        """`modules`: format -> the module, beneath `formats/`, that has `name`."""
        self._modules, self._name = modules, name

    def __getitem__(self, format: str) -> T:
        found: T = getattr(import_module(f"{__name__}.formats.{self._modules[format]}"), self._name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


EXPORTERS: Formats[Exporter] = Formats(
    {
        "markdown": "markdown",
        "brief": "brief",
        "json": "json_timeline",
        "jsonl": "jsonl",
        "html": "html_page",
        "csv": "csv_table",
        "timelinejs": "timelinejs",
        "timesketch": "timesketch",
        "markwhen": "markwhen",
        "ics": "ics",
        "acled": "acled",
        "ftm": "followthemoney",
        "annotation": "annotation",
        "geojson": "geojson",
        "kml": "kml",
    },
    "export",
)
"""Format -> what writes a timeline, given who tells the reasons, and what was asked for and left out."""

LEFT_OUT: Formats[Callable[[Timeline], tuple[Event, ...]]] = Formats(
    {one: one for one in ("timelinejs", "timesketch", "markwhen", "acled")}, "left_out"
)
"""Format -> the events that it has no place for; a format that holds all of them is not here."""

MAPS = ("geojson", "kml")
"""Formats that put events on a map; what has no place is in them, without a point."""

SUFFIXES: Mapping[str, str] = {
    ".md": "markdown",
    ".brief.md": "brief",
    ".html": "html",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ics": "ics",
    ".geojson": "geojson",
    ".kml": "kml",
    ".mw": "markwhen",
    ".jsonld": "annotation",
    ".acled.csv": "acled",
    ".ftm.json": "ftm",
    ".timelinejs.json": "timelinejs",
    ".timesketch.jsonl": "timesketch",
    ".markdown": "markdown",
    ".txt": "brief",
    ".htm": "html",
}
"""How the name of a file ends -> the format that it is written in; of those of one format, the first is offered."""


def format_of(name: str) -> str | None:
    """The format that the name of a file asks for; None where its ending is none of ours.

    Args:
        name: without folders: `raid.html`, `raid.acled.csv`.
    """
    ends = [suffix for suffix in SUFFIXES if name.casefold().endswith(suffix)]
    return SUFFIXES[max(ends, key=len)] if ends else None
