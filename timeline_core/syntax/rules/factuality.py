"""The rules that say whether what a predicate tells has happened: its own words first, then what it hangs on.

Source:
    Polarity and modality of FactBank (Saurí and Pustejovsky 2009); inheritance along links.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules.facts import NEGATIVE, Facts
from timeline_core.syntax.rules.states import (
    comes_round,
    goes_back,
    is_age,
    is_reading,
    is_share,
    is_untrue,
    tells_case,
)
from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import ACTION, Kind, Link

_FACTS = "factuality"
PLANNED, WANTED, SUPPOSED, CONDITIONAL, DENIED = "planned", "wanted", "supposed", "conditional", "denied"
STATE, ASKED = "state", "asked"

FactRule = Rule[Facts, str]


def _negated(here: Facts) -> bool:
    units = here.predicate.group.units if here.verbal else ()
    return any(unit.kind is Kind.NEGATION or here.has("negative_auxiliaries", unit.word) for unit in units)


def _not_held_back(here: Facts) -> bool:
    """Who did not hold back did it, and what did not stop went on: "did not hesitate to fire", «لم تتوقف المظاهرات».

    A negative implicative verb that is negated itself (Karttunen 1971).
    """
    predicate = here.predicate
    if not _negated(here):
        return False
    acted = predicate.subject is not None and ACTION in predicate.subject.marks
    return here.names("holds_back") or (acted and here.names("ceases"))


def _none(here: Facts) -> bool:
    """Nobody did it, or nothing was done: "no one came", "there was no comment"."""
    arguments = (here.predicate.subject, here.predicate.object)
    return here.verbal and any(here.has("none", group.units[0].word) for group in arguments if group is not None)


def _no_comment(here: Facts) -> bool:
    """Somebody who was asked said nothing: «رفض المتحدث التعليق», "declined to comment"."""
    predicate = here.predicate
    if not here.verbal or not ("denies" in predicate.head.marks or here.names("withholds")):
        return False
    behind = (one for one in predicate.clause.groups if one.at > predicate.group.at and one.kind == NOUN)
    led = next((one for one in behind if one.lead), None)
    refused = (predicate.object, led, here.behind)
    return any(one is not None and here.has("comments", one.head.word) for one in refused)


def _denied(here: Facts) -> bool:
    """Denied, and the denial itself is not negated («لا ينفي أن …»)."""
    parent = here.predicate.parent
    return here.below("denies") and (parent is None or parent.polarity != NEGATIVE)


def _wished(here: Facts) -> bool:
    """A prayer that is worded as a statement, and what it goes on with: «رحم الله البحار وأسكنه جناته» (optative)."""
    predicate = here.predicate
    sister = predicate.clause.sister.head if predicate.clause.sister is not None else None
    subjects = (one.subject for one in (predicate, sister) if one is not None)
    asked = any(here.has("deity", group.units[0].word) for group in subjects if group is not None)
    return here.verbal and asked and here.names("blesses")


POLARITY: tuple[FactRule, ...] = (
    Rule(
        "not held back",
        _FACTS,
        "a negated verb of holding back or stopping",
        _not_held_back,
        "",
        ("holds_back", "ceases"),
        verbal=True,
    ),
    Rule(
        "negated",
        _FACTS,
        "a negation in the group of the verb",
        _negated,
        NEGATIVE,
        ("negative_auxiliaries",),
        verbal=True,
    ),
    Rule("none", _FACTS, "a word for none in its subject or object", _none, NEGATIVE, ("none",), verbal=True),
    Rule("no comment", _FACTS, "a comment that was refused", _no_comment, NEGATIVE, ("comments",), verbal=True),
    Rule("untrue", _FACTS, "what there is no truth in", is_untrue, DENIED, ("truths",), verbal=True),
    Rule("denied", _FACTS, "what somebody denies", _denied, DENIED),
    Rule("prevented", _FACTS, "what was prevented", lambda here: here.below("prevents"), NEGATIVE),
    Rule("not negated", _FACTS, "nothing takes it back", lambda _: True, ""),
)
MODALITY: tuple[FactRule, ...] = (
    Rule("condition", _FACTS, "a clause of condition", lambda here: here.predicate.link is Link.CONDITION, CONDITIONAL),
    Rule(
        "in case",
        _FACTS,
        "a noun that says in which case",
        tells_case,
        CONDITIONAL,
        ("in_case",),
        verbal=True,
    ),
    Rule(
        "inverted condition",
        _FACTS,
        "an auxiliary opens the sentence, and asks nothing",
        lambda here: here.inverted,
        CONDITIONAL,
        ("inverts",),
        verbal=True,
    ),
    Rule(
        "share",
        _FACTS,
        "how large a part it is",
        is_share,
        STATE,
        ("constitutes", "shares"),
        verbal=True,
    ),
    Rule("occasion", _FACTS, "a day that comes round", comes_round, STATE, ("occasions",), verbal=True),
    Rule(
        "origin",
        _FACTS,
        "when a thing is of",
        goes_back,
        STATE,
        ("goes_back", "goal", "from"),
        verbal=True,
    ),
    Rule(
        "reading",
        _FACTS,
        "what a scale shows",
        is_reading,
        STATE,
        ("reads", "scale_units", "goal", "event"),
        verbal=True,
    ),
    Rule("age", _FACTS, "how old somebody is", is_age, STATE, ("ages", "time_nouns"), verbal=True),
    Rule(
        "by now",
        _FACTS,
        "what it is by now",
        lambda here: here.is_now,
        STATE,
        ("becomes", "these_days", "free_relatives"),
        verbal=True,
    ),
    Rule("prayer", _FACTS, "what is prayed for", _wished, WANTED, ("deity", "blesses"), verbal=True),
    Rule("lasting", _FACTS, "how things still are", lambda here: here.lasts, STATE, ("lasting",)),
    Rule("future", _FACTS, "a word for what is to come", lambda here: here.future, PLANNED, ("future",), verbal=True),
    Rule(
        "whether",
        _FACTS,
        "a word that asks",
        lambda here: here.verbal and (here.word("whether") or here.opened_by("whether")),
        ASKED,
        ("whether",),
        verbal=True,
    ),
    Rule(
        "supposed",
        _FACTS,
        "a word for what may be",
        lambda here: here.verbal and here.word("supposed"),
        SUPPOSED,
        verbal=True,
    ),
    Rule(
        "maybe",
        _FACTS,
        "a word that tells, before the present, what may be",
        lambda here: here.may_be,
        SUPPOSED,
        verbal=True,
    ),
    Rule("due", _FACTS, "what somebody has to do", lambda here: here.is_due, PLANNED, ("duty",)),
    Rule("achieved", _FACTS, "what somebody managed or began to do", lambda here: here.achieved, "", ("implicatives",)),
    Rule("was to be", _FACTS, "what had been planned", lambda here: here.was_to_be, SUPPOSED, ("pluperfect",)),
    Rule("planned", _FACTS, "what is planned", lambda here: here.below("plans") and here.without_tense, PLANNED),
    Rule("wanted", _FACTS, "what is wanted", lambda here: here.below("wants") and here.without_tense, WANTED),
    Rule("possible", _FACTS, "what may be", lambda here: here.below("doubts") and here.without_tense, SUPPOSED),
    Rule("purpose", _FACTS, "to what end", lambda here: here.predicate.link is Link.PURPOSE, WANTED),
    Rule("asked", _FACTS, "in a question", lambda here: here.asked, ASKED, ("question",)),
    Rule("told as it is", _FACTS, "nothing limits it", lambda _: True, ""),
)
NEEDS: Mapping[str, tuple[str, ...]] = {
    "in case": ("in_case",),
    "inverted condition": ("inverts",),
    "not held back": ("holds_back", "ceases"),
    "negated": (Kind.NEGATION, "negative_auxiliaries"),
    "none": ("none",),
    "no comment": ("comments",),
    "untrue": ("truths",),
    "denied": ("denies",),
    "prevented": ("prevents",),
    "share": ("constitutes",),
    "occasion": ("occasions",),
    "origin": ("goes_back",),
    "reading": ("scale_units",),
    "age": ("ages",),
    "by now": ("becomes", "free_relatives"),
    "prayer": ("blesses",),
    "lasting": ("lasting", "go_on"),
    "future": ("future",),
    "whether": ("whether",),
    "supposed": ("supposed",),
    "maybe": ("maybe",),
    "achieved": ("phase", "implicatives", "holds_back"),
    "was to be": ("pluperfect", "perfect_auxiliaries"),
    "planned": ("plans",),
    "wanted": ("wants",),
    "possible": ("doubts",),
}
"""Rule -> that of which its sentence has one: words of these lists, features, classes or kinds."""
