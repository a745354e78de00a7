#!/usr/bin/env bash
# Writes the three lock files from pyproject.toml, by hash and without addresses; needs uv in .venv.
# Versions already locked stay; pass --upgrade (or --upgrade-package NAME) to move them.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
    .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --quiet "$@"
}
lock "$@" -o requirements.lock
lock --group dev -c requirements.lock -o requirements-dev.lock
lock --group dev --group bench -c requirements-dev.lock -o requirements-bench.lock
