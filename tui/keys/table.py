"""Every command of the reader: its name, its keys, its words. All else about keys is made from this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.i18n.speech import later


class Group(StrEnum):
    """Where a key works; a message of the screen."""

    PANE = later("In every pane")
    TIMELINE = later("Among events")
    REVIEW = later("What you decide")
    FILTER = later("What is shown")
    PROGRAM = later("The program")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does."""

    id: str
    """Names the action and the binding; the reader's own keys go by it."""
    keys: tuple[str, ...]
    """Single signs as they are printed, or Textual's names of keys; the first is the one to show."""
    words: str
    """What it does: a message of the screen."""
    group: Group
    hint: str = ""
    """One word for the foot of the screen, a message too; empty for what is only in the help."""
    action: str = ""
    """The Textual action, where it is not to do what bears the id, or to go there."""

    @property
    def does(self) -> str:
        """The Textual action: in a pane its `go`, all others the app's `do`."""
        return self.action or (f"go('{self.id}')" if self.group is Group.PANE else f"do('{self.id}')")


_PIN_WORDS = (
    later("actor 1: only, all but, off"), later("actor 2: only, all but, off"), later("actor 3: only, all but, off"),
    later("actor 4: only, all but, off"), later("actor 5: only, all but, off"), later("actor 6: only, all but, off"),
    later("actor 7: only, all but, off"), later("actor 8: only, all but, off"), later("actor 9: only, all but, off"),
)  # fmt: skip

_SAVED_WORDS = (
    later("saved filter 1"), later("saved filter 2"), later("saved filter 3"), later("saved filter 4"),
    later("saved filter 5"), later("saved filter 6"), later("saved filter 7"), later("saved filter 8"),
    later("saved filter 9"),
)  # fmt: skip

