# Two commands: `make demo` builds and shows the demonstration record, `make test` runs every test.
# Both prepare their own virtual environment in .venv and touch nothing outside this folder.

VENV := .venv
BIN := $(VENV)/bin
# The first Python that is new enough; say `make PYTHON=/path/to/python3.12 demo` to choose another.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RECORD := record/demo

.PHONY: help demo test check docs tools clean

help:
	@echo "make demo   build the record of demo/reports and show it"
	@echo "make test   run the whole test suite"
	@echo "make check  everything that must be green before a change goes in (just check)"
	@echo "make docs   build the documentation into site/"
	@echo "make clean  remove .venv, site and the demonstration record"

demo: $(VENV)/.installed
	$(BIN)/tawatur build demo/reports -o $(RECORD)
	$(BIN)/tawatur show $(RECORD)
	$(BIN)/tawatur show $(RECORD) --as brief -o $(RECORD)/brief.html
	@echo
	@echo "The brief, with every sentence tied to its words: $(RECORD)/brief.html (open it in a browser)"
	@echo "The record itself, one JSON Lines file a kind:    $(RECORD)/"

test: $(VENV)/.installed-dev
	$(BIN)/pytest

check: tools
	$(BIN)/just check

docs: tools
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

tools: $(VENV)/.installed-docs

clean:
	rm -rf $(VENV) site $(RECORD)

# One stamp for each set of packages, so that a second run installs only what pyproject.toml changed.
# Here .[docs] comes on top of .[dev]: the documentation's checks need both.

$(VENV)/.installed: pyproject.toml $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml $(BIN)/python
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-docs: pyproject.toml $(BIN)/python
	$(PIP) install --editable '.[dev,docs]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-dev

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Tawatur needs Python 3.11 or newer, and none was found." \
		"Install one, or name it: make PYTHON=/path/to/python3.12 demo" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tawatur needs Python 3.11" \
		"or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual" \
		"environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
