"""`Services`: what the reader asks of the world beyond the screen, each as a function that may be left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from timeline_core.filter import Filter
from timeline_core.query import day_range, parse
from timeline_core.temporal.expression import Expression
from timeline_core.temporal.reasons import Steps
from tui.recorder import NoRecorder, Recorder

NOBODY = NoRecorder("")
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Services:
    """The defaults do without language data, library and settings."""

    steps: Callable[[Expression], Steps | None] = lambda _: None
    """How a date came about, step by step."""
    query: Callable[[str], Filter] = parse
    """The filter that a line means; raises `QueryError`."""
    days: Callable[[str], Days | None] = day_range
    """The days that a date in any wording covers; None where it says none."""
    edtf: Callable[[str], str | None] = lambda _: None
    """The EDTF value that a date in any wording is kept as."""
    recorder: Recorder = NOBODY
    """Who keeps decisions."""
    keep: Callable[[str, str], str] = lambda _, __: ""
    """Keeps a filter line under a name; the file in which it now stands."""
