"""Fetches the front-end packages by package-lock.json and lays out what the pages need in static/vendor."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.environment import PYTHON, ROOT, is_stamped, pip_install, say, stamp

MODULES = ROOT / "node_modules"
VENDOR = ROOT / "sloyfe" / "site" / "static" / "vendor"
OLDEST_NODE = 18
STAMPED = (ROOT / "package-lock.json", Path(__file__))

# From a package in node_modules to its name in static/vendor. Inter needs latin-ext for the Sámi letters.
COPIED = {
    "@digdir/designsystemet-css/dist/src/index.css": "designsystemet/index.css",
    "@digdir/designsystemet-css/dist/theme/designsystemet.css": "designsystemet/theme.css",
    "@digdir/designsystemet-css/LICENSE": "designsystemet/LICENSE.txt",
    "@digdir/designsystemet-web/dist/umd/index.js": "designsystemet/index.js",
    "@fontsource-variable/inter/LICENSE": "inter/LICENSE.txt",
    "@fontsource-variable/inter/wght.css": "inter/inter.css",
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2": "inter/files/inter-latin-wght-normal.woff2",
    "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2": (
        "inter/files/inter-latin-ext-wght-normal.woff2"
    ),
}
# A left-over source map comment points at a file we do not serve, and stops the hashing of static files.
SOURCE_MAP = re.compile(r"^\s*(//|/\*)# sourceMappingURL=.*$", re.MULTILINE)
FONT_FACE = re.compile(r"(?:/\*[^*]*\*/\s*)?@font-face\s*\{[^}]*?url\(\./(files/[^)]+)\)[^}]*\}\s*")


def prepare_front_end() -> None:
    """Makes static/vendor match the lock; does nothing when it already does."""
    mark = VENDOR / ".stamp"
    if mark.exists() and mark.read_text() == fingerprint() and (MODULES / "axe-core").exists():
        return
    say("Fetches the front-end packages")
    npm = find_npm()
    path = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": path, "NPM_CONFIG_UPDATE_NOTIFIER": "false"}
    fetch = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(fetch, cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL).returncode:
        sys.exit("npm could not fetch the front-end packages: see the lines above. Is the registry reachable?")
    if VENDOR.exists():
        shutil.rmtree(VENDOR)
    for source, target in COPIED.items():
        copy(MODULES / source, VENDOR / target)
    keep_copied_fonts(VENDOR / "inter" / "inter.css")
    list_packages()
    mark.write_text(fingerprint())


def find_npm() -> str:
    """The machine's npm when its Node.js is new enough, else the one from the Python registry."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
        if re.match(r"v\d+", version) and int(version[1:].split(".")[0]) >= OLDEST_NODE:
            return npm
    if not is_stamped("requirements-node.lock"):
        say("Fetches Node.js, since this machine has none that is new enough")
        pip_install("requirements-node.lock")
        stamp("requirements-node.lock")
    return str(PYTHON.parent / "npm")


def copy(source: Path, target: Path) -> None:
    """Copies one file, without the pointer to its source map."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".css", ".js"}:
        text = source.read_text(encoding="utf-8")
        target.write_text(SOURCE_MAP.sub("", text).rstrip() + "\n", encoding="utf-8")
    else:
        shutil.copyfile(source, target)


def keep_copied_fonts(stylesheet: Path) -> None:
    """Leaves only the @font-face rules whose file we serve."""
    text = stylesheet.read_text(encoding="utf-8")
    kept = [rule.group(0) for rule in FONT_FACE.finditer(text) if (stylesheet.parent / rule.group(1)).exists()]
    stylesheet.write_text("".join(kept), encoding="utf-8")


def list_packages() -> None:
    """Writes what static/vendor is made of: name, version and licence."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = lock[""]["dependencies"]
    rows = [
        {"name": name, "version": lock[f"node_modules/{name}"]["version"]}
        | {"license": lock[f"node_modules/{name}"].get("license", "")}
        for name in wanted
    ]
    (VENDOR / "packages.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def fingerprint() -> str:
    """One SHA-256 over everything that decides what static/vendor holds."""
    digest = hashlib.sha256()
    for file in STAMPED:
        digest.update(file.read_bytes())
    return digest.hexdigest()
