"""The screen and the command line; everything that knows Textual or a terminal."""
