"""What lists know of names: how they are looked up, and what must stand beside those that are words, too."""
