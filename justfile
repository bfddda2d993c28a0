# What a developer runs. The tools come from .venv; `make tools` makes it.
# Without just on the machine: .venv/bin/just check, or make check.

set positional-arguments

# mkdocs-material would otherwise announce its successor at every build
export NO_MKDOCS_2_WARNING := "1"
export PATH := justfile_directory() / ".venv" / "bin" + ":" + env("PATH")

# list the recipes
default:
    @just --justfile "{{ justfile() }}" --list

# everything that must be green before a change goes in
check: static test

# all of check but the tests: the gate calls this after `make test`
static: format lint types layers docs

# is everything formatted?
format: tools
    ruff format --check .

# is everything as ruff wants it?
lint: tools
    ruff check .

# do the types hold?
types: tools
    mypy

# does the journey go one way?
layers: tools
    lint-imports

# does the documentation build without a warning?
docs: tools
    mkdocs build --strict --quiet

# run the tests, all or those named: just test tests/house
test *args: tools
    pytest "$@"

# measure: all of benchmarks/, or those named
bench *names: tools
    #!/usr/bin/env bash
    set -euo pipefail
    shopt -s nullglob
    for script in benchmarks/*.py; do
        if [[ $# -eq 0 || " $* " == *" $(basename "$script" .py) "* ]]; then
            python "$script"
        fi
    done

# rewrite what can be rewritten: formatting, safe fixes, the generated reference
tidy: tools
    ruff format .
    ruff check --fix .
    python docs/reference/generate.py

[private]
tools:
    @make --silent --directory "{{ justfile_directory() }}" tools
