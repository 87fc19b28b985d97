"""The values that all stages share: spans, Whens, reports, expressions, events, drafts, decisions."""
