"""What learning from tags is worth: long runs, one after the other, each resumed where it was stopped.

ablation     our recipe, and the same less one step at a time; equal budgets, from random weights
references   the starting work's recipe at three learning rates, in the same budget
sites        a network that never saw a source, retrained with 50, 200 and all of that source's tags

Run: uv run python tests/bench/learning.py ablation --data DATA --out RUNS [--steps 200] [--threads 1] [--score]
Budgets are steps, so that what else the machine does changes no result. Two runs side by side with a thread each
(--only shares the names out) take less time than one after the other with two.
DATA is a folder with tags/ (and tags.csv) and dice/SET/{images,masks}. Every run lies in RUNS/NAME; what is there
is not made again. Without --score no mask is opened. Each scoring adds a line to --log.
"""

import argparse
import csv
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from machine import describe

from core.network.tensor_file import read_metadata
from core.train.references import GLOBAL_MAX, NAMES
from core.train.run_state import reports_so_far

ROOT = Path(__file__).parents[2]
LOG = ROOT / "resources" / "model" / "scorings.csv"
SETS = ("cfd", "masonry", "kaggle448", "crack500")
SITES = ("cfd", "crack500", "kaggle448")
SITE_TAGS = (50, 200, None)
# Of the length of another run: what all sites start from, and a retraining.
COMMON, RETRAINED = 3, 0.6
RATES = (3e-5, 1e-4, 3e-4)
LEARNT = ("painted_dice", "painted_dice_at_half", "clean_false_alarm", "tag_auroc")
SCORED = ("dice_cracked", "dice_all", "cldice", "tolerance_f1", "false_alarm_area")


@dataclass(frozen=True)
class Run:
    """A run of ``crack-review train`` with ``options`` beyond the data, the budget and the place."""

    name: str
    options: tuple[str, ...]
    tags: Path | None = None
    lengths: float = 1


def main() -> int:
    arguments = parsed()
    print(describe(), flush=True)
    rows = []
    for run in planned(arguments):
        weights = trained(run, arguments)
        rows.append({"run": run.name} | learnt(weights))
        if arguments.score:
            for name in SETS:
                scores = scored(weights, name, arguments)
                rows[-1] |= {f"{name} {key}": scores[key] for key in SCORED if scores[key] is not None}
        print(table(rows), flush=True)
        print(f"\n{run.name}:", table(list(course(weights.parent))), flush=True)
    return 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser("learning.py", description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=("ablation", "references", "sites"))
    parser.add_argument("--data", type=Path, required=True, metavar="DATA")
    parser.add_argument("--out", type=Path, required=True, metavar="RUNS")
    parser.add_argument("--steps", type=int, default=200, help="of each run; see ``sites`` for those that have others")
    parser.add_argument("--threads", default="1", help="processor threads of each run")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="of the runs only these")
    parser.add_argument("--score", action="store_true", help="score the masks of dice/ as well")
    parser.add_argument("--log", type=Path, default=LOG, metavar="CSV", help="takes a line for each scoring")
    return parser.parse_args()


def planned(arguments: argparse.Namespace) -> Iterator[Run]:
    runs = {"ablation": ablation, "references": references, "sites": lambda: sites(arguments)}[arguments.what]()
    return (run for run in runs if not arguments.only or run.name in arguments.only)


def ablation() -> Iterator[Run]:
    yield Run("whole", ("--start", "random"))
    # What another seed changes is what no difference below it means.
    yield Run("whole-again", ("--start", "random", "--seed", "1"))
    for name in NAMES:
        # Clean parts need a network that sees cracks already; they are tried in a retraining.
        if name.startswith("without-") and name != "without-clean-parts":
            yield Run(name, ("--start", "random", "--recipe", name))


def references() -> Iterator[Run]:
    for rate in RATES:
        yield Run(f"global-max-{rate:g}", ("--start", "random", "--recipe", GLOBAL_MAX, "--rate", f"{rate}"))


