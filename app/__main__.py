"""Two faces, one program: a subcommand runs without Qt, anything else opens the window."""

import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

SUBCOMMANDS = frozenset(
    [
        "predict",
        "score",
        "figures",
        "train",
        "measure",
        "export",
        "report",
        "compare",
        "tags",
        "repair",
        "models",
        "doctor",
        "selftest",
    ]
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the arguments after its name; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in SUBCOMMANDS or arguments[0] in ("-h", "--help", "--version")):
        from core import cli

        return cli.main(arguments)
    return _open_window(arguments)


def run() -> None:
    """The console entry point."""
    _fill_streams()
    # In the packaged program a worker that training starts is this same executable.
    multiprocessing.freeze_support()
    sys.exit(main())


def _fill_streams() -> None:
    """A program without a console has no standard streams; whoever writes to one is not to fail for that.

    In the order of their numbers, so that no file that is opened later takes the place of one of them: what a library
    says to standard error must not end up in a project.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 (open to the end)


def _open_window(arguments: list[str]) -> int:
    from app import application

    folder = Path(arguments[0]).expanduser() if arguments else None
    return application.run(folder)


if __name__ == "__main__":
    run()
