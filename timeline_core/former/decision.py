"""Public path of version 0.1: now `timeline_core.model.decision`. Kept for one release."""

from timeline_core.model.decision import *  # noqa: F403
