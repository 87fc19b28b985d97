"""What kinds of happening there are, in no language: two languages meet in them."""

from __future__ import annotations

ONCE = frozenset({"kill", "arrest", "escape", "release"})
"""What is done to a person once, or seldom: with the person it tells which happening is meant."""
