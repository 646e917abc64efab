# Everything a person needs: `make run`, `make test`. Each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READER := $(VENV)/.reader
TOOLS := $(VENV)/.tools
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test venv format bench shots soak clean

run: $(READER)
	$(BIN)/shanxi-reader $(ARGS)

venv: $(TOOLS)

# the reader and what it needs, compiled so that its first start is as quick as every other
$(READER): pyproject.toml requirements.txt
	@echo "setting the reader up in $(VENV): once, and it takes about a minute"
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --editable .
	$(BIN)/python -m compileall -q $(VENV)/lib src
	touch $@

# what a developer needs beside it
$(TOOLS): $(READER) requirements-dev.txt
	@echo "setting the tools of the tests up: once, and it takes about a minute"
	$(PIP) --require-hashes -r requirements-dev.txt
	$(BIN)/python -m compileall -q $(VENV)/lib
	touch $@

# format, lint, types, import contracts, tests: the one command CI runs as well
test: venv
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -m "not soak"

format: venv
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: venv
	$(BIN)/python -m tests.bench

shots: venv
	tests/need-system-tools librsvg2-bin:rsvg-convert fonts-dejavu-core:fc-list
	$(BIN)/python -m screenshots.take

soak: venv
	$(BIN)/pytest -n 2 -m soak

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis build dist
