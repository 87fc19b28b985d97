"""Add a Telegram export of 100 MB: how long it takes, how much memory, and whether a stopped run goes on.

    python -m benchmarks.telegram [--messages 300000] [--folder DIR]

Makes `result.json` of so many messages (every word of it is this file's own), adds it, stops that with Ctrl-C once a
third is kept, adds it again, and says what was kept and the most memory that the process held, at its beginning and at
its end.

Measured on 2 quiet cores: 300,000 messages, 136 MB; stopped after 106,000 in 71 s, in 49 to 61 MB; the same command
then told 105,000 duplicates and kept the other 195,000 in 133 s, in 50 to 72 MB. Under a load of 10 to 15 it took five
to ten times as long, in as much memory.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

_FIRST = datetime(2019, 1, 1, 6)  # noqa: DTZ001 an export writes the time of the telephone
_DEEDS = ("انهار جسر", "أغلق طريق", "هطلت أمطار على", "افتتح سوق", "انقطع التيار عن", "وصلت قافلة إلى")
_PLACES = ("الوادي", "المنارة", "السهل", "الكرم", "الزيتون", "الرمان", "السنديان", "الحجر")
_MORE = "وقال المرصد إن التفاصيل تنشر لاحقا بعد أن يتأكد منها مراسلوه في المكان، ودعا الأهالي إلى الحذر."


def write(path: Path, messages: int) -> None:
    """An export of a channel, a message at a time."""
    random = Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write('{"name": "مرصد الوادي", "type": "public_channel", "id": 77, "messages": [\n')
        for number in range(1, messages + 1):
            moment = _FIRST + timedelta(minutes=7 * number)
            words = f"{random.choice(_DEEDS)} {random.choice(_PLACES)} اليوم، وهو الخبر رقم {number}. "
            message = {
                "id": number,
                "type": "message",
                "date": moment.isoformat(),
                "date_unixtime": str(int(moment.timestamp())),
                "from": "مرصد الوادي",
                "from_id": "channel77",
                "text": [{"type": "bold", "text": words}, _MORE],
            }
            file.write(json.dumps(message, ensure_ascii=False) + (",\n" if number < messages else "\n"))
        file.write("]}\n")


def _memory(process: subprocess.Popen[bytes]) -> int:
    """Megabytes that it holds now; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{process.pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


def _kept(library: Path) -> int:
    """Reports on the disk: a file each, and one for the text of each."""
    return sum(1 for name in os.listdir(library / "texts") if len(name) == 64) if library.is_dir() else 0  # noqa: PTH208


def run(export: Path, library: Path, stop_at: int = 0) -> tuple[int, list[int], float]:
    """Exit code, memory once a second, seconds."""
    words = [sys.executable, "-m", "tui", "add", str(export)]
    start = time.monotonic()
    process = subprocess.Popen(words, env={**os.environ, "WAQAI_LIBRARY": str(library)})
    held: list[int] = []
    while process.poll() is None:
        time.sleep(1)
        held.append(_memory(process))
        if stop_at and len(held) % 5 == 0 and _kept(library) >= stop_at:
            process.send_signal(signal.SIGINT)
            process.wait()
    return process.returncode, [one for one in held if one], time.monotonic() - start


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=300_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # else what is started in the background never stops
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        export, library = Path(folder) / "result.json", Path(folder) / "library"
        write(export, options.messages)
        print(f"{options.messages:,} messages, {export.stat().st_size / 1e6:.0f} MB")
        for stop_at in (options.messages // 3, 0):
            code, held, seconds = run(export, library, stop_at)
            tenth = max(1, len(held) // 10)
            most = [max(held[at : at + tenth]) for at in range(0, len(held), tenth)]
            print(f"exit {code} after {seconds:.0f} s: {_kept(library):,} kept; the most memory in each tenth, in MB:")
            print(" ", *most)


if __name__ == "__main__":
    main()
