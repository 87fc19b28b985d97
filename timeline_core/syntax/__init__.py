"""Sentences as clauses and predicates: who says, who does, and what each date belongs to."""
