"""The state of the screen: immutable values and pure functions upon them."""
