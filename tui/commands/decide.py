"""`waqai decide ID… ACT …`: a decision, from a script; one a line from standard input, in JSON, for many."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tui.commands.shared.context import FAILED, OK, Context, counted

if TYPE_CHECKING:
    from store.decisions.decisions import Decisions
    from timeline_core.model.decision import Decision
    from timeline_core.timeline import Timeline
    from tui.commands.shared.decision_words import Table
    from tui.commands.shared.gather import Gathered

_UNDO, _REDO, _NEW = "undo", "redo", "new"
_OF_NEW = ("report", "words", "date", "title", "kind")
"""What is said of a new event."""
_EPILOG = """acts:
  accept, reject, reopen, star, unstar
  tag TAG…, untag TAG…, note TEXT
  date DATE        in any wording; '' gives the date of the machine back
  title TEXT       '' gives the title of the machine back
  kind KIND        occurrence, announcement, planned, denial; '' gives that of the machine back
  actors ACTOR…    all of them, by id or by name; '' gives those of the machine back
  merge ID…        these are the same happening as ID
  split [NUMBER…]  the quotes of these numbers leave it; without any, every telling stands alone
  apart ID         this is another happening, and «waqai pairs» asks no more;  doubt ID: it is asked last
  new              --report ID --words "…": these words of the report are an event; its date is read in them
                   unless --date says it, in any words; --title and --kind, else its first sentence, and what it is
  undo, redo       your last decision, across restarts; ID undo: your last one upon that event

  waqai decide -   JSON a line from standard input: {"id": "…", "act": "tag", "values": ["…"]}
                   or {"act": "new", "report": "…", "words": "…"}"""


@dataclass(frozen=True, slots=True)
class _Wish:
    """One decision as it was asked for."""

    ids: tuple[str, ...]
    act: str
    words: tuple[str, ...] = ()
    place: str = ""
    """Of a line of standard input, for a person."""
    problem: str = ""
    """Why the line cannot be understood."""
    new: Mapping[str, str] = field(default_factory=dict)
    """What is said of a new event."""


def configure(parser: ArgumentParser) -> None:
    """Ids, an act and what it takes."""
    parser.epilog = _EPILOG
    parser.add_argument("words", nargs="+", metavar="ID… ACT", help="events, and what you decide about them")
    for name, of in zip(_OF_NEW, ("ID", "WORDS", "DATE", "TITLE", "KIND"), strict=True):
        parser.add_argument(f"--{name}", metavar=of, dest=f"new_{name}", default="", help=f"of a new event: its {name}")
    parser.add_argument("--who", metavar="NAME", help="who decides (else the name in the settings, else the login)")
    parser.set_defaults(paths=None)


def run(options: Namespace, context: Context) -> int:
    """Record, then tell what each event is now; where a line of many cannot be understood, the others are recorded."""
    from tui.commands.shared import person

    many = options.words == ["-"]
    new = {name: said for name in _OF_NEW if (said := vars(options)[f"new_{name}"])}
    wishes = list(_read(context)) if many else [replace(_typed(options.words), new=new)]
    found = _gathered(options, context)
    if found is None or found.library is None:
        return FAILED
    who = options.who or person.name()
    if not many and wishes[0].act in (_UNDO, _REDO):
        return _back(wishes[0], who, _table(found, context), found.library.decisions, context)
    table = _table(found, context)
    drafts, failed = _drafts(wishes, table, who, context)
    kept = found.library.decisions.record_all(drafts)
    _tell(kept, table.timeline, found.library.decisions, context)
    found.library.decisions.close()
    if many:
        context.tell(f"{counted(len(kept), 'decision')} kept, {failed:,} not understood")
    return FAILED if failed else OK


def _typed(words: Sequence[str]) -> _Wish:
    """Ids up to the first word that is an act; what follows belongs to it."""
    from tui.commands.shared.decision_words import ACTS

    acts = (*ACTS, _UNDO, _REDO, _NEW)
    place = next((n for n, word in enumerate(words) if word in acts), None)
    if place is None:
        return _Wish(tuple(words[:1]), words[1] if len(words) > 1 else "")
    return _Wish(tuple(words[:place]), words[place], tuple(words[place + 1 :]))


def _read(context: Context) -> Iterator[_Wish]:
    """A wish a line; blank lines are passed over."""
    for number, line in enumerate(context.stdin, 1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            yield _of_line(json.loads(line), place)
        except ValueError as error:
            yield _Wish((), "", place=place, problem=f"is no JSON object of a decision ({error}); it is passed over")


def _of_line(value: object, place: str) -> _Wish:
    if not isinstance(value, dict):
        raise ValueError("no object")
    if value.get("act") == _NEW:
        return _Wish((), _NEW, (), place, new={name: str(value[name]) for name in _OF_NEW if value.get(name)})
    ids, words = value.get("ids", [value.get("id")]), value.get("values", [])
    words = [words] if isinstance(words, str) else words
    if not (isinstance(ids, list) and isinstance(words, list)):
        raise ValueError("«ids» and «values» are lists")
    if not all(isinstance(word, str) for word in (*ids, *words, value.get("act"))):
        raise ValueError("«id», «act» and each of «values» are strings")
    return _Wish(tuple(ids), value["act"], tuple(words), place)


def _gathered(options: Namespace, context: Context) -> Gathered | None:
    """The library; decisions about what is not kept would be lost with it."""
    from tui.commands.shared.gather import gather, tell_missing

    if not context.folder.exists():
        tell_missing(context)
        return None
    found = gather(options, context)
    if found.library is None and found.reports:
        context.tell("there is no library yet, so nothing is decided; «waqai add PATH» makes one")
    return found


def _table(found: Gathered, context: Context) -> Table:
    from seeds.load import knowledge
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.decision_words import Table
    from tui.commands.shared.progress import Reading

    with Reading(context) as tell:
        timeline = timelines.timeline(found, knowledge, tell)
    return Table(timeline, knowledge(), context.today)


def _drafts(wishes: Iterable[_Wish], table: Table, who: str, context: Context) -> tuple[list[Decision], int]:
    """What can be recorded, and how many wishes cannot; all of one wish or nothing of it."""
    from tui.commands.shared.decision_words import DecideError, act_of

    drafts: list[Decision] = []
    failed = 0
    for wish in wishes:
        try:
            if wish.act == _NEW or wish.new:
                drafts.append(_new(wish, table, who))
                continue
            if wish.problem or not wish.ids:
                raise DecideError(wish.problem or "write the id of an event; «waqai list» shows what they are called")
            act, events = act_of(wish.act), [table.event(id) for id in wish.ids]
            drafts += [table.draft(event, act, wish.words, who) for event in events]
        except DecideError as error:
            failed += 1
            context.tell(f"{wish.place}: {error}" if wish.place else str(error))
    return drafts, failed


def _new(wish: _Wish, table: Table, who: str) -> Decision:
    """The decision that makes an event of words of a report."""
    from tui.commands.shared.decision_words import DecideError
    from tui.commands.story.new_event import NewEvent, draft_new

    if wish.act != _NEW or wish.ids or wish.words:
        said = ", ".join(f"--{name}" for name in _OF_NEW)
        raise DecideError(f"{said} are said of a new event alone: «waqai decide new --report ID --words “…”»")
    report, words, date, title, kind = (wish.new.get(name, "") for name in _OF_NEW)
    return draft_new(table, NewEvent(report, words, None, date, title, kind), who)


def _back(wish: _Wish, who: str, table: Table, decisions: Decisions, context: Context) -> int:
    """Take back, or do again."""
    from tui.commands.shared.decision_words import DecideError

    if wish.words or (wish.ids and wish.act == _REDO) or len(wish.ids) > 1:
        raise DecideError(
            f"write «waqai decide {wish.act}» alone, or «waqai decide ID undo» for your last decision upon one event"
        )
    if wish.ids:
        kept = _undone_of(table, wish.ids[0], who, decisions)
    else:
        kept = decisions.undo(who) if wish.act == _UNDO else decisions.redo(who)
    if kept is None:
        context.tell(f"{who} has decided nothing that could be taken back" if wish.act == _UNDO else "nothing to redo")
        return FAILED
    _tell([kept], table.timeline, decisions, context)
    decisions.close()
    return OK


def _undone_of(table: Table, id: str, who: str, decisions: Decisions) -> Decision | None:
    """Take back that person's last decision upon the event."""
    from timeline_core.model.decision import Act

    upon = frozenset(table.event(id).decisions)
    own = sorted((one for one in decisions.log() if one.id in upon and one.who == who), key=lambda one: one.order)
    return decisions.record(Act.UNDO, who, undoes=own[-1].id) if own else None


