"""The changes of a story, as its acts keep them: begun, told, written, worded, accepted, moved, dropped.

A change is of one part, and a part is named by the act that made it, so that the logs of two people are joined by
putting them together. Of two changes of one kind of one part the later holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from timeline_core.model.decision import Act, Decision
from timeline_core.stories.places import is_place

LONGEST_NAME, LONGEST_TEXT = 200, 20_000
"""Code points of the name of a story, and of one part of it."""
_LANGUAGE = 35
"""Letters of a code of a language, at most."""


class Do(StrEnum):
    """What is done to a story; what follows its name, in brackets."""

    BEGIN = "begin"
    """[language]: there is such a story, in that language from now on."""
    TELL = "tell"
    """[place, sentence, basis]: a sentence of the event of the act's target."""
    WRITE = "write"
    """[place, text]: a paragraph of one's own."""
    WORD = "word"
    """[part, text]: its words are one's own from now on; of a sentence, empty gives the drafted words back."""
    ACCEPT = "accept"
    """[part, sentence, basis]: what its event is by now is accepted; the sentence counts where it is a drafted one."""
    MOVE = "move"
    """[part, place]"""
    DROP = "drop"
    """[part]"""
    END = "end"
    """[]: the story is put away, with all its parts."""


def _is_text(words: str) -> bool:
    return len(words) <= LONGEST_TEXT


def _is_id(words: str) -> bool:
    return 0 < len(words) <= LONGEST_NAME


def _is_language(words: str) -> bool:
    return 0 < len(words) <= _LANGUAGE and words.replace("-", "").isalnum()


_VALUES: Mapping[Do, tuple[Callable[[str], bool], ...]] = {
    Do.BEGIN: (_is_language,),
    Do.TELL: (is_place, _is_text, _is_text),
    Do.WRITE: (is_place, _is_text),
    Do.WORD: (_is_id, _is_text),
    Do.ACCEPT: (_is_id, _is_text, _is_text),
    Do.MOVE: (_is_id, is_place),
    Do.DROP: (_is_id,),
    Do.END: (),
}
"""What each value of a change has to be."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a story."""

    story: str
    do: Do
    values: tuple[str, ...] = ()

    @property
    def kept(self) -> tuple[str, ...]:
        """The values of its act."""
        return (self.story, self.do.value, *self.values)


def read_change(act: Decision) -> Change | None:
    """What the act says; None of another act, and of one that holds what no person wrote here."""
    if act.act is not Act.STORY or len(act.values) < len(("story", "do")):
        return None
    name, do, *values = act.values
    if not name.strip() or len(name) > LONGEST_NAME or do not in frozenset(Do):
        return None
    wanted = _VALUES[Do(do)]
    sound = len(values) == len(wanted) and all(check(value) for check, value in zip(wanted, values, strict=True))
    of_one = len(act.targets) == (do == Do.TELL)
    return Change(name, Do(do), tuple(values)) if sound and of_one else None
