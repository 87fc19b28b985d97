"""Rules of dates that depend on the verb of their clause: a future date, a date as subject, the date of a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_core.syntax.tree.groups import NOUN
from timeline_core.syntax.tree.values import Link
from timeline_core.text.fold import folded

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place


def ahead_of_past(here: Place) -> bool:
    """A time to come is no time of what was done: «توقع الوزير عودة النازحين الشهر المقبل»."""
    head = here.clause.head
    if head is None or not here.time.is_ahead or head.group.at > here.group.at or head.form != "finite":
        return False
    return "past" in head.head.marks or is_then(here)


def is_then(here: Place) -> bool:
    """A present that a verb of the past frames is of its time: «فوجئ بالمدير يبلغه نقله», «جاء ساع يعلن إغلاق الدكان».

    It tells in what state somebody was (circumstance), or what was said (a relative of a verb of saying).
    """
    head, outer = here.clause.head, here.clause.parent
    if head is None or outer is None or "past" not in outer.head.marks or outer.form != "finite":
        return False
    said = here.clause.link is Link.RELATIVE and "says" in head.head.marks
    return "present" in head.head.marks and (said or here.clause.rule == "circumstance")


def action_ahead(here: Place) -> bool:
    """A future date is that of the action behind a verb of the past."""
    event = here.event
    return ahead_of_past(here) and event is not None and not here.parted(event) and not _sets(here)


def state_ahead(here: Place) -> bool:
    """A future date is that of a participle of plan behind a verb of the past, or of another right before it; and that
    of one of plan right before it wherever its verb follows: «المباراة المقررة في 4 أيار | ستنقل»."""
    state, head = here.state, here.clause.head
    if state is None:
        return False
    beside = state.group.at == here.group.at - 1 and "plans" in state.head.marks and here.time.is_ahead
    if beside and head is not None and head.group.at > here.group.at:
        return True
    if not ahead_of_past(here):
        return False
    near = state.group.at == here.group.at - 1 and bool({"happens", "phase"} & state.head.marks)
    return near or "plans" in state.head.marks


def nothing_ahead(here: Place) -> bool:
    """Nothing behind a verb of the past can have a future date."""
    head = here.clause.head
    free = head is None or "plans" not in head.head.marks
    return ahead_of_past(here) and free and not _sets(here)


def _sets(here: Place) -> bool:
    """A verb that sets another time for its object: «أرجأ القاضي المحاكمة إلى الغد», "extended the talks"."""
    head, lead = here.clause.head, here.group.lead
    led = here.grammar.has("until", lead) or here.grammar.has("of", lead)
    return head is not None and ((led and head.head.concept == "change") or here.grammar.has("goal", lead))


def to_what_end(here: Place) -> bool:
    """A day behind the purpose for which something was done: "They gathered to honour the victims on Monday".

    What wants, plans or says another thing leaves the day to that thing: "They agreed to meet on Monday".
    """
    outer = here.clause.parent
    if here.clause.link is not Link.PURPOSE or outer is None:
        return False
    marks = outer.head.marks
    passive = outer.form == "finite" and "passive" in marks
    done = "happens" in marks and (passive or ("past" in marks and "phase" not in marks))
    return done and not _TAKES_CONTENT & marks and here.time.is_day and not here.time.is_ahead


_TAKES_CONTENT = frozenset({"says", "plans", "wants", "doubts", "prevents", "denies", "light", "modal"})
"""Marks of a predicate whose content is what somebody is to do."""


def is_subject(here: Place) -> bool:
    """Right before a verb that has no other subject: "Friday marked the anniversary of the massacre"."""
    head = here.clause.head
    if head is None or not here.grammar.subject_first or here.group.lead or head.subject is not None:
        return False
    first = next((group for group in here.clause.groups if group is not here.clause.opener), None)
    return first is here.group and here.around.behind is head.group and head.form == "finite"


def is_topic(here: Place) -> bool:
    """The topic of a clause without a verb, which says what day it is: «ذكر أن اليوم أول أيام القطاف»."""
    clause, behind = here.clause, here.around.behind
    if clause.head is not None or clause.link is not Link.CONTENT or here.group.lead or behind is None:
        return False
    first = next((group for group in clause.groups if group is not clause.opener), None)
    return first is here.group and behind.kind == NOUN and not behind.lead and behind.at == here.group.at + 1


def brings(here: Place) -> bool:
    """ "2016 saw the opening of the bridge": the action is of that time."""
    return is_subject(here) and here.clause.head is not None and here.event_of(here.clause.head.object) is not None


def then(here: Place) -> bool:
    """A state with a temporal clause that says what happened then: "It was the policy in 1983, when they won"."""
    head, state_then = here.clause.head, here.then
    state = head is not None and "happens" not in head.head.marks and "phase" not in head.head.marks
    return state and state_then is not None and "happens" in state_then.head.marks


def besides(here: Place) -> bool:
    """In the clause of an adverbial participle: «…، متوجها أمس إلى الحلة», "…, leaving on Monday for Hilla"."""
    head = here.clause.head
    return head is not None and head.kind == head.form == "participle" and here.grammar.circumstance


def said_besides(here: Place) -> bool:
    """The same with a participle of saying; a day right behind that is the day of the whole statement."""
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
    relatives = (one.head for one in inner if one.link is Link.RELATIVE and one.parent is head)
    return any(one is not None and "past" in one.head.marks for one in relatives)


def is_goal(here: Place) -> bool:
    """The time that something is moved to: «تأجيل اللقاء إلى نهاية العام»."""
    event, head = here.event, here.clause.head
    happens = head is None or "happens" in head.head.marks
    subject = event is not None and here.is_subject(event)
    return happens and not subject and not here.time.is_ahead and here.grammar.has("goal", here.group.lead)


def is_goal_day(here: Place) -> bool:
    """A day that a word of direction leads to: «قرر القاضي إرجاء المحاكمة إلى 9 أيار» decided on another day."""
    head = here.clause.head
    happens = head is None or bool({"happens", "phase"} & head.head.marks) or here.grammar.names("resets", head.head)
    return happens and (here.time.is_day or here.time.is_open) and here.grammar.has("goal", here.group.lead)


def asks_for(here: Place) -> bool:
    """The verb asks for it by that preposition: «تزامن الحفل مع عيد الفطر», «امتدت المهلة إلى 20 أيار» (valency)."""
    head, lead = here.clause.head, here.around.lead
    if head is None or not (here.grammar.has("goal", lead) or here.grammar.has("together", lead)):
        return False
    return here.grammar.has("asks_for", f"{folded(head.head.lemma)} {lead}")


def goes_back(here: Place) -> bool:
    """The time that something goes back to: «تعود القضية إلى عام 2011», "the arrest dates back to May"."""
    head = here.clause.head
    if head is None or head.group.at > here.group.at or not here.grammar.names("goes_back", head.head):
        return False
    return here.grammar.has("goal", here.around.lead) or here.grammar.has("from", here.around.lead)


def moved_from(here: Place) -> bool:
    """The time that something was put off from: "The vote was put off from 3 May", «أرجئت الجلسة من 3 أيار إلى …»."""
    head, event = here.clause.head, here.event
    reset = any(one is not None and here.grammar.names("resets", one.head) for one in (head, event))
    return reset and (here.grammar.has("from", here.around.lead) or here.grammar.has("from", here.group.lead))


def then_goes_back(here: Place) -> bool:
    """A temporal clause behind it tells what happened then: «تعود القضية إلى أيار 2011 عندما قتل …»."""
    return goes_back(here) and here.then is not None


def action_goes_back(here: Place) -> bool:
    """The subject is an action of news, which happened on that date; not one that may be a result («اكتشاف»)."""
    head = here.clause.head
    action = here.event_of(head.subject) if head is not None else None
    return goes_back(here) and action is not None and "news" in action.head.marks


def of_name(here: Place) -> bool:
    """A bare year right behind a verb of the present is part of a name: «مهرجان لقاؤنا يجمعنا 1436هـ»."""
    head, before = here.clause.head, here.around.before
    if head is None or before is not head.group or here.grammar.subject_first or here.time.is_ahead:
        return False
    return "present" in head.head.marks and here.around.is_bare_year


def past_of_present(here: Place) -> bool:
    """A year that has passed, behind a verb of the present and its subject: «يمنع قانون عام 2010 قطع الأشجار»."""
    head, time = here.clause.head, here.time
    if head is None or here.grammar.subject_first or head.form != "finite" or head.group.at > here.group.at:
        return False
    if not (time.is_year and here.group.units[-1].word[-1:].isdigit()) or here.group.lead:
        return False
    tenses = frozenset[str]().union(*(unit.marks for unit in head.group.units))
    ahead = time.is_ahead or any(here.grammar.has("future", unit.word) for unit in head.group.units)
    return "present" in tenses and "past" not in tenses and not (time.is_near or ahead or time.is_open)


def starts(here: Place) -> bool:
    """The date from which a decision or what is said takes effect: «أقرت اللجنة الخطة بدءا من 20 أيار»."""
    head = here.clause.head
    if head is None or head.group.at > here.group.at or not _is_start(here):
        return False
    return "says" in head.head.marks or ("past" in head.head.marks and head.head.concept in _SETTLED)


def _is_start(here: Place) -> bool:
    """A word for beginning from leads to it, or stands right before it: "imposed a levy, effective 1 September"."""
    before = here.groups[here.group.at - 1 : here.group.at]
    beside = any(here.grammar.names("starting", group.head) for group in before)
    return beside or here.grammar.has("starting", here.group.lead)


def action_starts(here: Place) -> bool:
    """The same behind the action that is decided, and not behind what that is for: «فتح مدرسة للإيواء بدءا من …».

    What a decision makes may only be called by the noun of an action: «فرض المجلس رسما على الملح بدءا من …».
    """
    event, head = here.event, here.clause.head
    if event is None or head is None or (event.group.lead and head.object is not None):
        return False
    made = not event.group.lead and "definite" not in event.head.marks and len(event.group.units) == 1
    return starts(here) and not here.parted(event) and not (made and here.group.at > event.group.at + 1)


_SETTLED = frozenset({"decide", "agree", "use", "plan", "promise"})
"""Classes of verbs that decide or arrange something for the future."""
