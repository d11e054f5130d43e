# Toward. `make help` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The build of an editable install warns of folders that could shadow it; none here does.
PIP := PYTHONWARNINGS=ignore $(BIN)/python -m pip --disable-pip-version-check -q install -c constraints.txt
NPM := npm --prefix extension --no-audit --no-fund --loglevel=error
MODULES := extension/node_modules
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help run build test lint unit e2e bench types pictures figures clean tools

help: ## List the commands
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

run: $(VENV)/.run build ## Install, build and start everything on this computer
	@exec $(BIN)/python -m api

build: $(MODULES)/.run ## Build the extension into extension/dist
	@cd extension && node build.mjs

test: lint unit e2e ## Install what the tests need, then run everything

lint: $(VENV)/.test $(MODULES)/.test ## Style, types, manifest
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	cd extension && npm run -s types -- --check && npm run -s check
	cd extension && node build.mjs && npm run -s lint:webext

unit: $(VENV)/.test $(MODULES)/.test ## Tests without a chat server
	cd extension && npm test -- --reporter=dot
	$(PYTEST) -q --ignore tests/e2e --ignore tests/lab

e2e: $(VENV)/.test $(MODULES)/.test ## Real browsers on real chat servers
	$(PYTEST) -q tests/lab tests/e2e

bench: $(VENV)/.test $(MODULES)/.test ## Measure, as ratios in one run
	$(BIN)/python -m benchmarks

types: $(VENV)/.test $(MODULES)/.test ## Make openapi.json and the types that come from it
	$(BIN)/python -m api.openapi
	cd extension && npm run -s types

pictures: $(VENV)/.test $(MODULES)/.test ## Take the pictures in docs anew
	$(BIN)/python -m tests.e2e.pictures

figures: $(MODULES)/.run ## Make the figures in docs/nudges.md anew (some minutes)
	cd extension && node scripts/simulate-nudges.mjs

clean: ## Remove what was installed and built; data stays
	rm -rf $(VENV) $(MODULES) tests/lab/node_modules tests/lab/.synapse extension/dist extension/dist-test

tools:
	@command -v $(PYTHON) >/dev/null || { echo "Toward needs Python 3.11 or newer. Install it, then run make again." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Toward needs Python 3.11 or newer; $(PYTHON) is older. Name a newer one: make PYTHON=python3.12 …" >&2; exit 1; }
	@command -v node >/dev/null && command -v npm >/dev/null || { echo "Toward needs Node.js 20 or newer, with npm. Install it, then run make again." >&2; exit 1; }
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { echo "Toward needs Node.js 20 or newer; this one is older. Install a newer one, then run make again." >&2; exit 1; }

$(VENV)/bin/python: | tools
	@$(PYTHON) -m venv $(VENV) || { echo "Python has no venv here. On Debian: apt install python3-venv" >&2; exit 1; }

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing the server's packages…"
	@$(PIP) -e .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing the packages of server and tests…"
	@$(PIP) -e '.[test]'
	@touch $@ $(VENV)/.run

$(MODULES)/.run: extension/package-lock.json | tools
	@echo "Installing what builds the extension…"
	@$(NPM) ci --omit=dev
	@touch $@

$(MODULES)/.test: extension/package-lock.json | tools
	@echo "Installing what builds and tests the extension…"
	@$(NPM) ci
	@touch $@ $(MODULES)/.run
