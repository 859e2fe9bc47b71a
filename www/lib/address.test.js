import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyRoute, formatAddress, parseAddress } from "./address.js";

test("what is kept out stands beside what is chosen, whatever a value begins with", () => {
  const route = { ...emptyRoute(), selected: { source: ["-30- Daily"] }, excluded: { source: ["Sund Herald", "not-a-paper"], person: ["ilse-varga"] } };
  const address = formatAddress(route);
  assert.equal(address, "#/?source=-30-+Daily&not-source=Sund+Herald&not-source=not-a-paper&not-person=ilse-varga");
  assert.deepEqual(parseAddress(address), route);
});

test("a value both chosen and kept out is chosen; one said twice counts once", () => {
  const { selected, excluded } = parseAddress("#/?source=A&not-source=A&not-source=B&not-source=B&not-source=");
  assert.deepEqual({ selected, excluded }, { selected: { source: ["A"] }, excluded: { source: ["B"] } });
});

test("matches in context have an order of their own, in the library and in an article", () => {
  for (const address of ["#/?q=ferry&show=context&order=left", "#/article/a?q=ferry&show=context"]) {
    assert.equal(formatAddress(parseAddress(address)), address);
  }
  assert.equal(parseAddress("#/?show=everything&order=down").show, "list");
  assert.equal(formatAddress({ order: "right" }), "#/");
});
