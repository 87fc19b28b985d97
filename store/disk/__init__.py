"""The disk: whole writes, locks, paths, worker processes."""
