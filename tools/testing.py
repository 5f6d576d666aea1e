"""`run.py test`: lint, types, contracts, then every test on SQLite, on a real PostgreSQL and in a browser."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from tqdm import tqdm

from tools.environment import PYTHON, ROOT
from tools.machine import NO_CHROMIUM, chromium
from tools.postgres import postgres
from tools.preparation import prepare_code
from tools.second_try import MOST, failed_lines, tally_of_both
from tools.tally import Tally, read_tally, skipped_lines
from tools.typefaces import typefaces_meanwhile

BIN = PYTHON.parent
OURS = frozenset({"--full", "-h", "--help"})
# Long, and apart from the others, so that two cores have about as much to do.
APART = ["tests/rights", "tests/attack", "tests/faults", "tests/secrecy", "sloyfe/algorithms"]


@dataclass(frozen=True)
class Step:
    """One program of the suite; those of pytest count their tests, the others count as one."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    counts: Path | None = None
    second_try: bool = False


@dataclass(frozen=True)
class Outcome:
    """How a step went."""

    step: Step
    tally: Tally
    seconds: float
    output: str
    unsteady: list[str] = field(default_factory=list)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that is not ours goes on to pytest."""
    parser.add_argument("--full", action="store_true", help="all states, languages and widths as well")
    parser.epilog = "Other arguments go to pytest, and then only tests are run: run.py test sloyfe/surveys -k release"


def run(options: argparse.Namespace) -> int:
    """Runs two steps at a time, since even small machines have two cores; prints the tally last."""
    began = time.monotonic()
    prepare_code()
    with typefaces_meanwhile():
        browser = chromium()
    with tempfile.TemporaryDirectory(prefix="sloyfe-test-", ignore_cleanup_errors=True) as folder, postgres() as url:
        steps = _steps(Path(folder), url, browser, options)
        _no_surprises(Path(folder), browser)
        outcomes = [_run_step(step, aloud=True) for step in steps] if options.rest else _run_together(steps)
    return _summary(outcomes, browser, time.monotonic() - began)


def _steps(folder: Path, url: str, browser: str | None, options: argparse.Namespace) -> list[Step]:
    """The longest first, so that the two at work finish at about the same time."""
    full = "" if options.full else " and not full"
    on_sqlite = _pytest("Tests on SQLite", folder, f"not browser{full}", [*options.rest, *_not(APART, options)], {})
    apart = _pytest("Rights, attacks, faults", folder, f"not browser{full}", APART, {})
    migrated = ["--migrations", "-p", "tools.only_database", *options.rest]
    on_postgres = _pytest("Tests on PostgreSQL", folder, f"not browser{full}", migrated, {"DATABASE_URL": url})
    # Playwright keeps an event loop in the thread, which Django would take for asynchronous code.
    in_browser = {"DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    journeys = _pytest("Journeys in Chromium", folder, f"browser{full}", options.rest, in_browser)
    journeys = replace(journeys, second_try=True)
    tests = [on_postgres, on_sqlite] if browser is None else [on_postgres, journeys, on_sqlite]
    return tests if options.rest else [*tests, apart, *_checks()]


def _not(folders: list[str], options: argparse.Namespace) -> list[str]:
    return [] if options.rest else [f"--ignore={folder}" for folder in folders]


def _checks() -> list[Step]:
    django = [str(PYTHON), "-m", "django"]
    return [
        Step("Lint", [str(BIN / "ruff"), "check", "."]),
        Step("Format", [str(BIN / "ruff"), "format", "--check", "."]),
        Step("Types", [str(BIN / "mypy")]),
        Step("Import contracts", [str(BIN / "lint-imports")]),
        Step("No missing migration", [*django, "makemigrations", "--check", "--dry-run", "--noinput"]),
    ]


def _pytest(name: str, folder: Path, marker: str, arguments: list[str], environment: dict[str, str]) -> Step:
    own = folder / name.replace(" ", "-")
    counts = own.with_suffix(".xml")
    command = [str(PYTHON), "-m", "pytest", "-q", "-m", marker, f"--junitxml={counts}", "-o", f"cache_dir={own}-cache"]
    return Step(name, [*command, *arguments], {"SLOYFE_DATA": str(own), **environment}, counts)


def _no_surprises(folder: Path, browser: str | None) -> None:
    """The suite decides its own settings, whatever the shell it is started from holds."""
    for name in [name for name in os.environ if name.startswith("SLOYFE_") or name in {"DATABASE_URL", "PORT"}]:
        del os.environ[name]
    os.environ |= {"DJANGO_SETTINGS_MODULE": "sloyfe.site.settings", "SLOYFE_DATA": str(folder / "data")}
    if browser is not None:
        os.environ["SLOYFE_CHROMIUM"] = browser


def _run_together(steps: list[Step]) -> list[Outcome]:
    with tqdm(total=len(steps), unit="step", file=sys.stderr, disable=None) as bar, ThreadPoolExecutor(2) as pool:

        def run_one(step: Step) -> Outcome:
            outcome = _run_step(step)
            tqdm.write(_line(outcome), file=sys.stderr)
            bar.update()
            return outcome

        return list(pool.map(run_one, steps))


def _run_step(step: Step, *, aloud: bool = False) -> Outcome:
    began = time.monotonic()
    done = _run_command(step, [], aloud=aloud)
    tally = read_tally(step.counts, done.returncode)
    if aloud or not step.second_try or not 0 < tally.failed <= MOST:
        return Outcome(step, tally, time.monotonic() - began, done.stdout or "")
    again = _run_command(step, ["--last-failed"], aloud=aloud)
    both = tally_of_both(tally, read_tally(step.counts, again.returncode))
    output = f"{done.stdout or ''}\n----- tried once more -----\n{again.stdout or ''}"
    unsteady = [] if both.failed else failed_lines(done.stdout or "")
    return Outcome(step, both, time.monotonic() - began, output, unsteady)


def _run_command(step: Step, more: list[str], *, aloud: bool) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*step.command, *more],
        cwd=ROOT,
        env=os.environ | step.environment,
        check=False,
        text=True,
        stdout=None if aloud else subprocess.PIPE,
        stderr=None if aloud else subprocess.STDOUT,
    )


def _summary(outcomes: list[Outcome], browser: str | None, seconds: float) -> int:
    for outcome in outcomes:
        if outcome.tally.failed:
            print(f"\n===== {outcome.step.name} =====\n{outcome.output.rstrip()}")
    print("\n===== Summary =====")
    for line in sorted({line for outcome in outcomes for line in skipped_lines(outcome.output)}):
        print(line)
    for line in [line for outcome in outcomes for line in outcome.unsteady]:
        print(f"UNSTEADY: failed once and passed when tried again: {line}")
    for outcome in outcomes:
        print(_line(outcome))
    if browser is None:
        print(NO_CHROMIUM)
    passed, failed, skipped = (
        sum(getattr(o.tally, name) for o in outcomes) for name in ("passed", "failed", "skipped")
    )
    print(f"{skipped} skipped, {seconds:.0f} seconds")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def _line(outcome: Outcome) -> str:
    tally = outcome.tally
    word = "FAILED" if tally.failed else "ok"
    about = f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped" if outcome.step.counts else ""
    return f"{word:<7}{outcome.step.name:<28}{outcome.seconds:6.1f} s  {about}".rstrip()
