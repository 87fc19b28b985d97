"""What a reader asks of a timeline: filter, query, reasons, order."""
