"""Every network laid out in a folder, attacked: the release, what was planted beside it, and the bytes."""

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from attack.attacker.linking import link
from attack.attacker.scoring import Score, score

LAID, PLANTED, TRUTH, RESULT, BYTES = "laid.json", "planted.json", "truth.json", "hits.json", "bytes"


def main() -> int:
    """Write the scores beside the networks; a line on standard error for each network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    folders = sorted(folder for folder in options.folder.iterdir() if (folder / TRUTH).exists())
    totals = {"release": Score(), "planted": Score()}
    spent = 0.0
    with ProcessPoolExecutor(options.processes, mp_context=get_context("spawn")) as pool:
        for folder, (scores, seconds) in zip(folders, pool.map(_attack, folders), strict=True):
            spent += seconds
            for name, one in scores.items():
                totals[name].join(one, folder.name)
            print(folder.name, file=sys.stderr, flush=True)
    loaded = sorted(name for name in sys.modules if name.split(".")[0] in {"sloyfe", "django"})
    told = {name: vars(total) for name, total in totals.items()}
    result = {**told, "networks": len(folders), "cpu_s": round(spent, 1), "loaded": loaded}
    (options.folder / RESULT).write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


def _attack(folder: Path) -> tuple[dict[str, Score], float]:
    began = time.process_time()
    read = partial(_read, folder)
    scores = {"release": score(read(LAID), read(TRUTH))}
    if (folder / PLANTED).exists():
        scores["planted"] = score(read(PLANTED), read(TRUTH))
    if (folder / BYTES).exists():
        scores["release"].join(link(folder / BYTES), folder.name)
    return scores, time.process_time() - began


def _read(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return found
