"""From the sentences of one report to what it tells: drafts of happenings."""
