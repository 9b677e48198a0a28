"""What lies in the packaged program, by component, and what of the installed libraries was left out.

Run: python tests/bench/package.py [FOLDER]      (default: dist/crack-review)
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]

# By the beginning of a file's place below _internal, the first that fits; and the distributions it comes from.
COMPONENTS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "CUDA": (("nvidia", "cuda", "libcu", "libnv"), ("nvidia-*", "cuda-*")),
    "PyTorch": (("torch", "functorch"), ("torch", "torchvision")),
    "Qt": (
        ("PySide6", "shiboken6", "libQt6", "libicu", "libpyside6", "libshiboken6"),
        ("pyside6-essentials", "shiboken6"),
    ),
    "OpenCV": (("cv2", "opencv"), ("opencv-python-headless",)),
    "NumPy, SciPy, scikit-image": (("numpy", "scipy", "skimage"), ("numpy", "scipy", "scikit-image")),
    "other libraries for images, PDF, DXF": (
        ("PIL", "pillow", "pikepdf", "lxml", "ezdxf", "fontTools", "pycocotools", "reportlab", "pyqtgraph"),
        ("pillow", "pikepdf", "lxml", "ezdxf", "fonttools", "pycocotools", "reportlab", "pyqtgraph"),
    ),
    "network, samples, icons, words": (("resources",), ()),
    "libraries of the system": (("lib",), ()),
    "all else": (("",), ()),
}
PROGRAMS = "Python code, in each of the two programs"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "crack-review"
    inside = measured(folder)
    print(f"{'component':42}{'inside':>10}{'installed':>12}{'left out':>12}")
    for name, size in inside.most_common():
        whole = installed_bytes(COMPONENTS[name][1]) if name in COMPONENTS else 0
        print(f"{name:42}{mb(size)}{mb(whole, 12)}{mb(whole - size if whole else 0, 12)}")
    print(f"{'together':42}{mb(inside.total())}   in {sum(1 for _ in files(folder))} files")


def mb(size: int, width: int = 10) -> str:
    """Millions of bytes; nothing where there is nothing to say."""
    return f"{size / 1e6:{width - 3}.0f} MB" if size > 0 else " " * width


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def measured(folder: Path) -> Counter[str]:
    """Bytes of each component; links count as nothing."""
    found: Counter[str] = Counter()
    for path in files(folder):
        place = path.relative_to(folder)
        found[component(place)] += path.stat().st_size
    return found


def component(place: Path) -> str:
    if place.parts[0] != "_internal":
        return PROGRAMS if place.stem.startswith("crack-review") else "all else"
    below = "/".join(place.parts[1:])
    return next(name for name, (beginnings, _) in COMPONENTS.items() if below.startswith(beginnings))


def installed_bytes(patterns: tuple[str, ...]) -> int:
    """What these distributions take in this environment, compiled files left out."""
    sizes = 0
    for distribution in metadata.distributions():
        name = distribution.metadata["Name"].lower().replace("_", "-")
        if any(name == pattern or (pattern.endswith("*") and name.startswith(pattern[:-1])) for pattern in patterns):
            sizes += sum(file.size or 0 for file in distribution.files or [] if file.suffix != ".pyc")
    return sizes


if __name__ == "__main__":
    main()
