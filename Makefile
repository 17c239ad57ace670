# The commands of the project. `make` alone prints this list; `make demo` and `make test` need nothing beforehand.
#
# A QGIS of your own is used when you name it:
#     make test QGIS_PROCESS=/path/to/qgis_process QGIS_PYTHON=/path/to/the/python3/of/QGIS

SHELL := /bin/sh
PYTHON := $(if $(QGIS_PYTHON),$(QGIS_PYTHON),/usr/bin/python3)
TOOLS := .tools/bin
export QGIS_PROCESS QGIS_PYTHON
# Compiled Python goes here, so that neither the package nor build/ ever holds a __pycache__ to ship by mistake.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/pycache
export PYTHONDONTWRITEBYTECODE :=
# QGIS without a screen.
OFFSCREEN := QT_QPA_PLATFORM=offscreen

# What `make test` runs and with which options: make test TESTS=tests/analysis PYTEST_OPTIONS=-x
TESTS := tests
PYTEST_OPTIONS :=
# The size of the demo's district and more: make demo DEMO_OPTIONS="--preset tiny --language ko"
DEMO_OPTIONS :=
# Which benchmarks and how often: make bench BENCH_OPTIONS="--runs 1 --only startup"
BENCH_OPTIONS :=
# Where `make deploy` puts the plugin: a profile by name, or any plugins folder.
PROFILE := default
PLUGINS_DIR :=

.DEFAULT_GOAL := help
.PHONY: help setup setup-test demo test test-matrix lint format build zip deploy bench translate docs clean

help: ## this list
	@echo "Seo District: a QGIS Processing provider for site selection and risk mapping"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  First time: make demo (or make test). QGIS_PROCESS= and QGIS_PYTHON= name a QGIS of your own."

setup: ## install what the plugin needs: QGIS, scikit-learn, pandas (Debian, Ubuntu)
	@sh tools/setup.sh run

setup-test: ## the same, and what the tests need
	@sh tools/setup.sh test

demo: setup build ## a made-up district end to end, held against its truth; open demo/index.html (DEMO_OPTIONS=)
	@$(OFFSCREEN) "$(PYTHON)" -m tools.demo $(DEMO_OPTIONS)

test: setup-test build ## run the tests with QGIS (TESTS=, PYTEST_OPTIONS=)
	@$(OFFSCREEN) "$(PYTHON)" -m pytest -ra $(PYTEST_OPTIONS) $(TESTS)

test-matrix: ## run the tests in a Debian 13 chroot with QGIS 3.44 (root, debootstrap)
	@TESTS="$(TESTS)" PYTEST_OPTIONS="$(PYTEST_OPTIONS)" sh tools/matrix.sh

lint: ## ruff, mypy, import rules, translations; bandit and detect-secrets as the plugin site runs them
	@sh tools/setup.sh lint
	@"$(PYTHON)" -m tools.build
	@"$(PYTHON)" -m tools.lint

format: ## lay out the Python files and mend what ruff can mend by itself
	@sh tools/setup.sh lint
	@$(TOOLS)/ruff check --quiet --fix --exit-zero --cache-dir .cache/ruff .
	@$(TOOLS)/ruff format --cache-dir .cache/ruff .

build: ## make build/seo_district_plugin, the folder that QGIS loads (QGIS_PLUGINPATH=build)
	@"$(PYTHON)" -m tools.build

zip: ## make dist/seo_district_plugin-VERSION.zip for the plugin manager
	@"$(PYTHON)" -m tools.build --zip

deploy: ## copy the plugin into your QGIS profile (PROFILE=, PLUGINS_DIR=)
	@"$(PYTHON)" -m tools.build --deploy --profile "$(PROFILE)" --plugins-dir "$(PLUGINS_DIR)"

bench: setup-test build ## timed comparison with peers (they get an environment of their own, .peers)
	@PYTHON="$(PYTHON)" sh tools/peers.sh
	@$(OFFSCREEN) "$(PYTHON)" benchmarks/run.py $(BENCH_OPTIONS)

translate: ## bring seo_district_plugin/i18n/seo_district_ko.ts up to date with the texts
	@"$(PYTHON)" -m tools.translate

docs: build ## write docs/contract.md and the tables of docs/data.*.md anew from the code
	@$(OFFSCREEN) "$(PYTHON)" tools/contract.py
	@"$(PYTHON)" -m tools.datapage
	@"$(PYTHON)" -m tools.samplepage

clean: ## remove what was made here (not .tools, .peers)
	rm -rf build dist demo .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -f seo_district_plugin/i18n/*.qm seo_district_plugin.zip
	find seo_district_plugin tests tools benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
