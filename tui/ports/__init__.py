"""What the screen asks of the world outside it."""
