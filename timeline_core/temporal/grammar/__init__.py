"""How expressions of time are recognised: words → shapes → trees → meanings."""
