#!/usr/bin/env python3
"""Takes the pictures that Pillow ships to test itself with, those that are odd or broken and small, and lays them together.

    python3 choose.py pillow-11.3.0.tar.gz

The archive is the source distribution on PyPI. README.md says what comes of it.

shipped.tsv    a line for each: its name, bytes
shipped.files  the files, one after the other
"""

import fnmatch
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).parent
IMAGES = "/Tests/images/"
LARGEST = 8000
NAMES = """
apng/*.png broken.png broken_data_stream.png cross_scan_line.png padded_idat.png png_decompression_dos.png tRNS_null_1x1.png
truncated_image.png truncated_end_chunk.png unknown_compression_method.png
broken_exif_dpi.jpg empty_gps_ifd.jpg exif_gps.jpg icc-after-SOF.jpg ignore_frame_size.mpo invalid-exif*.jpg jfif_unit_cm.jpg
multiple_exif.jpg truncated_app14.jpg truncated_exif_dpi.jpg truncated_jpeg.jpg xmp_no_prefix.jpg xmp_padded.jpg
background_outside_palette.gif comment_after_only_frame.gif decompression_bomb.gif decompression_bomb_extents.gif
duplicate_number_of_loops.gif multiple_comments.gif no_palette*.gif second_frame_comment.gif zero_width.gif
anim_frame1.webp bmp/b/*.bmp
""".split()


def main(archive):
    lines, files = [], []
    with tarfile.open(archive) as opened:
        for member in sorted(opened.getmembers(), key=lambda member: member.name):
            name = member.name.partition(IMAGES)[2]
            is_wanted = member.isfile() and member.size <= LARGEST and any(fnmatch.fnmatch(name, wanted) for wanted in NAMES)
            if is_wanted:
                lines.append(f"{name}\t{member.size}\n")
                files.append(opened.extractfile(member).read())
    (HERE / "shipped.tsv").write_text("".join(lines))
    (HERE / "shipped.files").write_bytes(b"".join(files))


main(sys.argv[1])
