"""Reads articles written for brat with pybrat, and holds every mark against the text that it points at.

    python read_brat.py FOLDER
"""

import pathlib
import sys

from pybrat.parser import BratParser

folder = pathlib.Path(sys.argv[1])
# Told to raise, it also refuses two marks on one stretch, which brat has no quarrel with: a quantity that is a time, too.
examples = {pathlib.Path(example.id).stem: example for example in BratParser(error="ignore").parse(folder)}
marks = 0
for path in sorted(folder.glob("*.ann")):
    example = examples[path.stem]
    written = [line.split("\t")[0] for line in path.read_text("utf-8").splitlines() if line.startswith("T")]
    assert written and [mark.id for mark in example.entities] == written, f"{path.name}: not every mark was read"
    for mark in example.entities:
        covered = " ".join(example.text[span.start : span.end] for span in mark.spans)
        assert covered.replace("\t", " ") == mark.mention, f"{path.name}: {mark}"
    marks += len(written)
assert len(examples) > 0 and marks > 0
print(f"pybrat read {marks} marks in {len(examples)} articles")
