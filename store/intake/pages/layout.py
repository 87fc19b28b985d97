"""Lines of a page and what they are for it, put together: the text of a report and its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.intake.pages.html import Page
from store.intake.pages.structure import Mark, Post
from timeline_core.model.block import Block, BlockRole, Cell, Stamp
from timeline_core.model.span import Span
from timeline_core.text.note_marks import with_raised_marks


def laid_out(page: Page, chosen: Sequence[int]) -> tuple[str, tuple[Block, ...]]:
    """The chosen lines as a text, and the parts that the page marks among them.

    Args:
        chosen: numbers of lines, in order.
    """
    lines = page.text.split("\n")
    starts: dict[int, int] = {}
    at = 0
    for number in chosen:
        starts[number] = at
        at += len(lines[number]) + 1
    inner = (_block(mark, starts[n], lines[n]) for n, mark in page.marks.items() if n in starts)
    blocks = [*_posts(page.posts, starts, lines), *inner]
    text = "\n".join(lines[number] for number in chosen)
    return text, tuple(sorted(blocks, key=lambda block: (block.span.start, -block.span.end, not _outer(block))))


def of_lines(said: Iterable[tuple[str, Mark]]) -> tuple[str, tuple[Block, ...]]:
    """Lines with what each is, as a text and its blocks; a line that is only a paragraph needs none.

    Figures of notes that a program glued to words are raised.
    """
    given = [*said]
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for line, (_, mark) in zip(with_raised_marks([line for line, _ in given]), given, strict=True):
        if mark.role is not BlockRole.PARAGRAPH:
            blocks.append(_block(mark, at, line))
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), tuple(blocks)


def _outer(block: Block) -> bool:
    return block.role is BlockRole.MESSAGE


def _posts(posts: Sequence[Post], starts: dict[int, int], lines: Sequence[str]) -> Iterator[Block]:
    for post in posts:
        inside = [number for number in range(post.first, post.end) if number in starts]
        if inside:
            span = Span(starts[inside[0]], starts[inside[-1]] + len(lines[inside[-1]]))
            yield Block(BlockRole.MESSAGE, span, stamp=Stamp(post.moment))


def _block(mark: Mark, start: int, line: str) -> Block:
    cells = tuple(
        Cell(Span(start + first, start + end), mark.columns[number] if mark.columns else "")
        for number, (first, end) in enumerate(mark.cells)
    )
    return Block(mark.role, Span(start, start + len(line)), mark.level, cells=cells)
