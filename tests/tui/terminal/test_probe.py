"""What is written to which terminal."""

import os
import pty
import random
import re
import sys
import termios
import threading
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.bidi.samples import news, texts
from tui.bidi.brackets import MIRRORS
from tui.bidi.classes import CLASSES
from tui.bidi.layout import isolate, layout, visual
from tui.bidi.levels import resolve, visual_order
from tui.bidi.line import Line
from tui.bidi.modes import Mode
from tui.terminal.probe import (
    QUERY,
    Answers,
    ask,
    asked_for,
    choose,
    enter,
    leave,
    may_be_asked,
    parse,
    settle,
    without_marks,
)

VTE = "\x1b[8;1$y\x1bP>|VTE(7006)\x1b\\\x1b[?65;1;9c"
XTERM = "\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2c"
PLAIN_ENVIRON = {"TERM": "xterm-256color"}


def said(bdsm: int | None, name: str) -> Answers:
    """All that a terminal has to say."""
    return Answers(bdsm, name, complete=True)


@pytest.mark.parametrize(
    "received, answers",
    [
        (VTE, said(1, "VTE(7006)")),
        (XTERM, said(0, "XTerm(379)")),
        ("\x1b[?1;2c", said(None, "")),
        ("", Answers()),
        ("abc\x1b[8;2$yq", Answers(2)),
        ("\x1bP>|kitty(0.26.5)\x07", Answers(None, "kitty(0.26.5)")),
    ],
)
def test_an_answer_is_read_whatever_is_missing_or_between(received: str, answers: Answers) -> None:
    assert parse(received) == answers


@pytest.mark.parametrize(
    "answers, environ, mode, marks",
    [
        (parse(VTE), {}, "visual", True),
        (parse(XTERM), {}, "visual", True),
        (Answers(), {}, "visual", True),
        (said(None, "Konsole 22.12.3"), {}, "inverse", True),
        (said(None, ""), {"KONSOLE_VERSION": "221203"}, "inverse", True),
        (said(0, ""), {"MLTERM": "3.9.0"}, "inverse", True),
        (said(0, "mlterm(3.9.0)"), {}, "inverse", True),
        (said(0, "kitty(0.26.5)"), {}, "words", True),
        (said(0, "XTerm(379)"), {"KITTY_WINDOW_ID": "1"}, "visual", True),
        (said(1, ""), {"KONSOLE_VERSION": "221203"}, "visual", True),
        (Answers(), {"TERM_PROGRAM": "Apple_Terminal"}, "inverse", True),
        (said(None, "foot(1.13)"), {}, "visual", False),
        (said(None, ""), {"TERM": "alacritty"}, "visual", False),
        (said(None, "tmux 3.3a"), {"TMUX": "x", "KONSOLE_VERSION": "221203"}, "inverse", True),
        (said(None, "tmux 3.3a"), {"TMUX": "x"}, "visual", True),
    ],
)
def test_each_terminal_gets_the_mode_it_was_seen_to_need(
    answers: Answers, environ: dict[str, str], mode: Mode, marks: bool
) -> None:
    found = choose(answers, PLAIN_ENVIRON | environ)
    assert (found.mode, found.marks) == (mode, marks)


def test_the_environment_is_heard_before_the_option_and_the_option_before_the_settings() -> None:
    assert asked_for({"WAQAI_BIDI": "off"}, "visual", "words") == "off"
    assert asked_for({}, "visual", "words") == "visual"
    assert asked_for({}, None, "words") == "words"
    assert asked_for({}) == "auto"


def test_a_mode_that_is_none_is_refused_with_its_source() -> None:
    with pytest.raises(ValueError, match=r"--bidi is 'vsual'.*auto, visual, inverse, words, off"):
        asked_for({}, "vsual")


def test_a_mode_that_was_asked_for_stands() -> None:
    assert settle("off", said(None, "Konsole 22"), PLAIN_ENVIRON).mode == "off"
    assert settle("auto", said(None, "Konsole 22"), PLAIN_ENVIRON).mode == "inverse"


def test_the_terminal_is_told_at_the_start_and_set_back_at_the_end() -> None:
    assert (enter({}), leave({})) == ("\x1b[8l", "\x1b[8h")
    assert enter({"TMUX": "x"}) == "\x1b[8l\x1bPtmux;\x1b\x1b[8l\x1b\\"
    assert leave({"TMUX": "x"}) == "\x1b[8h\x1bPtmux;\x1b\x1b[8h\x1b\\"


class Far:
    """The far end of a pseudo-terminal, which answers as a terminal does, and the near end as a program holds it."""

    def __init__(self, answer: str) -> None:
        self.end, near = pty.openpty()
        self.source = os.fdopen(near, "r", encoding="utf-8")
        self.target = os.fdopen(os.dup(near), "w", encoding="utf-8")
        self.heard = b""
        self.answer = answer.encode()
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()

    def _serve(self) -> None:
        while len(self.heard) < len(QUERY):
            self.heard += os.read(self.end, 100)
        for start in range(0, len(self.answer), 3):
            os.write(self.end, self.answer[start : start + 3])

    def close(self) -> None:
        self.thread.join()
        self.source.close()
        self.target.close()
        os.close(self.end)


