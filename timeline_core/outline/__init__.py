"""From the blocks of a report to what each counts from: the day that a heading, a dateline, an entry, a row or a post
sets holds until the next that sets one."""
