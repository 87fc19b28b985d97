"""The table of keys is the one truth: bindings, help, README and the Arabic layout agree with it."""

import pytest
from textual.binding import BindingsMap
from textual.keys import _character_to_key

from tests.builders import founding
from tui.app.app import ANYWHERE, WaqaiApp
from tui.keys import bindings, keys
from tui.keys.keys import FIRST, HINTS, STANDARD, Hint, rebound
from tui.keys.table import COMMANDS, Command, Group
from tui.view import wishes
from tui.widgets.event_detail import EventDetail
from tui.widgets.pane import STEPS, Pane
from tui.widgets.report_pane import ReportPane
from tui.widgets.timeline_list import TimelineList

BOUND = BindingsMap(bindings.bindings(*Group)).key_to_bindings


def test_every_command_has_its_own_name_and_every_key_one_command() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert [key for key, found in BOUND.items() if len({binding.id for binding in found}) > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_something_that_the_program_can_do(command: Command) -> None:
    name, _, values = command.does.rpartition(".")[2].partition("(")
    owner = Pane if command.group is Group.PANE and "." not in command.does else WaqaiApp
    assert hasattr(owner, f"action_{name}")
    if name == "do":
        assert values.split("'")[1] in WaqaiApp(founding).does
    if name == "wish":
        assert values.split("'")[1] in wishes.WISHES
    if name == "go":
        assert values.split("'")[1] in STEPS


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_stands_in_the_help_and_in_the_table_of_the_readme(command: Command) -> None:
    words = keys.NINE.get(command.id[:-1], ("", command.words))[1]
    assert words in {row[1] for row in STANDARD.rows(*Group)}
    assert words in keys.table()


@pytest.mark.parametrize(
    ("arabic", "command"),
    [
        ("ت", "down"),
        ("ن", "up"),
        ("ل", "first"),
        ("أ", "gap"),
        ("؛", "turn"),
        ("ـ", "labels"),
        ("\u064b", "news"),
        ("\u064d", "story"),
        ("ش", "actors"),
        ("ظ", "search"),
        ("ى", "next_hit"),
        ("آ", "previous_hit"),
        ("ؤ", "copy"),
        ("ض", "leave"),
        ("؟", "help"),
        ("ج", "previous_month"),
        ("د", "next_month"),
        ("و", "previous_evidence"),
        ("ز", "next_evidence"),
        ("٣", "pin_3"),
        ("۹", "pin_9"),
    ],
)
def test_the_arabic_layout_does_the_same_with_the_same_physical_key(arabic: str, command: str) -> None:
    assert [binding.id for binding in BOUND[_character_to_key(arabic)]] == [command]


def test_no_arabic_key_stands_for_two() -> None:
    letters = [letter for printed in keys.ARABIC.values() for letter in printed]
    assert len(letters) == len(set(letters))


def test_every_pane_explains_itself() -> None:
    titles = [pane.ABOUT.title for pane in (TimelineList, EventDetail, ReportPane)]
    assert titles == ["Timeline", "Event", "Report"]
    assert all(len(pane.ABOUT.text) > 100 for pane in (TimelineList, EventDetail, ReportPane))


def test_panes_and_program_share_the_table_between_them() -> None:
    assert {Group.PANE, *ANYWHERE} == set(Group)


def test_the_foot_names_the_keys_a_newcomer_needs() -> None:
    assert [hint.key for hint in STANDARD.hints(*HINTS)] == ["/", "f", "a", "Enter", "P", "r", "S", "E", "q"]
    assert sorted(FIRST) == sorted(HINTS)
    assert all(hint.word for hint in STANDARD.hints(*HINTS))


def test_a_person_puts_other_keys_in_the_place_of_the_programs() -> None:
    keys, problems = rebound({"down": "n, Ctrl-J", "search": ["s"], "page_up": "b"})
    assert problems == ()
    known = {command.id: command.keys for command in keys.commands}
    assert (known["down"], known["search"], known["page_up"]) == (("n", "ctrl+j"), ("s",), ("b",))
    assert known["next_hit"] == ()
    assert keys.of("search") == "s"
    assert ("n  Ctrl-J", "one down") in keys.rows(Group.PANE)
    assert Hint("s", "search", "do('search')") in keys.hints(*HINTS)


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        ({"dwn": "n"}, "«dwn» is no command; did you mean «down»?"),
        ({"zebra": "n"}, "«zebra» is no command"),
        ({"down": "PgDwn"}, "«down»: «PgDwn» is no key; did you mean «pgdn»?"),
        ({"down": 3}, '«down»: «3» is no key; write keys in quotes, as "j, down"'),
        ({"down": "x", "up": "x"}, "«up»: «x» is the key of «down» already"),
    ],
)
def test_what_is_wrong_with_a_key_is_told_with_what_is_nearest(wanted: dict[str, object], problem: str) -> None:
    keys, problems = rebound(wanted)
    assert problems == (problem,)
    assert [command.id for command in keys.commands] == [command.id for command in COMMANDS]


def test_a_key_that_is_wrong_leaves_the_programs_own() -> None:
    keys, _ = rebound({"down": "PgDwn"})
    assert keys == STANDARD


@pytest.mark.parametrize(
    ("said", "key"),
    [("j", "j"), ("G", "G"), ("Ctrl-D", "ctrl+d"), ("shift+tab", "shift+tab"), ("PGDN", "pagedown"), ("comma", "comma"),
     (" ", "space"), ("F5", "f5"), ("Esc", "escape"), ("hyper+x", ""), ("ctrl+", ""), ("", "")],
)  # fmt: skip
def test_a_key_is_called_as_people_call_it(said: str, key: str) -> None:
    assert keys.named(said) == key
