"""What each actor is to a happening: who did it, to whom, who says so, from the slots of its predicates."""
