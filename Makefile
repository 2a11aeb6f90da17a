# make run [LESSON=folder]   set up what is missing and open a lesson (without LESSON the sample lesson)
# make test [TESTS=path]     set up what the tests need and run them
# make check                 all that must hold before a change is shared; CI runs this
# make faults                the long tests: kills, full disks, poor networks, thousands of odd texts and odd lessons
# make soak                  a class of 300 for half an hour, the server's memory watched (SOAK="--minutes 5"; Linux)
# make mutants               break the program on purpose, one small change at a time, and see a test notice each
# make bench [BENCH=--large] our server beside a bare one, side by side; writes docs/performance.md (Linux)

PYTHON ?= python3
LESSON ?=
BENCH ?=
TESTS ?=
SOAK ?=
VENV := .venv/bin

.PHONY: run setup test lint check faults soak mutants bench

run:
	@$(PYTHON) scripts/prepare.py run
	@$(VENV)/python -m presenter $(LESSON)

setup:
	@$(PYTHON) scripts/prepare.py test

test: setup
	$(VENV)/python -m pytest -q $(TESTS)

lint: setup
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy --platform linux
	$(VENV)/mypy --platform win32
	$(VENV)/mypy --platform darwin
	$(VENV)/mypy scripts
	$(VENV)/lint-imports --no-logo
	$(VENV)/python scripts/check_phone.py

check: lint
	$(VENV)/python -m pytest -q --cov=lessons --cov=polling --cov-report=term

faults: setup
	KLASSIKAAL_FAULTS=long HYPOTHESIS_PROFILE=thorough $(VENV)/python -m pytest -q --timeout=600 \
		tests/faults tests/lessons/test_saving.py
	HYPOTHESIS_PROFILE=thorough $(VENV)/python -m pytest -q --timeout=600 -m hypothesis tests/lessons tests/polling

soak: setup
	$(VENV)/python -m tests.faults.soak $(SOAK)

mutants: setup
	$(VENV)/python scripts/kill_mutants.py

bench: setup
	$(VENV)/python bench/run.py $(BENCH)
	$(VENV)/python bench/slow_link.py
