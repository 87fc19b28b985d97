"""Decisions that tests of the store record and read."""

from __future__ import annotations

from pathlib import Path

from store.decisions.decisions import Decisions
from timeline_core.model.decision import Act, Hold, Target

TARGET = Target("2023-02-10--1", (Hold("ab" * 32, 3, 9, "غارة شرقي", kind="occurrence"),), "غارة")


RECORDER = """
import sys
from pathlib import Path
from store.decisions.decisions import Decisions
from timeline_core.model.decision import Act

decisions = Decisions(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    print(decisions.record(Act.TAG, sys.argv[2], values=[str(number)]).id, flush=True)
decisions.close()
"""


def tagged(folder: Path, count: int, who: str = "me") -> list[str]:
    """Tag so many times; the ids of the decisions."""
    decisions = Decisions(folder)
    return [decisions.record(Act.TAG, who, [TARGET], [str(number)]).id for number in range(count)]


def ids(folder: Path) -> list[str]:
    """The decisions that the library has."""
    return [one.id for one in Decisions(folder).log()]
