"""Public path of version 0.1: now `timeline_core.model.report`. Kept for one release."""

from timeline_core.model.report import *  # noqa: F403
