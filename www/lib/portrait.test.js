import assert from "node:assert/strict";
import { test } from "node:test";
import { byArticle, bySource, joins, overTime } from "./portrait.js";
import { joinInWords } from "./marks-notes.js";

const names = /** @type {import("../crossread.d.ts").EntityProfile["names"]} */ ([
  { name: "Duarte", form: "name", count: 6, sources: [{ source: "Courier", count: 1 }, { source: "Post", count: 3 }] },
  { name: "the mayor", form: "role", count: 2, sources: [{ source: "Courier", count: 2 }] },
]);

test("each source has its own names, and what has no source is told apart", () => {
  assert.deepEqual(bySource(names), [
    { source: "Courier", count: 3, names: [{ name: "the mayor", form: "role", count: 2 }, { name: "Duarte", form: "name", count: 1 }] },
    { source: "Post", count: 3, names: [{ name: "Duarte", form: "name", count: 3 }] },
    { source: "", count: 2, names: [{ name: "Duarte", form: "name", count: 2 }] },
  ]);
  const all = bySource(names).reduce((sum, { count }) => sum + count, 0);
  assert.equal(all, names.reduce((sum, { count }) => sum + count, 0));
});

test("where no article has a source, each has its own names, pronouns left out", () => {
  const sentence = (/** @type {string} */ text) => ({ start: 10, end: 10 + text.length, text });
  const mention = (/** @type {string} */ text, /** @type {string} */ name) => ({ start: 10 + text.indexOf(name), end: 10 + text.indexOf(name) + name.length, sentence: sentence(text) });
  const articles = /** @type {any[]} */ ([
    { title: "Harbour", mentions: [mention("Then Duarte spoke.", "Duarte"), mention("She left.", "She")] },
    { title: "Ferry", mentions: [mention("The mayor came.", "The mayor"), mention("So did Duarte, the mayor.", "Duarte"), mention("So did Duarte, the mayor.", "the mayor")] },
    { title: "Tide", mentions: [mention("She left.", "She")] },
  ]);
  assert.deepEqual(byArticle(names, articles), [
    { source: "Ferry", count: 3, names: [{ name: "the mayor", form: "role", count: 2 }, { name: "Duarte", form: "name", count: 1 }] },
    { source: "Harbour", count: 1, names: [{ name: "Duarte", form: "name", count: 1 }] },
  ]);
});

test("days where they are few, silence shown as silence", () => {
  const { unit, bins, undated } = overTime([{ date: "2031-02-27", count: 2 }, { date: "2031-03-02?", count: 1 }, { count: 9 }]);
  assert.deepEqual([unit, undated], ["day", 1]);
  assert.deepEqual(bins.map(({ start, mentions }) => [start, mentions]), [
    ["2031-02-27", 2], ["2031-02-28", 0], ["2031-03-01", 0], ["2031-03-02", 1],
  ]);
});

test("the least exact date and the longest stretch say the unit", () => {
  assert.equal(overTime([{ date: "2031-02-27", count: 1 }, { date: "2031-04~", count: 1 }]).unit, "month");
  assert.equal(overTime([{ date: "2031-01-01", count: 1 }, { date: "2032-12-31", count: 1 }]).unit, "month");
  assert.equal(overTime([{ date: "1960-01-01", count: 1 }, { date: "2032-12-31", count: 1 }]).bins.length, 73);
  assert.deepEqual(overTime([{ date: "2031-12", count: 1 }, { date: "2032-01", count: 1 }]).bins.length, 2);
  assert.deepEqual(overTime([{ count: 1 }]).bins, []);
  assert.deepEqual(overTime([]).bins, []);
});

test("why names are one: joined across articles, cut short within one, and nothing else", () => {
  /** @param {string} id @param {string[]} said */
  const article = (id, said) => ({
    id, title: id, count: said.length,
    mentions: said.map((name) => ({ start: 10, end: 10 + name.length, sentence: { start: 10, end: 30, text: `${name} spoke.` } })),
  });
  const found = joins({
    joined: [{ name: "Duarté", why: "transcription" }, { name: "I. Duarte", why: "shorter" }],
    names: [...names, ...["Ines Duarte", "Duarté", "Nina"].map((name) => ({ name, form: /** @type {const} */ ("name"), count: 1, sources: [] }))],
    articles: [article("one", ["Ines Duarte", "the mayor", "Duarte"]), article("two", ["Duarté", "Nina"]), article("three", ["Duarte", "Ines\nDuarte"])],
  });
  assert.deepEqual(found.map(({ name, why, articles }) => [name, why, articles]), [
    ["Duarte", "within", 2], ["Duarté", "transcription", 1], ["I. Duarte", "shorter", 0],
  ]);
  assert.deepEqual(found.map(({ first }) => first?.mentions.length), [1, 1, undefined]);
  assert.deepEqual(found.map((joined) => joinInWords(joined, "person")), [
    "one name alone, in 2 articles that give the whole name", "spelt alike, with companions in common, in 1 article", "a shorter form, with companions in common",
  ]);
});
