# Two commands for a fresh machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TREEBANKS ?= ../shared/treebanks
RAW ?= $(wildcard ../shared/whitehouse)

.PHONY: help demo test lint types check benchmark model clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[postgres]" --group dev
	@touch $@

demo: $(VENV)/.ready ## read the example reports, print the brief, write out/brief.html and out/ledger.json
	@mkdir -p out
	@rm -f out/demo.db
	$(BIN)/pledgebook read examples/kyiv-visit --book out/demo.db
	$(BIN)/pledgebook brief --book out/demo.db
	$(BIN)/pledgebook brief --book out/demo.db --format html --output out/brief.html
	$(BIN)/pledgebook export json --book out/demo.db --output out/ledger.json
	@echo "Wrote out/brief.html and out/ledger.json; try: $(BIN)/pledgebook findings --book out/demo.db"

test: $(VENV)/.ready lint types ## run every check: lint, types, tests
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(VENV)/.ready ## ruff, all rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready ## mypy, strict
	$(BIN)/mypy

benchmark: $(VENV)/.ready ## time and memory beside plain spaCy, as ratios
	$(BIN)/python -m benchmarks

model: $(VENV)/.ready ## train the English pipeline anew: make model TREEBANKS=../shared/treebanks
	$(BIN)/python -m training $(TREEBANKS) $(if $(RAW),--raw $(RAW))

clean: ## remove what was built
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache
