"""`run.py bench`: what pages, answers and the algorithms cost, each beside a named floor or baseline."""

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.environment import PYTHON, ROOT
from tools.preparation import prepare_code, prepare_data, start_django

INSIDE = "SLOYFE_BENCH_INSIDE"
RESULTS = Path("benchmarks") / "results"
# Each has a function that takes the options and tells `lines` for people beside what it found.
REPORTS = {
    "protection": "benchmarks.protection_report:protection",
    "networks": "benchmarks.protection_report:networks",
    "grouping": "benchmarks.grouping_report:grouping",
    "rotation": "benchmarks.rotation_report:rotation",
    "prioritisation": "benchmarks.prioritisation_report:prioritisation",
    "packages": "benchmarks.packages_report:packages",
    "reading": "benchmarks.reading_report:reading",
    "languages": "benchmarks.languages_report:languages",
    "themes": "benchmarks.themes_report:themes",
}
LOOP = 10_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What, how long, and for whom."""
    parser.add_argument("what", nargs="?", choices=("pages", *REPORTS), default="pages")
    parser.add_argument("instances", nargs="*", help="what to measure on, where it is asked for")
    parser.add_argument("--quick", action="store_true", help="only what is small")
    parser.add_argument(
        "--seconds", type=float, default=10.0, help="CPU seconds a search may take (default %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=0, help="networks: the first seed (default %(default)s)")
    parser.add_argument("--times", type=int, default=200, help="requests of each kind (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--keep", metavar="NAME", help="also keep the result as benchmarks/results/NAME.json")


def run(options: argparse.Namespace) -> int:
    """On the demo, in a folder of its own, in a process of its own."""
    if os.environ.get(INSIDE):
        return _inside(options)
    prepare_code()
    with tempfile.TemporaryDirectory(prefix="sloyfe-bench-", ignore_cleanup_errors=True) as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PORT"}
        own = {"SLOYFE_DATA": folder, "SLOYFE_DEMO": "1", INSIDE: "1", "PYTHONWARNINGS": "ignore"}
        files = [str(Path(one).resolve()) if Path(one).exists() else one for one in options.instances]
        command = [str(PYTHON), "-m", "tools", "bench", options.what, *files, "--times", str(options.times)]
        command += ["--seed", str(options.seed), "--seconds", str(options.seconds)]
        command += ["--quick"] if options.quick else []
        command += ["--json"] if options.json else []
        command += ["--keep", options.keep] if options.keep else []
        return subprocess.run(command, cwd=ROOT, env={**kept, **own}, check=False).returncode


def _inside(options: argparse.Namespace) -> int:
    if options.what == "pages":
        result, lines = _pages(options)
    else:
        result, lines = _figures(options)
    if options.keep:
        target = ROOT / RESULTS / f"{options.keep}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(result, ensure_ascii=False) if options.json else lines)
    return 0


def _pages(options: argparse.Namespace) -> tuple[dict[str, object], str]:
    start_django(demo=True)
    prepare_data()
    from benchmarks import report  # noqa: PLC0415 - its models exist only once Django has started

    result = {"machine": _machine(), **report.measure(times=options.times)}
    return result, report.lines(result)


def _figures(options: argparse.Namespace) -> tuple[dict[str, object], str]:
    module, name = REPORTS[options.what].split(":")
    # Pages need none of the packages that these do.
    told = getattr(importlib.import_module(module), name)(options)
    lines = told.pop("lines")
    return {"machine": _machine(), **told}, "\n".join(lines)


def _machine() -> dict[str, object]:
    """Builds of Python differ by a third and do not tell how they were made; a plain loop says how quick this is."""
    began = time.process_time()
    for _step in range(LOOP):
        pass
    return {
        "python": platform.python_version(),
        "ten million steps of a loop, CPU s": round(time.process_time() - began, 2),
        "cores": os.cpu_count(),
        "platform": sys.platform,
    }
