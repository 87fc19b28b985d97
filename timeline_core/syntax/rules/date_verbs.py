"""What the verb of its clause makes of a date: a time to come, the subject of the verb, the time of a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place


def _ahead_of_past(here: Place) -> bool:
    """A time to come is no time of what was done: «توقع الوزير عودة النازحين الشهر المقبل»."""
    head = here.clause.head
    if head is None or not here.time.is_ahead or head.group.at > here.group.at or head.form != "finite":
        return False
    return "past" in head.head.marks


def action_ahead(here: Place) -> bool:
    """It is the time of the action behind a verb of the past."""
    event = here.event
    return _ahead_of_past(here) and event is not None and not here.parted(event) and not _sets(here)


def state_ahead(here: Place) -> bool:
    """It is the time of what a participle behind a verb of the past says is to be."""
    return _ahead_of_past(here) and here.state is not None


def nothing_ahead(here: Place) -> bool:
    """Nothing behind a verb of the past can have it."""
    head = here.clause.head
    free = head is None or "plans" not in head.head.marks
    return _ahead_of_past(here) and free and not _sets(here)


def _sets(here: Place) -> bool:
    """A verb that sets another time for its object: «أرجأ القاضي المحاكمة إلى الغد», "extended the talks"."""
    head, lead = here.clause.head, here.group.lead
    led = here.grammar.has("until", lead) or here.grammar.has("of", lead)
    return head is not None and ((led and head.head.concept == "change") or here.grammar.has("goal", lead))


def is_subject(here: Place) -> bool:
    """Right before a verb that has no other subject: "Friday marked the anniversary of the massacre"."""
    head = here.clause.head
    if head is None or not here.grammar.subject_first or here.group.lead or head.subject is not None:
        return False
    first = next((group for group in here.clause.groups if group is not here.clause.opener), None)
    return first is here.group and here.around.behind is head.group and head.form == "finite"


def is_topic(here: Place) -> bool:
    """Of it a clause without a verb tells what day it is: «ذكر أن اليوم آخر أيام العزاء»."""
    clause, behind = here.clause, here.around.behind
    if clause.head is not None or clause.link is not Link.CONTENT or here.group.lead or behind is None:
        return False
    first = next((group for group in clause.groups if group is not clause.opener), None)
    return first is here.group and behind.kind == NOUN and not behind.lead and behind.at == here.group.at + 1


def brings(here: Place) -> bool:
    """ "2016 saw the fall of the city": the action is of that time."""
    return is_subject(here) and here.clause.head is not None and here.event_of(here.clause.head.object) is not None


def then(here: Place) -> bool:
    """The time of a state, of which a clause of time says what was then: "It was the policy in 1983, when they won"."""
    head, told = here.clause.head, here.then
    state = head is not None and "happens" not in head.head.marks and "phase" not in head.head.marks
    return state and told is not None and "happens" in told.head.marks


def besides(here: Place) -> bool:
    """In the clause of a participle that tells what somebody does besides: «…، متوجها أمس إلى الحلة»."""
    head = here.clause.head
    return head is not None and head.kind == head.form == "participle" and here.grammar.circumstance


def said_besides(here: Place) -> bool:
    """The same with one of saying; right behind it the day is that of the whole saying."""
    head = here.clause.head
    says = head is not None and "says" in head.head.marks and here.around.before is not head.group
    return says and besides(here)


def event_besides(here: Place) -> bool:
    """«…، مشيرا إلى وقوع انفجار أمس»."""
    return said_besides(here) and here.event is not None and not here.parted(here.event)


def set_off(here: Place) -> bool:
    """A week or month, told from the report, behind a comma and a clause about a noun: «… شابا ظهر …، الشهر الماضي»."""
    head, at, before = here.clause.head, here.group.at, here.around
    period = here.time.is_near and not here.time.is_day and not here.group.lead
    if head is None or not (period and before.comma_before) or head.group.at > at:
        return False
    inner = [one.clause for one in here.groups[head.group.at + 1 : at] if one.clause is not None]
    told = (one.head for one in inner if one.link is Link.RELATIVE and one.parent is head)
    return any(one is not None and "past" in one.head.marks for one in told)


def is_goal(here: Place) -> bool:
    """The time that something is moved to: «تأجيل اللقاء إلى نهاية العام»."""
    event, head = here.event, here.clause.head
    told = head is None or "happens" in head.head.marks
    subject = event is not None and here.is_subject(event)
    return told and not subject and not here.time.is_ahead and here.grammar.has("goal", here.group.lead)


def is_goal_day(here: Place) -> bool:
    """A day that a word of direction leads to."""
    head = here.clause.head
    told = head is None or "happens" in head.head.marks
    return told and here.time.is_day and not here.time.is_ahead and here.grammar.has("goal", here.group.lead)


def goes_back(here: Place) -> bool:
    """The time that something goes back to: «تعود القضية إلى عام 2011», "the arrest dates back to May"."""
    head = here.clause.head
    if head is None or head.group.at > here.group.at or not here.grammar.names("goes_back", head.head):
        return False
    return here.grammar.has("goal", here.around.lead) or here.grammar.has("from", here.around.lead)


def then_goes_back(here: Place) -> bool:
    """A clause of time behind it tells what was then: «تعود القضية إلى أيار 2011 عندما قتل …»."""
    return goes_back(here) and here.then is not None


def action_goes_back(here: Place) -> bool:
    """An action of news goes back to it, and so was then; «اكتشاف» may be what was found."""
    head = here.clause.head
    told = here.event_of(head.subject) if head is not None else None
    return goes_back(here) and told is not None and "news" in told.head.marks


def of_name(here: Place) -> bool:
    """A bare year right behind a verb of the present is part of a name: «مهرجان لقاؤنا يجمعنا 1436هـ»."""
    head, before = here.clause.head, here.around.before
    if head is None or before is not head.group or here.grammar.subject_first or here.time.is_ahead:
        return False
    return "present" in head.head.marks and here.around.is_bare_year


def starts(here: Place) -> bool:
    """From when on what was said or decided is to be: «أقرت اللجنة الخطة بدءا من 20 أيار»."""
    head = here.clause.head
    if head is None or head.group.at > here.group.at or not here.grammar.has("starting", here.group.lead):
        return False
    return "past" in head.head.marks and ("says" in head.head.marks or head.head.concept in _SETTLED)


def action_starts(here: Place) -> bool:
    """The same behind the action that is decided."""
    return starts(here) and here.event is not None and not here.parted(here.event)


_SETTLED = frozenset({"decide", "agree", "use", "plan", "promise"})
"""Classes of verbs that settle what is to be."""
