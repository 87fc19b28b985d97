"""Key to settled screen, in a real terminal: how long and how many bytes a key takes, at so many events.

    python -m benchmarks.keys [EVENTS]

Opens the reader on synthetic events in a raw pty of 120 by 40 cells, presses keys one at a time, and reads what comes
until nothing has come for `QUIET` seconds; the time is that of the last byte. Medians and 95th percentiles are printed
for each kind of key, and as a ratio to the cheapest, so that two machines can be compared.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from statistics import median, quantiles

ROWS, COLUMNS = 40, 120
QUIET = 0.12
_CODE = """
import sys
from tests.builders import many
from tui.app import WaqaiApp
whole = many({events})
WaqaiApp(lambda: whole, "many", "visual").run()
"""
KEYS = {
    "move": ["j"] * 30 + ["k"] * 10,
    "page": ["\x1b[6~"] * 15 + ["\x1b[5~"] * 5,
    "ends": ["G", "g"] * 5,
    "toggle an actor": ["1", "1", "1"] * 5,
    "days and months": ["}", "]", "{", "["] * 5,
    "type a search": ["/", *"raid 12", "\x7f", "\x7f", "\r", "\x1b"],
    "type a filter": ["f", *"since:2003", "\r", "\x1b"],
}


def main(arguments: Sequence[str]) -> None:
    """Measure, and print a line a kind of key."""
    events = int(arguments[0]) if arguments else 100_000
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    code = _CODE.format(events=events)
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    child = subprocess.Popen([sys.executable, "-c", code], stdin=slave, stdout=slave, stderr=slave, env=environ)
    try:
        _until(master, b"hidden", 600)
        _settled(master, 2.0)
        _report(master, events)
        os.write(master, b"q")
        _settled(master, 1.0)
    finally:
        child.terminate()
        child.wait(10)


def _report(master: int, events: int) -> None:
    found = {name: [_pressed(master, key) for key in keys] for name, keys in KEYS.items()}
    least = min(median(seconds for seconds, _ in times) for times in found.values())
    print(f"{events:,} events, {COLUMNS}x{ROWS}: milliseconds to the last byte, bytes a key")
    for name, times in found.items():
        seconds, sizes = [one for one, _ in times], [size for _, size in times]
        late = quantiles(seconds, n=20)[-1]
        middle = median(seconds)
        print(
            f"  {name:16} median {1000 * middle:6.1f}  p95 {1000 * late:6.1f}  x{middle / least:4.1f}"
            f"  bytes {median(sizes):7,.0f}"
        )


def _pressed(master: int, key: str) -> tuple[float, int]:
    """Seconds until the last byte came, and how many came."""
    start = time.perf_counter()
    os.write(master, key.encode())
    return _settled(master, QUIET, start)


def _settled(master: int, quiet: float, start: float = 0.0) -> tuple[float, int]:
    last, size = start, 0
    while select.select([master], [], [], quiet)[0]:
        size += len(os.read(master, 65_536))
        last = time.perf_counter()
    return last - start, size


def _until(master: int, wanted: bytes, patience: float) -> None:
    end = time.monotonic() + patience
    said = b""
    while wanted not in said and time.monotonic() < end:
        if select.select([master], [], [], 1.0)[0]:
            said = (said + os.read(master, 65_536))[-200_000:]


if __name__ == "__main__":
    main(sys.argv[1:])
