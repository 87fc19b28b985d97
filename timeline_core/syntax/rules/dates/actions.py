"""What an action beside it makes of a date: of it, of its verb, or of neither («أدان الهجوم يوم السبت»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_core.syntax.rules.dates import nouns, verbs
from timeline_core.syntax.tree.groups import JOINT, NOUN
from timeline_core.syntax.tree.values import UNSURE, Group, Kind, Predicate

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place


def light(here: Place) -> bool:
    """A light verb, which only says that the action took place: «تم إعلان …», «قدم دعما …»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or event.group.lead:
        return False
    return "light" in head.head.marks or gives(head, event)


def gives(head: Predicate, event: Predicate) -> bool:
    """A support verb, whose subject does the action: «قدمت دعمها», "gave support"."""
    return head.head.concept == "give" and event.group is head.object


def counted(here: Place) -> bool:
    """The date of the action whose victims a toll counts: «حصيلة قصف أمس», "the toll of the blast on Monday"."""
    event, head = here.event, here.clause.head
    if event is None or event.kind == "participle" or here.parted(event):
        return False
    if head is not None and (event.group.at < head.group.at < here.group.at or "says" in head.head.marks):
        return False
    units = [*event.group.units]
    if event.group.at and (here.grammar.has("of", event.group.lead) or here.grammar.has("from", event.group.lead)):
        units = [*here.groups[event.group.at - 1].units, *units]
    tolls = [at for at, unit in enumerate(units) if here.grammar.names("tolls", unit)]
    return any(unit.concept for unit in units[tolls[-1] + 1 :]) if tolls else False


def of_toll(here: Place) -> bool:
    """Of the deed whose dead a verb before it counts, and not of the counting: «ارتفع عدد قتلى تفجير أمس إلى سبعة»."""
    head = here.clause.head
    if head is None or head.subject is None or not head.group.at < head.subject.at < here.group.at:
        return False
    units = [unit for group in here.groups[head.subject.at : here.group.at] for unit in group.units]
    if not any(here.grammar.names("tolls", unit) for unit in head.subject.units):
        return False
    first = next((at for at, unit in enumerate(units) if here.grammar.names("tolls", unit)), len(units))
    return any("action" in unit.marks for unit in units[first + 1 :])


def beside(here: Place) -> bool:
    """A deed and the action in whose course it was done are of one time: «اعتقل خلال زيارته القاهرة في أيار 2015»."""
    head = here.clause.head
    if head is None or here.is_dated or verbs.ahead_of_past(here):
        return False
    deed = "happens" in head.head.marks | head.deed.marks and "says" not in head.head.marks
    action = here.timed or here.event
    if action is None or action.kind == "participle" or action.group.at < head.group.at or here.parted(action):
        return False
    led = any(here.grammar.has(name, action.group.lead) for name in ("upon", "during"))
    return deed and led and not _is_unreal_or_usual(head)


def _is_unreal_or_usual(head: Predicate) -> bool:
    """It was not done, or was so for long: «لم يصل», «كانوا يسكنون»."""
    units = head.group.units
    usual = "present" in head.head.marks and any("past" in unit.marks for unit in units)
    return usual or any(unit.kind is Kind.NEGATION for unit in units)


