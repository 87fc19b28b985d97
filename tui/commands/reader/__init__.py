"""Behind the reader's screen: its ports, implemented with store and core."""
