// @ts-check
/**
 * Invented articles with their reading, and a client that answers from them: what the rooms are tried on without an
 * engine. Never part of the page.
 */

import { Parts } from "../../www/engine/parts.js";

/** @import {Article, Comparison, EntityProfile, Kind, Mention, Place, Stretch, TimelineEntry} from "../../www/crossread.d.ts" */

const HARBOUR_A = `LISMORE – The harbour of Lismore will stay open through the winter, Mayor Ines Duarte said on Tuesday.

“The harbour stays open, whatever the weather does,” she told reporters outside the Port Authority.

What the plan says

The mayor said that 18 fishing boats would be moved to the northern quay by April 18. The Coastal Accord of 2019 obliges the town to give notice.

- Ferries keep their timetable.
- The fish market moves to Saturday.

Officials in Westmark and members of the Coastal Council (CC) had warned of ice for weeks.

The Winter Regatta will be held as planned, the minister said.

Storm closes coast road near Westmark

Lismore council votes on budget

The long read: how a lighthouse came to be moved, stone by stone, and who paid for it.

Reporting by Tomas Aune`;

const HARBOUR_B = `The port of Lismore remains open this winter, according to Ines Duarte, the town's mayor.

She said 16 fishing boats had to leave their berths by April 16 and move to the northern quay.

“Nobody will be turned away,” Duarte said.

The Coastal Council welcomed the decision on Wednesday. Its chair, Per Holm, called it overdue.

Duarte and Holm signed a plan for the years 2026–2028.`;

const HARBOUR_C = `Winter plans for the harbour in Lismore were presented on 12 February.

Per Holm of the Coastal Council named the northern quay as a place for fishing boats.

Markup such as <b>bold</b> and <img src=x onerror=alert(1)> is text.`;

/**
 * @param {string} text @param {string} words @param {number} [nth]
 * @returns {Stretch}
 */
