"""Do two checkouts say the same, byte for byte? The gate of every change that must not change behaviour.

    python -m benchmarks.same_exports OTHER [PATH …]

Every format of `waqai export` is written by this checkout and by the one at OTHER, for the sample dossier, for each
dossier of `tests/gold`, and for all reports at the PATHs together. A line a difference; exit status 1 where there is
one, or where an export is empty.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from timeline_core.export import EXPORTERS

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Compare, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path, help="the checkout to compare with")
    parser.add_argument("paths", nargs="*", type=Path, help="more reports, compared as one timeline")
    parser.add_argument("--formats", default=",".join(EXPORTERS), help="only these, with commas between")
    asked = parser.parse_args()
    jobs = [(name, paths, form) for name, paths in _dossiers(asked.paths) for form in asked.formats.split(",")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        differing = [line for line in pool.map(lambda job: _compare(asked.other, *job), jobs) if line]
    for line in differing:
        print(line)
    print(f"{len(jobs)} exports compared, {len(differing)} differ")
    return int(bool(differing))


def _dossiers(paths: list[Path]) -> Iterator[tuple[str, list[Path]]]:
    yield "sample", sorted((ROOT / "seeds" / "reports").glob("[a-z]*.md"))
    for folder in sorted((ROOT / "tests" / "gold").iterdir()):
        if (folder / "gold.json").exists():
            yield folder.name, sorted(folder.glob("*.md"))
    if paths:
        yield "paths", [path.resolve() for path in paths]


def _compare(other: Path, name: str, paths: list[Path], form: str) -> str:
    """What differs, in one line; nothing where nothing does."""
    ours, theirs = _exported(ROOT, paths, form), _exported(other.resolve(), paths, form)
    if not ours:
        return f"{name} {form}: nothing was written here"
    if ours == theirs:
        return ""
    ours_lines, their_lines = ours.split(b"\n"), theirs.split(b"\n")
    first = next((number for number, (a, b) in enumerate(zip(ours_lines, their_lines, strict=False)) if a != b), -1)
    return f"{name} {form}: {len(ours)} bytes here, {len(theirs)} there, first difference in line {first + 1}"


def _exported(checkout: Path, paths: list[Path], form: str) -> bytes:
    """What that checkout writes; both run in one folder, so that no path differs."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPATH": str(checkout), "HOME": folder, "XDG_DATA_HOME": folder}
        command = [sys.executable, "-m", "tui", "export", "--format", form, "--from", *map(str, paths)]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main())
