"""JSON: where in it the reports are, and what its keys hold."""
