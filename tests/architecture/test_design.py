"""Where a docstring sends its reader to DESIGN, there is such a section, and it says what is quoted from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECTIONS = {
    int(part.split(".", 1)[0]): part
    for part in re.split(r"^## ", (ROOT / "DESIGN.md").read_text("utf-8"), flags=re.M)[1:]
}
SENT = [
    (str(path.relative_to(ROOT)), int(number), quoted)
    for package in ("timeline_core", "store", "seeds", "tui")
    for path in sorted((ROOT / package).rglob("*.py"))
    for numbers, quoted in re.findall(
        r"DESIGN\.md sections? (\d+(?: and \d+)*)(?:, «([^»]+)»)?", path.read_text("utf-8")
    )
    for number in numbers.split(" and ")
]


def test_there_is_something_to_look_at() -> None:
    assert len(SENT) > 50
    assert len([quoted for *_, quoted in SENT if quoted]) > 5


@pytest.mark.parametrize(("file", "number", "quoted"), SENT)
def test_the_section_is_there_and_says_what_is_quoted(file: str, number: int, quoted: str) -> None:
    assert number in SECTIONS, file
    assert quoted.casefold() in SECTIONS[number].casefold(), file


@pytest.mark.parametrize("page", ["STYLE.md", "DATES.md"])
def test_no_docstring_sends_its_reader_to_a_page_that_is_not_here(page: str) -> None:
    packages = ("timeline_core", "store", "seeds", "tui")
    files = [path for package in packages for path in (ROOT / package).rglob("*.py")]
    assert len(files) > 400
    assert [path.name for path in files if page in path.read_text("utf-8")] == []
