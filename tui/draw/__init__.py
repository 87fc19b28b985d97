"""From state to lines of text with styles."""