def _tell(kept: Iterable[Decision], before: Timeline, decisions: Decisions, context: Context) -> None:
    """A line for each event that was decided about, as it is now."""
    from timeline_core.decisions.apply import decide
    from timeline_core.model.decision import OF_NAMES, OF_REPORTS, Act
    from tui.commands.shared.logbook import said

    log = decisions.log()
    now = decide(before, log)
    known = {one.id: one for one in log}
    for one in kept:
        act = one
        while act.undoes in known:
            act = known[act.undoes]
        if act.act in OF_NAMES | OF_REPORTS:
            context.line(said(one, known))
        if act.act is Act.NEW:
            context.line(f"{said(one, known)}: {_line(_made(act, now), now)}")
            continue
        for line in dict.fromkeys(_line(target.event, now) for target in act.targets):
            context.line(f"{said(one, known)}: {line}")


def _made(act: Decision, now: Timeline) -> str:
    """The id of the event that the act makes; empty where it makes none any more."""
    from timeline_core.decisions.by_hand import id_by_hand

    if now.event(id_by_hand(act)) is not None:
        return id_by_hand(act)
    every = (*now.events, *now.undated)
    return next((event.id for event in every if act.id in event.decisions), "")


def _line(id: str, timeline: Timeline) -> str:
    from tui.draw.signs import sign
    from tui.draw.when import brief

    event = timeline.event(id)
    if event is None:
        return id
    marks = " ".join([*(["starred"] if event.starred else []), *(f"#{tag}" for tag in event.tags)])
    title = " ".join(event.title.split())
    fields = (event.id, f"{sign(event)} {brief(event.when)}", event.kind, event.status, marks, title)
    return "  ".join(field for field in fields if field)
