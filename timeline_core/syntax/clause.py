"""`Clause`: the part of a sentence from which one draft is made: "the army said" or "three men were killed"."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_core.syntax.tree.values import Predicate
from timeline_core.syntax.word_range import WordRange


@dataclass(frozen=True, slots=True)
class Clause:
    """One happening, statement or denial in a sentence, as ranges of its words."""

    words: WordRange
    """The words from which title, actors and places are taken."""
    whole: WordRange
    """`words` and what continues the same statement: the evidence that is quoted."""
    said: bool = False
    """True for the reporting clause itself: "the army said", «أعلن الجيش»."""
    head: int = -1
    """Of reported speech: the index of the verb that reports it; -1 where nobody is quoted."""
    pronoun: str = ""
    """`he` or `she` when the word that opens the clause ends in its subject («أنه», «أنها»)."""
    denied: bool = False
    """True for a denial, with what it denies."""
    own: bool = False
    """True when the speaker reports an act of his own: «أعلن التحالف عن تنفيذ …»."""
    skips: WordRange | None = None
    """Words that the title omits: an apposition between subject and verb («، وهو مسؤول …،»)."""
    noun: bool = False
    """True for a noun with its relative clause («الغارة التي …»): words before the noun are not part of it."""
    present: bool = False
    """True when its verb is in the present («يلتقي»)."""
    planned: bool = False
    """True when it is about the future («سيلتقي», "is due to meet")."""
    begin: int = -1
    """Where the title begins: behind a preposition glued to the first word («لافتتاح»); -1: with that word."""
    speaker: WordRange | None = None
    """Of a reporting clause: the words that name who speaks."""
    timed: bool = False
    """True for a temporal clause («بعدما قاد الفوج»), which does not say how long its action lasted."""
    content: WordRange | None = None
    """Of a reporting clause that stands last ("…, the army said on Friday"): the words of what is reported."""
    predicate: Predicate | None = field(default=None, compare=False, repr=False)
    """Its predicate in the parse tree; None where the tree has none for it."""
