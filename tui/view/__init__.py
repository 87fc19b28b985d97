"""The state of the screen: immutable values, and pure functions that make new ones."""
