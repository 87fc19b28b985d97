"""`Clause`: the words of a sentence that tell of one thing, as the drafter needs them."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_core.syntax.tree.values import Predicate
from timeline_core.syntax.word_range import WordRange


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of a sentence that tell of one thing."""

    words: WordRange
    """What tells of the thing."""
    whole: WordRange
    """`words`, and what goes on telling of the same: the evidence."""
    said: bool = False
    """True when this is the saying itself."""
    head: int = -1
    """The word of the saying verb that this clause belongs to; -1 where nobody is quoted."""
    pronoun: str = ""
    """`he` or `she` when the clause was opened by a word that holds its subject («أنه», «أنها»)."""
    denied: bool = False
    """True for a denial, with what it denies."""
    own: bool = False
    """True when it is a deed of the speaker: «أعلن التحالف عن تنفيذ …»."""
    skips: WordRange | None = None
    """What a title leaves out of `words`: an apposition between subject and verb («، وهو مسؤول …،»)."""
    noun: bool = False
    """True for a noun with what is said of it («الغارة التي …»): what leads to the noun is no part of it."""
    present: bool = False
    """True when its verb is of the present («يلتقي»)."""
    planned: bool = False
    """True when its words look ahead («سيلتقي», "is due to meet")."""
    begin: int = -1
    """Where the title begins: behind what is glued to the first word («لافتتاح»); -1 where with that word."""
    speaker: WordRange | None = None
    """Of such a saying: who speaks."""
    timed: bool = False
    """True for a time clause («بعدما قاد الفوج»): how long it went on, it does not say."""
    content: WordRange | None = None
    """Of a saying that follows what it says («…, the army said on Friday»): the words of what is said."""
    predicate: Predicate | None = field(default=None, compare=False, repr=False)
    """What it is told by, in the tree; None where no tree shows it."""
