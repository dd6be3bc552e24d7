"""Reads how rare Japanese words are out of the package wordfreq.

Arguments: the folder that the package was installed into, then the output file. A line for each word, commonest first: the
word, a tab, and in hundredths of a power of ten how rare it is.
"""
import gzip
import sys
from pathlib import Path

import msgpack


def main():
    packages, output = Path(sys.argv[1]), Path(sys.argv[2])
    with gzip.open(packages / "wordfreq/data/large_ja.msgpack.gz") as table:
        bins = msgpack.load(table, raw=False)[1:]
    rows = (f"{word}\t{rarity}\n" for rarity, words in enumerate(bins) for word in words)
    with output.open("w", encoding="utf-8", newline="\n") as target:
        target.writelines(row for row in rows if len(row.split()) == 2)


if __name__ == "__main__":
    main()