COMMANDS = (
    Command("down", ("j", "down"), later("one down"), Group.PANE),
    Command("up", ("k", "up"), later("one up"), Group.PANE),
    Command("page_down", ("pagedown", "ctrl+d"), later("a page down"), Group.PANE),
    Command("page_up", ("pageup", "ctrl+u"), later("a page up"), Group.PANE),
    Command("first", ("g", "home"), later("to the first"), Group.PANE),
    Command("last", ("G", "end"), later("to the last"), Group.PANE),
    Command("select_all", ("ctrl+a",), later("select and copy the whole report"), Group.PANE, action="select_all"),
    Command("next_pane", ("tab",), later("next pane"), Group.PANE, action="app.wish('pane', 1)"),
    Command("previous_pane", ("shift+tab",), later("previous pane"), Group.PANE, action="app.wish('pane', -1)"),
    Command("zoom", ("z",), later("this pane alone, or all"), Group.PANE, action="app.wish('zoom')"),
    Command("grow", ("+",), later("make this pane larger"), Group.PANE, action="app.wish('grow', 1)"),
    Command("shrink", ("_",), later("make this pane smaller"), Group.PANE, action="app.wish('grow', -1)"),
    Command("next_day", ("}",), later("next day with events"), Group.TIMELINE, action="wish('day', 1)"),
    Command("previous_day", ("{",), later("previous day with events"), Group.TIMELINE, action="wish('day', -1)"),
    Command("next_month", ("]",), later("next month with events"), Group.TIMELINE, action="wish('month', 1)"),
    Command("previous_month", ("[",), later("previous month with events"), Group.TIMELINE, action="wish('month', -1)"),
    Command(
        "open", ("enter",), later("read the evidence in its report"), Group.TIMELINE, later("read"), action="do('read')"
    ),
    Command(
        "next_evidence", (">", "."), later("next evidence of the event"), Group.TIMELINE, action="wish('evidence', 1)"
    ),
    Command("previous_evidence", ("<", ","), later("previous evidence"), Group.TIMELINE, action="wish('evidence', -1)"),
    Command(
        "next_telling",
        ("right",),
        later("the words of another telling for this value of the event"),
        Group.TIMELINE,
        action="wish('telling', 1)",
    ),
    Command(
        "previous_telling", ("left",), later("those of the one before"), Group.TIMELINE, action="wish('telling', -1)"
    ),
    Command("next_here", (")",), later("next event of this report"), Group.TIMELINE, action="wish('here', 1)"),
    Command("previous_here", ("(",), later("previous event of this report"), Group.TIMELINE, action="wish('here', -1)"),
    Command(
        "next_date",
        ("l",),
        later("next date of this report, explained"),
        Group.TIMELINE,
        action="do('date', 1)",
    ),
    Command("previous_date", ("h",), later("previous date of this report"), Group.TIMELINE, action="do('date', -1)"),
    Command(
        "gap",
        ("H",),
        later("next gap in the timeline; Enter shows what could fall there"),
        Group.TIMELINE,
        action="wish('gap', 1)",
    ),
    Command("undated", ("0",), later("what has no date"), Group.TIMELINE, action="wish('undated')"),
    Command(
        "bounds",
        ("b",),
        later("what no report gives a day (≤): hidden, or shown"),
        Group.TIMELINE,
        action="wish('bounds')",
    ),
    Command(
        "order",
        ("B",),
        later("order: by day, the latest, the important, the doubtful first"),
        Group.TIMELINE,
        action="wish('order')",
    ),
    Command("compare", ("d",), later("two reports on this event side by side"), Group.TIMELINE),
    Command("lag", ("L",), later("how soon it was said and printed"), Group.TIMELINE),
    Command("activity", ("i",), later("how much happened when"), Group.TIMELINE),
    Command("jump", (":",), later("go to a day, in any words; or a command by its name"), Group.TIMELINE),
    Command("labels", ("J",), later("a letter on each row; press it to go there"), Group.TIMELINE),
    Command(
        "unfold",
        ("o",),
        later("announcements: on their own day, or under their event"),
        Group.TIMELINE,
        action="wish('unfold')",
    ),
    Command(
        "around", ("w",), later("only the week before and after this event"), Group.TIMELINE, action="wish('around')"
    ),
    Command("link", ("O",), later("open the link of this report"), Group.TIMELINE),
    Command("copy", ("c",), later("copy the event with its citation"), Group.TIMELINE),
    Command(
        "next_draft",
        ("r",),
        later("next event that nobody has reviewed"),
        Group.REVIEW,
        later("review"),
        action="wish('draft', 1)",
    ),
    Command(
        "previous_draft",
        ("R",),
        later("previous event that nobody has reviewed"),
        Group.REVIEW,
        action="wish('draft', -1)",
    ),
    Command("lens", ("D",), later("doubts: what an opponent would attack first"), Group.REVIEW, action="wish('doubt')"),
    Command("accept", ("y",), later("accept; of an accepted one, back to a draft"), Group.REVIEW),
    Command("reject", ("x",), later("reject; of a rejected one, back to a draft"), Group.REVIEW),
    Command("edit", ("e",), later("correct title, date, actors, kind"), Group.REVIEW),
    Command("star", ("s",), later("star, or take the star off"), Group.REVIEW),
    Command("tag", ("t",), later("tag; with - before it, take the tag off"), Group.REVIEW),
    Command("note", ("A",), later("write a note"), Group.REVIEW),
    Command("mark", ("space",), later("mark for what you do next"), Group.REVIEW, action="wish('mark')"),
    Command(
        "mark_range",
        ("v",),
        later("mark all from the nearest mark to here"),
        Group.REVIEW,
        action="wish('mark_range')",
    ),
    Command("mark_all", ("*",), later("mark all that are shown, or none"), Group.REVIEW, action="wish('mark_all')"),
    Command("merge", ("m",), later("merge the marked events into this one"), Group.REVIEW),
    Command("split", ("M",), later("split this quote off"), Group.REVIEW),
    Command("doubts", ("=",), later("events that may be one, pair by pair"), Group.REVIEW),
    Command("news", ("W",), later("what is new since you looked last"), Group.REVIEW),
    Command("keep", ("K",), later("keep these reports and decisions in your library"), Group.REVIEW),
    Command("new_event", ("I",), later("make an event of words of the report"), Group.REVIEW),
    Command("paste", ("ctrl+n",), later("take a pasted text as a report"), Group.REVIEW),
    Command(
        "turn", ("P",), later("the day of this report: try others, and see what moves"), Group.REVIEW, later("its day")
    ),
    Command("story", ("S",), later("stories of the marked events"), Group.REVIEW, later("story")),
    Command("undo", ("u",), later("undo your last decision"), Group.REVIEW),
    Command("redo", ("ctrl+r",), later("redo"), Group.REVIEW),
    Command(
        "search",
        ("/",),
        later("show only what holds these words; in a report, find them"),
        Group.FILTER,
        later("search"),
    ),
    Command("next_hit", ("n",), later("next event or place that holds them"), Group.FILTER, action="wish('hit', 1)"),
    Command(
        "previous_hit", ("N",), later("previous event or place that holds them"), Group.FILTER, action="wish('hit', -1)"
    ),
    Command("filter", ("f",), later("narrow by a line of conditions"), Group.FILTER, later("filter")),
    Command("saved_menu", ("V",), later("your saved filters, as a menu"), Group.FILTER),
    Command(
        "any_or_all",
        ("&",),
        later("events of any of the actors, or of all of them together"),
        Group.FILTER,
        action="wish('any_or_all')",
    ),
    *(
        Command(f"saved_{n}", (f"f{n + 1}",), _SAVED_WORDS[n - 1], Group.FILTER, action=f"do('saved', {n})")
        for n in range(1, 10)
    ),
    Command(
        "actors", ("a",), later("choose among all actors; rename, merge, hide them"), Group.FILTER, later("actors")
    ),
    Command("reports", ("p",), later("all reports; read one, set its day or outlet, remove it"), Group.FILTER),
    Command("places", ("@",), later("the places, by country and governorate"), Group.FILTER),
    Command("table", ("T",), later("who when, where when, who with whom, as a table"), Group.FILTER),
    *(
        Command(f"pin_{n}", (str(n),), _PIN_WORDS[n - 1], Group.FILTER, action=f"wish('pin', {n})")
        for n in range(1, 10)
    ),
    Command(
        "switch_filters",
        ("F", "ctrl+f"),
        later("all filters off, and on again"),
        Group.FILTER,
        action="wish('filters')",
    ),
    Command("back", ("escape",), later("one step back, then clear the filters"), Group.PROGRAM, action="wish('back')"),
    Command(
        "export",
        ("E",),
        later("write what is shown to a file: a document, a table, a map"),
        Group.PROGRAM,
        later("export"),
    ),
    Command("help", ("?", "f1"), later("the keys of this pane"), Group.PROGRAM, later("help")),
    Command("reload", ("ctrl+l",), later("read all reports again, and draw the screen anew"), Group.PROGRAM),
    Command("palette", ("ctrl+p",), later("every command by name"), Group.PROGRAM),
    Command("suspend", ("ctrl+z",), later("stop; fg in the shell goes on"), Group.PROGRAM, action="suspend_process"),
    Command("leave", ("q",), later("back, then quit"), Group.PROGRAM, later("quit")),
)
