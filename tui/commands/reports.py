"""`waqai reports list|set|remove|restore`: what the library holds, where each day is from, and how to mend it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tui.commands.shared.arguments import action
from tui.commands.shared.context import FAILED, OK, USAGE, Context, counted
from tui.commands.shared.rows import FORMATS, document

if TYPE_CHECKING:
    from store.reports.library import Library
    from timeline_core.model.decision import Act, Decision
    from timeline_core.model.report import Report
    from tui.commands.shared.gather import Gathered
    from tui.ports.listed_report import ListedReport

_ACTIONS = ("list", "set", "remove", "restore")
_EPILOG = """actions:
  list                  every report: day and where it is from, outlet, language, events, state; a chat keeps together
  set ID… FIELD=VALUE…  published, publisher, title, lang, url, thread; an empty VALUE gives back what the file says,
                        and «none» says that nobody knows: set a-2 published=2023-02-16 publisher=SOHR
  remove ID…            into the bin: it tells nothing, and what was decided about it is told
  restore ID…           out of the bin

All of it is a decision: «waqai decide undo» takes it back, «waqai library log» shows it, colleagues get it."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a report."""

    id: str
    published: str
    """EDTF; empty where no day is known."""
    day_from: str
    """`its file`, `set by NAME`, `inferred`, `unknown`."""
    publisher: str
    lang: str
    events: int
    state: str
    """`kept`, `set aside`, `in the bin`, whose copy it is, or why it tells of no event."""
    thread: str
    title: str
    path: str


