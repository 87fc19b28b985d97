"""`waqai doctor`: what this terminal is and can do, and a card on which a person sees what the program cannot."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.commands.shared import test_card as card
from tui.commands.shared.context import FAILED, OK, Context
from tui.commands.shared.terminal import Wanted, wanted
from tui.settings import config
from tui.terminal import probe as terminal
from tui.terminal.probe import Answers

_LABEL = 11
_KEYS = {"ش": "a", "لا": "b", "ل": "b", "ؤ": "c", "غ": "y", "ى": "n", "1": "a", "2": "b", "3": "c"}
"""What the keys of the answers print under the Arabic layout, and numbers."""
_HOW = """\
The line that reads right says, from its right end: salam, (alaykum), 123, WHO;
its letters are joined, and the right edge of the box is straight.
"""
_BDSM = {
    None: "it did not say",
    0: "it does not know of that",
    1: "it does unless it is told not to, and it can be told",
    2: "it was told not to",
    3: "always",
    4: "never",
}

_PASSING = {"0": "off", "1": "on", "2": "on", "off": "off", "on": "on", "all": "on"}


def configure(parser: ArgumentParser) -> None:
    """Whether to ask."""
    parser.add_argument("--plain", action="store_true", help="print what there is to know and ask nothing")


def run(options: Namespace, context: Context) -> int:
    """The facts and the card; on a terminal two questions, whose answers are kept in the settings."""
    from store.disk import paths

    folder = paths.config()
    live = context.out.isatty()
    answers = terminal.ask(sys.stdin, context.out, context.environment) if live else Answers()
    for label, value in _facts(answers, wanted(context), folder, context):
        context.out.write(f"{label:<{_LABEL}}{value}\n")
    context.out.write("\n")
    for line in card.drawn(context.environment, live=live):
        context.out.write(f"{line}\n")
    context.out.write(_HOW)
    context.out.flush()
    if options.plain or not (live and context.stdin.isatty()):
        return OK
    return _interview(folder, context)


def _facts(answers: Answers, said: Wanted, folder: Path, context: Context) -> Iterator[tuple[str, str]]:
    environ = context.environment
    yield "Terminal", answers.name or terminal.terminal_name(answers, environ) or "it did not say its name"
    named = [f"{name}={environ[name]}" for name in ("TERM", "TERM_PROGRAM", "COLORTERM") if environ.get(name)]
    yield "Named", ", ".join(named) or "no TERM"
    yield "Inside", ", ".join(_inside(environ)) or "nothing else"
    yield "Reorders", _BDSM[answers.bdsm]
    size = shutil.get_terminal_size()
    yield "Size", f"{size.columns} columns, {size.lines} lines"
    yield "Colours", _colours(environ)
    yield "Characters", _characters(environ)
    yield from _choice(answers, said, context)
    yield from _library(context.folder)
    yield from _scratch()
    yield "Settings", f"{folder / config.FILE}{'' if (folder / config.FILE).exists() else ' (not there yet)'}"


def _library(folder: Path) -> Iterator[tuple[str, str]]:
    """Where the library is, and who else may read it there."""
    from store.care.sync_copies import carrier
    from store.disk import private

    yield "Library", f"{folder}{'' if folder.exists() else ' (not there yet)'}"
    yield from _locked(folder)
    if folder.exists() and private.is_open(folder):
        yield "", f"other accounts of this machine may read it; close it: chmod -R go-rwx {shlex.quote(str(folder))}"
    if program := carrier(folder):
        yield "", f"{program} copies it to other machines; one machine at a time may write there"


def _locked(folder: Path) -> Iterator[tuple[str, str]]:
    """Whether the library is locked, where it ever was."""
    from store.care.vault import keys
    from store.disk.locked import is_locked

    if is_locked(folder):
        yield "", "it is locked; «waqai library unlock» opens it"
    elif keys.has_key(folder):
        yield "", "it is open; «waqai library lock» locks it"


def _scratch() -> Iterator[tuple[str, str]]:
    """Where decisions lie about reports that are in no library."""
    from store.care import scratch
    from store.disk import paths

    if sets := scratch.every():
        decided = "one set of files that is" if len(sets) == 1 else f"{len(sets):,} sets of files that are"
        yield "Scratch", f"{paths.scratch()} (decisions on {decided} in no library; it may be deleted)"


def _inside(environ: Mapping[str, str]) -> Iterator[str]:
    """What stands between the program and the window."""
    if environ.get("SSH_CONNECTION"):
        yield "ssh"
    if environ.get("STY"):
        yield "screen"
    if environ.get("TMUX"):
        asked = ["tmux", "display-message", "-p", "#{client_termtype}/#{allow-passthrough}"]
        try:
            said = subprocess.run(asked, capture_output=True, text=True, timeout=1, check=False).stdout  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            said = ""
        around, _, passing = said.strip().rpartition("/")
        yield f"tmux{f' in {around}' if around else ''}, allow-passthrough {_PASSING.get(passing, 'unknown')}"


def _choice(answers: Answers, said: Wanted, context: Context) -> Iterator[tuple[str, str]]:
    """The mode that the reader would open in."""
    found = terminal.settle(said.bidi, answers, context.environment)
    marks = found.marks if said.marks is None else said.marks
    yield "Mode", f"{found.mode}, vowel marks {'drawn' if marks else 'left out'}: {found.why}"
    if found.advice:
        yield "Better", found.advice


def _colours(environ: Mapping[str, str]) -> str:
    if environ.get("NO_COLOR"):
        return "none, as NO_COLOR asks"
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16.7 million"
    return "256" if "256" in environ.get("TERM", "") else "not told; 16 can be counted on"


def _characters(environ: Mapping[str, str]) -> str:
    """By the variable that decides."""
    name = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), "")
    if not name:
        return "UTF-8 is sent; no locale is set"
    known = environ[name].lower().replace("-", "").endswith("utf8")
    return f"UTF-8 ({name}={environ[name]})" if known else f"UTF-8 is sent, but {name}={environ[name]} says another"


def _interview(folder: Path, context: Context) -> int:
    """Ask, and keep what was answered."""
    letters = {sample.letter.lower(): sample for sample in card.SAMPLES}
    answer = _asked("\nWhich reads right (the first that does)? A, B, C; Enter for none: ", {*letters}, context)
    if not answer:
        context.tell("nothing was changed; --bidi off leaves all order and joining to the terminal")
        return OK
    chosen = letters[answer]
    marks = f"Has the second line of {chosen.letter} every letter, each below its marks? y, n; Enter: "
    marked = _asked(marks, {"y", "n"}, context)
    more: dict[str, bool] = {"marks": marked == "y"} if marked else {}
    try:
        path = config.write(folder, bidi=chosen.mode, **more)
    except config.ConfigError as error:
        context.tell(str(error))
        return FAILED
    context.out.write(f"\nKept in {path}\n")
    if context.environment.get(terminal.SETTING):
        context.tell(f"{terminal.SETTING} is set and goes before it")
    return OK


def _asked(question: str, allowed: set[str], context: Context) -> str:
    """One of the answers; nothing for an empty line or the end of input."""
    while True:
        context.out.write(question)
        context.out.flush()
        line = context.stdin.readline()
        said = line.decode("utf-8", "replace").strip().lower()
        said = _KEYS.get(said, said)
        if said in allowed or not said:
            return said
        question = f"{', '.join(sorted(allowed)).upper()}, or Enter: "