def sites(arguments: argparse.Namespace) -> Iterator[Run]:
    """Each variant goes on from a common start, which saw none of the sites, with all sources but its own."""
    found = tags_by_source(arguments.data)
    others = ",".join(source for source in found if source not in SITES)
    yield Run("common", ("--start", "random", "--sources", others), lengths=COMMON)
    for site in SITES:
        others = ",".join(source for source in found if source != site)
        yield Run(f"without-{site}", (*going_on(arguments, "common"), "--sources", others))
        for count in SITE_TAGS:
            tags = subset(arguments, site, found[site][:count])
            yield Run(f"{site}-with-{count or 'all'}", going_on(arguments, f"without-{site}"), tags, lengths=RETRAINED)


def going_on(arguments: argparse.Namespace, name: str) -> tuple[str, ...]:
    return ("--start", str(arguments.out / name / "best.safetensors"), "--preset", "quick")


def tags_by_source(data: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of tags.csv, spread so that the first N of a source are N of its photos, not N crops of one."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (data / "tags" / "tags.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            rows[row["source"]].append(row)
    return {source: found[::7] + [row for at, row in enumerate(found) if at % 7] for source, found in rows.items()}


def subset(arguments: argparse.Namespace, site: str, rows: list[dict[str, str]]) -> Path:
    path = arguments.out / f"{site}-{len(rows)}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def trained(run: Run, arguments: argparse.Namespace) -> Path:
    """The run's network; trains it where it is not there yet, or goes on with it."""
    folder: Path = arguments.out / run.name
    done = folder / "finished"
    if not done.exists():
        images = arguments.data / "tags"
        budget = ("--steps", round(run.lengths * arguments.steps), "--threads", arguments.threads)
        command = ["train", "--images", images, "--tags", run.tags or images / "tags.csv", "--out", folder, "--json"]
        crack_review(*command, *run.options, *budget, "--resume", "--quiet")
        done.touch()
    return folder / "best.safetensors"


def learnt(weights: Path) -> dict[str, object]:
    said = read_metadata(weights)
    figures = {name: said["figures"].get(name) for name in LEARNT}
    return {"steps": said["step"], "minutes": round(said["seconds"] / 60, 1)} | figures


def course(folder: Path) -> Iterator[dict[str, object]]:
    """What a run reported on its way."""
    for report in reports_so_far(folder):
        losses = {f"loss {name}": value for name, value in report.losses.items()}
        yield {"step": report.step} | {name: report.figures.get(name) for name in LEARNT} | losses


def scored(weights: Path, name: str, arguments: argparse.Namespace) -> dict[str, object]:
    report = weights.with_name(f"score-{name}.json")
    if not report.exists():
        images = arguments.data / "dice" / name / "images"
        crack_review("score", "--images", images, "--model", weights, "--json", report, "--quiet")
        logged(json.loads(report.read_text()), name, weights.parent.name, arguments.log)
    return json.loads(report.read_text())


def logged(report: dict[str, object], name: str, run: str, log: Path) -> None:
    """A line in the log's own columns."""
    with log.open(newline="") as file:
        columns = next(csv.reader(file))
    line = {column: report.get(column) for column in columns} | {
        "date": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M"),
        "weights": report["model"],
        "command": f"tests/bench/learning.py, run {run}",
        "set": name,
    }
    rounded = {key: f"{value:.4f}" if isinstance(value, float) else value for key, value in line.items()}
    with log.open("a", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerow(rounded)


def crack_review(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "app", *map(str, arguments)], check=True, cwd=ROOT, stdout=sys.stderr)


def table(rows: list[dict[str, object]]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [" | ".join(cell(row.get(column)) for column in columns) for row in rows]
    return "\n".join(["", " | ".join(columns), " | ".join("---" for _ in columns), *lines])


def cell(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else "" if value is None else str(value)


if __name__ == "__main__":
    sys.exit(main())
