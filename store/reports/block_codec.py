"""Turns the blocks of a report into the plain values that are kept of them, and back. Pure, as `codec`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline_core.errors import ReportError
from timeline_core.model.block import Block, BlockRole, Cell, Stamp
from timeline_core.model.span import Span


def documents(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """The blocks as plain values; what a block does not have is left out."""
    return [_document(block) for block in blocks]


def _document(block: Block) -> dict[str, Any]:
    kept: dict[str, Any] = {"role": block.role.value, "start": block.span.start, "end": block.span.end}
    if block.level:
        kept["level"] = block.level
    if block.stamp is not None:
        said = {"moment": block.stamp.moment, "author": block.stamp.author}
        kept["stamp"] = {name: value for name, value in said.items() if value}
    if block.cells:
        kept["cells"] = [[cell.span.start, cell.span.end, cell.column, cell.holds] for cell in block.cells]
    return kept


def blocks(documents: object) -> tuple[Block, ...]:
    """The blocks that `documents` were made of.

    Raises:
        ReportError: they are of another shape.
    """
    if not isinstance(documents, list):
        raise ReportError("a report has «blocks» that are no list")
    return tuple(_block(document) for document in documents)


def _block(document: object) -> Block:
    try:
        if not isinstance(document, dict):
            raise ReportError(f"a report has a block {document!r} that is none")
        stamp = document.get("stamp")
        return Block(
            BlockRole(document["role"]),
            Span(document["start"], document["end"]),
            document.get("level", 0),
            None if stamp is None else Stamp(stamp.get("moment", ""), stamp.get("author", "")),
            tuple(Cell(Span(start, end), column, holds) for start, end, column, holds in document.get("cells", ())),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReportError(f"a report has a block {document!r} that is none: {error}") from error
