"""The step from version 4 of a library to 5: each decision has the head of all up to it, a journal that of its base.

A step is never changed once released; see `store/disk/steps.py`. So the hash is told here once more, as it was then.
"""

from __future__ import annotations

import json
import re
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

from store.disk import regular, whole
from store.disk.atomic import AtomicJSON
from store.disk.errors import Damaged

_LINE = re.compile(rb'\{"crc32": "([0-9a-f]{8})", (.+\})', re.DOTALL)


def with_chain(folder: Path) -> None:
    """4 → 5: a decision that is changed, taken out or moved breaks the chain; without it nobody could tell.

    Decisions that cannot be read are left as they are, for a repair to chain.
    """
    storage = AtomicJSON(folder / "decisions.json", rows=True)
    try:
        tables = storage.read()
    except Damaged:
        return
    folded = {int(number): one for number, one in (tables or {}).get("decisions", {}).items()}
    lines = _lines(folder / "decisions.journal")
    added = {values["sequence"]: values["decision"] for _, values in lines if values and _is_act(values)}
    heads, acts = _chained({**added, **folded})
    if tables is not None and folded:
        storage.write(tables)
    if lines:
        whole.write(folder / "decisions.journal", b"\n".join(_written(*line, heads, acts) for line in lines))


def _lines(file: Path) -> list[tuple[bytes, dict[str, Any] | None]]:
    """Each line of the journal as it stands there, and its values; None of one that is damaged or not whole."""
    try:
        content = regular.read(file)
    except FileNotFoundError:
        return []
    return [(raw, _values(raw)) for raw in content.split(b"\n")]


def _values(raw: bytes) -> dict[str, Any] | None:
    match = _LINE.fullmatch(raw)
    if match is None or zlib.crc32(match[2]) != int(match[1], 16):
        return None
    try:
        values = json.loads(b"{" + match[2])
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _is_act(values: dict[str, Any]) -> bool:
    return isinstance(values.get("sequence"), int) and isinstance(values.get("decision"), dict)


def _chained(documents: dict[int, dict[str, Any]]) -> tuple[dict[int, str], dict[int, str]]:
    """Give each act its head; the heads and the hashes of the acts, by their numbers."""
    head = ""
    heads, acts = dict[int, str](), dict[int, str]()
    for number, one in sorted(documents.items()):
        bare = {name: value for name, value in one.items() if name != "chain"}
        said = json.dumps(bare, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        head = sha256(f"{head}\n{said}".encode("ascii")).hexdigest()
        acts[number] = sha256(said.encode("ascii")).hexdigest()
        one["chain"] = heads[number] = head
    return heads, acts


def _written(raw: bytes, values: dict[str, Any] | None, heads: dict[int, str], acts: dict[int, str]) -> bytes:
    """The line with what it says of the chain; one that cannot be read as it is."""
    if values is None:
        return raw
    if _is_act(values):
        values["decision"]["chain"] = heads[values["sequence"]]
    elif isinstance(base := values.get("base"), int) and base in heads:
        values |= {"act": acts[base], "chain": heads[base]}
    else:
        return raw
    rest = json.dumps(values, ensure_ascii=False)[1:].encode("utf-8", "backslashreplace")
    return b'{"crc32": "%08x", %b' % (zlib.crc32(rest), rest)
