"""The histogram by actor or by place."""
