"""The rules by which a date finds what it dates, in the order in which they are tried; each is a verdict.

What none of them places with certainty dates nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.rules import date_nouns as nouns
from timeline_core.syntax.rules import date_verbs as verbs
from timeline_core.syntax.tree.values import Link, Predicate

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place

_DATES = "dates"
_NOUN = "noun"
EVENT, STATE, SAME, OWNED, HEAD, OUTER, INNER, SUBJECT, LOOSE = (
    "event",
    "state",
    "same",
    "noun",
    "head",
    "outer",
    "inner",
    "subject",
    "",
)
"""Effects: it dates the noun of action; the participle that tells a state; what the date before it
does; it belongs to a plain noun; it dates the head of its clause; that of the clause above;
that of the clause behind; the action that is its subject; nothing."""
DateRule: TypeAlias = "Rule[Place, str]"


def _light(here: Place) -> bool:
    """A light verb, which tells nothing but that the action took place: «تم إعلان …», «قدم دعما …»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or event.group.lead:
        return False
    return "light" in head.head.marks or _gives(head, event)


def _gives(head: Predicate, event: Predicate) -> bool:
    """A support verb: who gives it does it («قدمت دعمها», "gave support")."""
    return head.head.concept == "give" and event.group is head.object


def _during(here: Place) -> bool:
    """A longer time beside an action in the course of which something was done: «بنيت إبان الحرب في عهده أوائل …»."""
    event = here.event
    beside = event is not None and here.grammar.has("during", event.group.lead)
    return beside and not here.time.is_near and _in_doubt(here)


def _of_notice(here: Place) -> bool:
    """When a notice was given out, by which one spoke: «دان الهجوم في بيان أصدره السبت»."""
    host, outer = here.clause.host, here.clause.parent
    told = here.clause.link is Link.RELATIVE and host is not None and here.grammar.has("notice", host.head.word)
    return told and outer is not None and "says" in outer.head.marks


def _event(here: Place) -> bool:
    """Behind a noun of action that a word of time leads to, or that stands before its verb: «بعد مقتل … أمس»."""
    event = here.event
    if event is None or here.parted(event) or event.kind == "participle":
        return False
    leads = here.grammar.has("time", event.group.lead) or here.grammar.has("event", event.group.lead)
    return leads or here.before_head(event) or here.measured(event)


def _since_state(here: Place) -> bool:
    """What has been so since: «الحرب الدائرة منذ 2013»."""
    return here.state is not None and here.grammar.has("since", here.around.lead)


def _fronted_occasion(here: Place) -> bool:
    """The occasion on which one spoke, before the verb: «في مناقشة أمس قال الوزير»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or "says" not in head.head.marks:
        return False
    fronted = event.group.at < here.group.at < head.group.at
    return here.time.is_near and fronted and here.grammar.has("event", event.group.lead)


def _participle(here: Place) -> bool:
    """Right behind a participle: «الاتفاق الموقع عام 2014», «بيان صادر أمس»; a bare day may be the verb's."""
    awaited = here.clause.head is not None and here.clause.head.head.concept == "measure" and here.around.follows_object
    return here.participle is not None and not _day_of_either(here) and not awaited


def _day_of_either(here: Place) -> bool:
    """A day without a preposition behind a definite participle: of it, or of the verb: «قصف المواقع المحتلة أمس»."""
    one = here.participle
    if one is None or here.around.lead or not here.time.is_day or here.clause.head is None:
        return False
    return "definite" in one.head.marks


def _before_object(here: Place) -> bool:
    """Between the verb and what it is still to take: «زار وفد من لجنة التحقيق أمس، مواقع القصف»."""
    head = here.clause.head
    behind_verb = head is not None and head.group.at < here.group.at and head.form in ("finite", "copula")
    return behind_verb and not here.grammar.subject_first and here.around.follows_object is not None and _in_doubt(here)


def _complement(here: Place) -> bool:
    """Led to by a preposition that tells no time: «الخاصة بعام 2014», "more than in 2013"; «بنهاية العام» is one."""
    if any(here.grammar.has("by_itself", unit.word.split()[0]) for unit in here.group.units if unit.word):
        return False
    return (
        (_in_doubt(here) and verbs.is_goal(here))
        or verbs.is_goal_day(here)
        or here.grammar.has("no_time", here.group.lead)
    )


def _phase(here: Place) -> bool:
    """In the clause that a verb of phase takes: «بدأ الجيش يقصف البلدة يوم السبت»."""
    head, parent = here.clause.head, here.clause.parent
    if head is None or parent is None or here.clause.rule != "circumstance":
        return False
    return "phase" in parent.head.marks and "present" in head.head.marks


