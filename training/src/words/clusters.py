"""Reads groups of English words, and how frequent the words are, out of the package spacy-lookups-data.

Arguments: the folder that the package was installed into, then the output file. A line for each word that has a group, the
most frequent first: the word, a tab, the way to its group as zeros and ones, a tab, and in hundredths the natural logarithm
of its share of a text.
"""
import gzip
import json
import sys
from pathlib import Path


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as table:
        return json.load(table)


def main():
    packages, output = Path(sys.argv[1]), Path(sys.argv[2])
    data = packages / "spacy_lookups_data/data"
    shares, groups = read(data / "en_lexeme_prob.json.gz"), read(data / "en_lexeme_cluster.json.gz")
    # The first fork is in the lowest bit; forks of zero at the end are not there.
    rows = [(round(shares[word] * 100), word, f"{group:b}"[::-1]) for word, group in groups.items() if group]
    rows.sort(key=lambda row: (-row[0], row[1]))
    with output.open("w", encoding="utf-8", newline="\n") as target:
        target.writelines(f"{word}\t{group}\t{share}\n" for share, word, group in rows if len(word.split()) == 1)


if __name__ == "__main__":
    main()
