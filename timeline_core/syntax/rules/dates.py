"""The rules by which a date finds what it dates, in the order in which they are tried; each is a verdict.

What none of them places with certainty dates nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.tree.values import Kind, Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place

_DATES = "dates"
_NOUN = "noun"
EVENT, OWNED, HEAD, OUTER, LOOSE = "event", "noun", "head", "outer", ""
"""Effects: it dates the noun of action or participle; it belongs to a plain noun; it dates the head of its clause;
that of the clause above; nothing."""
DateRule: TypeAlias = "Rule[Place, str]"


def _inside(here: Place) -> bool:
    """Between the article and the noun, or with a sign of the owner: "the 2014 film", "Sunday's election"."""
    behind, before = here.behind, here.before
    if behind is None or behind.kind != _NOUN or behind.lead or here.group.lead:
        return False
    opens = behind.units[0].kind is Kind.POSSESSIVE
    return opens or (before is not None and before.units[-1].kind is Kind.DETERMINER and not before.comma)


def _inside_event(here: Place) -> bool:
    return _inside(here) and here.event_of(here.behind) is not None


def _compares(here: Place) -> bool:
    return here.compares()


def _of(here: Place) -> bool:
    """Led to by the word for "of", right behind a noun."""
    return here.grammar.has("of", here.group.lead) and here.touches(_NOUN)


def _year(here: Place) -> bool:
    return here.is_written_year


def _year_of_event(here: Place) -> bool:
    return here.is_written_year and here.event_of(here.before) is not None


def _of_event(here: Place) -> bool:
    return _of(here) and here.event_of(here.before) is not None


def _of_period(here: Place) -> bool:
    """A period that something is of: a year right behind a noun in a noun group («فيلم عام 2014»)."""
    return here.in_brackets and not here.group.lead


def _from(here: Place) -> bool:
    """What is of a time: "posts from September", «مقالات من عام 2008»."""
    noun = here.before
    return here.grammar.has("from", here.group.lead) and noun is not None and noun.kind == _NOUN and here.common(noun)


def _fronted(here: Place) -> bool:
    """A period behind a noun, both before the verb: «في بعثة عام 1914، أبحرت السفينة»."""
    head = here.clause.head
    if here.is_day or head is None or here.group.at > head.group.at or not here.touches(_NOUN):
        return False
    inside = here.grammar.subject_first and here.inside_subject
    return inside or any(here.common(group) for group in here.chain)


def _of_led(here: Place) -> bool:
    """A bare period right behind an indefinite noun that a preposition leads to: «في فيلم عام 2014»."""
    before = here.before
    if here.is_day or here.group.lead or here.grammar.subject_first or before is None or before.kind != _NOUN:
        return False
    return (
        bool(before.lead)
        and here.common(before)
        and (before.head.kind is Kind.ADJECTIVE or before.units[-1].kind is Kind.NOUN)
    )


def _light(here: Place) -> bool:
    """A light verb, which tells nothing but that the action took place: «تم إعلان …»."""
    event, head = here.event, here.clause.head
    return event is not None and head is not None and "light" in head.head.marks and not event.group.lead


def _event(here: Place) -> bool:
    """Behind a noun of action that a word of time leads to, or that stands before its verb: «بعد مقتل … أمس»."""
    event = here.event
    if event is None or here.parted(event) or event.kind == "participle":
        return False
    leads = here.grammar.has("time", event.group.lead) or here.grammar.has("event", event.group.lead)
    return leads or here.before_head(event)


def _participle(here: Place) -> bool:
    """Right behind a participle: «الاتفاق الموقع عام 2014», «بيان صادر أمس»; a bare day may be the verb's."""
    return here.participle is not None and not _day_of_either(here)


def _day_of_either(here: Place) -> bool:
    """A day without a preposition behind a definite participle: of it, or of the verb: «قصف المواقع المحتلة أمس»."""
    one = here.participle
    if one is None or here.lead or not here.is_day or here.clause.head is None:
        return False
    return "definite" in one.head.marks


def _before_object(here: Place) -> bool:
    """Between the verb and what it is still to take: «زار وفد من لجنة التحقيق أمس، مواقع القصف»."""
    head = here.clause.head
    behind_verb = head is not None and head.group.at < here.group.at and head.form in ("finite", "copula")
    return behind_verb and not here.grammar.subject_first and here.follows_object is not None and _in_doubt(here)


def _fronted_event(here: Place) -> bool:
    """Right behind an action before the verb: "At the beginning of the talks in May 2012 …"."""
    return _fronted(here) and here.event_of(here.before) is not None


def _complement(here: Place) -> bool:
    """Led to by a preposition that tells no time: «الخاصة بعام 2014», "more than in 2013"."""
    return here.grammar.has("no_time", here.group.lead) or (here.is_day and here.grammar.has("goal", here.group.lead))


def _phase(here: Place) -> bool:
    """In the clause that a verb of phase takes: «بدأ الجيش يقصف البلدة يوم السبت»."""
    head, parent = here.clause.head, here.clause.parent
    if head is None or parent is None or here.clause.rule != "circumstance":
        return False
    return "phase" in parent.head.marks and "present" in head.head.marks


def _enabled(here: Place) -> bool:
    """A verb that tells that another thing began, or could be done, shares its day: «تمكن من السيطرة على … أمس»."""
    head = here.clause.head
    return head is not None and bool({"phase", "doubts"} & head.head.marks) and _in_doubt(here)


def _of_state(here: Place) -> bool:
    """A day in a relative clause that tells a state, which has no day: «دخلت قافلة تضم شاحنات البلدة الجمعة»."""
    head = here.clause.head
    if not here.is_day or head is None or here.clause.link is not Link.RELATIVE:
        return False
    return "happens" not in head.head.marks and "phase" not in head.head.marks and "past" not in head.head.marks