def _of_one_kind(here: Place) -> bool:
    """Verb and object tell of one deed: "signed a truce in April", «عقدوا اتفاقا في 2015»."""
    event, head = here.event, here.clause.head
    if not _in_doubt(here) or event is None or head is None:
        return False
    inside = head.object is not None and event.head in head.object.units
    return inside and event.head.concept == head.head.concept


def _enabled(here: Place) -> bool:
    """A verb that only tells that another thing was done, began or could be shares its date: «قام بتوسيعها في 1986»."""
    head = here.clause.head
    return head is not None and bool({"light", "phase", "doubts"} & head.head.marks) and _in_doubt(here)


def _of_state(here: Place) -> bool:
    """A day in a relative clause that tells a state, which has no day: «دخلت قافلة تضم شاحنات البلدة الجمعة».

    Nor does it take one that has passed where it tells what goes on: «انسحبوا من البلدة التي يحتلونها أمس».
    """
    head, outer = here.clause.head, here.clause.parent
    if not here.time.is_day or head is None or here.clause.link is not Link.RELATIVE:
        return False
    if "happens" not in head.head.marks and "phase" not in head.head.marks and "past" not in head.head.marks:
        return True
    past = outer is not None and {"past", "happens"} <= outer.head.marks
    return past and "present" in head.head.marks and not (here.time.is_ahead or _is_future(here))


def _before_verb(here: Place) -> bool:
    """A day behind a gerund, right before the outer verb: "troops patrolling the coast on Monday fired"."""
    head, behind = here.clause.head, here.around.behind
    if not here.time.is_day or head is None or head.form != "gerund" or behind is None:
        return False
    outer = here.clause.parent
    return outer is not None and outer.group is behind


def _lost(here: Place) -> bool:
    """A joint right before the first verb, that goes on from one not known; or no verb behind the joint."""
    head = here.clause.head
    if head is None:
        return here.clause.sister is not None
    return here.group.at < head.group.at and here.joined_before(head)


def _statement(here: Place) -> bool:
    """The noun of what is said is said with the verb: «أكد في تصريح أمس أن …»."""
    event, head, before = here.event, here.clause.head, here.around.before
    if head is None or "says" not in head.head.marks or head.group.at > here.group.at:
        return False
    if before is not None and before.lead and here.grammar.has("notice", before.head.word):
        return True
    return event is not None and "says" in event.head.marks and bool(event.group.lead)


def _occasion(here: Place) -> bool:
    """The occasion on which something was said: "In a May 9 press conference he said …"."""
    head, behind = here.clause.head, here.around.behind
    if not nouns.inside(here) or head is None or behind is None or head.group.at < here.group.at:
        return False
    before = here.around.before
    return "says" in head.head.marks and before is not None and here.grammar.has("event", before.lead)


def _no_predicate(here: Place) -> bool:
    return here.clause.head is None and here.clause.sister is None


def _nearest_event(here: Place) -> bool:
    return here.clause.head is None and here.event is not None and not here.parted(here.event)


def _subject(here: Place) -> bool:
    """The action is the subject behind its verb: «جرى الافتتاح أمس», they share their day."""
    event = here.event
    return _in_doubt(here) and event is not None and here.clause.head is not None and here.is_subject(event)


def _behind_object(here: Place) -> bool:
    """«أدان الوزير الهجوم يوم السبت»: news tells on which day its verb was done."""
    event = here.event
    told = here.time.is_day and _in_doubt(here) and not _of_will(here)
    return told and event is not None and not event.group.lead


def _behind_second(here: Place) -> bool:
    """«صادق القاضي الأحد على إحالة المتهم بقتل … الشهر الماضي»: the verb has its date, and an action stands between."""
    event = here.event
    return _in_doubt(here) and event is not None and here.has_date_before(event)


def _of_matter(here: Place) -> bool:
    """The action that a case or charge is about, or that a word of time leads to: «بتهمة قتل … في 2011»."""
    event = here.event
    return _in_doubt(here) and event is not None and here.grammar.has("carriers", event.group.head.word)


