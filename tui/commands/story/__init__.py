"""What is new, and which events may be one."""
