# quizgen: what the README, the developers and .ci/run call. What is set up once is stamped and not repeated.
#   run    sets up, makes the sample worksheet, starts the web application (PORT=8000)
#   test   sets up everything the tests need, runs them all, prints the seconds of each stage
#   check  ruff and mypy          bench  every script of benchmarks/ (bench-understanding: what is understood)
#   train  rebuilds the model     clean  forgets what was set up and built (worksheets in exports/ stay)

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CATALOGUES := $(wildcard quizgen/translations/*/LC_MESSAGES/*.po)
BUILD := pyproject.toml hatch_build.py $(CATALOGUES)
APT := DEBIAN_FRONTEND=noninteractive apt-get
# what the tests need beside Python: a program that proves it is there, and Debian's package for it
SYSTEM := chromium=chromium soffice=libreoffice-writer-nogui pdftotext=poppler-utils fc-list=fontconfig \
          node=nodejs npm=npm grammalecte-cli=grammalecte-cli
FONTS := fonts-liberation fonts-dejavu-core
# Playwright's own node is linked to it
ATOMIC := libatomic1
# $(call stage,NAME,COMMAND): runs COMMAND and says how many seconds it took
stage = start=$$SECONDS; $(2); echo "== $(1): $$((SECONDS - start)) s"

.PHONY: run test check bench bench-understanding train clean setup dev system validator

run: setup
	@$(BIN)/quizgen demo -o exports
	@exec $(BIN)/quizgen serve --port $(PORT)

test:
	@$(call stage,system packages,$(MAKE) --no-print-directory system)
	@$(call stage,Python packages,$(MAKE) --no-print-directory dev)
	@$(call stage,OpenXML validator,$(MAKE) --no-print-directory validator)
	@$(call stage,tests,$(BIN)/python -m pytest --durations=10)

check: dev
	@$(call stage,ruff,$(BIN)/ruff check .)
	@$(call stage,mypy,$(BIN)/mypy)

bench: dev
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script"; done

bench-understanding: dev
	@$(BIN)/python benchmarks/understanding.py

train:
	@bash training/train.sh

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis tests/tools/node_modules
	find quizgen tests benchmarks training -name __pycache__ -type d -prune -exec rm -rf {} +
	find quizgen/translations -name '*.mo' -delete

setup: $(VENV)/.installed
dev: $(VENV)/.installed-dev
system: $(VENV)/.system
validator: tests/tools/node_modules/.installed

$(VENV)/.installed: $(BUILD) | $(BIN)/pip
	@$(PIP) install -e .
	@touch $@

$(VENV)/.installed-dev: $(BUILD) | $(BIN)/pip
	@$(PIP) install -e '.[dev]'
	@touch $@ $(VENV)/.installed

# Debian parts python3-venv from python3: ask apt where we may, else borrow virtualenv without touching the system
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'quizgen needs Python 3.11 or newer'; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && $(APT) update -qq \
	       && $(APT) install -qq --yes --no-install-recommends python3-venv >/dev/null && rm -rf $(VENV) \
	       && $(PYTHON) -m venv $(VENV); } \
	  || { rm -rf $(VENV) build/virtualenv && $(PYTHON) -m pip install --quiet --target build/virtualenv virtualenv \
	       && PYTHONPATH=build/virtualenv $(PYTHON) -m virtualenv --quiet $(VENV); } \
	  || { rm -rf $(VENV); echo 'No virtual environment could be made. Install it: apt install python3-venv'; exit 1; }

$(VENV)/.system: | $(BIN)/pip
	@missing=; for pair in $(SYSTEM); do command -v "$${pair%%=*}" >/dev/null || missing="$$missing $${pair#*=}"; done; \
	 fc-list 2>/dev/null | grep -ci liberation >/dev/null || missing="$$missing $(FONTS)"; \
	 /sbin/ldconfig -p | grep libatomic.so.1 >/dev/null || missing="$$missing $(ATOMIC)"; \
	 if [ -n "$$missing" ]; then \
	   if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	     $(APT) update -qq && $(APT) install -qq --yes --no-install-recommends $$missing >/dev/null; \
	   else echo "The tests need more of the system. Install it, then run make test again: apt install$$missing"; exit 1; \
	   fi; fi
	@touch $@

tests/tools/node_modules/.installed: tests/tools/package.json
	@npm install --prefix tests/tools --no-audit --no-fund --loglevel=error
	@touch $@
