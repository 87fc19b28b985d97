"""How a word stands among others, as far as a place may be named there."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_core.names.known.cues import Cues
from timeline_core.text.words import Word, bare

_STOPS = frozenset(".!?؟؛;\n")


def begins_sentence(text: str, run: Sequence[Word], k: int) -> bool:
    """True where a sentence begins."""
    return any(letter in _STOPS for letter in text[run[k - 1].end : run[k].start])


def adjoins(text: str, run: Sequence[Word], k: int) -> bool:
    """True when nothing but blanks stands before the word."""
    return k > 0 and text[run[k - 1].end : run[k].start].isspace()


def may_be_place(run: Sequence[Word], at: int, clitic: int, cues: Cues) -> bool:
    """True behind a word that places follow («في», «شمال», "in"), or with a glued «ب»."""
    if clitic:
        return any(letter in run[at].folded[:clitic] for letter in cues.glued_in)
    if at == 0:
        return False
    before = run[at - 1].folded
    phrase = f"{run[at - 2].folded} {before}" if at > 1 else ""
    return any(
        phrase in near or any(form in near for form, _ in bare(before)) for near in (cues.locators, cues.introducers)
    )


def behind_bearer(run: Sequence[Word], at: int, cues: Cues) -> bool:
    """True for what is named after a place and need not be there: «بنك الرياض»."""
    return at > 0 and any(form in cues.bearers for form, _ in bare(run[at - 1].folded))


def is_free(text: str, run: Sequence[Word], at: int, end: int) -> bool:
    """True for a name with a capital and none beside it: not the "Harlan" of "John Harlan"."""
    before = at > 0 and text[run[at - 1].start].isupper() and text[run[at - 1].end : run[at].start].isspace()
    behind = end < len(run) and text[run[end].start].isupper() and text[run[end - 1].end : run[end].start].isspace()
    return text[run[at].start].isupper() and not before and not behind