def _said_action(here: Place) -> bool:
    """What is told, as the object of a verb of saying: «أعلن الجيش عزل الرئيس في 2013»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or event.kind == "participle" or event.group.lead or here.has_content:
        return False
    parted = here.parted(event) and here.time.is_day
    return event.group.at > head.group.at and head.head.concept in _REPORTS and not parted


_REPORTS = frozenset({"say"})


def _of_news(here: Place) -> bool:
    """A day, or a time told from the day of the report: news tells so when its verb was done."""
    return _in_doubt(here) and here.time.is_near and not _of_will(here)


def _of_will(here: Place) -> bool:
    """What somebody wants or agrees to, or how: «هددت بقصف البلدة الاثنين» leaves open which of the two was then."""
    head = here.clause.head
    return here.time.is_open and head is not None and bool({"wants", "plans"} & head.head.marks)


def _past_behind_present(here: Place) -> bool:
    """A time that has passed is no time of a present verb: "the film tells of his rise and death in the 1980s"."""
    head = here.clause.head
    passed = not (here.time.is_ahead or here.time.is_near or here.time.is_open)
    return _in_doubt(here) and passed and head is not None and "present" in head.head.marks and not _is_future(here)


def _is_future(here: Place) -> bool:
    head = here.clause.head
    return head is not None and any(here.grammar.has("future", unit.word) for unit in head.group.units)


def _in_doubt(here: Place) -> bool:
    """A noun of action stands between the verb and the date: it may be of either."""
    event, head = here.event, here.clause.head
    if event is None or head is None or event.kind == "participle":
        return False
    return event.group.at > head.group.at and not here.parted(event)


def _joined_date(here: Place) -> bool:
    return here.around.joined_to is not None


DATES: tuple[DateRule, ...] = (
    Rule("joined date", _DATES, "behind a date and a joint: of what that date is", _joined_date, SAME),
    Rule(
        "date of when it goes back to",
        _DATES,
        "with a clause of time behind it",
        verbs.then_goes_back,
        INNER,
        ("goes_back", "goal", "then"),
    ),
    Rule(
        "date of what goes back to it",
        _DATES,
        "an action is its subject",
        verbs.action_goes_back,
        SUBJECT,
        ("goes_back",),
    ),
    Rule("time that it goes back to", _DATES, "of a verb of origin", verbs.goes_back, HEAD, ("goes_back", "goal")),
    Rule("date as a complement", _DATES, "led to by what tells no time", _complement, LOOSE, ("no_time", "goal")),
    Rule("date of the occasion", _DATES, "inside the noun group of an occasion on which one spoke", _occasion, HEAD),
    Rule("date of an event noun", _DATES, "inside the noun group of an action", nouns.inside_event, "behind"),
    Rule("date of a noun", _DATES, "inside the noun group", nouns.inside, OWNED),
    Rule(
        "bound of a comparison", _DATES, "the first or most of a time", nouns.bound, OWNED, ("bounds", "superlatives")
    ),
    Rule(
        "bound of a comparison further on",
        _DATES,
        "the first or most since a time, with more of the noun between",
        nouns.bound_further,
        LOOSE,
        ("since", "superlatives"),
    ),
    Rule(
        "date that is set", _DATES, "with the noun behind it for which it is set", nouns.set_for, LOOSE, ("set_times",)
    ),
    Rule("date that brings an action", _DATES, "the subject of a verb, with an action behind", verbs.brings, "object"),
    Rule(
        "date as subject", _DATES, "the subject of its verb: of what that tells it is no day", verbs.is_subject, LOOSE
    ),
    Rule(
        "date of light verb and action",
        _DATES,
        "of the action that a light verb says took place",
        nouns.of_light_subject,
        HEAD,
        ("of",),
    ),
    Rule(
        "genitive date of an event",
        _DATES,
        "behind an action, with the word for of",
        nouns.genitive_event,
        "before",
        ("of",),
    ),
    Rule("genitive date", _DATES, "behind a noun, with the word for of", nouns.genitive, OWNED, ("of",)),
    Rule("day as owner", _DATES, "behind an indefinite noun that opens its clause", nouns.owner_of_indefinite, OWNED),
    Rule("date in brackets", _DATES, "behind a noun, in brackets of its own", nouns.of_period, OWNED),
    Rule("year of an event", _DATES, "a bare year in figures behind an action", nouns.year_of_event, "before"),
    Rule("year of a noun", _DATES, "a bare year in figures behind a noun", nouns.bare_year, OWNED),
    Rule("bare period of an event", _DATES, "a month or year right behind an action", nouns.bare_event, "before"),
    Rule("bare period", _DATES, "a month or year that nothing leads to, behind its noun", nouns.bare_period, OWNED),
    Rule(
        "date of a statement", _DATES, "behind the noun of what is said, led to by a verb of saying", _statement, HEAD
    ),
    Rule(
        "date of a fronted occasion",
        _DATES,
        "behind what one spoke at, before the verb",
        _fronted_occasion,
        HEAD,
        ("event",),
    ),
    Rule(
        "date of when",
        _DATES,
        "of a state, with a clause of time for that time behind it",
        verbs.then,
        INNER,
        ("then",),
    ),
    Rule("date of a notice given out", _DATES, "of a notice by which one spoke", _of_notice, OUTER, ("notice",)),
    Rule(
        "action said besides", _DATES, "behind an action that a participle of saying tells", verbs.event_besides, EVENT
    ),
    Rule("date said besides", _DATES, "behind a participle of saying that tells no action", verbs.said_besides, LOOSE),
    Rule("date of what is done besides", _DATES, "in the clause of a participle besides", verbs.besides, OUTER),
    Rule("since a state", _DATES, "since when what a participle tells is so", _since_state, STATE, ("since",)),
    Rule("date of a participle", _DATES, "right behind it", _participle, "before"),
    Rule("date of an action", _DATES, "behind an action that has a place in time", _event, EVENT, ("time", "event")),
    Rule("date without a verb", _DATES, "in a clause without a verb, behind an action", _nearest_event, EVENT),
    Rule("date of the outer clause", _DATES, "its own clause has no predicate", _no_predicate, OUTER),
    Rule("day outside a state", _DATES, "a relative clause of a state takes no day", _of_state, OUTER),
    Rule("day before the verb", _DATES, "between a gerund and the verb behind it", _before_verb, OUTER),
    Rule("date of a phase", _DATES, "below a verb that tells that it began or went on", _phase, OUTER),
    Rule("state ahead of a past verb", _DATES, "a time to come behind what is to be", verbs.state_ahead, STATE),
    Rule(
        "action ahead of a past verb",
        _DATES,
        "a time to come behind an action and a past verb",
        verbs.action_ahead,
        EVENT,
    ),
    Rule(
        "date ahead of a past verb",
        _DATES,
        "a time to come is none of what was done",
        verbs.nothing_ahead,
        LOOSE,
        ("goal",),
    ),
    Rule("date of what a light verb did", _DATES, "behind a light verb and its action", _light, HEAD),
    Rule("date of verb and subject", _DATES, "behind a verb and the action that is its subject", _subject, HEAD),
    Rule("second date", _DATES, "in an inner clause that has its date already", lambda here: here.is_second, OUTER),
    Rule("date of an action that is said", _DATES, "behind the action that is told", _said_action, EVENT),
    Rule("second date behind an action", _DATES, "behind an action told since the verb's date", _behind_second, EVENT),
    Rule("date of a matter", _DATES, "behind the action that a case is about", _of_matter, EVENT, ("carriers",)),
    Rule("date behind an object", _DATES, "a day behind a verb and the action it is done to", _behind_object, HEAD),
    Rule("date of news", _DATES, "a day, or a time told from the report's day", _of_news, HEAD),
    Rule("date of verb and object", _DATES, "behind a verb and an object that tell of one deed", _of_one_kind, HEAD),
    Rule("date of what began", _DATES, "behind a verb of phase or power and its action", _enabled, HEAD),
    Rule("date before an object", _DATES, "between the verb and what it still takes", _before_object, HEAD),
    Rule(
        "date of what was to follow",
        _DATES,
        "behind a noun that a word for before leads to",
        nouns.before_noun,
        OWNED,
        ("before",),
    ),
    Rule("date beside an action", _DATES, "behind what went on when it was done", _during, HEAD, ("during",)),
    Rule(
        "past action behind the present",
        _DATES,
        "a time that has passed, and a present verb",
        _past_behind_present,
        EVENT,
    ),
    Rule("date in doubt", _DATES, "an action stands between verb and date, and may own it", _in_doubt, LOOSE),
    Rule("date of origin", _DATES, "behind a noun, with a word for from", nouns.of_origin, OWNED, ("from",)),
    Rule("second period", _DATES, "a longer time behind a noun, beside the verb's day", nouns.second_period, OWNED),
    Rule(
        "date of a fronted event",
        _DATES,
        "a period right behind an action, before the verb",
        nouns.fronted_event,
        "before",
    ),
    Rule("date of a fronted noun", _DATES, "a period behind a noun, before the verb", nouns.fronted, OWNED, ("place",)),
    Rule(
        "period of a noun",
        _DATES,
        "right behind an indefinite noun with a preposition",
        nouns.of_led,
        OWNED,
        ("place",),
    ),
    Rule("date of a lost verb", _DATES, "the verb before a joint is not known", _lost, LOOSE),
    Rule("date of the clause", _DATES, "in the clause of the predicate", lambda _: True, HEAD),
)