def in_session(here: Place) -> bool:
    """In a trading session, whose day is that of the verb: «ارتفعت الأسهم في التعاملات الصباحية اليوم»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or not event.group.lead or head.group.at > event.group.at:
        return False
    return here.grammar.names("sessions", event.head) and here.group.at == event.group.at + 1


def event(here: Place) -> bool:
    """Behind a noun of action that a word of time leads to, or that stands before its verb: «بعد مقتل … أمس»."""
    event = here.event
    if event is None or here.parted(event) or event.kind == "participle" or in_session(here):
        return False
    circumstance = here.grammar.has("event", event.group.lead) and not (_changes(here, event) or _charged(here, event))
    leads = here.grammar.has("time", event.group.lead) or circumstance
    return leads or here.before_head(event) or here.measured(event) or here.prepared(event)


def _changes(here: Place, event: Predicate) -> bool:
    """It is what rose or fell, a theme and no circumstance: «شهدت البلدة زيادة في الهجمات أمس», "a rise in attacks"."""
    before = here.groups[event.group.at - 1].units if event.group.at else ()
    return any(here.grammar.names("changes_in", unit) for unit in before)


def _charged(here: Place, event: Predicate) -> bool:
    """It is what somebody is charged with, and no circumstance: "was charged with the murder of …"."""
    head = here.clause.head
    return head is not None and head.group.at < event.group.at and here.grammar.names("charged", head.head)


def doubtful(here: Place) -> bool:
    """The action may as well be a verb: «ما تقدمه المدرسة اليوم»."""
    return here.event is not None and UNSURE in here.event.head.marks and event(here)


def planned(here: Place) -> bool:
    """Behind an action that is said to be planned: «الاجتماع المقرر عقده في بغداد في 30 أيار»."""
    event = here.event
    if event is None or event.kind != "noun" or event.group.lead or here.parted(event):
        return False
    before = here.groups[event.group.at - 1] if event.group.at else event.group
    return before.kind == "noun" and {"participle", "plans"} <= before.head.marks


def timed_chain(here: Place) -> bool:
    """What prepositions lead to stands between: «بعد اجتيازه للاختبارات في العيادة أمس»."""
    timed = here.timed
    return timed is not None and not here.grammar.names("sessions", timed.head) and not verbs.ahead_of_past(here)


def fronted_occasion(here: Place) -> bool:
    """The occasion on which one spoke, before the verb: «في مناقشة أمس قال الوزير»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or "says" not in head.head.marks:
        return False
    fronted = event.group.at < here.group.at < head.group.at
    return here.time.is_near and fronted and here.grammar.has("event", event.group.lead)


def participle(here: Place) -> bool:
    """Right behind a participle: «الاتفاق الموقع عام 2014», «بيان صادر أمس»; a bare day may be the verb's."""
    awaited = here.clause.head is not None and here.clause.head.head.concept == "measure" and here.around.follows_object
    one = here.participle
    return one is not None and not day_of_either(here) and not awaited and not _names_others(here, one)


def _names_others(here: Place, participle: Predicate) -> bool:
    """It does not agree with the noun before it, and names somebody else: «قصفت الطائرات المعتصمين»."""
    group, said = participle.group, participle.head.marks
    inside = group.units.index(participle.head) if participle.head in group.units else 0
    before = group.units[inside - 1] if inside else here.groups[group.at - 1].head if group.at else None
    if before is None or (group.lead and not inside):
        return False
    noun = before.marks
    if "plural" in said and (before.kind is Kind.NAME or {"guessed", "plural"} & noun == {"guessed"}):
        return True
    men = {"masculine", "plural"} <= noun
    things = {"feminine", "plural"} <= noun
    if "feminine" in noun and not {"feminine", "plural"} & (said | noun - {"feminine"}):
        return True
    return (men and "plural" not in said and "feminine" in said) or (things and {"masculine", "plural"} <= said)


def goes_back(here: Place) -> bool:
    """The time from which a thing is: «الجسر العائد إلى القرن الماضي», "a bridge dating back to the 1950s"."""
    one = here.participle
    return one is not None and here.grammar.names("goes_back", one.head) and here.grammar.has("goal", here.around.lead)


def day_of_either(here: Place) -> bool:
    """A day without a preposition behind a definite participle: of it, or of the verb: «قصف المواقع المحتلة أمس».

    So is a time to come where the verb is of the present: «تنتهي المهلة الممنوحة في الشهر المقبل».
    """
    one, head = here.participle, here.clause.head
    if one is None or head is None or "definite" not in one.head.marks:
        return False
    to_come = here.time.is_ahead and "present" in head.head.marks and "happens" in head.head.marks
    return to_come or (here.time.is_day and not here.around.lead)


def before_object(here: Place) -> bool:
    """Between the verb and what it is still to take: «زار وفد من لجنة التحقيق أمس، مواقع القصف»."""
    head = here.clause.head
    behind_verb = head is not None and head.group.at < here.group.at and head.form in ("finite", "copula")
    return behind_verb and not here.grammar.subject_first and here.around.follows_object is not None and in_doubt(here)


