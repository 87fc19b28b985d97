"""`waqai news`: nothing the first time, then what is new, until it was seen."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.words import Streams
from tests.store.words import written


def test_what_is_new_is_told_until_it_was_seen(waqai: Streams, tmp_path: Path) -> None:
    library = tmp_path / "library"
    first = written(tmp_path / "a.txt", "A strike on a bakery in Manbij killed 28 people on May 10.")
    waqai("--library", library, "add", first, "--published", "2023-05-11")
    assert "nobody has looked before; from now on all is known (1 event)" in waqai("--library", library, "news").err
    assert "nothing is new" in waqai("--library", library, "news").err
    more = written(tmp_path / "b.txt", "قتل 31 شخصا في قصف على مخبز في منبج في 10 أيار.")
    waqai("--library", library, "add", more, "--published", "2023-05-12")
    told = waqai("--library", library, "news")
    assert "more is told" in told.out
    assert "reports differ about killed" in told.out
    assert "2 things new" in told.err
    rows = json.loads(waqai("--library", library, "news", "--seen", "--format", "json").out)["news"]
    assert [row["change"] for row in rows] == ["joined", "conflict"]
    assert "nothing is new" in waqai("--library", library, "news").err


def test_without_a_library_it_says_so(waqai: Streams, tmp_path: Path) -> None:
    told = waqai("--library", tmp_path / "none", "news")
    assert (told.code, "there is no library" in told.err) == (1, True)
