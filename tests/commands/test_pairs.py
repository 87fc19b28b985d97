"""`waqai pairs` and what is decided upon two events, in a library; `show` tells origins."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import rmtree

import pytest

from tests.commands.words import Said, Streams
from tests.store.words import written

ROAD = "Floods cut the road to Harim on May 10."
WATER = "The road to Harim was cut by rising water on May 10."


@pytest.fixture
def kept(waqai: Streams, tmp_path: Path) -> Path:
    library = tmp_path / "library"
    for name, text in (("a", ROAD), ("b", WATER)):
        path = written(tmp_path / f"{name}.txt", text)
        waqai("--library", library, "add", path, "--published", "2023-05-12", "--publisher", f"Paper {name}")
    return library


def pairs(waqai: Streams, library: Path) -> list[dict[str, object]]:
    told = json.loads(waqai("--library", library, "pairs", "--format", "json").out)
    assert told["format"] == "waqai-pairs/1"
    found: list[dict[str, object]] = told["pairs"]
    return found


def decide(waqai: Streams, library: Path, *words: str) -> Said:
    return waqai("--library", library, "decide", *words, "--who", "lina")


def test_each_pair_says_why_it_is_asked_about(waqai: Streams, kept: Path) -> None:
    told = waqai("--library", kept, "pairs")
    assert "likeness 1.9 (same kind of deed, same place, a small place, a few words in common)" in told.out
    assert "1 pair may be one event" in told.err
    [pair] = pairs(waqai, kept)
    assert (pair["likeness"], pair["reports"], pair["unsure"]) == (1.9, ["1", "1"], False)
    assert "waqai decide ID apart OTHER" in waqai("pairs", "--help").out


def test_what_is_apart_is_asked_no_more_and_undone_like_any_decision(waqai: Streams, kept: Path) -> None:
    [pair] = pairs(waqai, kept)
    one, other = str(pair["one"]), str(pair["other"])
    assert decide(waqai, kept, one, "doubt", other).code == 0
    assert pairs(waqai, kept)[0]["unsure"] is True
    assert "apart" in decide(waqai, kept, one, "apart", other).out
    assert pairs(waqai, kept) == []
    assert "no two events may be one" in waqai("--library", kept, "pairs").err
    assert "apart" in waqai("--library", kept, "library", "log").out
    decide(waqai, kept, "undo")
    assert len(pairs(waqai, kept)) == 1


def test_what_is_apart_stays_so_read_anew_and_at_a_colleague(waqai: Streams, kept: Path, tmp_path: Path) -> None:
    [pair] = pairs(waqai, kept)
    decide(waqai, kept, str(pair["one"]), "apart", str(pair["other"]))
    rmtree(waqai("--library", kept, "locate", "cache").out.strip())
    assert pairs(waqai, kept) == []
    colleague = tmp_path / "colleague"
    for name, text in (("c", f"{ROAD} Buses stopped."), ("d", f"{WATER} Schools closed.")):
        path = written(tmp_path / f"{name}.txt", text)
        waqai("--library", colleague, "add", path, "--published", "2023-05-12")
    assert len(pairs(waqai, colleague)) == 1
    assert waqai("--library", colleague, "library", "merge", kept).code == 0
    assert pairs(waqai, colleague) == []


@pytest.mark.parametrize("words", [(), ("ONE",), ("OTHER", "OTHER")])
def test_it_is_said_of_two(waqai: Streams, kept: Path, words: tuple[str, ...]) -> None:
    [pair] = pairs(waqai, kept)
    ids = {"ONE": str(pair["one"]), "OTHER": str(pair["other"])}
    told = decide(waqai, kept, ids["ONE"], "apart", *(ids[word] for word in words))
    assert told.code == 1
    assert "one other event" in told.err


def test_files_are_asked_about_too(waqai: Streams, tmp_path: Path) -> None:
    paths = [
        written(tmp_path / f"{n}.md", f"---\npublished: 2023-05-12\n---\n{text}")
        for n, text in enumerate((ROAD, WATER))
    ]
    assert "likeness 1.9" in waqai("pairs", "--from", *paths).out


def test_show_tells_from_how_many_origins(waqai: Streams, tmp_path: Path) -> None:
    texts = (f"{ROAD[:-1]}, according to Reuters.", f"HARIM (Reuters) - {ROAD}")
    head = "---\npublished: 2023-05-12\n---\n"
    paths = [written(tmp_path / f"{n}.md", f"{head}{text}") for n, text in enumerate(texts)]
    [one, *_] = waqai("list", "--from", *paths).out.split()
    told = waqai("show", one, "--from", *paths).out
    assert "2 reports, 1 origin" in told
    assert "one origin, Reuters" in told
