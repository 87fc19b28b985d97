"""What one sees: each draws a part of the `View` and tells what the reader wants."""
