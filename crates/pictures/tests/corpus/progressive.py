#!/usr/bin/env python3
"""Makes progressive pictures of some of those of the corpus beside this file, without a change to any coefficient: what a
decoder makes of one must be, to the bit, what it makes of the other.

    JPEGTRAN=jpegtran python3 progressive.py

Needs jpegtran (Debian's libjpeg-turbo-progs). See README.md for the version in use.

progressive.tsv    a line for each picture: its line in corpus.tsv (from 0), options, bytes
progressive.jpegs  the files, one after the other
"""

import os
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
JPEGTRAN = os.environ.get("JPEGTRAN", "jpegtran")
# Every so many pictures; none that divides the 56 of each sampling, or their options would always be the same ones.
EACH = 5
# By script: what the scans of a picture in colours hold, and those of a grey one; none: libjpeg's own
# script.
SCRIPTS = {
    "usual": None,
    # Bands, whole.
    "bands": ("0,1,2: 0-0, 0, 0; 0: 1-5, 0, 0; 2: 1-63, 0, 0; 1: 1-63, 0, 0; 0: 6-63, 0, 0;", "0: 0-0, 0, 0; 0: 1-9, 0, 0; 0: 10-63, 0, 0;"),
    # Bits, one after the other, each component by itself.
    "bits": tuple(
        "".join(f"{c}: 0-0, {high}, {low};" for high, low in ((0, 2), (2, 1), (1, 0)) for c in components)
        + "".join(f"{c}: 1-63, {high}, {low};" for high, low in ((0, 3), (3, 2), (2, 1), (1, 0)) for c in components)
        for components in ("012", "0")
    ),
    # Both, and the bands of later bits others than those of the first.
    "both": tuple(
        f"{','.join(components)}: 0-0, 0, 1;"
        + "".join(f"{c}: 1-8, 0, 2; {c}: 9-63, 0, 1; {c}: 1-8, 2, 1;" for c in components)
        + f"{','.join(components)}: 0-0, 1, 0;"
        + "".join(f"{c}: 1-30, 1, 0; {c}: 31-63, 1, 0;" for c in components)
        for components in ("012", "0")
    ),
}
RESTARTS = (None, None, "1", "3B", None, "2B")


def progressive(jpeg, script, restart):
    with tempfile.TemporaryDirectory() as folder:
        arguments = [JPEGTRAN, "-optimize"]
        if script:
            place = Path(folder, "scans")
            place.write_text(script)
            arguments += ["-scans", str(place)]
        else:
            arguments += ["-progressive"]
        if restart:
            arguments += ["-restart", restart]
        return subprocess.run(arguments, input=jpeg, stdout=subprocess.PIPE, check=True).stdout


def main():
    files = (HERE / "corpus.jpegs").read_bytes()
    lines, jpegs = [], []
    for nth, line in enumerate((HERE / "corpus.tsv").read_text().splitlines()):
        sampling, _, _, width, _, size = line.split("\t")[:6]
        jpeg, files = files[: int(size)], files[int(size) :]
        if nth % EACH != 0 and int(width) < 200:
            continue
        index = nth // EACH
        name = list(SCRIPTS)[index % len(SCRIPTS)]
        script = SCRIPTS[name] and SCRIPTS[name][sampling == "grey"]
        restart = RESTARTS[index % len(RESTARTS)]
        made = progressive(jpeg, script, restart)
        options = f"{name},restart={restart}" if restart else name
        lines.append(f"{nth}\t{options}\t{len(made)}\n")
        jpegs.append(made)
    (HERE / "progressive.tsv").write_text("".join(lines))
    (HERE / "progressive.jpegs").write_bytes(b"".join(jpegs))
    version = subprocess.run([JPEGTRAN, "-version"], stderr=subprocess.PIPE, text=True).stderr.splitlines()[0]
    print(f"{len(lines)} pictures by jpegtran of {version}")


if __name__ == "__main__":
    main()
