"""What a report of a sitting tells as of its day: what was said in it, and done by those who hold it.

"Hearing of 3 May 2021 / Guards beat him. The judge adjourned the trial.": whoever beat him did it on another day.
"""

from __future__ import annotations

from timeline_core.lexicon.outline_words import OutlineWords, phrase
from timeline_core.model.draft import Draft
from timeline_core.model.event import Kind
from timeline_core.syntax.clause import Clause

_SAID = (Kind.ANNOUNCEMENT, Kind.DENIAL)


def is_of_sitting(clause: Clause, draft: Draft, words: OutlineWords) -> bool:
    """True for a statement, and for what the court or the council does itself."""
    subject = clause.predicate.subject if clause.predicate is not None else None
    acts = subject is not None and any(phrase(unit.word) in words.bench for unit in subject.units)
    return draft.kind in _SAID or acts
