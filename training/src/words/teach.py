"""Reads raw Japanese prose and writes the analysis of a teacher, MeCab with unidic-lite.

Arguments: the gold folder, then the output file. One line a sentence: "train" or "held" (every twentieth news article and
the last tenth of each other text, never trained on), then the words. Marks that MeCab joins because no dictionary has
them, as in program text, are words of their own. Fields are
parted by U+001F, words by U+001E: surface, part of speech with its levels, conjugation type, conjugation form, written base form, origin.
"""
import gzip
import json
import re
import sys
from pathlib import Path

import fugashi
import unidic_lite

WORD, FIELD = "\x1e", "\x1f"
SENTENCE_END = re.compile(r"(?<=[。！？])(?![」』）])")
BLANK = "空白"
MARK = "補助記号-一般"


def documents(data):
    """Yields (split, text) of the raw prose in a fixed order."""
    with gzip.open(data / "ja-wikinews/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            yield "held" if number % 20 == 7 else "train", article["headline"] + "\n" + article["text"]
    for path in sorted((data / "ja-prose").glob("*.txt.gz")):
        lines = gzip.open(path, "rt", encoding="utf-8").read().splitlines()
        for number, line in enumerate(lines):
            yield "held" if number >= len(lines) * 0.9 else "train", line


def sentences(text):
    for line in text.splitlines():
        for sentence in SENTENCE_END.split(line.strip()):
            sentence = sentence.strip()
            japanese = sum(character > "\u3040" for character in sentence)
            if len(sentence) >= 4 and japanese >= 0.4 * len(sentence):
                yield sentence


def analysis(tagger, sentence):
    """The teacher's words, or None where they do not spell the sentence."""
    words = []
    for word in tagger(sentence):
        if word.white_space:
            words.append((word.white_space, BLANK, "", "", word.white_space, ""))
        if word.is_unk and len(word.surface) > 1 and not any(map(str.isalnum, word.surface)):
            words.extend((mark, MARK, "", "", mark, "記号") for mark in word.surface)
            continue
        feature = word.feature
        tag = "-".join(level for level in (feature.pos1, feature.pos2, feature.pos3, feature.pos4) if level and level != "*")
        base = feature.orthBase or word.surface
        words.append((word.surface, tag, feature.cType or "", feature.cForm or "", base, feature.goshu or ""))
    return words if "".join(word[0] for word in words) == sentence else None


def main():
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    gold = set()
    for split in ("train", "dev"):
        with gzip.open(data / f"ja-gsd-ne/{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
            gold.update(json.loads(line)["text"].strip() for line in lines)
    tagger = fugashi.Tagger(f'-d "{unidic_lite.DICDIR}"')
    seen = set()
    with output.open("w", encoding="utf-8", newline="\n") as target:
        for split, text in documents(data):
            for sentence in sentences(text):
                if sentence in seen or sentence in gold:
                    continue
                seen.add(sentence)
                words = analysis(tagger, sentence)
                if words is not None:
                    target.write(WORD.join([split] + [FIELD.join(word) for word in words]) + "\n")


if __name__ == "__main__":
    main()
