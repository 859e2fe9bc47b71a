// @ts-check
/**
 * News articles that nobody wrote, the same in every run: words as frequent as in English, each article on a topic or
 * two, names of two or three words that come back, twenty publishers, three years of days.
 */
import { Random, Weighted } from "./random.mjs";

/**
 * @typedef {{id: string, title: string, source: string, date: string, body: string}} Article
 * @typedef {{words: string[], weights: number[]}} Vocabulary   most frequent first
 */

export const SOURCES = [
  "Daily Courier", "Northern Herald", "The Ledger", "Metro Dispatch", "Coastal Times", "Capital Wire", "Valley Tribune",
  "Evening Standard Post", "Harbor Gazette", "Prairie Star", "The Observer Weekly", "Business Chronicle", "Union Press",
  "Lakeside Journal", "Morning Record", "City Sentinel", "Global Monitor", "The Beacon", "Summit News", "Delta Examiner",
];
export const FIRST_DAY = Date.UTC(2021, 0, 1) / 86_400_000;
export const DAYS = 1096;

const TOPICS = 40;
const WORDS_A_TOPIC = 200;
const NAMES = 3000;
const NAME_ENDINGS = ["", "", "", "", "", " Corporation", " Group", " University", " County", " Ministry", " Holdings", " Party"];
/** Mean and spread of the logarithm of an article's length in words: half are between 270 and 560. */
const LENGTH = { mean: Math.log(450) - 0.15, spread: 0.55 };
const SHORTEST = 40;

/** How often a word is of the article's topic, of its second topic, a name, a number; the rest is general. */
const TOPICAL = 0.14;
const ALSO_TOPICAL = 0.18;
const NAMED = 0.022;
const NUMBERED = 0.008;

/** The first articles of a corpus of any size are the same. */
export class Newsroom {
  /** @param {Vocabulary} vocabulary */
  constructor({ words, weights }) {
    this.words = words;
    this.general = new Weighted(weights);
    const random = new Random(20240601);
    const content = () => words[Math.floor(words.length * (0.004 + 0.42 * random.number() ** 1.7))] ?? "";
    this.topics = Array.from({ length: TOPICS }, () => Array.from({ length: WORDS_A_TOPIC }, content));
    const part = () => capitalised(words[Math.floor(words.length * (0.05 + 0.85 * random.number()))] ?? "");
    this.names = Array.from({ length: NAMES }, () => `${part()} ${part()}${random.pick(NAME_ENDINGS)}`);
    this.famous = new Weighted(this.names.map((_, place) => 1 / (place + 5)));
    this.publishing = new Weighted(SOURCES.map((_, place) => 1 / (place + 1.5)));
  }

  /** @param {number} count @returns {Generator<Article>} */
  *articles(count) {
    const random = new Random(7);
    for (let number = 0; number < count; number++) yield this.article(number, random);
  }

  /** @param {number} number @param {Random} random @returns {Article} */
  article(number, random) {
    const [topic, second] = [random.pick(this.topics), random.pick(this.topics)];
    const names = Array.from({ length: 2 + random.below(5) }, () => this.names[this.famous.place(random)] ?? "");
    const word = () => {
      const kind = random.number();
      if (kind < TOPICAL) return random.pick(topic);
      return kind < ALSO_TOPICAL ? random.pick(second) : (this.words[this.general.place(random)] ?? "");
    };
    const title = Array.from({ length: 5 + random.below(8) }, word);
    if (random.number() < 0.5) title.push(names[0] ?? "");
    const body = prose(random, word, names);
    const day = FIRST_DAY + random.below(DAYS);
    return {
      id: `article-${number}`,
      title: capitalised(title.join(" ")),
      source: SOURCES[this.publishing.place(random)] ?? "",
      date: dateOf(day),
      body,
    };
  }
}

/** A day, counted from 1970, as a date. @param {number} day */
export function dateOf(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** @param {Random} random @param {() => string} word @param {string[]} names */
function prose(random, word, names) {
  const length = Math.max(SHORTEST, Math.exp(LENGTH.mean + LENGTH.spread * random.normal()));
  const paragraphs = [];
  for (let written = 0; written < length; ) {
    const sentences = [];
    for (let count = 3 + random.below(4); count > 0 && written < length; count--) {
      const words = Array.from({ length: 8 + random.below(22) }, () => anyWord(random, word, names));
      written += words.length;
      const spaced = words.map((text, at) => (at > 0 && random.number() < 0.05 ? `, ${text}` : ` ${text}`)).join("");
      sentences.push(`${capitalised(spaced.trimStart())}.`);
    }
    paragraphs.push(sentences.join(" "));
  }
  return paragraphs.join("\n\n");
}

/** @param {Random} random @param {() => string} word @param {string[]} names */
function anyWord(random, word, names) {
  const kind = random.number();
  if (kind < NAMED) return random.pick(names);
  return kind < NAMED + NUMBERED ? String(Math.floor(10 ** (1 + 4 * random.number()))) : word();
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
