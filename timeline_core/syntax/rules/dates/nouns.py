"""Where a date belongs to a noun, or dates the noun of action right beside it: «فيلم عام 2014», "Sunday's election"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_core.syntax.rules.dates import verbs
from timeline_core.syntax.tree.groups import JOINT
from timeline_core.syntax.tree.values import Kind, Link

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place

_NOUN = "noun"


def inside(here: Place) -> bool:
    """Between the article and the noun, or with a sign of the owner: "the 2014 film", "Sunday's election"."""
    behind, before = here.around.behind, here.around.before
    if behind is None or behind.kind != _NOUN:
        return False
    if behind.units[0].kind is Kind.POSSESSIVE:
        return True
    if behind.lead:
        return False
    if here.group.lead:
        return here.grammar.has("of", here.group.lead) and not here.grammar.head_first and not behind.comma
    return before is not None and before.units[-1].kind is Kind.DETERMINER and not before.comma


def inside_event(here: Place) -> bool:
    """The same with a noun of action: "Sunday's election"."""
    return inside(here) and here.event_of(here.around.behind) is not None


def is_whole(here: Place) -> bool:
    """All of a time is a measure, and no day on which something was done: «حديث يشمل اليوم كله»."""
    behind = here.around.behind
    return behind is not None and here.grammar.has("all_of_it", "".join([unit.word for unit in behind.units]))


def bound(here: Place) -> bool:
    """The bound of a superlative: «أول زيارة منذ 2011», "the first visit since 2011"."""
    return here.around.compares()


def bound_further(here: Place) -> bool:
    """The same, with more of the noun between, or a clause about it: "the worst that the city had seen since 2016"."""
    host = (
        here.clause.host if here.clause.link is Link.RELATIVE and here.grammar.has("since", here.around.lead) else None
    )
    return here.around.compares_further() or (host is not None and here.around.is_greatest(host))


def of_statement(here: Place) -> bool:
    """Behind a joint and a pronoun that stands for all that was told: «زار الوزير مصنع الغزل، وذلك أمس».

    A time to come is not that of what was done: «قرر المجلس بناء سد، وذلك العام المقبل».
    """
    if verbs.ahead_of_past(here):
        return False
    before = here.around.before
    alone = before is not None and not before.lead and len(before.units) == 1
    if before is None or not alone or not here.grammar.has("sums_up", before.head.word) or not before.at:
        return False
    return here.groups[before.at - 1].kind == JOINT and here.clause.head is not None


def of_paper(here: Place) -> bool:
    """The day of a paper behind its number: «بناء على القرار رقم 17 وتاريخ 3/4/2011»; not what happened to it then."""
    before, dated = here.around.before, here.around.time_before
    if before is None or (here.around.lead and not here.grammar.has("no_time", here.around.lead)):
        return False
    if before.kind == JOINT and dated is not None:
        return here.grammar.has("dates_papers", dated.head.word)
    numbered = any(here.grammar.names("numbered", unit) for unit in before.units)
    told = here.clause.head.subject if here.clause.head is not None else None
    of_it = not here.around.lead or told is None or told.at < before.at - 1
    return numbered and before.units[-1].kind is Kind.NUMBER and of_it


def of_count(here: Place) -> bool:
    """They say which days are counted: «راحة لمدة يومين الأحد والاثنين»."""
    count = here.around.time_before
    if count is None or here.group.lead or not here.time.is_day:
        return False
    return here.grammar.has("day_counts", count.units[-1].word)


def set_for(here: Place) -> bool:
    """The date is what was set, not when: «حدد المجلس يوم 20 أيار موعدا للتسجيل», «حدد موعد اللقاء في 20 أيار»."""
    behind, head = here.around.behind, here.clause.head
    if behind is not None and not behind.lead and here.grammar.has("set_times", behind.units[0].word):
        return True
    decided = head is not None and head.head.concept == "decide" and head.group.at < here.group.at
    what = (head.subject, head.object) if head is not None and decided else ()
    before = (noun for noun in what if noun is not None and noun.at < here.group.at)
    return any(here.grammar.has("set_days", noun.units[0].word) for noun in before)


def of_light_subject(here: Place) -> bool:
    """The same behind the action that a light verb says took place: «جرت الانتخابات لعام 1980 بين …»."""
    head, event = here.clause.head, here.event_of(here.around.before)
    took_place = head is not None and event is not None and head.head.concept == "occur" and here.is_subject(event)
    return took_place and genitive(here)


def genitive(here: Place) -> bool:
    """Led to by the word for "of", right behind a noun."""
    return here.grammar.has("of", here.group.lead) and here.around.touches(_NOUN)


def owner_of_indefinite(here: Place) -> bool:
    """Right behind an indefinite noun that opens the clause, and so is of that day: «شاعر اليوم يكتب»."""
    noun, head, unit = here.around.before, here.clause.head, here.group.units[-1]
    if noun is None or head is None or head.group.at != here.group.at + 1 or not here.time.is_day:
        return False
    alone = noun.kind == _NOUN and len(noun.units) == 1 and noun.head.kind is Kind.NOUN and not noun.lead
    return alone and noun.at == here.group.at - 1 and not here.group.lead and here.grammar.has("this_day", unit.word)


def inside_construct(here: Place) -> bool:
    """A day between a bare noun and its adjective: «لقاء اليوم الودي»."""
    noun, behind = here.around.before, here.around.behind
    if noun is None or behind is None or here.grammar.subject_first or not here.time.is_day or here.group.lead:
        return False
    if noun.kind != _NOUN or noun.at != here.group.at - 1 or noun.units[-1].kind is not Kind.NOUN:
        return False
    bare = behind.kind == _NOUN and not behind.lead and not behind.comma
    return bare and behind.head.kind is Kind.ADJECTIVE and "definite" in behind.head.marks


def inside_construct_event(here: Place) -> bool:
    """The same with an action."""
    return inside_construct(here) and here.event_of(here.around.before) is not None


def bare_year(here: Place) -> bool:
    """A year in figures with no word before it: «كأس آسيا 2019»."""
    return here.around.is_written_year


def year_of_event(here: Place) -> bool:
    """The same behind a noun of action: «انتفاضة 2011»; not behind a word of time («استقبال الموسم الجديد 2011»)."""
    event = here.event_of(here.around.before)
    if event is None or not here.around.is_written_year:
        return False
    behind = event.group.units[event.group.units.index(event.head) + 1 :]
    return not any(here.grammar.names("time_nouns", unit) for unit in behind)


def genitive_event(here: Place) -> bool:
    """The same behind a noun of action: "the raid of May"."""
    return genitive(here) and here.event_of(here.around.before) is not None


def of_period(here: Place) -> bool:
    """A period that something is of: a year right behind a noun in a noun group («فيلم عام 2014»)."""
    return here.around.in_brackets and not here.group.lead


def of_origin(here: Place) -> bool:
    """A noun dated by its origin: "posts from September", «مقالات من عام 2008»; not the subject of a copula."""
    noun, head = here.around.before, here.clause.head
    if noun is None or noun.kind != _NOUN or here.time.is_stretch or here.around.time_before is not None:
        return False
    if head is not None and head.form == "copula" and head.object is noun:
        return False
    return here.grammar.has("from", here.group.lead) and here.around.common(noun)


def fronted(here: Place) -> bool:
    """A period behind a noun, both before the verb: «في بعثة عام 1914، أبحرت السفينة»."""
    head = here.clause.head
    if head is None or here.group.at > head.group.at or not here.around.touches(_NOUN):
        return False
    if (here.time.is_near and not _is_written_day_of(here)) or _is_topic(here):
        return False
    inside = here.grammar.subject_first and here.inside_subject
    return inside or any(here.around.common(group) for group in here.around.chain)


def _is_written_day_of(here: Place) -> bool:
    """A day in figures, right behind an indefinite noun that a preposition leads to: «بعد أحداث 11 أيلول»."""
    noun, unit = here.around.before, here.group.units[-1]
    if noun is None or not noun.lead or here.group.lead or here.grammar.subject_first or noun.at != here.group.at - 1:
        return False
    if here.grammar.names("time_nouns", noun.units[-1]):
        return False
    return here.time.is_day and unit.word[:1].isdigit() and noun.units[-1].kind is Kind.NOUN


def _is_topic(here: Place) -> bool:
    """A word of time leads to it behind the topic of its clause: «ذكر أن المكتب خلال شهر نيسان وزع …»."""
    before, clause = here.around.before, here.clause
    first = next((group for group in clause.groups if group is not clause.opener), None)
    topic = before is not None and before is first and not before.lead and not here.grammar.subject_first
    return topic and here.grammar.has("time", here.around.lead)


def of_led(here: Place) -> bool:
    """A bare period right behind an indefinite noun that a preposition leads to: «في فيلم عام 2014»."""
    before, told = here.around.before, here.time.is_near or here.time.is_ahead
    if told or here.group.lead or here.grammar.subject_first or before is None or before.kind != _NOUN:
        return False
    return (
        bool(before.lead)
        and not any(
            unit.kind is Kind.NUMBER or (unit.kind is Kind.NOUN and "guessed" in unit.marks) for unit in before.units
        )
        and here.around.common(before)
        and (before.head.kind is Kind.ADJECTIVE or before.units[-1].kind is Kind.NOUN)
    )


def fronted_event(here: Place) -> bool:
    """Right behind an action before the verb: "At the beginning of the talks in May 2012 …"."""
    return fronted(here) and here.event_of(here.around.before) is not None


def bare_period(here: Place) -> bool:
    """A month or year that nothing leads to, behind its noun: «التقرير السنوي 2014»."""
    if (
        here.time.is_day
        or here.time.is_stretch
        or here.group.lead
        or here.grammar.subject_first
        or not here.time.is_bare
        or here.around.before is None
    ):
        return False
    return here.around.before.kind == _NOUN and here.around.before.at == here.group.at - 1


def bare_event(here: Place) -> bool:
    """The same behind a noun of action: «انتخابات أيار»."""
    return bare_period(here) and here.event_of(here.around.before) is not None


def second_period(here: Place) -> bool:
    """A longer time behind a noun, where the verb has its day or week: «عدلت الشركة أمس بيانات عام 2022»."""
    head, before = here.clause.head, here.around.before
    if here.time.is_near or head is None or before is None or before.kind != _NOUN:
        return False
    return here.is_dated and head.group.at < here.group.at and before.at == here.group.at - 1


def led_before(here: Place) -> bool:
    """Behind an action that something else preceded: «أصيب قبل مباراته مع النادي في 25 أيار»."""
    chain = here.around.chain[:-1]
    before = (group for group in chain if here.grammar.has("before", group.lead))
    return next(before, None) is not None and here.timed is None and not here.around.time_before


def before_noun(here: Place) -> bool:
    """The date of the action that something else preceded: «اعتقلوا عشية مباراة الجمعة»."""
    before = here.around.before
    if before is None or before.kind != _NOUN or here.group.lead or before.at != here.group.at - 1:
        return False
    return here.grammar.has("before", before.lead) or here.grammar.has("before", before.units[0].word)


def of_victims(here: Place) -> bool:
    """Of the deed that made its victims, and not of what became of them: «توفي جريح انفجار أمس».

    Behind a definite noun it is so only before the verb: "the survivors of the attack on Sunday left".
    """
    before, head = here.around.before, here.clause.head
    if before is None or before.at != here.group.at - 1:
        return False
    units = [*before.units]
    if before.at and (here.grammar.has("of", before.lead) or here.grammar.has("from", before.lead)):
        units = [*here.groups[before.at - 1].units, *units]
    victims = [at for at, unit in enumerate(units) if here.grammar.names("victims", unit)]
    deeds = [unit for unit in units[victims[-1] + 1 :] if unit.concept] if victims else []
    fronted = head is not None and here.group.at < head.group.at
    return any(fronted or "definite" not in unit.marks for unit in deeds)
