"""On which days a report can have been published, and what moves in the timeline with that day."""
