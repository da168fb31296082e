# Two commands matter: `make run` and `make test`. Both make what they need and can be repeated.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

# A process for each of the machine's cores, up to four.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4
# Otherwise the threads of each wait for those of the others. The gates embed for minutes, with all cores: alone.
ONE_THREAD := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

.PHONY: run test e2e check bench fuzz kills sample pictures load clean

run: .venv/.installed
	$(BIN)/regelstegen ingest corpus
	$(BIN)/regelstegen serve

test: .venv/.installed-dev
	$(ONE_THREAD) $(BIN)/python -m pytest --ignore=tests/e2e --ignore=tests/test_gates.py $(SIDE_BY_SIDE) --dist loadscope
	$(BIN)/python -m pytest tests/test_gates.py

# Every flow in a real browser, with pictures in test-output/pictures. A test that fails is tried once more:
# what is pressed while the page moves is sometimes missed, by people as by tests.
e2e: .venv/.installed-dev
	$(ONE_THREAD) $(BIN)/python -m pytest tests/e2e $(SIDE_BY_SIDE) --dist worksteal --reruns 1 -r R

check: .venv/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# With one thread of numpy's, as the server has: more of them slow the embedding that answers are held against.
bench: .venv/.installed-dev
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evals.bench
	$(BIN)/python -m evals.threshold_speed $$(dirname data-bench/*/library.sqlite)

# What docs/robustness.md reports: damaged files against the readers, and ingests killed half-way.
fuzz: .venv/.installed-dev
	$(BIN)/python -m evals.fuzz --count 2000

kills: .venv/.installed-dev
	$(BIN)/python -m evals.kills --count 100

pictures: .venv/.installed-dev
	$(BIN)/regelstegen ingest corpus
	$(BIN)/python -m scripts.pictures

# 25 people for 5 minutes on this machine; DATA and QUESTIONS name another library and its question file.
DATA ?= data
QUESTIONS ?= evals/sample/questions.yaml
load: .venv/.installed-dev
	$(BIN)/python -m scripts.load --data $(DATA) --questions $(QUESTIONS)

sample: .venv/.installed-dev
	$(BIN)/python scripts/sample_region/build.py

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet -e .
	touch $@

# torch by itself first: a plain version keeps the install small where a CPU build is at hand.
.venv/.installed-dev: .venv/.installed
	$(BIN)/pip install --quiet torch==2.13.0
	$(BIN)/pip install --quiet -e ".[dev,models]"
	touch $@

clean:
	rm -rf .venv data build *.egg-info
