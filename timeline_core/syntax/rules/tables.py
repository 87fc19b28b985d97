"""Every table of rules by what it decides, in the order of the levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules.apposition import APPOSITIONS
from timeline_core.syntax.rules.arguments import SUBJECTS
from timeline_core.syntax.rules.dates import DATES
from timeline_core.syntax.rules.factuality import MODALITY, POLARITY
from timeline_core.syntax.rules.links import VERBS
from timeline_core.syntax.rules.measures import MEASURES
from timeline_core.syntax.rules.openers import NONFINITE, OPENERS
from timeline_core.syntax.rules.speech import SPEECH

TABLES: Mapping[str, Sequence[Rule[Any, Any]]] = {
    "links: a verb that can head a clause": VERBS,
    "links: a word that opens a clause": OPENERS,
    "links: a verb without tense": NONFINITE,
    "arguments: the subject": SUBJECTS,
    "arguments: an apposition": APPOSITIONS,
    "dates: what a date dates": DATES,
    "dates: which only measure": MEASURES,
    "factuality: polarity": POLARITY,
    "factuality: modality": MODALITY,
    "speech: what is said": SPEECH,
}
