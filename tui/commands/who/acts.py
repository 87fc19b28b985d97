"""What a person says of actors and places: who is one, how they are called, who is nobody, who is somebody else."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from timeline_core.model.decision import Act, Decision, in_force
from tui.commands.shared.arguments import action
from tui.commands.shared.context import FAILED, OK, USAGE, Context
from tui.commands.shared.rows import FORMATS

if TYPE_CHECKING:
    from store.reports.library import Library
    from timeline_core.knowledge import Knowledge
    from timeline_core.timeline import Timeline
    from tui.commands.shared.gather import Gathered

_ACTIONS = (
    "list",
    "show",
    "merge",
    "split",
    "different",
    "unsure",
    "rename",
    "add",
    "hide",
    "unhide",
    "other",
    "import",
    "pairs",
)
_EPILOG = """actions:
  list                    all of them: id, type, names, in how many events and in which roles
  show NAME               its names with where they come from, and what was decided about it
  merge NAME OTHER…       these are one; the first gives the id
  split NAME OTHER…       they are not one after all
  rename NAME NEW         the name to show first;  add NAME NEW: one more name, found in the reports from then on
  hide NAME…              it is nobody: in no event and no list;  unhide NAME…: it is somebody again
  other NAME REPORT…      in these reports that name is somebody else's
  pairs                   which may be one, and why: «merge» says that they are, «different» and «unsure» the rest
  different NAME OTHER    they are two, and are in no pair any more;  unsure NAME OTHER: asked last
  import FILE             a list of your own: CSV (name, name_ar, alias, lat, lon, pcode, admin1, admin2, id, type),
                          FollowTheMoney entities, JRC-Names, a Wikidata query; with --origin and --licence

