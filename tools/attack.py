"""`run.py attack`: plays surveys through, then lets somebody who knows nothing of the code attack what is left."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tqdm import tqdm

from attack.attacker.scoring import ATTACKS
from attack.stage.play import play, play_through
from tools.environment import PYTHON, ROOT
from tools.preparation import prepare_data, start_django

INSIDE = "SLOYFE_ATTACK_INSIDE"
STAGE = "stage.json"
PLANTED = 6
ALWAYS_BROKEN = ("A1", "A2", "A4", "A5", "A6")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many, which, and where to leave them."""
    parser.add_argument("--networks", type=int, default=1000, help="networks to release (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same networks")
    parser.add_argument("--through", type=int, default=2, help="more, through the whole application and its database")
    parser.add_argument("--units", type=int, default=40, help="units in the largest (default %(default)s)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the material there, with every hit")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """The stage in a process and a data folder of its own, then the attacker in another without Django."""
    if os.environ.get(INSIDE):
        return _stage(options)
    with _folder(options.keep) as folder, tempfile.TemporaryDirectory(prefix="sloyfe-attack-") as data:
        arguments = ["--networks", str(options.networks), "--seed", str(options.seed), "--units", str(options.units)]
        arguments += ["--through", str(options.through)]
        kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PORT"}}
        own = {"SLOYFE_DATA": data, INSIDE: "1", "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
        stage = [str(PYTHON), "-m", "tools", "attack", *arguments, "--keep", str(folder)]
        _watched(stage, {**kept, **own}, options.networks + options.through, "released")
        attacker = [str(PYTHON), "-m", "attack.attacker", str(folder), "--processes", str(_processes())]
        _watched(attacker, {**kept, "OMP_NUM_THREADS": "1"}, options.networks + options.through, "attacked")
        result: dict[str, Any] = json.loads((folder / "hits.json").read_text(encoding="utf-8"))
        result |= json.loads((folder / STAGE).read_text(encoding="utf-8"))
    result["sound"] = _is_sound(result)
    print(json.dumps(result) if options.json else _lines(result))
    return 0 if result["sound"] else 1


def _stage(options: argparse.Namespace) -> int:
    start_django()
    spent = 0.0
    told = {"count": options.networks, "seed": options.seed, "planted": PLANTED, "most_units": options.units}
    prepare_data()
    for seconds in play_through(options.keep, count=options.through, seed=options.seed):
        spent += seconds
        print("·", file=sys.stderr, flush=True)
    for seconds in play(options.keep, **told, processes=_processes()):
        spent += seconds
        print("·", file=sys.stderr, flush=True)
    (options.keep / STAGE).write_text(json.dumps({"stage_cpu_s": round(spent, 1)}), encoding="utf-8")
    return 0


def _watched(command: list[str], environment: dict[str, str], steps: int, what: str) -> None:
    """Run, with a step of progress for each line on standard error."""
    with (
        subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as process,
        tqdm(total=steps, unit="network", desc=what, file=sys.stderr, disable=None) as bar,
    ):
        said = [line for line in process.stderr or () if bar.update() or line]
    if process.returncode:
        sys.exit("".join(said[-40:]))


def _is_sound(result: dict[str, Any]) -> bool:
    """No attack on the release hits, each that must break the planted one does, and the attacker is on its own."""
    return not _unbroken(result["planted"]) and not any(result["release"]["hits"].values()) and not result["loaded"]


def _unbroken(planted: dict[str, Any]) -> bool:
    """Whether the attacker failed on what was planted; where nobody answered twice there is no A5 to try."""
    return not all(planted["hits"].get(name, 0) for name in ALWAYS_BROKEN if name != "A5" or planted["tried"].get(name))


def _lines(result: dict[str, Any]) -> str:
    release, planted = result["release"], result["planted"]
    rows = [f"{'attack':62}{'tried':>10}{'hits':>8}{'hits on the planted release':>30}"]
    for name, about in ATTACKS.items():
        counts = (release["tried"].get(name, 0), release["hits"].get(name, 0), planted["hits"].get(name, 0))
        rows.append(f"{name + '  ' + about:62}{counts[0]:>10,}{counts[1]:>8,}{counts[2]:>30,}")
    rows += [f"{name}: {count:,}" for name, count in sorted(release["other"].items())]
    if _unbroken(planted):
        rows.append("THE ATTACKER IS BLUNT: it did not break the planted release.")
    verdict = "No attack hit." if result["sound"] else "NOT SOUND: see hits.json in the folder of --keep."
    spent = f"CPU: {result['stage_cpu_s']:,} s to release, {result['cpu_s']:,} s to attack."
    return "\n".join([*rows, f"{result['networks']:,} networks. {spent} {verdict}"])


@contextmanager
def _folder(wanted: Path | None) -> Iterator[Path]:
    if wanted:
        wanted.mkdir(parents=True, exist_ok=True)
        if any(wanted.iterdir()):
            sys.exit(f"{wanted} is not empty.")
        yield wanted.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="sloyfe-attack-", ignore_cleanup_errors=True) as made:
        yield Path(made)


def _processes() -> int:
    return os.cpu_count() or 1
