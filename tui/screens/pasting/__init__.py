"""The sheet on which a pasted text is taken as a report."""
