"""Chats and posts: every message is a report of its own moment, and the thread that it stands in is told with it."""