NAME is an id, or any name in any script. All of it is a decision: «waqai decide undo» takes it back,
«waqai library log» shows it, colleagues get it."""


class Wrong(Exception):
    """What was asked for cannot be done; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One library with its timeline, and of what is spoken: `actor` or `place`."""

    category: str
    found: Gathered
    library: Library
    timeline: Timeline
    known: Knowledge
    who: str
    lang: str

    def id(self, word: str) -> str:
        """Of an actor or place as typed.

        Raises:
            Wrong: none or several are called so.
        """
        from tui.commands.who.called import Uncalled, entry_called

        try:
            return entry_called(word, self.category, (self.timeline.names, self.known.gazetteer))
        except Uncalled as error:
            raise Wrong(str(error)) from error

    def acts(self, kind: Act) -> list[Decision]:
        """Those in force of that kind."""
        return [act for act in in_force(self.found.log) if act.act is kind]

    def name(self, id: str) -> str:
        """What it is called, for a line of text."""
        names = self.timeline.names if id in self.timeline.names else self.known.gazetteer
        return names[id].name("ar") if id in names else id


def configure(parser: ArgumentParser) -> None:
    """What to do, with whom."""
    parser.epilog = _EPILOG
    parser.add_argument("words", nargs="*", metavar="ACTION", help=f"{', '.join(_ACTIONS)}, with names; else list")
    parser.add_argument("--who", metavar="NAME", help="who decides (else the name in the settings, else the login)")
    parser.add_argument(
        "--lang", default="", metavar="CODE", help="rename, add: language of the name (else its script's)"
    )
    parser.add_argument("--origin", default="", metavar="WHO", help="import: from where the list is")
    parser.add_argument("--licence", "--license", default="", metavar="WHICH", help="import: what may be done with it")
    parser.add_argument("--format", choices=FORMATS, default="table", help="list: the form")
    parser.set_defaults(paths=None)


def run(category: str, options: Namespace, context: Context) -> int:
    """Do it; what was done goes to standard output."""
    from tui.commands.who import importing, lists

    asked = action(options.words, _ACTIONS, context)
    if asked is None:
        return USAGE
    name, rest = asked
    desk = _desk(category, options, context)
    if desk is None:
        return FAILED
    try:
        if name == "list":
            lists.put_list(desk, options.format, context)
        elif name == "pairs":
            lists.put_pairs(desk, options.format, context)
        elif name == "show":
            lists.put_one(desk, _words(rest, 1, "show NAME", most=1)[0], context)
        elif name == "import":
            _record(desk, [importing.draft(category, rest, options, desk.known, desk.who, context)], context)
        else:
            _record(desk, _DRAFTS[name](desk, rest), context)
    except (Wrong, importing.Unasked) as error:
        context.tell(str(error))
        return FAILED
    return OK


def _desk(category: str, options: Namespace, context: Context) -> Desk | None:
    from seeds.load import knowledge
    from timeline_core.decisions.own_lists import extended
    from tui.commands.shared import person
    from tui.commands.shared import timeline as timelines
    from tui.commands.shared.gather import library, tell_missing
    from tui.commands.shared.progress import Reading

    found = library(context) if context.folder.exists() else None
    if found is None or found.library is None:
        tell_missing(context)
        return None
    with Reading(context) as tell:
        timeline = timelines.timeline(found, knowledge, tell)
    who = options.who or person.name()
    known = replace(knowledge(), gazetteer=extended(knowledge().gazetteer, found.log))
    return Desk(category, found, found.library, timeline, known, who, options.lang)


def _words(words: Sequence[str], least: int, usage: str, most: int | None = None) -> Sequence[str]:
    if len(words) < least or (most is not None and len(words) > most):
        raise Wrong(f"write it so: {usage}")
    return words


def _merge(desk: Desk, words: Sequence[str]) -> list[Decision]:
    first, *others = (desk.id(word) for word in _words(words, 2, "merge NAME OTHER…"))
    if first in others:
        raise Wrong(f"«{first}» is itself; name another one that is the same")
    return [_act(desk, Act.SAME, first, other) for other in dict.fromkeys(others)]


def _split(desk: Desk, words: Sequence[str]) -> list[Decision]:
    """Undo what joined them, whoever did; the other one is told by its id or by its name in our lists."""
    from timeline_core.names.gazetteer import Gazetteer
    from tui.commands.who.called import Uncalled, entry_called

    one, *others = _words(words, 2, "split NAME OTHER…")
    first = desk.id(one)
    undone: list[Decision] = []
    for word in others:
        joined = {
            act.values[1]: act for act in desk.acts(Act.SAME) if desk.timeline.names.canonical(act.values[0]) == first
        }
        lists: list[Gazetteer] = [desk.known.gazetteer]
        try:
            id = word if word in joined else entry_called(word, desk.category, lists)
        except Uncalled:
            id = ""
        if id not in joined:
            told = f"joined to it are {', '.join(joined)}" if joined else "nobody was joined to it"
            raise Wrong(f"«{word}» was not joined to «{desk.name(first)}»; {told}")
        undone.append(Decision("", Act.UNDO, "", desk.who, values=("split",), undoes=joined[id].id))
    return undone


def _named(act: Act) -> Callable[[Desk, Sequence[str]], list[Decision]]:
    def draft(desk: Desk, words: Sequence[str]) -> list[Decision]:
        from timeline_core.lexicon.language_of import language_of
        from timeline_core.names.gazetteer import folded_words

        usage = f"{'rename' if act is Act.RENAME else 'add'} NAME NEW"
        one, new = _words(words, 2, usage, most=2)
        if not folded_words(new):
            raise Wrong(f"«{new}» has no letters; {usage}")
        lang = desk.lang or language_of(new, desk.known.signs)
        return [_act(desk, act, desk.id(one), " ".join(new.split()), lang)]

    return draft


def _hide(desk: Desk, words: Sequence[str]) -> list[Decision]:
    return [_act(desk, Act.HIDE, desk.id(word)) for word in _words(words, 1, "hide NAME…")]


def _unhide(desk: Desk, words: Sequence[str]) -> list[Decision]:
    hidden = {desk.timeline.names.canonical(act.values[0]): act for act in desk.acts(Act.HIDE)}
    ids = [desk.id(word) for word in _words(words, 1, "unhide NAME…")]
    for id in ids:
        if id not in hidden:
            raise Wrong(f"«{desk.name(id)}» is not hidden")
    return [Decision("", Act.UNDO, "", desk.who, values=("unhide",), undoes=hidden[id].id) for id in ids]


def _other(desk: Desk, words: Sequence[str]) -> list[Decision]:
    from timeline_core.decisions.who import another

    one, *reports = _words(words, 2, "other NAME REPORT…")
    id = desk.id(one)
    known = {report.id: report.sha256 for report in desk.timeline.reports}
    for report in reports:
        if report not in known:
            near = get_close_matches(report, known, 1)
            hint = f"did you mean «{near[0]}»?" if near else "«waqai reports» shows what they are called"
            raise Wrong(f"no report is called «{report}»; {hint}")
    return [_act(desk, Act.OTHER, id, another(id, desk.found.log), *(known[report] for report in reports))]


def _two(act: Act) -> Callable[[Desk, Sequence[str]], list[Decision]]:
    def draft(desk: Desk, words: Sequence[str]) -> list[Decision]:
        first, other = (desk.id(word) for word in _words(words, 2, f"{act} NAME OTHER", most=2))
        if first == other:
            raise Wrong(f"«{words[1]}» is «{desk.name(first)}» already; «split» parts what was merged")
        return [_act(desk, act, first, other)]

    return draft


def _act(desk: Desk, act: Act, *values: str) -> Decision:
    return Decision("", act, "", desk.who, values=values)


def _record(desk: Desk, drafts: Iterable[Decision], context: Context) -> None:
    from tui.commands.shared.logbook import said

    kept = desk.library.decisions.record_all(drafts)
    known = {one.id: one for one in desk.library.decisions.log()}
    desk.library.decisions.close()
    for one in kept:
        context.line(said(one, known))


_DRAFTS: dict[str, Callable[[Desk, Sequence[str]], list[Decision]]] = {
    "merge": _merge,
    "split": _split,
    "rename": _named(Act.RENAME),
    "add": _named(Act.NAME),
    "hide": _hide,
    "unhide": _unhide,
    "other": _other,
    "different": _two(Act.DIFFERENT),
    "unsure": _two(Act.UNSURE),
}
