"""The populated places of the world by name, and which of them a report means."""
