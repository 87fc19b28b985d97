"""The languages of the screen."""
