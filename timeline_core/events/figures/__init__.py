"""Numbers of an event: killed, wounded, arrested; what they count, and what denies them."""
