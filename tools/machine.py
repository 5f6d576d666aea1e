"""What we ask of the machine itself: system packages, Chromium, npm. Standard library only."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSERS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)


def apt_install(*packages: str) -> bool:
    """Installs Debian packages when we are root on such a machine; says whether it went well."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print(f"· Installs {' '.join(packages)} with apt-get", file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # Another apt may be running: without the timeout that is an error at once.
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=500", "-qq"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    quiet = subprocess.DEVNULL
    if subprocess.run(install, env=environment, check=False, stdout=quiet, stderr=quiet).returncode == 0:
        return True
    subprocess.run([*apt, "update"], env=environment, check=False, stdout=quiet)
    return subprocess.run(install, env=environment, check=False, stdout=quiet).returncode == 0


def chromium() -> str | None:
    """The path of a Chromium on this machine, installing it where we may; None where there is none."""
    found = find_chromium()
    if found is None and apt_install("chromium"):
        found = find_chromium()
    return found


def find_chromium() -> str | None:
    """The path of a Chromium that is already here."""
    named = [os.environ.get("SLOYFE_CHROMIUM"), *BROWSERS]
    for name in named:
        path = shutil.which(name) if name else None
        if path:
            return path
    return next((str(path) for path in MAC_BROWSERS if path.exists()), None)


NO_CHROMIUM = (
    "There is no Chromium on this machine, so the browser journeys were not run. Install it "
    "(Debian: sudo apt-get install chromium; Ubuntu: sudo snap install chromium; macOS: brew install chromium) "
    "or point SLOYFE_CHROMIUM at one."
)
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
