"""What may stand where on the command line, and what is told when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.words import Streams
from tui.commands.shared.arguments import split
from tui.commands.verbs import VERBS


def test_help_names_every_verb_and_no_other(waqai: Streams) -> None:
    said = waqai("--help")
    assert said.code == 0
    assert said.err == ""
    assert all(f"\n  {verb.usage}" in said.out for verb in VERBS.values())
    listed = said.out.partition("commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == list(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_of_its_own(waqai: Streams, verb: str) -> None:
    said = waqai(verb, "--help")
    assert (said.code, said.out.split("\n")[0][:12]) == (0, f"usage: waqai {verb}"[:12])


@pytest.mark.parametrize(
    "words, verb, rest",
    [
        (["list", "x"], "list", ["x"]),
        (["--library", "list", "list", "x"], "list", ["--library", "list", "x"]),
        (["--bidi=off", "show", "x"], "show", ["--bidi=off", "x"]),
        (["./list"], "", ["./list"]),
        (["a.txt", "list"], "", ["a.txt", "list"]),
        (["--", "list"], "", ["--", "list"]),
        (["--library"], "", ["--library"]),
        ([], "", []),
    ],
)
def test_the_first_word_is_a_verb_or_a_path(words: list[str], verb: str, rest: list[str]) -> None:
    assert split(words) == (verb, rest)


@pytest.mark.parametrize(
    "words, told",
    [
        (["list", "--format", "xml"], "invalid choice: 'xml'"),
        (["export"], "no format is asked for: --format, or -o with a name that ends in one of .md"),
        (["export", "-o", "raid.pages"], "no format is asked for"),
        (["list", "--from"], "expected at least one argument"),
        (["add"], "the following arguments are required: PATH"),
        (["add", "x", "--published", "10/02/2023"], "«10/02/2023» is no date; write it as 2023-02-16"),
        (["add", "x", "--lang", "Arabic!"], "«Arabic!» is no language that is known here; write ar or en"),
        (["list", "--form", "json"], "unrecognized arguments: --form"),
        (["locate", "moon"], "invalid choice: 'moon'"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["list", "knd:raid"], "«knd:» is no field; did you mean «kind»?"),
        (["--library"], "expected one argument"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_and_leaves_with_2(waqai: Streams, words: list[str], told: str) -> None:
    said = waqai(*words)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


@pytest.mark.parametrize(
    "order",
    [
        ["kind:occurrence", "--format", "jsonl", "--from", "RAID"],
        ["--format", "jsonl", "kind:occurrence", "--from", "RAID"],
        ["--from", "RAID", "--format", "jsonl", "--", "kind:occurrence"],
        ["-kind:announcement", "--from", "RAID", "RAID", "--format", "jsonl"],
        ['-"no such words"', "-kind:announcement", "--from", "RAID", "--format=jsonl"],
    ],
    ids=" ".join,
)
def test_a_query_may_stand_anywhere_and_may_begin_with_a_minus(waqai: Streams, raid: Path, order: list[str]) -> None:
    said = waqai("list", *(str(raid) if word == "RAID" else word for word in order))
    assert said.code == 0, said.err
    assert "announcement" not in said.out.replace("announces", "")
    assert said.out


def test_version_is_told(waqai: Streams) -> None:
    assert waqai("--version").out.startswith("waqai 0.")
