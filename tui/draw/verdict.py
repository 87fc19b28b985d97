"""Draws the verdict of a date: what it dates, or why nothing, by which rule, with an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.draw import line as render
from tui.draw import reason as render_reason
from tui.draw.detail import Reasons
from tui.draw.line import BLANK, Line, Part
from tui.draw.reason import EXAMPLE, Stepper
from tui.i18n.speech import later, say
from tui.ports.asked_date import AskedDate
from tui.view.limits import LIMITS
from tui.view.state import View

DATES, TIMELINE, RULE = later("Dates"), later("Timeline"), later("Rule")
_LABELS = (DATES, TIMELINE, RULE, EXAMPLE)
RULES: Mapping[str, str] = {
    "outside sentences": later("it stands outside sentences: a dateline, a heading, a signature"),
    "day not known": later("nothing says which day it counts from"),
    "date of the occasion": later("it stands inside the name of an occasion on which someone spoke"),
    "date of a fronted occasion": later("it stands behind the occasion on which someone spoke"),
    "date of an event noun": later("it stands inside the noun group of an action"),
    "date of a noun": later("it stands inside the noun group of a thing"),
    "genitive date of an event": later("it stands behind an action, with a word for «of»"),
    "date of what a toll counts": later("it stands behind an action that has a place in time"),
    "date of a toll": later("it is of the deed whose dead are counted, and not of the counting"),
    "date of what made victims": later("it is of the deed that made the victims, and not of what became of them"),
    "date of the whole statement": later("it stands behind a word that sums up what was told"),
    "date behind a stop": later("it opens another statement, behind a semicolon"),
    "date as the topic": later("it is the topic, of which what follows tells"),
    "date of a numbered paper": later("it stands behind the number of a paper"),
    "date of an action in doubt": later("the word before it may be an action or a verb"),
    "date in an aside": later("it stands in brackets, beside words of its own"),
    "days of a count": later("it says which days are counted"),
    "date of content without a predicate": later("what is said has no predicate, and it is not of the saying"),
    "action ahead of a state": later("it lies ahead, so it is of the action that is awaited"),
    "date inside an action": later("it stands between an action and what that asks for"),
    "date that a paper bears": later("it is the day that a paper bears"),
    "date of a record": later("it says when a picture, a paper or the account of a witness was made"),
    "genitive date": later("it stands behind a noun, with a word for «of»"),
    "date in brackets": later("it stands behind a noun, in brackets of its own"),
    "date of a statement": later("it stands behind a noun of saying that its verb leads to"),
    "since a circumstance": later("it says since when something has been so"),
    "since a state set off": later("it says since when something has been so"),
    "since a state": later("it says since when something has been so"),
    "date of a deed and its course": later("it stands behind the action in whose course that was done"),
    "date of an action": later("it stands behind an action that has a place in time"),
    "action said besides": later("it stands behind an action that is said by the way"),
    "date said besides": later("it stands behind what is said by the way, and tells no time of it"),
    "date of what is done besides": later("what is done besides is done at the time of the verb"),
    "date without a verb": later("its clause has no verb, and it stands behind an action"),
    "date of the outer clause": later("its own clause has no predicate, so it is of the clause above"),
    "date of what a light verb did": later("it stands behind a verb that only says that an action took place"),
    "date of light verb and action": later("a verb that only says that an action took place shares it with the action"),
    "date of verb and subject": later("it stands behind a verb and the action that is its subject"),
    "date of a clause that lost its verb": later("no verb was found in its clause, and it is not of the clause above"),
    "second period inside": later("the inner clause has its date already, and a longer time there is of a noun"),
    "date of a word in doubt": later("what it may date may be a verb or a noun"),
    "day beside a state": later("it stands in a clause that tells a state, with no deed beside that"),
    "past year behind the present": later("it has passed, and the verb is present"),
    "second date": later("the inner clause has its date already, so it is of the clause above"),
    "date of an action that is said": later("it stands behind the action that is told of"),
    "date ahead of a past verb": later("it lies ahead, and what was done lies behind"),
    "second date behind an action": later("the verb has its date already, so it is of the action"),
    "second period": later("the verb has its day already, so the longer time is of the noun"),
    "date of a matter": later("it stands behind the action that a case is about"),
    "date behind an object": later("it is a day behind a verb and the action that is done"),
    "date of news": later("it is a day, or a time that counts from the day of the report, so it is of the news"),
    "past action behind the present": later("it has passed, and the verb is present, so it is of the action"),
    "date of verb and object": later("it stands behind a verb and an object that tell of one deed"),
    "day as owner": later("it says of which day the noun is that opens its clause"),
    "date in doubt": later("an action stands between it and the verb, and either may own it"),
    "date of origin": later("it says when a thing dates from"),
    "bare period of an event": later("it is a month or a year right behind an action"),
    "bare period": later("it is a month or a year right behind its noun"),
    "date of a fronted noun": later("it is a month or a year behind a noun, before the verb"),
    "period of a noun": later("it is a month or a year right behind a noun that a preposition leads to"),
    "date set off behind a relative": later("it is set off behind a relative clause, of which it may be"),
    "date before a verb that nothing joins": later("two verbs follow one another, and one of them only describes"),
    "date behind a joint": later("it opens the clause that is joined there, so it is of that"),
    "day outside who did it": later("it stands behind what only describes who did it, so it is of the deed"),
    "date of a lost verb": later("the verb before the joint that it follows is not known"),
    "date outside a state": later("it stands behind a clause that tells a state, so it is of the clause above"),
    "time that a thing goes back to": later("it is the time from which a thing is, and nothing happened to it then"),
    "time as a whole": later("all of the time is meant, which tells how long and not when"),
    "date as a complement": later("it is led to by a word that tells no time"),
    "bound of a comparison": later("it is the time among which something is the first or the most"),
    "bound of a comparison further on": later("it is the time since which something is the first or the most"),
    "date that is set": later("it stands with the noun for which it is set"),
    "date that brings an action": later("it is the subject of a verb that brings an action"),
    "date as subject": later("it is the subject of its verb, and no day of what that tells"),
    "date of when": later("a clause behind it tells what was at that time"),
    "date of a charge": later("it may be of the charge or of what somebody is charged with"),
    "date beside an action": later("it stands behind what went on at the time"),
    "year of an event": later("it is a bare year right behind an action"),
    "year of a noun": later("it is a bare year right behind a noun"),
    "date of a participle": later("it stands right behind a participle"),
    "day outside a state": later("a relative clause that tells a state takes no day"),
    "date that it was moved from": later("what was to be then was moved to another time"),
    "day outside a purpose": later("it stands behind the purpose of what was done on that day"),
    "day before the verb": later("it stands between an action and the verb behind it"),
    "date of a phase": later("it stands below a verb that tells that something began or went on"),
    "date of what began": later("it stands behind a verb of beginning or of power, and its action"),
    "date before an object": later("it stands between the verb and what the verb still takes"),
    "date of a fronted event": later("it is a month or a year right behind an action, before the verb"),
    "joined date": later("it is joined to another date, and is of what that one is of"),
    "date of when it goes back to": later("a clause behind it tells what was at that time"),
    "date of what goes back to it": later("an action goes back to it"),
    "time that it goes back to": later("a thing goes back to it"),
    "day inside an action": later("it stands between an action and its adjective"),
    "day inside a noun": later("it stands between a noun and its adjective"),
    "day behind a state": later("its verb tells a state, which has no day, so it is of the action"),
    "date of what is joined without its verb": later("it is of what is joined without a verb of its own"),
    "date outside a relation": later("it stands behind what a thing is like, so it is of the clause above"),
    "period set off behind a clause": later(
        "it is set off behind a clause about a noun, and may be of that or of the verb"
    ),
    "date of what is planned": later("it stands behind an action that is said to be planned"),
    "date led on from what was to follow": later("it stands behind what leads on from a noun that was to follow"),
    "year in a name": later("it is a bare year right behind a verb of the present, as in a name"),
    "date from which an action is set": later("it says from when on what is settled is to be"),
    "date from which it is set": later("it says from when on what is settled is to be"),
    "date of an action led on": later("it stands behind what leads on from an action that has a place in time"),
    "date of a notice given out": later("it is of the statement or notice in which someone spoke"),
    "date of a notice": later("it is of the statement or notice in which someone spoke"),
    "state ahead of a past verb": later("it lies ahead, and its verb is past, so it is of what is to be"),
    "action ahead of a past verb": later("it lies ahead, and its verb is past, so it is of the action"),
    "date of what was to follow": later("it stands behind a noun that a word for «before» leads to"),
    "date of the clause": later("it stands in the clause of that verb"),
}
"""Name of a rule of the parse -> why it placed the date so."""


def asked(view: View, dates: tuple[AskedDate, ...], at: int, width: int, why: Reasons, steps: Stepper) -> list[Line]:
    """Every line of the sheet, at most `width` cells.

    Args:
        dates: those of the report that is shown.
        at: which of them is asked about.
    """
    one = dates[at]
    place = say("Date {number} of {all} in this report", number=at + 1, all=len(dates))
    part = [BLANK] if view.airy else []
    lines = [*render.paragraph([(place, "title")], width, mode=view.mode), *part]
    report = view.report.id if view.report else ""
    for name, parts in render_reason.steps_of(view, report, one.expression, why, steps):
        lines += render_reason.field(view, name, parts, width, _LABELS)
    lines += part
    for name, parts in _verdict(one, view.report.text if view.report else ""):
        lines += render_reason.field(view, name, parts, width, _LABELS)
    return lines


def _verdict(one: AskedDate, text: str) -> Iterator[tuple[str, list[Part]]]:
    yield DATES, [(render.sentence(said(one, text)), "")]
    on = say("an event is made of it") if one.event else say("no event is made of it")
    yield TIMELINE, [(on, "accent" if one.event else "message")]
    named = one.rule.replace(" ", "\u00a0")
    known = RULES.get(one.rule)
    said_so = [(render.sentence(say(known)), ""), ("  ", "")] if known else []
    yield RULE, [*said_so, (named, "faint")]
    if one.example:
        yield EXAMPLE, [(one.example, "faint")]


def said(one: AskedDate, text: str) -> str:
    """What it dates, in one sentence.

    Args:
        text: of the report.
    """
    words = " ".join(one.words.of(text).split()) if one.words is not None else ""
    match one.effect, one.rule:
        case "dates", _:
            return say(LIMITS.get(one.limit, "«{words}»"), words=words)
        case "noun", _:
            return say("nothing: it belongs to «{words}», which is no happening", words=words)
        case _, "outside sentences":
            return say("nothing: what it counts for is told by the parts of the report")
        case _, "day not known":
            return say("nothing: it has no day to count from")
        case _:
            return say("nothing: nothing shows with certainty what it is of")
