"""`Window`: the process behind one window of a browser; it ends with the window, however that ends."""

from __future__ import annotations

import asyncio
import shlex
from asyncio.subprocess import Process
from contextlib import suppress

from textual_serve.app_service import AppService

_PATIENCE = 5.0
"""Seconds that a reader has to quit once it was told to; then it is killed."""


_DRIVER = "tui.web.driver:WebDriver"


class Window(AppService):
    """The process of textual-serve for one window. That one is told to quit and forgotten; this one is waited for,
    or killed.
    """

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """As of textual-serve, with a driver that ends when this process does."""
        return {**super()._build_environment(width, height), "TEXTUAL_DRIVER": _DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the process without a shell: a shell could be killed and leave the reader behind."""
        pipe = asyncio.subprocess.PIPE
        environment = self._build_environment(width=width, height=height)
        words = shlex.split(self.command)
        process = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe, stderr=pipe, env=environment)
        self._process, self._stdin = process, process.stdin
        return process

    async def stop(self) -> None:
        process, reading = self._process, self._task
        self._process = self._task = None
        if process is None:
            return
        quitting = asyncio.ensure_future(self._quit(process))
        try:
            await asyncio.wait({quitting}, timeout=_PATIENCE)
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
            tasks = [quitting, *([reading] if reading is not None else [])]
            for task in tasks:
                task.cancel()
            await asyncio.gather(process.wait(), *tasks, return_exceptions=True)

    async def _quit(self, process: Process) -> None:
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        await process.wait()
