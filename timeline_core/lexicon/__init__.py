"""Compiled language data: what the words of each language are to each stage."""