def complement(here: Place) -> bool:
    """Led to by a preposition that tells no time: «الخاصة بعام 2014», "more than in 2013"; «بنهاية العام» is one."""
    if any(here.grammar.has("by_itself", unit.word.split()[0]) for unit in here.group.units if unit.word):
        return False
    return (
        (in_doubt(here) and verbs.is_goal(here))
        or verbs.is_goal_day(here)
        or verbs.asks_for(here)
        or here.grammar.has("no_time", here.group.lead)
    )


def of_one_kind(here: Place) -> bool:
    """Verb and object name one deed: "signed a truce in April", «عقدوا اتفاقا في 2015»."""
    event, head = here.event, here.clause.head
    if not in_doubt(here) or event is None or head is None:
        return False
    inside = head.object is not None and event.head in head.object.units
    return inside and event.head.concept == head.head.concept


def enabled(here: Place) -> bool:
    """A verb that only says that an action was done, began or was possible shares its date: «قام بتوسيعها في 1986»."""
    head = here.clause.head
    return head is not None and bool({"light", "phase", "doubts"} & head.head.marks) and in_doubt(here)


def statement(here: Place) -> bool:
    """The noun of what is said is said with the verb: «أكد في تصريح أمس أن …»."""
    event, head, before = here.event, here.clause.head, here.around.before
    if head is None or "says" not in head.head.marks or head.group.at > here.group.at:
        return False
    if before is not None and before.lead and here.grammar.has("notice", before.head.word):
        return True
    if event is None or "says" not in event.head.marks or not event.group.lead:
        return False
    if not here.time.is_day and event.group is not before:
        return False
    return not any(_is_circumstance(here, group) for group in here.groups[event.group.at : here.group.at])


def _is_circumstance(here: Place, group: Group) -> bool:
    """A pronoun behind a joint opens a clause without a verb: «اتهم بنشر صورة لضابط وهو أسير في نيسان»."""
    alone = not group.lead and [unit.kind for unit in group.units] == [Kind.PRONOUN]
    return alone and group.at > 0 and here.groups[group.at - 1].kind == JOINT


def occasion(here: Place) -> bool:
    """The occasion on which something was said: "In a May 9 press conference he said …"."""
    head, behind = here.clause.head, here.around.behind
    if not nouns.inside(here) or head is None or behind is None or head.group.at < here.group.at:
        return False
    before = here.around.before
    return "says" in head.head.marks and before is not None and here.grammar.has("event", before.lead)


def nearest_event(here: Place) -> bool:
    """Behind an action, in a clause without a verb."""
    return here.clause.head is None and here.event is not None and not here.parted(here.event)


def subject(here: Place) -> bool:
    """The action is the subject behind its verb: «جرى الافتتاح أمس», they share their day."""
    event = here.event
    return in_doubt(here) and event is not None and here.clause.head is not None and here.is_subject(event)


def behind_object(here: Place) -> bool:
    """«أدان الوزير الهجوم يوم السبت»: news tells on which day its verb was done."""
    event = here.event
    open_day = here.time.is_day and in_doubt(here) and not of_will(here)
    return open_day and event is not None and not event.group.lead


def behind_second(here: Place) -> bool:
    """«صادق القاضي الأحد على إحالة المتهم بقتل … الشهر الماضي»: the verb has its date, and an action stands between."""
    event = here.event
    return in_doubt(here) and event is not None and here.has_date_before(event)


def of_matter(here: Place) -> bool:
    """The action that a case or charge is about: «بتهمة قتل … في 2011», «المتهم بقتل … في 2011»."""
    event = here.event
    if event is None or here.grammar.names("sessions", event.head) or not in_doubt(here):
        return False
    before = here.groups[event.group.at - 1] if event.group.at and event.group.lead else None
    own = bool(event.group.lead) and _charged(here, event)
    if own and here.time.is_day:
        return False
    charged = before is not None and "participle" in before.head.marks and here.grammar.names("charged", before.head)
    return own or charged or here.grammar.has("carriers", event.group.head.word)


