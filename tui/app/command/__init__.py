"""Commands that are called by their name: the palette, and the line behind `:`."""
