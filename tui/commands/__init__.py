"""The command line, one module a verb; headless. Each has `configure(parser)` and `run(options, context)`."""
