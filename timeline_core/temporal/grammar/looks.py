"""Tense of the context: whether the words around a date point to the future or to the past.

«سيلتقي يوم الأحد», "will meet on Sunday" point ahead; «التقى يوم الأحد», "met on Sunday" point back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass

from timeline_core.model.span import Span
from timeline_core.temporal.grammar.forms import Around, Cue
from timeline_core.temporal.grammar.stretches import Known
from timeline_core.text.fold import folded
from timeline_core.text.tokens import Tokens

_ASIDE = 2
"""Words before a date in which "since", "until" or "compared with" can lead to it."""
_CUES_BEFORE, _CUES_AFTER = 14, 3
"""Words before a date, and behind it, in which a cue of the future or the past counts."""
_OWNERS = frozenset("'’")
"""Right behind a day, of the noun behind it ("Monday's match")."""
_COMMAS = frozenset(",،;؛—–-(")
_SENTENCE_ENDS = frozenset(".!?؟…")


@dataclass(frozen=True, slots=True)
class View:
    """The words of a text, and what the language says of them. Words of dates (`dated`) are no cues."""

    said: Tokens
    forms: Known
    dated: Set[int]
    around: Around


def is_aside(view: View, first: int) -> bool:
    """True where something is only measured against the date: «منذ شباط 2010», "compared with June 1990"."""
    near = range(first - 1, max(first - 1 - _ASIDE, -1), -1)
    return any(folded(view.said.words[at]) in view.around.asides and at not in view.dated for at in near)


def is_bound(view: View, first: int) -> bool:
    """True where a preposition of a limit leads to the date: «حتى 5 أيار», "until late May"."""
    words = view.said.words
    for at in range(first, max(first - _ASIDE, 0), -1):
        word = folded(words[at - 1])
        for before in view.around.bounds.get(word, ()):
            begin = at - 1 - len(before)
            if begin >= 0 and tuple(map(folded, words[begin : at - 1])) == before:
                return True
        if word not in view.around.leads:
            return False
    return False


def is_destined(view: View, first: int, span: Span) -> bool:
    """True where a word leads to the weekday for which something is set: "a strike for Monday", not "for Monday's"."""
    before = folded(view.said.words[first - 1]) if first else ""
    at = bisect_left(view.said.starts, span.end)
    owns = at < len(view.said.words) and view.said.starts[at] == span.end and view.said.words[at] in _OWNERS
    return before in view.around.destines and not owns


def looks(view: View, first: int, span: Span, *, granted: bool) -> Cue | None:
    """The tense around a date: that of the nearest cue before it in its sentence, else of the nearest right behind it.

    Args:
        granted: words that set a term count as cues of the future («أمهلت … حتى الخميس», "gave … until Thursday").
    """
    words, gaps, near = view.said.words, view.said.gaps, True
    for at in range(first - 1, max(first - 1 - _CUES_BEFORE, -1), -1):
        if _ends_sentence(view, at) or "\n" in gaps[at + 1]:
            break
        if cue := _granting(view, folded(words[at])) if granted else None:
            return cue
        if cue := _cue(view, at, near=near):
            parted = _is_parted(view, at + 1, first) if cue is Cue.PAST else _is_cut(view, at + 1, first)
            return None if parted else cue
        near = near and folded(words[at]) in view.around.leads
    return _looks_behind(view, first, span)


def _ends_sentence(view: View, at: int) -> bool:
    """True for a mark that ends a sentence; the stop of "a.m." ends none."""
    words = view.said.words
    if words[at] not in _SENTENCE_ENDS:
        return False
    return at == 0 or len(words[at - 1]) > 1 or not words[at - 1].isalpha()


def _is_parted(view: View, begin: int, end: int) -> bool:
    """True where a clause begins between a verb of the past and the date: «أعلن أن …», "met to mark …"."""
    return any(folded(view.said.words[at]) in view.around.parting for at in range(begin, end))


def _is_cut(view: View, begin: int, end: int) -> bool:
    """True where a clause begins between a verb of the future and the date: «سيلتقي …، بعد …», "will meet …, after
    …".
    """
    words = view.said.words
    for at in range(end, begin, -1):
        if words[at - 1] in _COMMAS:
            return at < end and folded(words[at]) in view.around.cuts
    return False


def _granting(view: View, word: str) -> Cue | None:
    """The future, where the word sets somebody a term: «وأمهلت», "gave"."""
    grants, glued = view.around.grants, view.around.glued
    return Cue.FUTURE if word in grants or (word[:1] in glued and word[1:] in grants) else None


def _looks_behind(view: View, first: int, span: Span) -> Cue | None:
    """The tense of the nearest cue right behind the expression: "on Sunday he met"."""
    said, at = view.said, first
    while at < len(said.words) and said.starts[at] < span.end:
        at += 1
    for after in range(at, min(at + _CUES_AFTER, len(said.words))):
        if _ends_sentence(view, after) or "\n" in said.gaps[after]:
            break
        if cue := _cue(view, after):
            return cue
    return None


def _cue(view: View, at: int, *, near: bool = False) -> Cue | None:
    """The tense that the word is a cue of where it stands; None of no cue.

    Args:
        near: it stands right before a date.
    """
    form = view.forms.forms[view.forms.words[at]]
    if form is None or not form.looks or at in view.dated or _hyphened(view.said, at):
        return None
    for looking in form.looks:
        begin = at - len(looking.after)
        said = begin >= 0 and (not looking.after or tuple(map(folded, view.said.words[begin:at])) == looking.after)
        if said and (near or not looking.near):
            before = folded(view.said.words[begin - 1]) if begin > 0 else ""
            passive = looking.cue is Cue.PAST and before in view.around.passive
            return None if passive or before in view.around.adjectival else looking.cue
    return None


def _hyphened(said: Tokens, at: int) -> bool:
    """True for the end of a compound: the "by" of "passers-by" is no cue."""
    return at > 1 and said.words[at - 1] == "-" and not said.gaps[at] and not said.gaps[at - 1]
