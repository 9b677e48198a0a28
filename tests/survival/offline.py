"""The program without any network: in a name space of its own without interfaces, every call to connect written down.

Run: uv run python -m tests.survival.offline [PYTEST ARGUMENT …]      (Linux; default: the flows and the commands)
The tests given run in a network name space in which not even the loop-back interface is up. Where strace is installed,
the test flow is traced too, with all its threads and processes: a call to connect to anything but a socket of this
machine is an error, also where it would have failed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOWS = (
    "tests/test_flows.py",
    "tests/test_flows_training_run.py",
    "tests/test_cli_predict.py",
    "tests/test_cli_train.py",
)
_FOREIGN = re.compile(r"connect\(\d+, \{sa_family=AF_INET6?|(?:sendto|sendmsg)\(\d+, .*sa_family=AF_INET6?")


def can_isolate() -> bool:
    """Whether this user may make name spaces here."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*isolated(), "true"], capture_output=True, check=False).returncode == 0


def isolated() -> list[str]:
    """What makes a command run without interfaces, as its own root where it is not the machine's."""
    return ["unshare", "--map-root-user", "--net"]


def interfaces_up() -> str:
    """The interfaces of the name space that are up: none."""
    script = "cat /proc/net/route; grep -v : /proc/net/if_inet6 2>/dev/null | grep -v ' lo$' || true"
    return subprocess.run([*isolated(), "sh", "-c", script], capture_output=True, text=True, check=True).stdout


def connections(command: Sequence[str | Path], log: Path) -> list[str]:
    """Calls of a command and its processes that reach for another machine, and how it ended where it failed."""
    traced = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(log)]
    code = subprocess.run([*isolated(), *traced, *map(str, command)], cwd=ROOT, check=False).returncode
    found = [line for line in log.read_text(errors="replace").splitlines() if _FOREIGN.search(line)]
    return found + ([f"The command ended with {code}."] if code else [])


def main(arguments: Sequence[str]) -> int:
    """0 where all tests passed and nothing reached out."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(arguments or FLOWS)]
    if shutil.which("strace") is None:
        return subprocess.run([*isolated(), *command], cwd=ROOT, check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        found = connections(command, Path(folder) / "trace")
    print("\n".join(found) or "No call reached for another machine.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
