# What a newcomer types. `make` alone lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

# uv where it is, else from a small environment of its own
UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
PYTHON := $(or $(shell command -v python3.13 2>/dev/null),$(shell command -v python3.12 2>/dev/null),$(shell command -v python3.11 2>/dev/null),$(shell command -v python3 2>/dev/null))
RUN := $(UV) run --frozen
OUT ?= out/demo

.PHONY: help demo test test_all check fix bench samples docs

help: ## list the targets
	@awk -F':.*## ' '/^[a-z_]+:.*## / {printf "  %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.uv/bin/uv:
	@$(PYTHON) -m venv .uv 2>/dev/null && .uv/bin/pip install -q uv || $(PYTHON) -m pip install -q --target .uv uv

.venv/ready: uv.lock pyproject.toml $(wildcard shared/pyproject.toml functions/*/pyproject.toml) | $(filter .uv/bin/uv,$(UV))
	@$(UV) sync -q --frozen
	@touch $@

# the library alone: a newcomer's first command should not wait for the tools of the tests
demo: | $(filter .uv/bin/uv,$(UV)) ## read the shipped samples, print what they say, leave the results in $(OUT)
	@$(RUN) -q --no-default-groups --package invoicy invoicy read samples/documents --format table --out $(OUT) \
		|| [ $$? -eq 1 ]

check: .venv/ready ## every check that is not a test: format, lint, types, imports, lock file
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(UV) lock --check -q

test: check ## all that this machine can test; says what it left out and how to get it
	$(RUN) pytest -n 2 --cov --cov-report=term:skip-covered

test_all: check ## everything; what is missing is a failure
	$(RUN) pytest -n 2 --all --cov --cov-report=term:skip-covered

fix: .venv/ready ## format, and mend what the linter can
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

bench: .venv/ready ## print the figures of reading e-invoices; python -m bench.pages, bench.rules and image_delta print theirs
	$(RUN) --group bench python bench/einvoice.py

samples: .venv/ready ## typeset the sample documents anew
	$(RUN) python samples/typeset.py

docs: .venv/ready ## write what docs/ takes from the code
	$(RUN) python -m docs.generate

include images.mk
include infra/aws/local.mk
include infra/gcp/local.mk
