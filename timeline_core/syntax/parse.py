"""The parse of a sentence: words → readings → units → groups → paired marks → links → arguments → dates → factuality.

Every level reads only what the level below gives. The tree is built once and thrown away.

Source:
    The cascade of FASTUS (Hobbs et al. 1997); partial parsing (Abney 1996).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_core.concepts import Concepts
from timeline_core.model.span import Span
from timeline_core.syntax.tree.arguments import filled
from timeline_core.syntax.tree.dates import attached
from timeline_core.syntax.tree.factuality import judged
from timeline_core.syntax.tree.grammar import Grammar
from timeline_core.syntax.tree.groups import groups
from timeline_core.syntax.tree.links import Linker
from timeline_core.syntax.tree.marks import paired
from timeline_core.syntax.tree.values import Tree, Unit


def tree_of(units: Sequence[Unit], grammar: Grammar, span: Span) -> Tree:
    """The tree of one sentence, from its units."""
    found = groups(units, grammar)
    paired(found, grammar)
    predicates = Linker(found, grammar).read()
    filled(predicates, found, grammar)
    dates = attached(predicates, found, grammar)
    judged(predicates, grammar)
    predicates.sort(key=lambda one: one.span)
    return Tree(span, tuple(found), tuple(predicates), dates)