function at(text, words, nth = 0) {
  let start = text.indexOf(words);
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** @type {Record<string, {label: string, kind: Kind}>} */
const ENTITIES = {
  "ines-duarte": { label: "Ines Duarte", kind: "person" },
  "per-holm": { label: "Per Holm", kind: "person" },
  lismore: { label: "Lismore", kind: "place" },
  westmark: { label: "Westmark", kind: "place" },
  "port-authority": { label: "Port Authority", kind: "organization" },
  "coastal-council": { label: "Coastal Council", kind: "organization" },
  "coastal-accord": { label: "Coastal Accord", kind: "agreement" },
  "winter-regatta": { label: "Winter Regatta", kind: "event" },
};

/**
 * @param {string} text @param {string} words @param {string} entity
 * @param {Partial<Mention> & {nth?: number}} [more]
 * @returns {Mention}
 */
function mention(text, words, entity, { nth = 0, ...more } = {}) {
  const { label, kind } = named(entity);
  return { ...at(text, words, nth), kind, entity, label, form: "name", basis: "curated", ...more };
}

/** @param {string} text @param {Record<string, any>} kinds  first words of a block: kind */
function blocks(text, kinds = {}) {
  return text.split(/\n+/).map((line) => {
    const stretch = at(text, line);
    const kind = Object.entries(kinds).find(([words]) => line.startsWith(words))?.[1] ?? "paragraph";
    return { ...stretch, kind };
  });
}

/** @param {string} entity */
function named(entity) {
  return /** @type {{label: string, kind: Kind}} */ (ENTITIES[entity]);
}

const DATELINE = at(HARBOUR_A, "LISMORE");
/** @type {Article} */
const first = {
  id: "lismore-courier-2031", title: "Lismore keeps its harbour open", source: "Lismore Courier", date: "2031-02-11", date_basis: "inferred",
  language: "en", licence: "CC0-1.0", url: "https://example.org/harbour", text: HARBOUR_A,
  blocks: blocks(HARBOUR_A, {
    LISMORE: "paragraph", "What the plan": "heading", "- ": "list-item", Storm: "related", "Lismore council": "related", "The long read": "teaser", Reporting: "byline",
  }).flatMap((block) => (block.start === 0 ? [{ ...DATELINE, kind: "dateline" }, { ...block, start: at(HARBOUR_A, "The harbour").start }] : [block])),
  mentions: [
    mention(HARBOUR_A, "LISMORE", "lismore"),
    mention(HARBOUR_A, "Lismore", "lismore"),
    mention(HARBOUR_A, "Mayor Ines Duarte", "ines-duarte", { basis: "defined" }),
    mention(HARBOUR_A, "Port Authority", "port-authority"),
    mention(HARBOUR_A, "The mayor", "ines-duarte", { form: "role", basis: "defined" }),
    mention(HARBOUR_A, "Coastal Accord", "coastal-accord"),
    mention(HARBOUR_A, "Westmark", "westmark"),
    mention(HARBOUR_A, "members of the Coastal Council", "coastal-council", { form: "role", basis: "rule" }),
    mention(HARBOUR_A, "Coastal Council", "coastal-council"),
    mention(HARBOUR_A, "CC", "coastal-council", { form: "acronym", basis: "defined" }),
    mention(HARBOUR_A, "Winter Regatta", "winter-regatta"),
    { ...at(HARBOUR_A, "the minister"), kind: "person", form: "role", basis: "rule" },
    mention(HARBOUR_A, "Westmark", "westmark", { nth: 1 }),
  ],
  quotes: [
    { ...at(HARBOUR_A, "“The harbour stays open, whatever the weather does,”"), style: "direct", speaker: { ...at(HARBOUR_A, "she"), entity: "ines-duarte", label: "Ines Duarte" }, cue: at(HARBOUR_A, "told") },
    { ...at(HARBOUR_A, "18 fishing boats would be moved to the northern quay by April 18"), style: "indirect", speaker: { ...at(HARBOUR_A, "The mayor"), entity: "ines-duarte", label: "Ines Duarte" }, cue: at(HARBOUR_A, "said", 1) },
  ],
  dates: [
    { ...at(HARBOUR_A, "Tuesday"), value: "2031-02-11", basis: "resolved" },
    { ...at(HARBOUR_A, "April 18"), value: "2031-04-18", basis: "resolved" },
    { ...at(HARBOUR_A, "2019"), value: "2019", basis: "stated" },
  ],
  numbers: [{ ...at(HARBOUR_A, "18"), value: 18, unit: "boat" }],
};

/** @type {Article} */
const second = {
  id: "westmark-post-2031", title: "Port of Lismore to remain open", source: "Westmark Post", date: "2031-02-12", language: "en", text: HARBOUR_B,
  blocks: blocks(HARBOUR_B),
  mentions: [
    mention(HARBOUR_B, "Lismore", "lismore"), mention(HARBOUR_B, "Ines Duarte", "ines-duarte"),
    mention(HARBOUR_B, "Duarte", "ines-duarte", { nth: 1 }), mention(HARBOUR_B, "Coastal Council", "coastal-council"),
    mention(HARBOUR_B, "Per Holm", "per-holm"), mention(HARBOUR_B, "Duarte", "ines-duarte", { nth: 2 }), mention(HARBOUR_B, "Holm", "per-holm", { nth: 1 }),
  ],
  quotes: [{ ...at(HARBOUR_B, "“Nobody will be turned away,”"), style: "direct", speaker: { ...at(HARBOUR_B, "Duarte", 1), entity: "ines-duarte", label: "Ines Duarte" }, cue: at(HARBOUR_B, "said", 1) }],
  dates: [{ ...at(HARBOUR_B, "Wednesday"), value: "2031-02-12", basis: "resolved" }, { ...at(HARBOUR_B, "2026–2028"), value: "2026/2028", basis: "stated" }],
  numbers: [{ ...at(HARBOUR_B, "16"), value: 16, unit: "boat" }],
};

/** @type {Article} */
const third = {
  id: "harbour-notes", title: "Winter plans", source: "Westmark Post", date: "2031-02-13", language: "en", text: HARBOUR_C, blocks: blocks(HARBOUR_C),
  mentions: [mention(HARBOUR_C, "Lismore", "lismore"), mention(HARBOUR_C, "Per Holm", "per-holm"), mention(HARBOUR_C, "Coastal Council", "coastal-council")],
  quotes: [], dates: [{ ...at(HARBOUR_C, "12 February"), value: "2031-02-12", basis: "resolved" }], numbers: [],
};

const long = longArticle(900);
export const articles = [first, second, third, rightToLeft(), long];

/** @param {number} paragraphs @returns {Article} */
function longArticle(paragraphs) {
  const line = "Ines Duarte spoke in Lismore on Tuesday about the harbour, the northern quay and the 18 boats of the Coastal Council, at some length and without notes.";
  const text = Array.from({ length: paragraphs }, () => line).join("\n\n");
  const starts = Array.from({ length: paragraphs }, (_, index) => index * (line.length + 2));
  const shifted = (/** @type {Mention} */ found, /** @type {number} */ by) => ({ ...found, start: found.start + by, end: found.end + by });
  const one = [mention(line, "Ines Duarte", "ines-duarte"), mention(line, "Lismore", "lismore"), mention(line, "Coastal Council", "coastal-council")];
  return {
    id: "long", title: "Minutes of a long meeting", source: "Lismore Courier", language: "en", text,
    blocks: starts.map((start) => ({ start, end: start + line.length, kind: "paragraph" })),
    mentions: starts.flatMap((start) => one.map((found) => shifted(found, start))), quotes: [], dates: [], numbers: [],
  };
}

/** @returns {Article} */
function rightToLeft() {
  const text = "بندر لیزمور در زمستان باز می‌ماند.\n\nشهردار این را روز سه‌شنبه گفت.";
  return {
    id: "farsi", title: "بندر باز می‌ماند", source: "پیک لیزمور", date: "2031-02", language: "fa", text, blocks: blocks(text),
    mentions: [{ ...at(text, "لیزمور"), kind: "place", entity: "lismore", label: "Lismore", form: "name", basis: "curated" }], quotes: [], dates: [], numbers: [],
  };
}

/** @param {Article} article @param {string} words @param {number} [nth] @returns {Place} */
function place(article, words, nth) {
  return { article: article.id, ...at(article.text, words, nth) };
}

/** @type {Comparison} */
const two = {
  articles: [first.id, second.id],
  passages: [
    {
      spans: [place(first, "The harbour of Lismore will stay open through the winter, Mayor Ines Duarte said on Tuesday."), place(second, "The port of Lismore remains open this winter, according to Ines Duarte, the town's mayor.")],
      relation: "reworded", similarity: 0.71, differs: [],
      evidence: [{ kind: "entity", label: "Ines Duarte", weight: 0.3 }, { kind: "entity", label: "Lismore", weight: 0.21 }, { kind: "word", label: "winter", weight: 0.2 }],
    },
    {
      spans: [place(first, "The mayor said that 18 fishing boats would be moved to the northern quay by April 18."), place(second, "She said 16 fishing boats had to leave their berths by April 16 and move to the northern quay.")],
      relation: "reworded", similarity: 0.64,
      differs: [
        { kind: "date", values: ["2031-04-18", "2031-04-16"], spans: [place(first, "April 18"), place(second, "April 16")] },
        { kind: "number", values: ["18", "16"], spans: [place(first, "18"), place(second, "16")] },
      ],
      evidence: [{ kind: "word", label: "quay", weight: 0.4 }, { kind: "word", label: "boats", weight: 0.24 }],
      kept: [[at(HARBOUR_A, "fishing boats"), at(HARBOUR_B, "fishing boats")]],
    },
  ],
  copies: [{ spans: [place(first, "18 fishing boats"), place(second, "16 fishing boats")], words: 12, quoted: false, source: first.id }],
  utterances: [{
    relation: "same", spans: [place(first, "“The harbour stays open, whatever the weather does,”"), place(second, "“Nobody will be turned away,”")],
    speakers: ["ines-duarte", "per-holm"], given_to_another: true,
  }],
  alone: [
    place(first, "“The harbour stays open, whatever the weather does,” she told reporters outside the Port Authority."),
    place(first, "The Coastal Accord of 2019 obliges the town to give notice."),
    place(first, "Officials in Westmark and members of the Coastal Council (CC) had warned of ice for weeks."),
    place(second, "“Nobody will be turned away,” Duarte said."),
    place(second, "Duarte and Holm signed a plan for the years 2026–2028."),
  ],
  entities: [
    { entity: "ines-duarte", counts: [2, 3], names: [["Mayor Ines Duarte", "The mayor"], ["Duarte", "Ines Duarte"]] },
    { entity: "lismore", counts: [2, 1], names: [["Lismore"], ["Lismore"]] },
    { entity: "coastal-council", counts: [3, 1], names: [["Coastal Council", "CC"], ["Coastal Council"]] },
    { entity: "per-holm", counts: [0, 2], names: [[], ["Per Holm", "Holm"]] },
    { entity: "westmark", counts: [2, 0], names: [["Westmark"], []] },
    { entity: "coastal-accord", counts: [1, 0], names: [["Coastal Accord"], []] },
    { entity: "winter-regatta", counts: [1, 0], names: [["Winter Regatta"], []] },
  ].map((row) => ({ ...row, ...named(row.entity) })),
  quotes: [
    { entity: "ines-duarte", label: "Ines Duarte", items: [place(first, "“The harbour stays open, whatever the weather does,”"), place(second, "“Nobody will be turned away,”")] },
  ],
  dates: [{ kind: "order", explain: "The boats are moved by 18 April, yet their berths were to be left by 16 April.", spans: [place(first, "April 18"), place(second, "April 16")] }],
  words: [
    { term: "harbour", counts: [3, 0], per_million: [24000, 0], log_ratio: 3.2, g2: 5.11 },
    { term: "port", counts: [1, 1], per_million: [8000, 13000], log_ratio: -0.7, g2: 0.2 },
  ],
};

/** @type {Comparison} */
const three = {
  ...two,
  articles: [first.id, second.id, third.id],
  passages: [...two.passages, {
    spans: [place(second, "She said 16 fishing boats had to leave their berths by April 16 and move to the northern quay."), place(third, "Per Holm of the Coastal Council named the northern quay as a place for fishing boats.")],
    relation: "related", similarity: 0.42, differs: [], evidence: [{ kind: "word", label: "quay", weight: 0.42 }],
  }],
  left_out: [{ article: third.id, spans: [place(first, "Officials in Westmark"), place(second, "The Coastal Council welcomed the decision on Wednesday.")] }],
  alone: [...two.alone, place(third, "Winter plans for the harbour in Lismore were presented on 12 February.")],
  entities: two.entities.map((row) => ({ ...row, counts: [...row.counts, 1], names: [...row.names, [row.label]] })),
  words: two.words.map((row) => ({ ...row, counts: [...row.counts, 1], per_million: [...row.per_million, 30000] })),
};

/** @type {EntityProfile} */
const duarte = {
  entity: "ines-duarte", label: "Ines Duarte", kind: "person", corrected: false, roles: [{ phrase: "mayor of Lismore", from: "2028-05" }],
  joined: [{ name: "Mayor Ines Duarte", why: "transcription" }],
  names: [{ name: "Duarte", form: "name", count: 2, sources: [{ source: "Westmark Post", count: 2 }] }, { name: "Mayor Ines Duarte", form: "name", count: 1, sources: [{ source: "Lismore Courier", count: 1 }] }, { name: "The mayor", form: "role", count: 1, sources: [{ source: "Lismore Courier", count: 1 }] }],
  articles: [first, second].map((article) => ({
    id: article.id, title: article.title, source: article.source, date: article.date, count: 2,
    mentions: article.mentions.filter(({ entity }) => entity === "ines-duarte").map(({ start, end }) => {
      const block = /** @type {Stretch} */ (article.blocks.find((found) => found.start <= start && start < found.end));
      return { start, end, sentence: { start: block.start, end: block.end, text: article.text.slice(block.start, block.end) } };
    }),
  })),
  quotes: two.quotes[0]?.items.map((item) => ({ ...item, text: articles.find(({ id }) => id === item.article)?.text.slice(item.start, item.end) ?? "", style: "direct" })) ?? [],
  beside: [{ entity: "lismore", label: "Lismore", kind: "place", count: 3 }, { entity: "per-holm", label: "Per Holm", kind: "person", count: 1 }],
};

/** @type {TimelineEntry[]} */
const timeline = [second, first, third].flatMap((article) => article.dates.map((date) => {
  const block = /** @type {Stretch} */ (article.blocks.find((found) => found.start <= date.start && date.start < found.end));
  return { article: article.id, title: article.title, source: article.source, ...date, sentence: { start: block.start, end: block.end, text: article.text.slice(block.start, block.end) } };
})).sort((a, b) => a.value.localeCompare(b.value));

const engine = /** @type {import("../../www/crossread.d.ts").Engine} */ (/** @type {unknown} */ ({ entity: () => duarte, timeline: () => timeline }));

export const client = {
  /** @param {string} id */
  async article(id) {
    const found = articles.find((article) => article.id === id);
    if (!found) throw new Error(`no article “${id}” in this collection`);
    return found;
  },
  /** @param {string} query @param {string} id */
  async matches(query, id) {
    const { text } = await client.article(id);
    const found = [];
    for (let start = text.indexOf(query); start >= 0; start = text.indexOf(query, start + 1)) found.push({ start, end: start + query.length });
    return found;
  },
  /** @param {string[]} ids @param {boolean} [own] */
  async compare(ids, own) {
    await Promise.all(ids.map((id) => client.article(id)));
    if (ids.length === 1) return { ...two, articles: ids, passages: [], alone: [], entities: [], quotes: [], words: [], dates: [] };
    if (own) return { ...two, passages: two.passages.slice(0, 1), copies: [] };
    return ids.length > 2 ? three : two;
  },
  /** @param {string} id @param {number} [limit] */
  async entity(id, limit = 200) {
    if (id !== "ines-duarte") throw new Error(`no entity “${id}” in this collection`);
    return new Parts().entity(engine, id, limit);
  },
  /** @param {string} from @param {number} limit */
  async timeline(from, limit) {
    return new Parts().timeline(engine, from, limit);
  },
  /** @param {{query?: string, article?: string}} request */
  async concordance({ query = "", article }) {
    const found = articles.filter(({ id }) => !article || id === article).map(async (one) => {
      const stretches = await client.matches(query, one.id);
      return stretches.map(({ start, end }) => ({
        id: one.id, title: one.title, source: one.source, date: one.date, language: one.language, start, end,
        left: one.text.slice(0, start).split("\n").at(-1) ?? "", match: one.text.slice(start, end), right: one.text.slice(end).split("\n")[0] ?? "",
      }));
    });
    const lines = (await Promise.all(found)).flat();
    return { total: lines.length, ordered: lines.length, lines };
  },
  /** @param {string} id */
  async nearest(id) {
    return articles.filter((article) => article.id !== id).slice(0, 3).map((article) => ({ ...article, similarity: 0.5 }));
  },
};
