"""The licences of everything inside the packaged program, whole, as one text. build.spec asks for it.

`python .packaging/third_party.py` prints it without the system's libraries, which only a build knows.
"""

import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from core.licences import Component, components

TEXTS = Path(__file__).parent / "licences"
# What the packages themselves do not carry: Qt's comes in two parts, LGPL 3 refers to GPL 3.
BORROWED = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "pycocotools": ("BSD-2-Clause.txt",),
}
NAMES = ("licen", "copying", "notice")
REMARKS = {
    "pyside6-essentials": "Qt and PySide under the LGPL, unchanged, as libraries of their own in PySide6/ that may "
    "be exchanged. Sources: https://download.qt.io",
    "shiboken6": "As pyside6-essentials.",
    "pikepdf": "MPL 2.0, unchanged. Sources: https://github.com/pikepdf/pikepdf",
    "tqdm": "MPL 2.0 and MIT, unchanged. Sources: https://github.com/tqdm/tqdm",
    "pycocotools": "Copyright (c) 2014, Piotr Dollar and Tsung-Yi Lin.",
    "nvidia-cusparselt-cu13": "Under NVIDIA's licence, as nvidia-cublas.",
    "cuda-toolkit": "Names NVIDIA's libraries and holds none.",
}


def text(libraries: Iterable[str] = ()) -> str:
    """A list of what is inside, then every licence. ``libraries``: files taken from this system."""
    inside = [Component("python", platform.python_version(), "PSF-2.0"), *components()]
    packages = _system_packages(libraries)
    named = [f"{one.name} {one.version}: {one.licence}" for one in inside]
    listed = [*named, *(f"{name}: see below" for name in packages)]
    parts = ["Crack Review is under the Apache License 2.0 (LICENSE). Inside are the works of others:\n", *listed]
    parts += [_chapter(f"{one.name} {one.version} ({one.licence})", _said(one)) for one in inside]
    parts += [_chapter(f"{name} (from the system)", [_read(file)]) for name, file in packages.items()]
    return "\n".join(parts) + "\n"


def _chapter(title: str, texts: list[str]) -> str:
    line = "=" * 100
    return "\n".join(["", line, title, line, "", "\n\n".join(part.strip() for part in texts)])


def _read(file: Path) -> str:
    return file.read_text("utf-8", "replace")


def _said(one: Component) -> list[str]:
    if one.name == "python":
        return [_python_licence(), "".join(_of_package("pyinstaller"))]
    borrowed = [(TEXTS / name).read_text("utf-8") for name in BORROWED.get(one.name, ())]
    said = [*([REMARKS[one.name]] if one.name in REMARKS else []), *_of_package(one.name), *borrowed]
    assert said, f"{one.name} carries no licence; add its text or a remark to .packaging/third_party.py"
    return said


def _of_package(name: str) -> Iterator[str]:
    for file in metadata.files(name) or []:
        is_licence = any(part.endswith(".dist-info") for part in file.parts[:1]) and any(
            word in file.name.lower() for word in NAMES
        )
        if is_licence:
            yield f"--- {'/'.join(file.parts[1:])}\n\n{_read(Path(str(file.locate())))}"


def _python_licence() -> str:
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    return next(
        (place.read_text("utf-8") for place in places if place.is_file()), "See https://docs.python.org/3/license.html"
    )


def _system_packages(libraries: Iterable[str]) -> dict[str, Path]:
    """Debian's packages that these files belong to, with what each says of its copyright."""
    query = shutil.which("dpkg-query")
    files = [form for file in libraries for form in _forms(Path(file))]
    if query is None or not files:
        return {}
    # Lines like "libexpat1:amd64: /lib/x86_64-linux-gnu/libexpat.so.1.8.10"; files of no package only make it complain.
    told = subprocess.run([query, "--search", *files], capture_output=True, text=True, check=False).stdout
    names = {line.split(":")[0] for line in told.splitlines()}
    found = {name: Path("/usr/share/doc") / name / "copyright" for name in sorted(names)}
    return {name: file for name, file in found.items() if file.is_file()}


def _forms(file: Path) -> set[str]:
    """Since /lib became a link to /usr/lib, packages know their files by one name or the other."""
    real = file.resolve()
    if not real.is_relative_to("/usr/lib") and not real.is_relative_to("/lib"):
        return set()
    return {str(real), str(real).removeprefix("/usr"), str(file)}


if __name__ == "__main__":
    sys.stdout.write(text())
