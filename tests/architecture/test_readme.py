"""What the README says is so."""

import re
from pathlib import Path

import pytest

from timeline_core.export import EXPORTERS
from timeline_core.view.filter import FIELDS
from tui.commands.verbs import VERBS
from tui.keys import keys

README = (Path(__file__).parent.parent.parent / "README.md").read_text("utf-8")


def between(mark: str) -> str:
    return README.split(f"<!-- {mark} -->")[1].split(f"<!-- /{mark} -->")[0].strip()


def test_the_table_of_keys_is_the_table_of_the_program() -> None:
    """Where it fails, put what `tui.keys.table()` gives between the two marks."""
    assert between("keys") == keys.table()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_named(verb: str) -> None:
    assert f"waqai {verb}" in README


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_filter_line_is_named(field: str) -> None:
    assert f"`{field}:`" in README


@pytest.mark.parametrize("format", EXPORTERS)
def test_every_export_format_is_in_the_table_of_what_comes_out(format: str) -> None:
    assert len(re.findall(rf"^\|.*`waqai export --format {format}\b.*` \|$", between("out"), re.MULTILINE)) == 1


@pytest.mark.parametrize("mark", ["run", "tests"])
def test_a_newcomer_needs_one_line(mark: str) -> None:
    [line] = [line for line in between(mark).splitlines() if not line.startswith("```")]
    assert re.match(r"python3 -m venv \.venv && ", line)


def test_every_kind_that_goes_in_is_named_with_a_command() -> None:
    rows = [line for line in between("in").splitlines() if line.startswith("|")][2:]
    assert all(
        "`waqai add " in row or "`waqai watch " in row or "| waqai add -" in row.replace("\\|", "|") for row in rows
    )
    for kind in ("text", "Markdown", "web page", "web address", "RSS", "mail", "PDF", "Word", "CSV", "JSON", "zip"):
        assert any(row.startswith(f"| {kind}") for row in rows), kind


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "DESIGN.md"])
def test_every_module_that_a_page_names_is_there(page: str) -> None:
    root = Path(__file__).parents[2]
    there = [
        str(path.relative_to(root))
        for top in ("timeline_core", "store", "seeds", "tui", "tests", "benchmarks")
        for path in (root / top).rglob("*.py")
    ]
    named = re.findall(r"`([a-z_/]+\.py)`", (root / page).read_text("utf-8"))
    assert len(named) > 10
    gone = [name for name in named if not any(path == name or path.endswith(f"/{name}") for path in there)]
    assert gone == [name for name in gone if "/x.py" in name]
