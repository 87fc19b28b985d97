"""The bill of materials of a release, as CycloneDX: what uv exports of the lock, made the same on every machine.

Run `uv export --locked --format cyclonedx1.5 --extra … | .venv/bin/python .ci/sbom.py > waqai.cdx.json`. Licences are
those that the packages name which are installed beside the Python that runs this; of others they are left out.
"""

from __future__ import annotations

import json
import os
import sys
import uuid
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
_SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""That of names that are addresses (RFC 4122)."""
_LONGEST_NAME = 80
"""Characters of the name of a licence; more is its text."""


def licences(name: str) -> list[dict[str, Any]]:
    """What the package says of its licence, the expression before the name."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return []
    if expression := said.get("License-Expression"):
        return [{"expression": expression}]
    classed = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or () if one.startswith("License ::")]
    named = (said.get("License") or "").strip()
    names = classed or ([named] if named and len(named) <= _LONGEST_NAME else [])
    return [{"license": {"name": one}} for one in names]


def settled(exported: dict[str, Any], version: str, moment: int) -> dict[str, Any]:
    """The export with the version of Waqai, licences, and nothing that differs from one machine to another."""
    exported["metadata"]["component"] |= {"version": version, "purl": f"pkg:pypi/waqai@{version}"}
    exported["metadata"]["timestamp"] = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for one in exported["components"]:
        if found := licences(one["name"]):
            one["licenses"] = found
    exported.pop("serialNumber", None)
    content = json.dumps(exported, sort_keys=True)
    return {**exported, "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, content)}"}


def main() -> None:
    """From standard input to standard output."""
    from timeline_core import __version__

    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    print(json.dumps(settled(json.load(sys.stdin), __version__, moment), indent=1, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
