import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyRoute } from "./address.js";
import { asBeginning, barred, choicesOf, countFilters, dropped, facetRows, matchCount, requestOf, toggled, withoutFilters } from "./filters.js";

const value = (/** @type {string} */ name, /** @type {number} */ count) => ({ value: name, label: name, count });

test("a value is switched on and off again", () => {
  const on = toggled(emptyRoute(), "source", "Sund Herald");
  assert.deepEqual(on.selected, { source: ["Sund Herald"] });
  assert.deepEqual(toggled(on, "source", "Coast Wire").selected, { source: ["Sund Herald", "Coast Wire"] });
  assert.deepEqual(toggled(on, "source", "Sund Herald").selected, {});
});

test("a value is chosen, kept out, or neither, never both", () => {
  const out = barred(toggled(emptyRoute(), "source", "Sund Herald"), "source", "Sund Herald");
  assert.deepEqual([out.selected, out.excluded], [{}, { source: ["Sund Herald"] }]);
  const chosen = toggled(out, "source", "Sund Herald");
  assert.deepEqual([chosen.selected, chosen.excluded], [{ source: ["Sund Herald"] }, {}]);
  assert.deepEqual(barred(out, "source", "Sund Herald").excluded, {});
  assert.deepEqual(requestOf(out, 20).excluded, { source: ["Sund Herald"] });
});

test("what is chosen is listed facet by facet, and each can be dropped", () => {
  const route = { ...emptyRoute(), selected: { person: ["ilse-varga"], source: ["A"] }, excluded: { source: ["B"] } };
  const choices = choicesOf(route);
  assert.deepEqual(choices.map(({ value, kept }) => [value, kept]), [["A", true], ["B", false], ["ilse-varga", true]]);
  assert.equal(countFilters(route), 3);
  assert.equal(countFilters(choices.reduce(dropped, route)), 0);
});

test("the last word may be the beginning of one, while nothing follows it", () => {
  assert.equal(asBeginning("ferry har"), "ferry har*");
  assert.equal(asBeginning("title:har"), "title:har*");
  assert.equal(asBeginning("ферр"), "ферр*");
  for (const query of ["", "fe", "ferry ", "ferr*", "ferry~", '"the fer', '"the ferry"', "date:2025-04..", "(ferry)"]) assert.equal(asBeginning(query), "", query);
});

test("without a query the newest come first; a chosen order stays", () => {
  assert.equal(requestOf(emptyRoute(), 50).sort, "date");
  assert.equal(requestOf({ ...emptyRoute(), query: "ferry" }, 50).sort, "relevance");
  assert.equal(requestOf({ ...emptyRoute(), sort: "source" }, 50).sort, "source");
});

test("filters are counted, a range of dates as one, and can be dropped without the query", () => {
  const route = { ...emptyRoute(), query: "ferry", selected: { source: ["a", "b"], year: ["2024"] }, from: "2023", to: "2024" };
  assert.equal(countFilters(route), 4);
  assert.deepEqual(withoutFilters(route), { ...emptyRoute(), query: "ferry" });
});

test("the status line says how many match", () => {
  assert.equal(matchCount(5, 5, false), "5 articles");
  assert.equal(matchCount(3, 5, true), "3 of 5 articles match");
  assert.equal(matchCount(1, 5, true), "1 of 5 articles matches");
  assert.equal(matchCount(5, 5, true), "5 of 5 articles match");
});

test("facets keep the order of the whole corpus, and what is chosen stays", () => {
  const whole = [value("Sund", 9), value("Brenholm", 4), value("Lake Marren", 1)];
  const matching = [value("Brenholm", 3), value("Sund", 1)];
  assert.deepEqual(facetRows(whole, matching, []), [value("Sund", 1), value("Brenholm", 3)]);
  assert.deepEqual(facetRows(whole, matching, ["Lake Marren"]).at(-1), value("Lake Marren", 0));
  assert.deepEqual(facetRows(whole, matching, ["elsewhere"]).at(-1), value("elsewhere", 0));
});
