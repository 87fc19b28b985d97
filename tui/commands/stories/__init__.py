"""The verb `story`, and what the story desk of the reader asks for."""
