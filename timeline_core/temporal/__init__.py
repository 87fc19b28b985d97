"""Words that denote time: found in the text, read as meanings, resolved against an anchor into Whens with reasons."""
