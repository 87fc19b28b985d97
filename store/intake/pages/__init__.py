"""Pages of the web: fetched within limits, and read for what one sees and what they say of themselves."""
