"""How long the reader needs from a key to the settled screen, as the program itself in a pseudo-terminal.

Run `python -m benchmarks.keys FOLDER [COUNT]`; what it opens is made in the folder and stays there. Leaves with
status 1 when a target is missed: 30 milliseconds for 95 of 100 keys, and a first list within 1.3 times what a bare
Textual app needs to say one word, both the best of several starts of one run: the list as it was left, which stands
there before the program is loaded (`tui.terminal.glimpse`), and, as a further figure, that of a start that finds none.
Beside the time on the clock stands that of the processor, which others who use the machine do not lengthen as much.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import quantiles
from tempfile import mkdtemp
from time import sleep

from benchmarks.kept import library
from benchmarks.terminal import Drawn, Terminal

TARGET, RATIO = 0.030, 1.3
STARTS = 5
PACE = 0.15
"""Seconds between a settled screen and the next key."""
BARE = """from textual.app import App; from textual.widgets import Static
class Bare(App):
    def compose(self): yield Static("hello there")
Bare().run()"""
STORIES = {
    "down": ["j"] * 60,
    "page down": ["\x1b[6~"] * 30,
    "page up": ["\x1b[5~"] * 30,
    "ends": ["G", "g"] * 10,
    "days and months": ["}", "]", "{", "["] * 6,
    "an actor": ["1", "1", "1", "2", "2", "2", "3", "3", "3"] * 3,
    "a search": ["/", *"المكاتب غرب", "\r", "\x1b"],
    "a filter": ["f", *"until:2010 كتب", "\r", "\x1b"],
}


def main(folder: Path, count: int) -> int:
    """Measure and tell."""
    home = library(folder, count)
    scratch = mkdtemp()
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    environment = {**dict.fromkeys(names, scratch), "WAQAI_LIBRARY": str(home), "WAQAI_BIDI": "visual"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": scratch}  # as it is once installed
    bare, first, again = _starts(environment, count)
    missed = again[1] > RATIO * bare[1]
    for name, (wall, worked) in (("bare Textual", bare), ("the list", first), ("as it was left", again)):
        print(f"{name:>14}: first paint {wall * 1e3:5.0f} ms, processor {worked * 1e3:5.0f} ms")
    with Terminal(["-m", "tui"], environment) as reader:
        reader.until(f"{count:,}".encode())
        reader.settle()
        for name, keys in STORIES.items():
            missed |= _missed(name, [_pressed(reader, key) for key in keys])
            reader.settle()
        print(f"memory: {reader.memory() / 1e6:.0f} MB, {reader.memory() / count:.0f} bytes an event")
    return int(missed)


def _pressed(reader: Terminal, key: str) -> Drawn:
    """After a moment, as a person presses one key after the other."""
    sleep(PACE)
    return reader.press(key)


def _starts(environment: dict[str, str], count: int) -> list[tuple[float, float]]:
    """Of a bare app, of the reader, and of the reader where it was left before: the best start, clock and processor."""
    bare, first, again = [], [], []
    for _ in range(STARTS):
        with Terminal(["-c", BARE], environment) as app:
            bare.append((app.until(b"hello"), app.worked()))
        with Terminal(["-m", "tui"], environment) as reader:
            first.append((reader.until(f"{count:,}".encode()), reader.worked()))
    with Terminal(["-m", "tui"], environment) as reader:
        reader.until(f"{count:,}".encode())
        reader.settle()
        reader.press("q")
        reader.settle()
    for _ in range(STARTS):
        with Terminal(["-m", "tui"], environment) as reader:
            again.append((reader.until(f"{count:,}".encode()), reader.worked()))
    return [_best(bare), _best(first), _best(again)]


def _best(found: list[tuple[float, float]]) -> tuple[float, float]:
    return min(wall for wall, _ in found), min(worked for _, worked in found)


def _missed(name: str, drawn: list[Drawn]) -> bool:
    """Tell; True when the target is missed."""
    wall, worked = [quantiles(times, n=20) for times in ([d.settled for d in drawn], [d.worked for d in drawn])]
    size = sum(one.size for one in drawn) / len(drawn)
    print(
        f"{name:>12}: clock p50 {wall[9] * 1e3:6.1f} p95 {wall[18] * 1e3:6.1f} ms, processor p50 {worked[9] * 1e3:6.1f}"
        f" p95 {worked[18] * 1e3:6.1f} ms, {size:7,.0f} bytes a key"
    )
    return wall[18] > TARGET


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000))
