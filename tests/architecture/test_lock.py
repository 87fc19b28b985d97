"""The lock has hashes for all that the project asks for, and the constraints of pip are made from it (`make lock`)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCK = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
LOCKED = {package["name"]: package for package in LOCK["package"]}


def plain(name: str) -> str:
    """A name as the lock spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked() -> set[str]:
    """What the project asks for by name, in any of its extras."""
    extras = (one for some in PROJECT["optional-dependencies"].values() for one in some)
    found = (re.match(r"[\w.-]+", one) for one in (*PROJECT["dependencies"], *extras))
    return {plain(match[0]) for match in found if match is not None} - {"waqai"}


def test_the_lock_is_of_what_the_project_asks_for_now() -> None:
    of_ours = LOCKED["waqai"]["metadata"]["requires-dist"]
    locked = {(one["name"], one.get("specifier", "")) for one in of_ours if one["name"] != "waqai"}
    assert {name for name, _ in locked} == asked()
    for line in PROJECT["dependencies"]:
        name, specifier = re.fullmatch(r"([\w.-]+)(.*)", line).groups()  # type: ignore[union-attr]
        assert (plain(name), ",".join(sorted(specifier.split(",")))) in {
            (one, ",".join(sorted(said.split(",")))) for one, said in locked
        }


def test_every_file_of_the_lock_has_a_hash_and_every_python_of_ours_is_served() -> None:
    assert LOCK["requires-python"].replace(" ", "") == PROJECT["requires-python"].replace(" ", "")
    for name, package in LOCKED.items():
        files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
        assert name == "waqai" or files, name
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", file["hash"]) for file in files), name


def test_the_constraints_of_pip_are_the_versions_of_the_lock() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    given = dict(line.split(" ;")[0].strip().split("==") for line in lines if line and not line.startswith("#"))
    assert given == {name: package["version"] for name, package in LOCKED.items() if name != "waqai"}
