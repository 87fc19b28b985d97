"""What was read before is remembered, and changes no answer."""

from __future__ import annotations

from timeline_core.temporal.grammar.memory import Memory


def test_what_was_kept_is_recalled_and_nothing_else() -> None:
    memory = Memory[str]()
    assert memory.keep("في", "preposition") == "preposition"
    assert memory.recall("في") == "preposition"
    assert memory.recall("من") is None


def test_a_full_memory_forgets_all_before_it_keeps_one_more() -> None:
    memory = Memory[int](most=2)
    memory.keep("one", 1)
    memory.keep("two", 2)
    assert (len(memory), memory.recall("one")) == (2, 1)
    memory.keep("three", 3)
    assert (len(memory), memory.recall("one"), memory.recall("three")) == (1, None, 3)