def configure(parser: ArgumentParser) -> None:
    """What to do, with which reports."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "words", nargs="*", metavar="ACTION", help=f"{', '.join(_ACTIONS)}, with ids and FIELD=VALUE; else list"
    )
    parser.add_argument("--who", metavar="NAME", help="who decides (else the name in the settings, else the login)")
    parser.add_argument("--format", choices=FORMATS, default="table", help=f"list: {', '.join(FORMATS)}")
    parser.set_defaults(paths=None)


def run(options: Namespace, context: Context) -> int:
    """Do it; what was done goes to standard output."""
    from tui.commands.shared.gather import library, tell_missing

    asked = action(options.words, _ACTIONS, context)
    if asked is None:
        return USAGE
    if not context.folder.exists():
        tell_missing(context)
        return FAILED
    found = library(context)
    if found is None or found.library is None:
        tell_missing(context)
        return FAILED
    name, words = asked
    if name == "list":
        return _list(found, options, context)
    return _ACTS[name](found, found.library, words, options, context)


def _list(found: Gathered, options: Namespace, context: Context) -> int:
    """Every report in the order added; messages of a thread stand together, where the first of them was added."""
    from tui.commands.shared.output import put
    from tui.commands.shared.terminal import put_lines

    rows = list(_rows(found, context))
    if options.format == "table":
        put_lines(_table(rows), context)
    else:
        put(document(rows, Row, options.format, "reports"), None, context)
    return OK


def _rows(found: Gathered, context: Context) -> Iterator[Row]:
    from seeds.load import knowledge
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.of_reports.listed import listed_reports
    from tui.commands.shared.progress import Reading

    with Reading(context) as tell:
        timeline = timelines.timeline(found, knowledge, tell)
    events = Counter(id for event in (*timeline.events, *timeline.undated) for id in set(event.reports))
    yield from map(_row, listed_reports(found, timeline, events.__getitem__))


def _row(report: ListedReport) -> Row:
    return Row(
        id=report.id,
        published=report.when.edtf if report.when else "",
        day_from=_day_from(report),
        publisher=report.publisher,
        lang=report.lang,
        events=report.events,
        state=_state(report),
        thread=report.thread,
        title=report.title,
        path=report.path,
    )


def _day_from(report: ListedReport) -> str:
    from tui.ports.listed_report import DayFrom

    said = {DayFrom.FILE: "its file", DayFrom.PERSON: f"set by {report.who}"}
    return said.get(report.day_from, report.day_from.value)


def _state(report: ListedReport) -> str:
    """Why no event is drawn from it, where none is; what else is to be told of its reading."""
    from tui.commands.shared.nothing import reasons
    from tui.ports.listed_report import State

    match report.state:
        case State.BIN:
            return "in the bin"
        case State.COPY:
            return f"a copy of {report.copy_of}"
        case State.ASIDE:
            return "set aside"
        case State.PARTLY:
            return f"read to paragraph {report.read_to:,}"
        case State.SILENT if report.silence is not None:
            return reasons([report.silence])
    return "kept"


def _table(rows: Iterable[Row]) -> Iterator[str]:
    """A line a report; below the name of a thread its messages."""
    thread = ""
    for row in rows:
        if row.thread != thread and row.thread:
            yield f"{row.thread}:"
        thread = row.thread
        day = f"{row.published or 'no day'} ({row.day_from})"
        fields = (row.id, day, row.publisher, row.lang, counted(row.events, "event"), row.state, row.title)
        yield ("  " if thread else "") + "  ".join(" ".join(field.split()) for field in fields if field)


def _set(found: Gathered, library: Library, words: Sequence[str], options: Namespace, context: Context) -> int:
    """Every field of every report, or nothing of it."""
    from timeline_core.model.decision import Act
    from tui.commands.shared.of_reports.fields import WrongField, fields

    ids = [word for word in words if "=" not in word]
    try:
        said = fields(word for word in words if "=" in word)
    except WrongField as error:
        context.tell(str(error))
        return USAGE
    if not ids or not said:
        context.tell("write «waqai reports set ID FIELD=VALUE»: waqai reports set a-2 published=2023-02-16")
        return USAGE
    chosen = _chosen(library, found, ids, context)
    if not chosen:
        return FAILED
    acts = [(Act.ABOUT, (one.sha256, name, value, one.id)) for one in chosen for name, value in said.items()]
    for one in _kept(library, acts, options):
        context.line(f"{one.values[3]}: {one.values[1]} is {one.values[2] or 'again what its file says'}")
    return OK


def _remove(found: Gathered, library: Library, words: Sequence[str], options: Namespace, context: Context) -> int:
    """Into the bin; how many decisions will find nothing is told."""
    from timeline_core.model.decision import Act, in_force

    chosen = _chosen(library, found, words, context)
    if not chosen:
        return FAILED
    hung = Counter(
        hash for one in in_force(found.log) for hash in {hold.report for target in one.targets for hold in target.holds}
    )
    _kept(library, [(Act.REMOVE, (one.sha256, one.id)) for one in chosen], options)
    for one in chosen:
        lost = hung[one.sha256]
        about = (
            f"; {counted(lost, 'decision')} about it {'is' if lost == 1 else 'are'} kept, and finds nothing"
            if lost
            else ""
        )
        context.line(f"{one.id} is in the bin{about}; «waqai reports restore {one.id}» brings it back")
    return OK


def _restore(found: Gathered, library: Library, words: Sequence[str], options: Namespace, context: Context) -> int:
    """Undo what put it into the bin, whoever did; that is a step of its own, which an undo takes back."""
    from timeline_core.decisions.on_reports import read_amendments
    from timeline_core.model.decision import Act, Decision
    from tui.commands.shared import person

    removed = read_amendments(found.log).removed
    chosen = _chosen(library, found, words, context)
    acts = [(one, removed[one.sha256]) for one in chosen if one.sha256 in removed]
    for one in chosen:
        if one.sha256 not in removed:
            context.tell(f"{one.id} is not in the bin")
    who = options.who or person.name()
    library.decisions.record_all(Decision("", Act.UNDO, "", who, values=("restore",), undoes=act.id) for _, act in acts)
    library.decisions.close()
    for one, _ in acts:
        context.line(f"{one.id} is back")
    return OK if acts else FAILED


def _chosen(library: Library, found: Gathered, ids: Iterable[str], context: Context) -> list[Report]:
    """The reports of those ids, those in the bin too; none where one is not known, which is told."""
    from timeline_core.decisions.on_reports import Amendments, read_amendments

    known = {report.id: report for _, report in library.bare(Amendments(read_amendments(found.log).fields))}
    wanted = list(ids)
    if not wanted:
        context.tell("name a report; «waqai reports» shows what they are called")
    for id in wanted:
        if id not in known:
            near = get_close_matches(id, known, 1)
            context.tell(
                f"no report is called «{id}»; "
                + (f"did you mean «{near[0]}»?" if near else "«waqai reports» shows what they are called")
            )
            return []
    return [known[id] for id in wanted]


def _kept(library: Library, acts: Iterable[tuple[Act, tuple[str, ...]]], options: Namespace) -> tuple[Decision, ...]:
    from timeline_core.model.decision import Decision
    from tui.commands.shared import person

    who = options.who or person.name()
    kept = library.decisions.record_all(Decision("", act, "", who, values=values) for act, values in acts)
    library.decisions.close()
    return kept


_ACTS = {"set": _set, "remove": _remove, "restore": _restore}
