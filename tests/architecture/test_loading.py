"""What a module loads is what its layer may load; no file and no class outgrows its reader."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("timeline_core", "store", "seeds", "tui")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def loaded(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import timeline_core.derive",
        "import timeline_core.view.query",
        "from timeline_core.export import EXPORTERS; [*EXPORTERS.values()]",
    ],
)
def test_loading_the_core_loads_no_screen_and_no_database(code: str) -> None:
    modules = loaded(code)
    assert not {"textual", "tinydb"} & modules
    drawing = {one for one in modules if one.startswith("rich.") and "unicode" not in one and "_cell" not in one}
    assert drawing <= {"rich.cells", "rich._extension"}, "of rich the table of cells alone"


def test_the_state_of_the_screen_needs_no_screen() -> None:
    assert not {"textual", "tinydb"} & loaded("import tui.view.state")


def test_the_help_loads_nothing_heavy() -> None:
    code = "import sys; sys.argv = ['waqai', '--help']\nfrom tui.__main__ import main\n"
    code += "try: main()\nexcept SystemExit: pass"
    assert not {"textual", "tinydb", "dateparser", "babel", "timeline_core.derive"} & loaded(code)


def test_opening_what_is_kept_loads_nothing_that_reads_reports() -> None:
    modules = "import store.derived.cache, store.derived.kept_timeline, tui.commands.shared.timeline"
    assert not {"timeline_core.events.extract", "timeline_core.events.accounts", "dateparser", "textual"} & loaded(
        modules
    )


def test_the_screen_loads_nothing_that_reads_or_exports_before_it_is_drawn() -> None:
    modules = loaded("import tui.commands.open, tui.app.app")
    late = {
        "timeline_core.export",
        "timeline_core.temporal.recognise",
        "timeline_core.temporal.grammar.language",
        "dateparser",
    }
    assert not {*late, "timeline_core.events.extract", "store.intake", "tinydb", "zipfile", "email"} & modules


def test_the_bidi_package_does_without_textual() -> None:
    assert "textual" not in loaded("import tui.bidi.layout, tui.bidi.document, tui.bidi.modes")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_and_no_class_outgrows_its_reader(path: Path) -> None:
    """400 lines a file, 25 methods a class: where the measured code bases begin to need a map."""
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            assert sum(isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) for n in node.body) <= 25, node.name


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_of_tests_outgrows_its_reader(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
