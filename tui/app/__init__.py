"""The Textual application, composed of small objects."""
