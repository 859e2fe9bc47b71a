"""The 60,000 most frequent English words with their frequencies, from the wordfreq package: word<TAB>frequency a line.

usage: python3 vocabulary.py FOLDER      writes FOLDER/vocabulary.tsv; fetches the package through pip

The words are not part of this project: wordfreq is under Apache-2.0, its data under CC BY-SA 4.0.
"""

import glob
import gzip
import os
import re
import subprocess
import sys
import zipfile

PACKAGE = "wordfreq==3.1.1"
LIST = "wordfreq/data/large_en.msgpack.gz"
COUNT = 60_000


def pip(*arguments):
    subprocess.check_call([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments])


def buckets(folder):
    """Lists of words; those of bucket i are as frequent as 10^(-i/100)."""
    if not glob.glob(os.path.join(folder, "wordfreq-*.whl")):
        pip("download", "--no-deps", "--dest", folder, PACKAGE)
    libraries = os.path.join(folder, "python")
    if not os.path.isdir(os.path.join(libraries, "msgpack")):
        pip("install", "--target", libraries, "msgpack")
    sys.path.insert(0, libraries)
    import msgpack

    (wheel,) = glob.glob(os.path.join(folder, "wordfreq-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        _, *lists = msgpack.unpackb(gzip.decompress(archive.read(LIST)), raw=False)
    return lists


def plain(word):
    """English words only: letters, and of single letters those that are words."""
    return re.fullmatch("[a-z]{2,}|[ai]", word)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    found = [(word, 10 ** (-i / 100)) for i, words in enumerate(buckets(folder)) for word in sorted(filter(plain, words))]
    with open(os.path.join(folder, "vocabulary.tsv"), "w", encoding="utf-8") as file:
        file.writelines(f"{word}\t{frequency:.4e}\n" for word, frequency in found[:COUNT])


main(sys.argv[1])
