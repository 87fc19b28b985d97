PYTHON ?= .venv/bin/python

.PHONY: check fix test words snapshots conformance run help
check: ## all that a change must pass; CI runs this too
	@bash .ci/check $(PYTHON)

fix: ## format, and mend what can be mended by machine
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

test: ## the tests alone
	$(PYTHON) -m pytest -q

words: ## take new messages of the screen into its languages, and make what the program reads
	$(PYTHON) .ci/words.py

snapshots: ## draw the screens anew; then look at both pictures before you commit them
	$(PYTHON) -m pytest tests/tui --snapshot-update

conformance: ## every line of both Unicode bidi test files (Debian: apt install unicode-data)
	WAQAI_CONFORMANCE=1 $(PYTHON) -m pytest -q tests/tui/bidi

run: ## the reader, on the sample dossier
	$(PYTHON) -m tui

help: ## this list
	@grep -E "^[a-z]+:.*## " $(MAKEFILE_LIST) | sed "s/:.*## /\t/"
