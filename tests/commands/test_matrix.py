"""`waqai matrix`: the table on a line a row, CSV and JSON with the same counts, and what is in no cell is told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.commands.words import Streams
from tests.store.words import written

TEXT = (
    "On 3 May 2023 Israel bombed a depot in Aleppo. On 9 June 2023 Israel bombed a base in Idlib. "
    "In 2023 Turkey shelled a farm."
)


def test_the_same_counts_in_every_form(waqai: Streams, tmp_path: Path) -> None:
    path = written(tmp_path / "one.txt", TEXT)
    table = waqai("matrix", "actor", "month", "--from", path)
    assert table.out.splitlines()[0].split() == ["2023-05", "2023-06", "events"]
    assert table.out.splitlines()[1].split() == ["Israel", "1", "1", "2"]
    assert "1 event without actor or month is in no cell" in table.err
    rows = [*csv.DictReader(io.StringIO(waqai("matrix", "actor", "month", "--format", "csv", "--from", path).out))]
    assert rows == [{"id": "israel", "name": "Israel", "2023-05": "1", "2023-06": "1", "events": "2"}]
    told = json.loads(waqai("matrix", "actor", "month", "--format", "json", "--from", path).out)
    assert told["cells"][0] == {"row": "israel", "column": "2023-05", "events": 1}
    assert (told["without"], told["names"]["israel"]) == (1, "Israel")


def test_a_filter_and_a_bound_of_rows(waqai: Streams, tmp_path: Path) -> None:
    path = written(tmp_path / "one.txt", TEXT)
    found = waqai("matrix", "actor", "year", "actor:turkey", "--from", path)
    assert [line.split()[0] for line in found.out.splitlines()[1:]] == ["Turkey"]
    short = waqai("matrix", "actor", "year", "--top", "1", "--from", path)
    assert "1 further row" in short.out


def test_what_is_no_field_says_which_there_are(waqai: Streams) -> None:
    said = waqai("matrix", "colour", "month")
    assert said.code != 0
    assert "speaker" in said.err