@pytest.fixture
def far(request: pytest.FixtureRequest) -> Iterator[Far]:
    end = Far(request.param)
    yield end
    end.close()


@pytest.mark.parametrize("far", [VTE, XTERM], indirect=True, ids=["VTE", "xterm"])
def test_a_terminal_is_asked_and_its_settings_are_as_before(far: Far) -> None:
    before = termios.tcgetattr(far.source)
    assert ask(far.source, far.target, PLAIN_ENVIRON, timeout=10) == parse(far.answer.decode())
    assert termios.tcgetattr(far.source) == before
    assert far.heard.decode() == QUERY


@pytest.mark.parametrize("far", ["\x1b[8;0$y"], indirect=True, ids=["half an answer"])
def test_a_terminal_that_falls_silent_is_left_after_the_timeout(far: Far) -> None:
    before = termios.tcgetattr(far.source)
    assert ask(far.source, far.target, PLAIN_ENVIRON, timeout=0.3) == Answers(0)
    assert os.read(far.end, 100) == b"\x1b8\x1b[K", "what it may have shown of the question is wiped away"
    assert termios.tcgetattr(far.source) == before


def test_a_file_is_asked_nothing(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w+") as file:
        assert ask(file, file, PLAIN_ENVIRON) == Answers()
        assert file.tell() == 0


@pytest.mark.parametrize(
    "environ", [{"TERM": "dumb"}, {"TERM": "linux"}, {}, {"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"}]
)
def test_what_would_show_the_question_is_not_asked(environ: dict[str, str]) -> None:
    assert ask(sys.stdin, sys.stdout, environ) == Answers()
    assert not may_be_asked(environ)


def reordered(written: str) -> str:
    """What a terminal draws that applies UAX #9 to each line from left to right."""
    levels = resolve(written, 0).levels
    drawn = [MIRRORS.get(written[n], written[n]) if levels[n] & 1 else written[n] for n in visual_order(levels)]
    return "".join(drawn).replace("\u200e", "")


def turned_by_word(written: str) -> str:
    """What a terminal draws that turns every stretch of right-to-left letters."""
    classes = written.translate(CLASSES)
    drawn = list(written)
    for match in re.finditer("[RA]+", classes):
        drawn[match.start() : match.end()] = reversed(drawn[match.start() : match.end()])
    return "".join(drawn)


def news_lines(mode: Mode) -> Iterator[tuple[Line, Line]]:
    """Lines as drawn, and the same as they are written in a mode."""
    rng = random.Random(4)
    for _ in range(150):
        text = news(rng, 30)
        yield from zip(layout(text, 40).lines, layout(text, 40, mode=mode).lines, strict=True)


@pytest.mark.parametrize("mode, terminal", [("inverse", reordered), ("words", turned_by_word)])
def test_after_the_terminal_has_done_its_worst_the_line_is_as_drawn(mode: Mode, terminal: Callable[[str], str]) -> None:
    wrong = [(line.text, sent.text) for line, sent in news_lines(mode) if terminal(sent.text) != line.text]
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["12 قتيلا", "كتاب (v1.2) x", f"Source: {isolate('وكالة (سانا)')} - 3", "سلام 12 abc", "abc ١٢ ١٣ سلام"]
)
def test_inverse_puts_numbers_and_brackets_back_where_they_are_drawn(text: str) -> None:
    assert reordered(visual(text, mode="inverse")) == visual(text)


def test_inverse_sends_plain_news_without_any_mark_of_order() -> None:
    right, left = "\ufe8d\ufedf\ufef4\ufeee\ufee1", "\ufed7\ufe8e\ufedf\ufe96 \ufee3\ufee8\ufec8\ufee4\ufe94"
    assert visual("قالت منظمة WHO اليوم", mode="inverse") == f"{right} WHO {left}"


def test_off_sends_the_text_itself() -> None:
    text = f"قالت منظمة WHO (لا) می\u200cخواهم {isolate('12')}"
    assert visual(text, mode="off") == text
    assert visual("a\x1bb\u202ec\td", mode="off") == "a\ufffdbc d"


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(["inverse", "words", "off"]))
def test_no_mode_sends_a_control_or_loses_a_cell(text: str, mode: Mode) -> None:
    for line in layout(text, 20, [(1, 9, "x")], mode=mode).lines:
        assert line.width == len(line.map) == sum(cells for _, cells, _ in line.runs)
        assert "".join(run[0] for run in line.runs) == line.text
        assert {unicodedata.category(char) for char in line.text}.isdisjoint({"Cc", "Cs"})


@pytest.mark.parametrize("mode", ["visual", "inverse", "words"])
def test_styles_go_with_their_letters_in_every_mode(mode: Mode) -> None:
    line = layout("قالت منظمة WHO اليوم", 60, [(5, 13, 1)], mode=mode).lines[0]
    assert sorted("".join(run[0] for run in line.runs if run[2])) == sorted(" ﺔﻤﻈﻨﻣWH")


def test_marks_can_be_left_out_without_moving_a_cell() -> None:
    line = layout("لَا شَيْءَ", 60).lines[0]
    assert without_marks(line.text) == "\ufe80\ufef2\ufeb7 \ufefb"
