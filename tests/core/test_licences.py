"""Whose work is inside, and on which terms: an unknown or unwanted licence fails here."""

from importlib import metadata
from types import SimpleNamespace

import pytest

from core import licences
from core.licences import components

# Terms under which the program may be handed on as one folder. LGPL: Qt lies there as libraries of its own, which can
# be exchanged. MPL: its files are unchanged. NVIDIA's runtime libraries may be handed on with a program that uses them.
ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "LGPL-3.0-only",
    "LicenseRef-NVIDIA-Proprietary",
    "MIT",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Zlib",
}


def is_allowed(licence):
    """One of the alternatives, with all its parts; parentheses would need a reader, and none needs them so far."""
    return any(set(alternative.split(" AND ")) <= ALLOWED for alternative in licence.split(" OR "))


@pytest.mark.parametrize("component", components(), ids=lambda component: component.name)
def test_everything_that_the_program_needs_has_a_licence_that_lets_it_be_handed_on(component):
    assert component.licence, f"{component.name}: look up its licence, add it to core.licences"
    assert is_allowed(component.licence), f"{component.name} is under {component.licence}"


def test_the_check_refuses_what_would_bind_the_program_and_what_it_does_not_know():
    assert not is_allowed("GPL-3.0-only")
    assert not is_allowed("MIT AND AGPL-3.0-only")
    assert not is_allowed("")
    assert is_allowed("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only")


def test_what_is_needed_by_what_is_needed_is_named_once_and_the_program_itself_is_not():
    names = [component.name for component in components()]
    assert {"torch", "sympy", "mpmath", "shiboken6", "numpy"} <= set(names)
    assert sorted(set(names)) == names
    assert "crack-review" not in names and "pytest" not in names


def test_libraries_that_are_asked_for_by_an_extra_are_named(monkeypatch):
    known = {
        "main": ["Part[Fast]>=1; python_version > '3'", "absent"],
        "part": ["speed; extra == 'fast'", "slow; extra == 'other'"],
        "speed": ["main"],
        "slow": [],
    }

    def distribution(name):
        if name not in known:
            raise metadata.PackageNotFoundError(name)
        facts = metadata.metadata("packaging")
        facts.replace_header("Name", name)
        return SimpleNamespace(requires=known[name], metadata=facts)

    monkeypatch.setattr(licences.metadata, "distribution", distribution)
    assert [component.name for component in components("main")] == ["part", "speed"]


@pytest.mark.parametrize(
    ("said", "licence"),
    [("MIT", "MIT"), ("mit", "MIT"), ("BSD License", "BSD-3-Clause"), ("Copyright by us, all rights", ""), ("", "")],
)
def test_words_of_makers_become_expressions_or_unknown(said, licence):
    assert licences._spdx(said) == licence
