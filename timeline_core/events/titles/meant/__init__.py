"""Whom the pronouns and the missing subjects of a title stand for."""
