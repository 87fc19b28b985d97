"""The store opens and changes files through its port alone, where tests let every call fail (`store/disk/port.py`)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

STORE = Path(__file__).parents[2] / "store"
ROOMS = ("care", "decisions", "derived", "disk", "reports")
"""All but `intake`, which reads the files of others and writes none."""
PORT = "port"
OF_MODULES = {
    "os": {
        *(
            "open",
            "fsync",
            "write",
            "ftruncate",
            "truncate",
            "replace",
            "rename",
            "renames",
            "unlink",
            "remove",
            "rmdir",
        ),
        *("mkdir", "makedirs", "link", "symlink", "chmod", "utime", "mkfifo", "sendfile", "fdopen"),
    },
    "shutil": {"rmtree", "copytree", "copy", "copy2", "copyfile", "move", "chown", "copymode", "copystat"},
    "io": {"open", "FileIO"},
    "tempfile": {"NamedTemporaryFile", "TemporaryFile", "mkstemp", "mkdtemp", "TemporaryDirectory"},
}
OF_PATHS = frozenset(
    (
        *(
            "write_text",
            "write_bytes",
            "read_text",
            "read_bytes",
            "unlink",
            "rename",
            "mkdir",
            "rmdir",
            "touch",
            "chmod",
        ),
        *("hardlink_to", "symlink_to"),
    )
)
READ_BY_HANDLE = ("regular.py", 1)
"""The one place that makes a stream of a handle, which the port has opened."""


def past_the_port(source: str) -> Iterator[str]:
    """The calls that open or change a file by themselves, as `line: name`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name := _file_call(node)):
            yield f"{node.lineno}: {name}"


def _file_call(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return "open" if call.func.id == "open" else ""
    if not isinstance(call.func, ast.Attribute):
        return ""
    name, of = call.func.attr, call.func.value.id if isinstance(call.func.value, ast.Name) else ""
    if of in OF_MODULES:
        return f"{of}.{name}" if name in OF_MODULES[of] else ""
    moves = name == "replace" and len(call.args) == 1 and not call.keywords
    opens = name == "open" and of != "archive"
    return f".{name}" if of != PORT and (name in OF_PATHS or moves or opens) else ""


def test_no_file_of_the_store_is_opened_or_changed_past_the_port() -> None:
    files = [path for room in ROOMS for path in sorted((STORE / room).rglob("*.py")) if path.name != f"{PORT}.py"]
    found = {path.name: [*past_the_port(path.read_text("utf-8"))] for path in files}
    name, many = READ_BY_HANDLE
    assert [line.partition(": ")[2] for line in found.pop(name)] == ["os.fdopen"] * many
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "call",
    [
        *("open(path)", "path.open()", "os.fsync(1)", "path.write_bytes(b'')", "a.replace(b)", "shutil.rmtree(a)"),
        *("path.unlink(missing_ok=True)", "os.open(path, 0)", "(folder / name).mkdir()"),
    ],
)
def test_a_call_past_it_is_seen(call: str) -> None:
    """The control."""
    assert len([*past_the_port(call)]) == 1


@pytest.mark.parametrize(
    "call", ["port.unlink(a)", "a.replace('b', 'c')", "replace(one, id=2)", "moment.replace(tzinfo=UTC)"]
)
def test_what_is_no_such_call_is_let_be(call: str) -> None:
    assert [*past_the_port(call)] == []
