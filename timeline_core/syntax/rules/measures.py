"""The rules by which a date only measures, and is no day of what is told with it.

«منذ خمسة أيام حتى الجمعة» bounds, "by Friday" sets a deadline, «أرباح الربع الأول» are of a quarter.

Source:
    DESIGN.md section 5: a date is never given to what it does not date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from timeline_core.syntax.rules import Rule
from timeline_core.syntax.tree.groups import DATE, MARK, NOUN, OTHER
from timeline_core.syntax.tree.marks import COMMA, OPENS
from timeline_core.syntax.tree.phrases.tense import PAST, tenses
from timeline_core.syntax.tree.values import Clause, Group, Kind, Link, Predicate, Unit
from timeline_core.text.fold import folded

if TYPE_CHECKING:
    from timeline_core.syntax.tree.place import Place

_MEASURES = "measures"
OF_NAME = "year of a name"


class Measure:
    """A date with what it dates, as the rules see it."""

    def __init__(self, place: Place, predicate: Predicate | None) -> None:
        """`predicate`: what the date belongs to."""
        self.place, self.predicate = place, predicate
        self.time, self.around = place.time, place.around

    def has(self, name: str, word: str) -> bool:
        """The word is on that list."""
        return self.place.grammar.has(name, word)

    def led_by(self, name: str) -> bool:
        """A word of that list leads to it."""
        return self.has(name, self.around.lead)

    @property
    def beside(self) -> Group | None:
        """The noun group right before it, with nothing between."""
        before = self.around.before
        return before if before is not None and before.kind == NOUN and before.at == self.place.group.at - 1 else None

    def says(self, name: str, group: Group) -> bool:
        """A word of that list stands in the group, or leads to it."""
        return self.has(name, group.lead) or any(self.place.grammar.names(name, unit) for unit in group.units)

    @property
    def host(self) -> Group | None:
        """The noun that its clause is about."""
        return self.place.clause.host if self.place.clause.link is Link.RELATIVE else None

    @property
    def goes_on(self) -> bool:
        """Its predicate is ongoing or planned: "is held until Friday"."""
        predicate = self.predicate
        marks = predicate.head.marks if predicate is not None else frozenset[str]()
        return "phase" in marks or self.is_planned or self.is_present

    @property
    def is_planned(self) -> bool:
        """Its predicate is planned."""
        return self.predicate is not None and self.predicate.modality == "planned"

    @property
    def is_present(self) -> bool:
        """Its predicate is in the present."""
        if self.predicate is None:
            return False
        marks, groups = self.predicate.head.marks, self.predicate.clause.groups
        once = any(self.place.grammar.names("anterior", unit) for group in groups for unit in group.units)
        return "present" in marks and "past" not in marks and not once


MeasureRule = Rule[Measure, str]


def _until(here: Measure) -> bool:
    """The end of a span, which does not say when something was done: «زارها ألف شخص حتى مساء الجمعة»."""
    told = here.predicate
    lasts = told is not None and told.head.concept == "go_on" and (here.is_present or _keeps(told))
    return (here.led_by("until") and (lasts or not here.goes_on)) or _ends_what_begins(here)


def _keeps(told: Predicate) -> bool:
    """Somebody or something was left as it was, and no deed went on: "kept him in a barn until Friday", «أبقاه …»."""
    glued = any(unit.kind is Kind.CLITIC for unit in told.group.units)
    return glued or (told.object is not None and "action" not in told.object.marks)


def _ends_what_begins(here: Measure) -> bool:
    """The end of a stretch of which the beginning is told apart: «يقام من الأحد وهو يوم عطلة إلى الجمعة 9 أيار»."""
    before = (one for one in reversed(here.place.groups[: here.place.group.at]) if one.kind not in (NOUN, MARK, OTHER))
    begins = next(before, None)
    return here.led_by("goal") and begins is not None and begins.kind == DATE and here.has("from", begins.lead)


def _deadline(here: Measure) -> bool:
    """A time by which something is done, not in which: "by Friday", «بحلول نهاية الأسبوع الماضي»."""
    before = here.around.time_before
    return here.led_by("deadlines") or (before is not None and here.has("deadlines", before.head.word))


def _after(here: Measure) -> bool:
    """What was done after a time was not done in it: «بعد صيف 1955», "after May"."""
    return here.has("later", here.place.group.lead)


def _before(here: Measure) -> bool:
    """An event before a date is not on it: «قبل نهاية الشهر», "before May"."""
    before = here.around.time_before
    names = ("earlier",) if here.time.is_day else ("earlier", "before")
    edge = before is not None and here.has("by_itself", before.head.word)
    leads = (here.place.group.lead, before.lead if edge and before is not None else "")
    return any(here.has(name, lead) for name in names for lead in leads)


def _since_rank(here: Measure) -> bool:
    """The time since or in which things of one kind are counted: «رابع هجوم منذ بداية العام», "in three days"."""
    begins = here.predicate is not None and "phase" in here.predicate.head.marks
    counted = here.led_by("since") or (here.led_by("over") and here.time.is_stretch)
    return counted and not begins and any(here.says("ranks", group) for group in _inside(here.place))


def _inside(here: Place) -> Iterator[Group]:
    """The noun groups before it in its clause, and before the noun that its clause is about."""
    clause: Clause | None = here.clause
    edge = here.group.at
    while clause is not None:
        first = clause.groups[0].at if clause.groups else edge
        commas = [group.at for group in here.groups[first:edge] if group.role == COMMA]
        yield from (one for one in clause.groups if one.at < edge and one.kind == NOUN and not _set_off(one, commas))
        inner = clause.link is Link.RELATIVE
        edge = clause.host.at + 1 if inner and clause.host is not None else edge
        clause = clause.above if inner else None


def _set_off(group: Group, commas: Sequence[int]) -> bool:
    """It stands between two commas, in an apposition: «شهدت البلدة، أكبر بلدات الساحل، خلال شهرين …»."""
    return any(at < group.at for at in commas) and any(group.at < at for at in commas)


def _against(here: Measure) -> bool:
    """The date of the standard of a comparison: «مقارنة بنهاية العام», "compared with the rate in May"."""
    if _is_against(here, here.place.group):
        return True
    verb = here.predicate is None or here.predicate is here.place.clause.head
    return verb and here.host is not None and _is_against(here, here.host)


def _is_against(here: Measure, group: Group) -> bool:
    """A word of comparison stands before the group, with no verb, mark, joint or action between."""
    for before in reversed(here.place.groups[: group.at + 1]):
        words = [before.lead, *(unit.word for unit in before.units)]
        if any(here.has("against", word) for word in words):
            return True
        if before.kind not in (NOUN, DATE, OTHER):
            return False
        if not here.time.is_day and any(here.has("against_period", word) for word in words):
            return True
        if any({"action", "happens"} <= unit.marks for unit in before.units):
            return False
    return False


def _from_number(here: Measure) -> bool:
    """The date of an earlier value: «30.2 من 31.5 في آذار», "from 5,000 in May", «من 70 طنا عام 1990 إلى 95»."""
    before, behind = here.beside, here.around.behind
    if before is None or not here.has("from", before.lead):
        return False
    units = [unit for unit in before.units if unit.kind is not Kind.PREPOSITION]
    if units and units[0].kind is Kind.NUMBER and behind is not None and here.has("goal", behind.lead):
        return True
    return bool(units) and all(unit.kind is Kind.NUMBER or here.has("symbols", unit.word) for unit in units)


def _level(here: Measure) -> bool:
    """The date of a level: «عنه في 2011», «مستواها المرتفع في آذار», «أفضل من العام الماضي»."""
    before = here.beside
    if before is None or (here.place.group.lead and before.lead and here.says("levels", before)):
        return before is not None
    if _is_complement(here, before):
        return False
    last = before.units[-1].word
    if here.place.group.lead and (here.has("levels", last) or here.has("levels", before.lead + last)):
        return True
    return here.led_by("than") and here.has("comparatives", last)


def _is_complement(here: Measure, group: Group) -> bool:
    """The verb asks for what leads to it (valency): «تخلى عنه في أيار»."""
    verb = here.predicate
    return verb is not None and here.has("asks_for", f"{folded(verb.head.lemma)} {group.lead}")


def _same_period(here: Measure) -> bool:
    """The same part of another time, with which this one is compared: «الفترة نفسها من العام الماضي»."""
    return here.time.is_same


def _of_period(here: Measure) -> bool:
    """The period that a figure covers: «أرباح الربع الأول», «ميزانية العام الحالي»."""
    before = here.beside
    if before is None or here.time.is_day or here.place.group.lead:
        return False
    units = [unit for unit in before.units if unit.kind is not Kind.CLITIC] or [before.head]
    phrases = (" ".join(unit.word for unit in units[at:]) for at in range(len(units)))
    return here.place.grammar.names("accounts", units[-1]) or any(here.has("accounts", said) for said in phrases)


def _for_year(here: Measure) -> bool:
    """What is for a year, or a part of one that has a name: «لعام 2014»."""
    return here.time.is_year and here.led_by("for_year")


def _of_name(here: Measure) -> bool:
    """A year as part of a name: «انتفاضة 2011»; not «خلال حرب 1994», which still gives a time."""
    if _in_title(here):
        return True
    if not here.around.is_written_year:
        return False
    named = next((group for group in here.around.chain if here.says("named_by_year", group)), None)
    return named is not None and not here.has("over", named.lead)


def _in_title(here: Measure) -> bool:
    """In the quoted name of a thing: «تطبيق يحمل اسم "انتخابات 2015"», "a show called 'Spring 2011'"."""
    groups, at = here.place.groups, here.place.group.at
    opening = next((one for one in reversed(groups[:at]) if one.kind == MARK and one.partner > at), None)
    if opening is None or not opening.at:
        return False
    inside = groups[opening.at + 1 : opening.partner]
    return here.says("titles", groups[opening.at - 1]) and all(one.kind in (NOUN, DATE, OTHER) for one in inside)


def _of_paper(here: Measure) -> bool:
    """The day that a paper bears: «رسالة مؤرخة 9 حزيران», "a letter dated June 9"."""
    return here.predicate is not None and here.place.grammar.names("dated", here.predicate.head)


def _these_days(here: Measure) -> bool:
    """ "Today" in the sense of nowadays: «وهي اليوم …», «حتى اليوم», «في عصرنا اليوم»."""
    unit = here.place.group.units[-1]
    if not here.has("this_day", unit.word):
        return False
    before = here.beside
    if here.led_by("until"):
        return True
    return before is not None and not here.place.group.lead and (_is_pronoun(before) or here.says("times", before))


def _by_now(here: Measure) -> bool:
    """ "Today" of somebody who tells how things are: «قال: «يعيش العمال اليوم أزمة»», "Today the port is in ruins".

    So it is where nothing that is quoted is a verb.
    """
    told, unit = here.predicate, here.place.group.units[-1]
    if told is None or here.place.group.lead or not here.has("these_days", unit.word) or here.is_planned:
        return False
    deed = {"happens", "phase", "light"} & told.head.marks and not here.place.grammar.names("becomes", told.head)
    if told.kind == NOUN:
        return False
    if here.time.is_spoken:
        return _is_outside(here, told) or not (deed and PAST in tenses(told.group, here.place.grammar))
    return told.clause.link is Link.CONTENT and not deed and PAST not in tenses(told.group, here.place.grammar)


def _is_outside(here: Measure, told: Predicate) -> bool:
    """A mark that opens a quotation stands between the two."""
    between = here.place.groups[told.group.at : here.place.group.at]
    return any(one.role.startswith(OPENS) and not told.group.at < one.partner < here.place.group.at for one in between)


def _is_pronoun(group: Group) -> bool:
    return not group.lead and [unit.kind for unit in group.units] == [Kind.PRONOUN]


def _oneself(here: Measure) -> bool:
    """First person: somebody speaks of himself and reports no news: «نحن اليوم نملك …», "we hope"."""
    predicate = here.predicate
    if predicate is None or predicate.clause.link is not Link.MAIN or here.is_planned or not here.is_present:
        return False
    units: tuple[Unit, ...] = predicate.subject.units if predicate.subject is not None else ()
    return any("first" in unit.marks or here.has("oneself", unit.word) for unit in (predicate.head, *units))


_RULES: tuple[tuple[str, str, Callable[[Measure], bool], tuple[str, ...]], ...] = (
    ("these days", "these times, and not the day of the report", _these_days, ("this_day", "times")),
    ("things today", "how things are today, in somebody's words", _by_now, ("these_days", "becomes")),
    ("day of a paper", "which day a paper bears", _of_paper, ("dated",)),
    ("end of a stretch", "up to when it went on", _until, ("until", "goal", "from")),
    ("deadline", "by when it was or is done", _deadline, ("deadlines",)),
    ("time before which", "before which it was or is done", _before, ("earlier", "before")),
    ("time after which", "after which it was or is done", _after, ("later",)),
    ("since a rank", "since when it is the first, the third, the worst", _since_rank, ("since", "over", "ranks")),
    ("compared with", "with what another is compared", _against, ("against", "against_period")),
    ("number before", "when a number was another", _from_number, ("from", "symbols")),
    ("level then", "how high it stood then", _level, ("levels", "than", "comparatives", "asks_for")),
    ("same period", "the same part of another time", _same_period, ()),
    ("accounts of a period", "what is of a period as a whole", _of_period, ("accounts",)),
    ("for a year", "what is for a year", _for_year, ("for_year",)),
    (OF_NAME, "a year that says which is meant", _of_name, ("named_by_year", "over", "titles")),
    ("of oneself", "what somebody tells of himself", _oneself, ("oneself",)),
)
"""Name, what it says, where it holds, the lists of words that it uses."""
MEASURES: tuple[MeasureRule, ...] = (
    *(Rule(name, _MEASURES, says, holds, name, words) for name, says, holds, words in _RULES),
    Rule("no measure", _MEASURES, "nothing is measured", lambda _: True, ""),
)
