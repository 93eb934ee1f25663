#!/usr/bin/env python3
"""Makes the corpus beside this file: small JPEGs of every kind that the reduced decoder takes, and what libjpeg-turbo
makes of each at reduced sizes.

    CJPEG=cjpeg python3 make.py

Needs Pillow (for `draft`, which asks libjpeg-turbo for its scaled decoding) and cjpeg (Debian's libjpeg-turbo-progs, for
samplings, restarts, scan scripts and 16-bit tables that Pillow doesn't write). Chance comes from fixed seeds, so the same
versions make the same bytes. See README.md for the versions in use.

corpus.tsv         a line for each picture: sampling, quality, options, width, height, bytes, planes, sizes
corpus.jpegs       the files, one after the other
corpus.references  deflated: for each picture, size (eighths, as in the last column) and plane the samples, row by row,
                   each as its difference to the one before it
"""

import io
import os
import subprocess
import tempfile
import zlib
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, features

HERE = Path(__file__).parent
CJPEG = os.environ.get("CJPEG", "cjpeg")
SAMPLINGS = {
    "4:4:4": "1x1,1x1,1x1",
    "4:2:2": "2x1,1x1,1x1",
    "4:2:0": "2x2,1x1,1x1",
    "4:4:0": "1x2,1x1,1x1",
    "4:1:1": "4x1,1x1,1x1",
    "grey": None,
}
SCANS = {True: "0;1;2;", False: "0;"}
MORE_SCANS = "1 2;0;"
PER_SAMPLING = 56


def picture(rng, width, height):
    """Something like a photograph, coarse shapes stronger than fine ones, with strokes on it."""
    image = Image.new("RGB", (width, height), tuple(rng.randrange(60, 200) for _ in range(3)))
    for cells, share in ((2, 0.6), (4, 0.4), (9, 0.25), (20, 0.12), (60, 0.05)):
        noise = Image.frombytes("RGB", (cells, cells), rng.randbytes(3 * cells * cells))
        image = Image.blend(image, noise.resize((width, height), Image.Resampling.BICUBIC), share)
    draw = ImageDraw.Draw(image)
    for _ in range(rng.randrange(0, 5)):
        ends = [(rng.randrange(width), rng.randrange(height)) for _ in range(2)]
        shade = rng.randrange(20, 90)
        draw.line(ends, fill=(shade, shade, shade + rng.randrange(40)), width=rng.randrange(1, 4))
    return image


def encode(image, sampling, quality, options):
    with tempfile.TemporaryDirectory() as folder:
        arguments = [CJPEG, "-quality", str(quality)]
        if SAMPLINGS[sampling]:
            arguments += ["-sample", SAMPLINGS[sampling]]
        else:
            arguments += ["-grayscale"]
        for option in options:
            if option in ("scans", "pair"):
                script = Path(folder, "scans")
                script.write_text(SCANS[sampling != "grey"] if option == "scans" else MORE_SCANS)
                arguments += ["-scans", str(script)]
            elif option.startswith("restart="):
                arguments += ["-restart", option.removeprefix("restart=")]
            else:
                arguments += ["-" + option]
        source = io.BytesIO()
        image.save(source, "PPM")
        return subprocess.run(arguments, input=source.getvalue(), stdout=subprocess.PIPE, check=True).stdout


def reference(jpeg, eighths):
    """libjpeg-turbo's planes at this size, one after the other."""
    image = Image.open(io.BytesIO(jpeg))
    mode = "L" if image.mode == "L" else "YCbCr"
    width, height = image.size
    by = 8 // eighths
    image.draft(mode, (width // by, height // by))
    assert image.mode == mode and image.size == (-(-width // by), -(-height // by)), (image.mode, image.size, by)
    return [plane.tobytes() for plane in image.split()]


def differences(samples):
    return bytes((b - a) & 255 for a, b in zip(b"\0" + samples, samples))


def options_of(rng, index, sampling):
    options = [] if index % 8 == 0 else ["optimize"]
    kind = index % 7
    if kind in (1, 2):
        options.append(f"restart={rng.randrange(1, 10)}B")
    elif kind == 3:
        options.append("restart=1")
    elif kind == 4:
        options.append("scans")
    elif kind == 5 and sampling != "grey":
        options += ["pair", f"restart={rng.randrange(1, 6)}B"]
    return options


def main():
    lines, jpegs, references = [], [], []
    for sampling in SAMPLINGS:
        for index in range(PER_SAMPLING):
            rng = Random(f"{sampling} {index}")
            # Whole blocks and units now and then, odd sizes mostly, and a few pictures of many units.
            width, height = (rng.randrange(8, 52) for _ in range(2))
            if index % 11 == 0:
                width, height = width // 16 * 16 + 16, height // 16 * 16 + 16
            if index == PER_SAMPLING - 1:
                width, height = 200, 150
            # Below about 12, steps no longer fit into a byte.
            quality = 6 if index % 9 == 4 else rng.choice((25, 50, 75, 75, 85, 92, 97))
            options = options_of(rng, index, sampling)
            jpeg = encode(picture(rng, width, height), sampling, quality, options)
            sizes = (1, 2, 4, 8) if index % 4 == 1 else (1, 2, 4)
            planes = 1 if sampling == "grey" else 3
            for eighths in sizes:
                for samples in reference(jpeg, eighths):
                    references.append(differences(samples))
            columns = sampling, quality, ",".join(options) or "-", width, height, len(jpeg), planes
            lines.append("\t".join([*map(str, columns), ",".join(map(str, sizes))]) + "\n")
            jpegs.append(jpeg)
    (HERE / "corpus.tsv").write_text("".join(lines))
    (HERE / "corpus.jpegs").write_bytes(b"".join(jpegs))
    (HERE / "corpus.references").write_bytes(zlib.compress(b"".join(references), 9))
    cjpeg = subprocess.run([CJPEG, "-version"], stderr=subprocess.PIPE, text=True).stderr.splitlines()[0]
    turbo = features.version("libjpeg_turbo")
    print(f"{len(lines)} pictures by cjpeg of {cjpeg}; references by Pillow {features.version('pil')}, libjpeg-turbo {turbo}")


if __name__ == "__main__":
    main()
