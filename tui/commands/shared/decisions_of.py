"""Decisions from scripts and files: the library's current timeline, and who decides."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.commands.shared.context import Context
from tui.commands.shared.decision_words import Table

if TYPE_CHECKING:
    from store.decisions.decisions import Decisions


@dataclass(frozen=True, slots=True)
class Found:
    """A library with its timeline, ready for decisions."""

    table: Table
    decisions: Decisions
    who: str


def table(options: Namespace, context: Context) -> Found | None:
    """None where there is no library yet."""
    from seeds.load import knowledge
    from tui.commands.shared import person
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.gather import library
    from tui.commands.shared.progress import Reading

    found = library(context) if context.folder.exists() else None
    if found is None or found.library is None:
        return None
    with Reading(context) as tell:
        timeline = timelines.timeline(found, knowledge, tell)
    who = getattr(options, "who", None) or person.name()
    return Found(Table(timeline, knowledge(), context.today), found.library.decisions, who)
