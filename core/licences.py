"""Everything inside that others wrote: name, version, licence. From the metadata of what is installed (or packaged)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

import resources

_Wanted = tuple[NormalizedName, frozenset[str]]

PROGRAM = "crack-review"
TEXTS_FILE = "THIRD-PARTY.txt"
UNKNOWN = ""

# What makers write where an SPDX expression (https://spdx.org/licenses) was wanted.
_SPOKEN: Mapping[str, str] = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "FreeBSD": "BSD-2-Clause",
    "MIT License": "MIT",
    "NVIDIA Proprietary Software": "LicenseRef-NVIDIA-Proprietary",
}
# Those whose metadata says nothing: a list of NVIDIA's libraries without a file of its own.
_SILENT: Mapping[str, str] = {"cuda-toolkit": "LicenseRef-NVIDIA-Proprietary"}


@dataclass(frozen=True, slots=True, order=True)
class Component:
    """A distribution; ``licence`` is an SPDX expression, or UNKNOWN."""

    name: str
    version: str
    licence: str


def components(name: str = PROGRAM) -> tuple[Component, ...]:
    """The installed distributions that ``name`` needs, directly or not, itself left out, by name."""
    needed = _needed(name)
    needed.pop(canonicalize_name(name), None)
    return tuple(sorted(map(_component, needed.values())))


def _needed(name: str) -> dict[str, metadata.Distribution]:
    """``name`` and what it needs, with the extras that are asked for: torch asks for cuda-toolkit[cublas,…]."""
    found: dict[str, metadata.Distribution] = {}
    asked: list[_Wanted] = [(canonicalize_name(name), frozenset())]
    seen = set()
    while asked:
        wanted = asked.pop()
        if wanted in seen:
            continue
        seen.add(wanted)
        try:
            distribution = metadata.distribution(wanted[0])
        except metadata.PackageNotFoundError:
            continue  # for another system, or an extra that nobody installed
        found[wanted[0]] = distribution
        asked += _needs(distribution, wanted[1])
    return found


def _needs(distribution: metadata.Distribution, extras: frozenset[str]) -> Iterator[_Wanted]:
    for need in map(Requirement, distribution.requires or []):
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield canonicalize_name(need.name), frozenset(need.extras)


def _component(distribution: metadata.Distribution) -> Component:
    facts = distribution.metadata
    name = canonicalize_name(facts["Name"])
    said = [*facts.get_all("License-Expression", []), *facts.get_all("License", []), *_classifiers(facts)]
    licence = next(filter(None, map(_spdx, said)), _SILENT.get(name, UNKNOWN))
    return Component(name, facts["Version"], licence)


def _classifiers(facts: metadata.PackageMetadata) -> list[str]:
    said = [line for line in facts.get_all("Classifier", []) if line.startswith("License ::")]
    return [line.rsplit(" :: ", 1)[-1] for line in said]


def _spdx(said: str) -> str:
    """The expression that ``said`` is or means; UNKNOWN for anything else, such as a whole licence's text."""
    try:
        return str(canonicalize_license_expression(_SPOKEN.get(said, said)))
    except InvalidLicenseExpression:
        return UNKNOWN


def texts() -> Path | None:
    """The file with the whole licences of everything inside, which the packaged program carries; else None."""
    file = Path(resources.__file__).parents[1] / TEXTS_FILE
    return file if file.is_file() else None
