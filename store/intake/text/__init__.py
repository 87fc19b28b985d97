"""From bytes to letters, and plain text with what stands before it."""
