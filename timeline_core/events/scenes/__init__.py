"""Where what is told took place: by the slots of its clause, and by the story that it belongs to."""
