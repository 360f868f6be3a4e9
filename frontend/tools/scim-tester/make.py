"""Makes the virtual environment of scim2-tester: everything pinned in requirements.txt, and nothing else."""

import subprocess
import sys
import venv
from pathlib import Path

folder = Path(sys.argv[1])
venv.create(folder, with_pip=True, clear=True)
pip = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check"]
pinned = Path(__file__).with_name("requirements.txt")
subprocess.run([*pip, "install", "-q", "--no-deps", "-r", pinned], check=True)
subprocess.run([*pip, "-q", "check"], check=True)
