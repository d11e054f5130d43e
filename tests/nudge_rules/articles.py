"""Eight words in a row that an article has, too: what the articles say is told in our own words.

The articles are not ours to hand out, so tests/article_shingles.txt holds a short hash of each
eight words in a row of theirs, in the order of the hashes: it can tell that a run of words is in
an article, and not what the article says. Whoever has the articles as text files makes it with

    python -m nudge_rules.articles A.txt B.txt > article_shingles.txt    (in tests/)
"""

import re
import sys
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from textwrap import wrap

IN_A_ROW, DIGEST_BYTES = 8, 5
SHINGLES = Path(__file__).parent.parent / "article_shingles.txt"
# Titles are cited, and so may be named: an article's own first line, and its references.
REFERENCE = re.compile(r"\(\d{4}\)\.")


def words(text: str) -> list[str]:
    """In small letters, without punctuation; an apostrophe belongs to its word."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'")
    return re.findall(r"\w+(?:'\w+)*", plain)


def runs(text: str) -> Iterator[str]:
    found = words(text)
    for i in range(len(found) - IN_A_ROW + 1):
        yield " ".join(found[i : i + IN_A_ROW])


def digest(run: str) -> bytes:
    return blake2b(run.encode(), digest_size=DIGEST_BYTES).digest()


@cache
def of_the_articles() -> frozenset[bytes]:
    packed = b64decode("".join(SHINGLES.read_text().split()))
    return frozenset(packed[i : i + DIGEST_BYTES] for i in range(0, len(packed), DIGEST_BYTES))


def copied(text: str, known: frozenset[bytes] | None = None) -> list[str]:
    """The runs of eight words in a text that an article has."""
    shingles = of_the_articles() if known is None else known
    return [run for run in runs(text) if digest(run) in shingles]


def shingles_of(article: str) -> frozenset[bytes]:
    _title, *lines = article.splitlines()
    body = "\n".join(line for line in lines if not REFERENCE.search(line))
    return frozenset(digest(run) for run in runs(body))


def main(paths: list[str]) -> None:
    every = frozenset().union(*(shingles_of(Path(p).read_text(encoding="utf-8")) for p in paths))
    print("\n".join(wrap(b64encode(b"".join(sorted(every))).decode(), 96)))


if __name__ == "__main__":
    main(sys.argv[1:])
