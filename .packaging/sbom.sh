#!/usr/bin/env bash
# The software bill of materials (CycloneDX, JSON) of what the program is made of: sbom.sh TARGET_FILE [OPTION OF uv pip …]
# It is read from an environment of its own that holds the program and nothing else.
set -euo pipefail

# macOS knows no realpath of a file that is not there yet.
target=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT

uv venv --quiet --clear "$environment"
uv pip install --quiet --python "$environment" "${@:2}" .
uv tool run --quiet --from 'cyclonedx-bom>=7' cyclonedx-py environment "$(uv python find "$environment")" \
    --pyproject pyproject.toml --output-reproducible --of JSON -o "$target"