def _before_verb(here: Place) -> bool:
    """A day behind a gerund, right before the outer verb: "troops patrolling the coast on Monday fired"."""
    head, behind = here.clause.head, here.behind
    if not here.is_day or head is None or head.form != "gerund" or behind is None:
        return False
    outer = here.clause.parent
    return outer is not None and outer.group is behind


def _lost(here: Place) -> bool:
    """A joint right before the first verb: the verb that the joint goes on from is not known."""
    head = here.clause.head
    return head is not None and here.group.at < head.group.at and here.joined_before(head)


def _statement(here: Place) -> bool:
    """The noun of what is said is said with the verb: «أكد في تصريح أمس أن …»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or "says" not in head.head.marks:
        return False
    return "says" in event.head.marks and bool(event.group.lead)


def _occasion(here: Place) -> bool:
    """The occasion on which something was said: "In a May 9 press conference he said …"."""
    head, behind = here.clause.head, here.behind
    if not _inside(here) or head is None or behind is None or head.group.at < here.group.at:
        return False
    before = here.before
    return "says" in head.head.marks and before is not None and here.grammar.has("event", before.lead)


def _no_predicate(here: Place) -> bool:
    return here.clause.head is None


def _nearest_event(here: Place) -> bool:
    return here.clause.head is None and here.event is not None and not here.parted(here.event)


def _subject(here: Place) -> bool:
    """The action is the subject behind its verb: «جرى الافتتاح أمس», they share their day."""
    event = here.event
    return _in_doubt(here) and event is not None and here.clause.head is not None and here.is_subject(event)


def _behind_object(here: Place) -> bool:
    """«أدان الوزير الهجوم يوم السبت»: news tells on which day its verb was done."""
    event = here.event
    return here.is_day and _in_doubt(here) and event is not None and not event.group.lead


def _in_doubt(here: Place) -> bool:
    """A noun of action stands between the verb and the date: it may be of either."""
    event, head = here.event, here.clause.head
    if event is None or head is None or event.kind == "participle":
        return False
    return event.group.at > head.group.at and not here.parted(event)


DATES: tuple[DateRule, ...] = (
    Rule("date as a complement", _DATES, "led to by what tells no time", _complement, LOOSE, ("no_time", "goal")),
    Rule("date of the occasion", _DATES, "inside the noun group of an occasion on which one spoke", _occasion, HEAD),
    Rule("date of an event noun", _DATES, "inside the noun group of an action", _inside_event, "behind"),
    Rule("date of a noun", _DATES, "inside the noun group", _inside, OWNED),
    Rule("bound of a comparison", _DATES, "the first or most of a time", _compares, OWNED, ("bounds", "superlatives")),
    Rule("genitive date of an event", _DATES, "behind an action, with the word for of", _of_event, "before", ("of",)),
    Rule("genitive date", _DATES, "behind a noun, with the word for of", _of, OWNED, ("of",)),
    Rule("date in brackets", _DATES, "behind a noun, in brackets of its own", _of_period, OWNED),
    Rule("year of an event", _DATES, "a bare year in figures behind an action", _year_of_event, "before"),
    Rule("year of a noun", _DATES, "a bare year in figures behind a noun", _year, OWNED),
    Rule(
        "date of a statement", _DATES, "behind the noun of what is said, led to by a verb of saying", _statement, HEAD
    ),
    Rule("date of a participle", _DATES, "right behind it", _participle, "before"),
    Rule("date of an action", _DATES, "behind an action that has a place in time", _event, EVENT, ("time", "event")),
    Rule("date without a verb", _DATES, "in a clause without a verb, behind an action", _nearest_event, EVENT),
    Rule("date of the outer clause", _DATES, "its own clause has no predicate", _no_predicate, OUTER),
    Rule("day outside a state", _DATES, "a relative clause of a state takes no day", _of_state, OUTER),
    Rule("day before the verb", _DATES, "between a gerund and the verb behind it", _before_verb, OUTER),
    Rule("date of a phase", _DATES, "below a verb that tells that it began or went on", _phase, OUTER),
    Rule("date of what a light verb did", _DATES, "behind a light verb and its action", _light, HEAD),
    Rule("date of verb and subject", _DATES, "behind a verb and the action that is its subject", _subject, HEAD),
    Rule("second date", _DATES, "in an inner clause that has its date already", lambda here: here.is_second, OUTER),
    Rule("date behind an object", _DATES, "a day behind a verb and the action it is done to", _behind_object, HEAD),
    Rule("date of what began", _DATES, "behind a verb of phase or power and its action", _enabled, HEAD),
    Rule("date before an object", _DATES, "between the verb and what it still takes", _before_object, HEAD),
    Rule("date in doubt", _DATES, "an action stands between verb and date, and may own it", _in_doubt, LOOSE),
    Rule("date of origin", _DATES, "behind a noun, with a word for from", _from, OWNED, ("from",)),
    Rule(
        "date of a fronted event", _DATES, "a period right behind an action, before the verb", _fronted_event, "before"
    ),
    Rule("date of a fronted noun", _DATES, "a period behind a noun, before the verb", _fronted, OWNED, ("place",)),
    Rule("period of a noun", _DATES, "right behind an indefinite noun with a preposition", _of_led, OWNED, ("place",)),
    Rule("date of a lost verb", _DATES, "the verb before a joint is not known", _lost, LOOSE),
    Rule("date of the clause", _DATES, "in the clause of the predicate", lambda _: True, HEAD),
)
