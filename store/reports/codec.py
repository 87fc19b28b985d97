"""Turns a report into the plain values that are kept of it, and back. Pure: knows neither TinyDB nor files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from store.reports import block_codec
from timeline_core.errors import ReportError
from timeline_core.model.report import Collected, Report
from timeline_core.model.when import Mod, Precision, When

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_FIELDS = ("id", "title", "publisher", "lang", "path", "url", "sha256")


def document(report: Report) -> dict[str, Any]:
    """The report without its text as plain values, in a stable order; with the hash of the text where the bytes are
    others.
    """
    text = hashlib.sha256(report.text.encode("utf-8")).hexdigest()
    kept: dict[str, Any] = {
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": when_document(report.published),
        "lang": report.lang,
        "path": report.path,
        "url": report.url,
        "sha256": report.sha256,
    }
    if text != report.sha256:
        kept["text_sha256"] = text
    if report.blocks:
        kept["blocks"] = block_codec.documents(report.blocks)
    kept |= {name: value for name, value in (("thread", report.thread), ("moment", report.moment)) if value}
    return kept


def report(document: Mapping[str, Any], text: str) -> Report:
    """The report that `document` was made of.

    Raises:
        ReportError: a field is missing or of another kind. An EDTF value that is none raises EdtfError.
    """
    for name in _FIELDS:
        if not isinstance(document.get(name), str):
            raise ReportError(f"report {document.get('id')!r} has no «{name}»")
    if not _SHA256.fullmatch(document["sha256"]):
        raise ReportError(f"report {document['id']!r} has a «sha256» that is none")
    fields = {name: document[name] for name in _FIELDS}
    fields |= {name: str(document.get(name, "")) for name in ("text_sha256", "thread", "moment")}
    blocks = block_codec.blocks(document.get("blocks", []))
    return Report(text=text, published=when(document.get("published")), blocks=blocks, **fields)


def collected_document(collected: Collected | None) -> dict[str, Any]:
    """What is kept beside the document of a report of who added it; nothing where nobody is known."""
    return {"collected": {"who": collected.who, "day": collected.day}} if collected is not None else {}


def collected(document: Mapping[str, Any]) -> Collected | None:
    """Who added the report of that document; None where that was not recorded, or is nothing that can be told."""
    kept = document.get("collected")
    who, day = (kept.get("who"), kept.get("day")) if isinstance(kept, Mapping) else ("", "")
    if not (isinstance(who, str) and isinstance(day, str) and who.split()):
        return None
    try:
        return Collected(" ".join(who.split()), date.fromisoformat(day).isoformat())
    except ValueError:
        return None


def when_document(when: When | None) -> dict[str, str] | None:
    """A When as plain values; its precision is written only where the EDTF value does not say it."""
    if when is None:
        return None
    kept = {"edtf": when.edtf}
    if when.mod is not None:
        kept["mod"] = when.mod.value
    if When(when.edtf, when.mod).precision is not when.precision:
        kept["precision"] = when.precision.value
    return kept


def when(document: object) -> When | None:
    """The When that `when_document` made the document of."""
    if document is None:
        return None
    if not isinstance(document, Mapping) or not isinstance(document.get("edtf"), str):
        raise ReportError(f"{document!r} is no date")
    try:
        mod = Mod(document["mod"]) if "mod" in document else None
        precision = Precision(document.get("precision", Precision.UNRESOLVED))
        return When(document["edtf"], mod, precision)
    except ValueError as error:
        raise ReportError(f"{document!r} is no date: {error}") from error
