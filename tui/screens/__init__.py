"""Modal screens over the reader: help, actors, export, dates…"""
