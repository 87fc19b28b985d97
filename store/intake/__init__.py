"""From files to reports: what a person names on the command line, read, checked and told."""
