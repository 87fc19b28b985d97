"""What tests of the store share that change no file of their own."""

from __future__ import annotations

import os

import pytest


@pytest.fixture
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """No disk is waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
