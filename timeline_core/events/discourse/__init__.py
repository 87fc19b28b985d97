"""One report's mentions of happenings, and which of them tell of one: its discourse."""
