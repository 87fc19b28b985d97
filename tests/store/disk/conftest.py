"""A world for what lets the disk fail and what cuts the power."""

from __future__ import annotations

import pytest

from tests.store.disk.world import World, made


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> World:
    return made(tmp_path_factory.mktemp("world"))
