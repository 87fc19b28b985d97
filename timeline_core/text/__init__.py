"""Text as given, and what is read off it: one spelling per word, tokens with spans, sentences."""
