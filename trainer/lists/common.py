"""What the scripts share: where things are, and the unlabelled articles."""
import argparse
import gzip
import json
from pathlib import Path

ARTICLES = "bench/articles-20k.ndjson.gz"


def arguments(description):
    """--shared: the folder with the data; --work: where tables are written."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    return parser


def articles(shared):
    """Title and body of each unlabelled article, with its id."""
    with gzip.open(shared / ARTICLES, "rt", encoding="utf8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["id"], article["title"], article["body"]


def fold(text):
    import unicodedata

    plain = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return "".join(plain).lower().replace(".", "")
