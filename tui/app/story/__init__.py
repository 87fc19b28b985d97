"""Parts of the reader that open the story desk and what belongs to it."""
