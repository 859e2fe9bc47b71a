"""Clusters of words that stand among the same words, and how often each word is capitalised.

PPMI over the two words on either side -> truncated SVD of 128 dimensions -> k-means into 512 clusters, those into 64
(Levy and Goldberg, "Neural word embedding as implicit matrix factorization", NIPS 2014). Writes clusters.tsv (word, fine,
coarse, count) and case.tsv (word, times in small letters, times capitalised).
"""
import collections
import re

import numpy
from scipy import sparse

from common import arguments, articles

TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]|\n")
LEAST_SEEN = 25
CONTEXTS = 6000
DIMENSIONS = 128
FINE, COARSE = 512, 64


def normal(word):
    if word[0].isdigit():
        return re.sub(r"\d", "0", word)[:6]
    return word[:-2] if word.endswith(("'s", "’s")) else word


def counted(shared):
    """The words in a row as numbers, and the words."""
    vocabulary, row = {}, []
    for _, title, body in articles(shared):
        for word in TOKEN.findall(f"{title}\n{body}"):
            row.append(vocabulary.setdefault(normal(word), len(vocabulary)))
    return numpy.array(row, dtype=numpy.int32), list(vocabulary)


def together(row, words, kept, lower):
    """How often each kept word has each frequent word near it, left and right apart; one farther counts half."""
    columns = {word: at for at, (word, _) in enumerate(lower.most_common(CONTEXTS))}
    row_of = numpy.full(len(words), -1, dtype=numpy.int64)
    row_of[kept] = numpy.arange(len(kept))
    column_of = numpy.array([columns.get(word.lower(), -1) for word in words], dtype=numpy.int64)
    width = 2 * len(columns)
    total = None
    for distance, weight in ((1, 1.0), (2, 0.5)):
        for side, (centre, near) in enumerate(((row[distance:], row[:-distance]), (row[:-distance], row[distance:]))):
            rows, cells = row_of[centre], column_of[near]
            both = (rows >= 0) & (cells >= 0)
            keys, counts = numpy.unique(rows[both] * width + cells[both] + side * len(columns), return_counts=True)
            part = sparse.csr_matrix((counts * weight, (keys // width, keys % width)), shape=(len(kept), width))
            total = part if total is None else total + part
    return total


def surprising(counts):
    """Positive pointwise mutual information, contexts smoothed by a power of 0.75."""
    total = counts.sum()
    rows = numpy.asarray(counts.sum(1)).ravel()
    columns = numpy.asarray(counts.sum(0)).ravel() ** 0.75
    columns *= total / columns.sum()
    cells = counts.tocoo()
    values = numpy.log(cells.data * total / (rows[cells.row] * columns[cells.col]))
    above = values > 0
    kept = (values[above].astype(numpy.float32), (cells.row[above], cells.col[above]))
    return sparse.csr_matrix(kept, shape=cells.shape)


def narrowed(matrix, random):
    """Rows of unit length in few dimensions (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011)."""
    start = random.standard_normal((matrix.shape[1], DIMENSIONS + 16)).astype(numpy.float32)
    basis = matrix @ start
    for _ in range(3):
        basis, _ = numpy.linalg.qr(basis)
        other, _ = numpy.linalg.qr(matrix.T @ basis)
        basis = matrix @ other
    basis, _ = numpy.linalg.qr(basis)
    left, sizes, _ = numpy.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    rows = (basis @ left)[:, :DIMENSIONS] * numpy.sqrt(sizes[:DIMENSIONS])
    return rows / (numpy.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def grouped(rows, weights, count, random, rounds=25):
    """Spherical k-means: the group of each row, and the centres."""
    centres = rows[random.choice(len(rows), count, replace=False, p=weights / weights.sum())]
    for _ in range(rounds):
        group = numpy.argmax(rows @ centres.T, 1)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, group, rows * weights[:, None])
        lengths = numpy.linalg.norm(sums, axis=1, keepdims=True)
        empty = lengths[:, 0] < 1e-9
        centres = sums / numpy.maximum(lengths, 1e-9)
        centres[empty] = rows[random.integers(0, len(rows), empty.sum())]
    return group, centres


def main():
    given = arguments(__doc__).parse_args()
    row, words = counted(given.shared)
    counts = numpy.bincount(row, minlength=len(words))
    lower, small, capitalised = collections.Counter(), collections.Counter(), collections.Counter()
    for word, count in zip(words, counts):
        lower[word.lower()] += int(count)
        (small if word == word.lower() else capitalised)[word.lower()] += int(count)
    kept = numpy.where(counts >= LEAST_SEEN)[0]
    random = numpy.random.default_rng(0)
    rows = narrowed(surprising(together(row, words, kept, lower)), random)
    weights = numpy.minimum(numpy.sqrt(counts[kept]).astype(numpy.float32), 100)
    fine, centres = grouped(rows, weights, FINE, random)
    mass = numpy.bincount(fine, weights=weights, minlength=FINE).astype(numpy.float32)
    coarse, _ = grouped(centres, mass + 1e-3, COARSE, random)
    with open(given.work / "clusters.tsv", "w", encoding="utf8") as table:
        for at in numpy.argsort(-counts[kept]):
            word = words[kept[at]]
            if any(letter.isalnum() for letter in word):
                table.write(f"{word}\t{fine[at]}\t{coarse[fine[at]]}\t{counts[kept[at]]}\n")
    with open(given.work / "case.tsv", "w", encoding="utf8") as table:
        for word in sorted(set(small) | set(capitalised)):
            if small[word] + capitalised[word] >= 3 and any(letter.isalnum() for letter in word):
                table.write(f"{word}\t{small[word]}\t{capitalised[word]}\n")


if __name__ == "__main__":
    main()
