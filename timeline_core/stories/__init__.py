"""Stories: what a person writes of chosen events, a sentence each, with the words that prove it."""
