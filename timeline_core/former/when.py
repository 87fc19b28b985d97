"""Public path of version 0.1: now `timeline_core.model.when`. Kept for one release."""

from timeline_core.model.when import *  # noqa: F403
