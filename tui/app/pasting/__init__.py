"""Takes what is pasted: as a report, or into the line that is being typed."""
