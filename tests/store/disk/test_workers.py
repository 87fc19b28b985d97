"""No process that works for another outlives it, however that one ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FIRST = """
import sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from os import getpid
from store.disk import workers

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, get_context(sys.argv[1]), workers.enlist)
    print(pool.submit(getpid).result(), flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_worker_ends_with_the_process_that_was_killed(tmp_path: Path, method: str) -> None:
    script = tmp_path / "first.py"
    script.write_text(FIRST, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(script), method]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as first:
        assert first.stdout is not None
        worker = int(first.stdout.readline())
        assert runs(worker)
        first.kill()
    end = time.monotonic() + 20
    while runs(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not runs(worker)


def runs(process: int) -> bool:
    """Neither gone nor a zombie."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
