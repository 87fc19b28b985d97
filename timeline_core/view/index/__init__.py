"""An index over all events, so that a filter answers between two keys."""
