# The targets of a checkout. `make` alone lists them.
.DEFAULT_GOAL := help

# Only the developers' targets need uv: the one on the PATH, otherwise one inside this checkout.
START := infra/start
UV := $(START)/uv.sh
RUN := $(UV) run --frozen --no-sync
# OUT and FILE reach the recipes by the environment, so that blanks and quotes in them do no harm.
export OUT ?= out/demo
export FILE

.PHONY: help demo install uninstall library test test_all check fix bench samples docs data requirements

help: ## list the targets
	@awk -F':.*## ' '/^[a-z_]+:.*## / {printf "  %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

library:
	@$(START)/library.sh

.venv/ready: uv.lock pyproject.toml $(wildcard shared/pyproject.toml functions/*/pyproject.toml) | library
	@$(START)/developers.sh

demo: library ## read the sample documents and write the results to OUT (out/demo)
	@.venv/bin/python $(START)/demo.py

install: library ## put invoicy on your PATH, with all extras
	@.venv/bin/python $(START)/install.py

uninstall: ## remove the link that `make install` created
	@$(START)/uninstall.sh

check: .venv/ready ## run the checks that are not tests: format, lint, types, imports, words, lock file
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) python -m infra.check
	$(UV) lock --check -q

test: check ## run every check and test that this machine can run; list at the end what was left out
	$(RUN) pytest -n 2 --cov --cov-report=term:skip-covered

test_all: check ## run all checks and tests; fail if a tool is missing
	$(RUN) pytest -n 2 --all --cov --cov-report=term:skip-covered

fix: .venv/ready ## format the code and apply the linter's fixes
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

bench: .venv/ready ## print the figures of reading e-invoices; `python -m bench` lists the other benches
	$(RUN) python -m bench einvoice

samples: .venv/ready ## write the sample documents again
	$(RUN) python samples/typeset.py

docs: .venv/ready ## write the pages and pictures of docs/ that are made from the code
	$(RUN) python -m docs.generate
	$(RUN) python -m docs.pictures

data: .venv/ready ## write the tables taken from the Unicode CLDR
	$(RUN) python -m infra.cldr

requirements: ## write the requirements file for machines without uv, from uv.lock
	$(UV) export -q --frozen --package invoicy --all-extras --no-emit-workspace --no-annotate --no-header \
		--output-file $(START)/requirements.txt >/dev/null

# Check FILE before anything is built for it.
%_document:
	@infra/document.sh $*

.NOTPARALLEL:  # a target that builds waits for `check`

include images.mk
include infra/aws/local.mk
include infra/gcp/local.mk
