# What a newcomer types. `make` alone lists the targets.
.DEFAULT_GOAL := help

# uv runs only for those who develop: the one on the PATH, else one of this checkout's own
START := infra/start
UV := $(START)/uv.sh
RUN := $(UV) run --frozen --no-sync
# names from outside reach the recipes by the environment, so that blanks and quotes in them do no harm
export OUT ?= out/demo
export FILE

.PHONY: help demo install uninstall library test test_all check fix bench samples docs data requirements

help: ## list the targets
	@awk -F':.*## ' '/^[a-z_]+:.*## / {printf "  %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

library:
	@$(START)/library.sh

.venv/ready: uv.lock pyproject.toml $(wildcard shared/pyproject.toml functions/*/pyproject.toml) | library
	@$(START)/developers.sh

demo: library ## read the shipped samples, print what they say, leave the results in OUT (out/demo)
	@.venv/bin/python $(START)/demo.py

install: library ## put invoicy on your PATH, with everything it can do
	@.venv/bin/python $(START)/install.py

uninstall: ## remove the link that make install made
	@$(START)/uninstall.sh

check: .venv/ready ## every check that is not a test: format, lint, types, imports, lock file
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(UV) lock --check -q

test: check ## all that this machine can test; says last what it left out and how to get it
	$(RUN) pytest -n 2 --cov --cov-report=term:skip-covered

test_all: check ## everything; what is missing is a failure
	$(RUN) pytest -n 2 --all --cov --cov-report=term:skip-covered

fix: .venv/ready ## format, and mend what the linter can
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

bench: .venv/ready ## print the figures of reading e-invoices; `python -m bench` lists the other benches
	$(RUN) python -m bench einvoice

samples: .venv/ready ## typeset the sample documents anew
	$(RUN) python samples/typeset.py

docs: .venv/ready ## write what docs/ takes from the code
	$(RUN) python -m docs.generate
	$(RUN) python -m docs.pictures

data: .venv/ready ## write the tables that are taken from the Unicode CLDR
	$(RUN) python -m infra.cldr

requirements: ## write what pip installs where there is no uv, from uv.lock
	$(UV) export -q --frozen --package invoicy --all-extras --no-emit-workspace --no-annotate --no-header \
		--output-file $(START)/requirements.txt >/dev/null

# what a target needs to know of its FILE, before it builds anything
%_document:
	@infra/document.sh $*

.NOTPARALLEL:  # those who build wait for those who check

include images.mk
include infra/aws/local.mk
include infra/gcp/local.mk
