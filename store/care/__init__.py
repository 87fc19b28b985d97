"""Care of a library: verify, back up, mend, merge, migrate."""
