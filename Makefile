# Everything a person needs: `make run`, `make test`. Each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test venv format bench shots soak clean

run: venv
	$(BIN)/shanxi-reader $(ARGS)

venv: $(STAMP)

$(STAMP): pyproject.toml requirements.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	$(BIN)/python -m compileall -q $(VENV)/lib src
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
