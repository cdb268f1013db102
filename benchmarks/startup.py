"""What `import diplomod` costs beyond attrs and cattrs, and what the first use costs.

python benchmarks/startup.py [--times N] [--most MILLISECONDS]

Each figure is of a fresh process of Python that has imported attrs and cattrs, in processor time: the least and the median of
so many. The exit code is 1 where the least time of the import is above `--most`.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys

FIRST = """
import time
import attrs, cattrs
begun = time.process_time()
{use}
print(time.process_time() - begun)
"""
TEXT = "Envoys of Peru and Chile met in Lima on Monday."
USES = {
    "import diplomod": "import diplomod",
    "and Lexicon.default()": "import diplomod; diplomod.Lexicon.default()",
    "and the first text": f"import diplomod; diplomod.read({TEXT!r})",
    "and the command line": "import diplomod.__main__",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--most", type=float, default=60.0, help="milliseconds that the import may take")
    arguments = parser.parse_args()
    seconds: dict[str, list[float]] = {name: [] for name in USES}
    for _ in range(arguments.times):
        for name, use in USES.items():
            seconds[name].append(first(use))
    print(f"{'milliseconds beyond attrs and cattrs':<40}{'least':>8}{'median':>8}")
    for name, times in seconds.items():
        print(f"{name:<40}{1000 * min(times):>8.1f}{1000 * statistics.median(times):>8.1f}")
    return 1 if 1000 * min(seconds["import diplomod"]) > arguments.most else 0


def first(use: str) -> float:
    """The seconds that it takes in a process of its own."""
    done = subprocess.run([sys.executable, "-c", FIRST.format(use=use)], capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
