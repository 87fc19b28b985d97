"""What stands behind the screen of the reader: its ports, joined to store and core."""
