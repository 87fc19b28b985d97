"""The terminal itself: what it can do, the driver, what is sent to it."""
