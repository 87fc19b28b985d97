"""`waqai names [PATH…]`: whom and which places each report names, and where in its text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_core.export.plain_json import dumps
from timeline_core.model.entry import UNNAMED, Named
from timeline_core.model.fault import Fault, guard
from timeline_core.model.report import Report
from timeline_core.text.words import spelled, words
from tui.commands.shared.arguments import about_reports
from tui.commands.shared.context import OK, Context
from tui.commands.shared.gather import gather
from tui.commands.shared.terminal import put_lines
from tui.commands.shared.timeline import name_set_aside

if TYPE_CHECKING:
    from timeline_core.events.accounts import Dated
    from timeline_core.knowledge import Knowledge
    from timeline_core.names.finder import Names

PERSON, PLACE, ORGANISATION, GROUP = "person", "place", "organisation", "group"
REFERENCE = "reference"
"""Words that mean somebody or a place without a name of theirs: «الرئيس», «العاصمة», «أميركية»."""
OPEN = "open"
"""A name that several places bear, and the text does not tell which is meant."""
STATES = ("state", "country")
"""Entries that act as well as lie somewhere: a name of one is a place."""


def configure(parser: ArgumentParser) -> None:
    """PATHs instead of the library, and the form."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="reports to use in place of the library")
    about_reports(parser)
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="table (the default) or jsonl")


def run(options: Namespace, context: Context) -> int:
    """Every name of every report, in the order of its text."""
    from seeds.load import knowledge
    from timeline_core.events.accounts import read

    found, known, code = gather(options, context, repeated=True), knowledge(), OK
    for report in found.reports:
        one = read(report, known)
        told = guard(partial(_told, one, known)) if one.fault is None else one.fault
        if isinstance(told, Fault):
            code = name_set_aside(report.id, report, told, context)
        elif options.format == "jsonl":
            context.write(
                dumps({"id": report.id, "names": told.names, **({"open": told.open} if told.open else {})}) + "\n"
            )
        else:
            put_lines(_table(report, told), context)
    return code or found.code


class _Told(NamedTuple):
    """What is told of one report; offsets are code points of the text as given, without clitics."""

    names: list[dict[str, Any]]
    """A name that no list knows has an id, too."""
    open: list[dict[str, Any]]
    """Names that several places bear, each with those that it may mean."""


def _told(one: Dated, known: Knowledge) -> _Told:
    from timeline_core.events.accounts import ambiguous, named

    found = named(one, known)
    several = ambiguous(one, found, known)
    open = [{"start": each.span.start, "end": each.span.end, "ids": [*each.ids]} for each in several]
    return _Told(_names(one, found, known), open)


def _names(one: Dated, found: Names, known: Knowledge) -> list[dict[str, Any]]:
    types = {entry.id: entry.type for entry in (*known.gazetteer, *found.found)}
    called: dict[str, set[str]] = defaultdict(set)
    for entry in found.found:
        called[entry.id] |= _words(known, *(name for some in entry.names.values() for name in some))
    for id in {name.id for name in found.named if name.id in known.gazetteer}:
        called[id] |= _words(known, *(name for some in known.gazetteer[id].names.values() for name in some))
    return [
        {
            "start": name.span.start,
            "end": name.span.end,
            "type": kind(name, types.get(name.id, ""), name.span.of(one.report.text), known, called[name.id]),
            "id": name.id,
        }
        for name in found.named
    ]


def _words(known: Knowledge, *names: str) -> set[str]:
    """The words of the names, folded, each without its article, be it opened too: «لعراق» of «للعراق»."""
    form, every = known.naming.form, [word for name in names for word in spelled(name)]
    return {form.without_article(word) for one in every for word in (one, form.opened(one))}


def kind(name: Named, type: str, said: str, known: Knowledge, called: Container[str]) -> str:
    """One of `person`, `place`, `organisation`, `group`, `reference`; a state is a place.

    «الشرطة» and «الشرطة اللبنانية» are groups: they are called by their kind.

    Args:
        said: the words in the text.
        called: the words of the names of whom they mean, as `_words` gives them.
    """
    if type == PERSON or name.category == PLACE or type in STATES:
        named = PERSON if type == PERSON else PLACE
        described = named == PLACE and _describes(said, known) and not _is_name_of_state(name.id, type, said, known)
        return REFERENCE if _only_refers(said, known, called) or described else named
    if name.id.startswith(UNNAMED) or _called_by_kind(said, known):
        return GROUP
    return REFERENCE if _only_refers(said, known, called) or _stands_for(said, known) else ORGANISATION


def _only_refers(said: str, known: Knowledge, called: Container[str]) -> bool:
    """No word is of the name, and some is one of the language, or the adjective of a state: «الرئيس», «أميركية»."""
    every = _words(known, said)
    if any(word in called for word in every):
        return False
    codes = [one.code for one in known.naming.wordings if one.code in known.parsers]
    own = any(known.parsers[code].kind_of(word) for code in codes for word in spelled(said))
    return own or any(word in one.states_by_adjective for one in known.naming.wordings for word in every)


def _describes(said: str, known: Knowledge) -> bool:
    """A noun and the adjective of a state describe a place, and name none: «العاصمة السورية», «الأراضي اللبنانية»."""
    form, (first, *more) = known.naming.form, spelled(said)
    bare = [form.without_article(word) for word in more]
    return any(
        not one.places.seats.isdisjoint((first, form.opened(first)))
        and bool(bare)
        and all(word in one.states_by_adjective for word in bare)
        for one in known.naming.wordings
    )


def _is_name_of_state(id: str, type: str, said: str, known: Knowledge) -> bool:
    """The words describe a land, and our list has them as the name of a state: «الأراضي الفلسطينية»."""
    return type in STATES and any(
        spelled(one) == spelled(said) for some in known.gazetteer[id].names.values() for one in some
    )


def _stands_for(said: str, known: Knowledge) -> bool:
    """A definite noun stands for the one whose name begins so: «الحزب» for «حزب الله»."""
    word = " ".join(spelled(said))
    forms = word, known.naming.form.opened(word)
    return any(form in one.head_nouns.definite for one in known.naming.wordings for form in forms)


def _called_by_kind(said: str, known: Knowledge) -> bool:
    """«الجيش اللبناني», "Turkish police": the noun of a kind of body, and whose it is; a bank has a name."""
    run = words(said)
    for wording in known.naming.wordings:
        for hit in wording.body_nouns.find(run):
            if wording.bodies[hit.concept].type != ORGANISATION and (hit.at == 0 or hit.at + hit.count == len(run)):
                return True
    return False


def _table(report: Report, told: _Told) -> Iterator[str]:
    """A heading a report, then a name a line: place in the text, kind, words, id; then what stays open."""
    yield f"{report.id}: {len(told.names)} names"
    for name in told.names:
        yield _line(report, name, name["type"], name["id"])
    for name in told.open:
        yield _line(report, name, OPEN, " or ".join(name["ids"]))
    yield ""


def _line(report: Report, name: Mapping[str, Any], kind: str, ids: str) -> str:
    place = f"{name['start']}–{name['end']}"
    return f"  {place:>13}  {kind:<12}  {report.text[name['start'] : name['end']]}  [{ids}]"
