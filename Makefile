PYTHON ?= .venv/bin/python

.PHONY: check fix test deep words lock snapshots conformance run help
check: ## all that a change must pass; CI runs this too
	@bash .ci/check $(PYTHON)

fix: ## format, and mend what can be mended by machine
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

test: ## the tests alone
	$(PYTHON) -m pytest -q

deep: ## the tests at full length: each fault at each call, each phrase, each report; some twenty minutes
	WAQAI_DEEP=1 $(PYTHON) -m pytest -q

words: ## take new messages of the screen into its languages, and make what the program reads
	$(PYTHON) .ci/words.py

lock: ## lock what pyproject.toml asks for, with hashes, and write the constraints of pip from it
	@$(PYTHON) -m uv --version >/dev/null 2>&1 || $(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv lock
	@echo "# Made from uv.lock: make lock" > constraints.txt
	$(PYTHON) -m uv export --locked --all-extras --no-hashes --no-emit-project --no-annotate --no-header -q >> constraints.txt

snapshots: ## draw the screens anew; then look at both pictures before you commit them
	$(PYTHON) -m pytest tests/tui --snapshot-update

conformance: ## every line of both Unicode bidi test files (Debian: apt install unicode-data)
	WAQAI_CONFORMANCE=1 $(PYTHON) -m pytest -q tests/tui/bidi

run: ## the reader, on the sample dossier
	$(PYTHON) -m tui

help: ## this list
	@grep -E "^[a-z]+:.*## " $(MAKEFILE_LIST) | sed "s/:.*## /\t/"