def said_action(here: Place) -> bool:
    """What is told, as the object of a verb of saying: «أعلن الجيش عزل الرئيس في 2013»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or event.kind == "participle" or event.group.lead or here.has_content:
        return False
    parted = here.parted(event) and here.time.is_day
    return event.group.at > head.group.at and head.head.concept in _REPORTS and not parted


_REPORTS = frozenset({"say"})


def of_news(here: Place) -> bool:
    """A day, or a time told from the day of the report: news tells so when its verb was done."""
    return in_doubt(here) and here.time.is_near and not of_will(here) and not _of_end(here)


def _of_end(here: Place) -> bool:
    """A longer time, or what is to come, of a deed or of that for which it was done; of its ground also a day.

    «كرم المجلس البحارة لإنقاذهم قاربا في نيسان الماضي», «سيسافر الوفد للقاء التجار الأحد المقبل».
    """
    head = here.clause.head
    if head is None:
        return False
    between = [one for one in here.clause.predicates if head.group.at < one.group.at < here.group.at]
    if any(_is_ground(here, head, one) for one in between):
        return True
    if here.time.is_day and not (here.time.is_ahead and is_future(here)):
        return False
    return any(here.grammar.has("purpose", one.group.lead) for one in between)


def _is_ground(here: Place, head: Predicate, action: Predicate) -> bool:
    """What was done before, for which a deed was done: «حوكم لحرقه كوخا», "was tried for the murder of", «اتهمه بقتل».

    Its doer and its object are told, or somebody is judged or charged for it; what a judge orders is none («قضى بسجن»).
    """
    if action.kind == "participle" or "happens" not in action.head.marks:
        return False
    behind = here.groups[action.group.at + 1]
    ends = here.grammar.has("purpose", action.group.lead)
    owned = any(unit.kind is Kind.CLITIC for unit in action.group.units) and behind.kind == NOUN and not behind.lead
    charged = here.grammar.names("charged", head.head) and bool(action.group.lead)
    return charged or (ends and (owned or head.head.concept in _JUDGED))


_JUDGED = frozenset({"rule", "hold"})
"""Classes of verbs of what is done to somebody for what he did."""


def behind_state(here: Place) -> bool:
    """A day behind an action and a past verb that tells a state, which has no day: «بقي من تأثير الصقيع قبل يومين»."""
    event, head = here.event, here.clause.head
    if event is None or head is None or not here.time.is_day or not in_doubt(here):
        return False
    state = not {"happens", "phase", "wants", "plans", "doubts"} & head.head.marks
    return state and "past" in head.head.marks and "happens" in event.head.marks


def inside_led(here: Place) -> bool:
    """Between an action that is spoken of and what it asks for: «أكد … بمشاركتهم أمس في حملة»."""
    event, head, behind = here.event, here.clause.head, here.around.behind
    if event is None or head is None or behind is None or behind.kind != NOUN or behind.clause is not here.clause:
        return False
    close = "says" in head.head.marks and bool(event.group.lead) and event.group is here.around.before
    return close and in_doubt(here) and (not behind.lead or here.grammar.has("within", behind.lead))


def ahead_of_state(here: Place) -> bool:
    """A time to come, behind an action that is awaited or planned: «يترقب الأهالي افتتاح الجسر الشهر المقبل»."""
    head = here.clause.head
    if head is None or here.event_of(head.object) is None or not here.time.is_ahead or is_future(here):
        return False
    awaits = "present" in head.head.marks and not {"happens", "phase", "light"} & head.head.marks
    return awaits and in_doubt(here)


def of_will(here: Place) -> bool:
    """Behind a verb of will and its action, of which either may be dated: «هددت بقصف البلدة الاثنين»."""
    head = here.clause.head
    return here.time.is_open and head is not None and bool({"wants", "plans"} & head.head.marks)


def past_behind_present(here: Place) -> bool:
    """A time that has passed is no time of a present verb: "the film tells of his rise and death in the 1980s"."""
    head = here.clause.head
    passed = not (here.time.is_ahead or here.time.is_near or here.time.is_open)
    return in_doubt(here) and passed and head is not None and "present" in head.head.marks and not is_future(here)


def is_future(here: Place) -> bool:
    """The verb of its clause has a word for what is to come."""
    head = here.clause.head
    return head is not None and any(here.grammar.has("future", unit.word) for unit in head.group.units)


def in_doubt(here: Place) -> bool:
    """A noun of action stands between the verb and the date: it may be of either."""
    event, head = here.event, here.clause.head
    if event is None or head is None or event.kind == "participle":
        return False
    return event.group.at > head.group.at and not here.parted(event)
