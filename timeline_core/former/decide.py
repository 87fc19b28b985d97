"""Public path of version 0.1: now `timeline_core.decisions.apply`. Kept for one release."""

from timeline_core.decisions.apply import *  # noqa: F403
