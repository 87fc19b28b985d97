"""Which shapes of the language data read a date, as a tree: what `waqai dates --explain` prints for who writes them.

Source:
    Duckling's `Debug`, which prints the rules that made a reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_core.model.span import Span
from timeline_core.temporal.grammar.language import Language
from timeline_core.temporal.grammar.matcher import Atom, Reading
from timeline_core.temporal.recognise import readings


@dataclass(frozen=True, slots=True)
class Tree:
    """One meaning and the words that said it: «شباط الماضي», "last February" is a month, said by a name and a turn."""

    slot: str
    """The slot that it fills; empty at the top."""
    meaning: str
    """Name of the meaning whose shape was read."""
    span: Span
    concepts: tuple[tuple[str, str], ...]
    """Slot -> concept, of the slots that words filled."""
    parts: tuple[Tree, ...] = ()


def explain(text: str, language: Language) -> tuple[Tree, ...]:
    """A tree for each expression that the language itself reads in the text, in their order."""
    return tuple(_tree("", reading, atoms) for atoms, reading in readings(text, language))


def _tree(slot: str, reading: Reading, atoms: Sequence[Atom]) -> Tree:
    inner = tuple(_tree(name, said, atoms) for name, said in reading.slots if isinstance(said, Reading))
    concepts = tuple((name, said) for name, said in reading.slots if isinstance(said, str) and said != name)
    span = Span(atoms[reading.first].start, atoms[reading.end - 1].end)
    return Tree(slot, reading.name, span, concepts, inner)


def drawn(tree: Tree, text: str, depth: int = 0) -> Iterator[str]:
    """The tree as lines, indented by two blanks a level; each has the slot, the meaning, the words, the concepts."""
    slot = f"{tree.slot} = " if tree.slot and tree.slot != tree.meaning else ""
    concepts = "  ".join(f"{name}: {said}" for name, said in tree.concepts)
    yield f"{'  ' * depth}{slot}{tree.meaning} «{tree.span.of(text)}»  {concepts}".rstrip()
    for part in tree.parts:
        yield from drawn(part, text, depth + 1)
