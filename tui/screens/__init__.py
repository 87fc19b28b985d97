"""The screens that lie over the reader: help, actors, export."""
