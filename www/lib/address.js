// @ts-check
/**
 * The page's state as an address, and back. State lives in the fragment, so that any static host and file:// will
 * do. An address that cannot be read leads to the library.
 *
 *   #/?q=…&source=…&person=…&not-source=…&from=…&to=…&sort=date
 *   #/?q=…&show=context&order=left|right
 *   #/?source=…&show=events
 *   #/?source=…&show=words&against=QUERY
 *   #/article/ID?q=…&at=START-END&show=context
 *   #/compare/ID+ID?view=passages|entities|names|quotes|dates|words&at=START-END&with=texts&with=diff&with=own
 *   #/entity/ID
 *   #/timeline?from=YEAR
 */

/**
 * @typedef {"library" | "article" | "compare" | "entity" | "timeline"} Room
 * @typedef {"passages" | "entities" | "names" | "quotes" | "dates" | "words"} View
 * @typedef {"texts" | "diff" | "own"} Option
 * @typedef {object} Route
 * @property {Room} room
 * @property {string[]} ids        the article, the articles compared, or the entity
 * @property {string} query
 * @property {Record<string, string[]>} selected   chosen values by facet name
 * @property {Record<string, string[]>} excluded   values that no article may have, by facet name
 * @property {string} from
 * @property {string} to
 * @property {"relevance" | "date" | "source"} sort
 * @property {"list" | "context" | "events" | "words"} show   the articles, every match in its context, the events that they tell
 *                                 of, or the words that set them apart
 * @property {string} against      from which articles the words set them apart: a query, empty for all others
 * @property {"article" | "left" | "right"} order  of the matches in context: as they stand, or by the word before or after
 * @property {View} view
 * @property {Option[]} options    how articles are compared: `texts`, whole and side by side; `diff`, word by word; `own`,
 *                                 without what one copied from another
 * @property {[number, number] | null} at          a stretch of the open article, or of the one in the centre of a comparison
 * @property {string} open         an opened part of a view, as the view names it
 */

export const FACETS = ["source", "person", "organization", "place", "agreement", "event", "year"];
export const VIEWS = ["passages", "entities", "names", "quotes", "dates", "words"];
/** @type {Option[]} */
const OPTIONS = ["texts", "diff", "own"];
const SORTS = ["relevance", "date", "source"];
const SHOWS = ["context", "events", "words"];
const ORDERS = ["left", "right"];
/** A value to be kept out has its facet's name after this: values themselves may begin with anything. */
const NOT = "not-";

/** @returns {Route} */
export function emptyRoute() {
  return {
    room: "library", ids: [], query: "", selected: {}, excluded: {}, from: "", to: "", sort: "relevance",
    show: "list", against: "", order: "article", view: "passages", options: [], at: null, open: "",
  };
}

/**
 * Reads a fragment, with or without its `#`.
 * @param {string} fragment
 * @returns {Route}
 */
export function parseAddress(fragment) {
  const route = emptyRoute();
  const [path = "", search = ""] = split(fragment.replace(/^#?\/?/, ""), "?");
  const [room = "", ids = ""] = split(path, "/");
  if (room === "article" || room === "entity") {
    route.ids = [decode(ids)].filter(Boolean);
  } else if (room === "compare") {
    route.ids = ids.split("+").map(decode).filter(Boolean);
  }
  if ((route.ids.length > 0 && room !== "") || room === "timeline") {
    route.room = /** @type {Room} */ (room);
  }
  readParameters(new URLSearchParams(search), route);
  return route;
}

/**
 * @param {URLSearchParams} parameters
 * @param {Route} route
 */
function readParameters(parameters, route) {
  route.query = parameters.get("q") ?? "";
  route.from = parameters.get("from") ?? "";
  route.to = parameters.get("to") ?? "";
  route.open = parameters.get("open") ?? "";
  const sort = parameters.get("sort") ?? "";
  if (SORTS.includes(sort)) route.sort = /** @type {Route["sort"]} */ (sort);
  const show = parameters.get("show") ?? "";
  if (SHOWS.includes(show)) route.show = /** @type {Route["show"]} */ (show);
  route.against = parameters.get("against") ?? "";
  const order = parameters.get("order") ?? "";
  if (ORDERS.includes(order)) route.order = /** @type {Route["order"]} */ (order);
  const view = parameters.get("view") ?? "";
  if (VIEWS.includes(view)) route.view = /** @type {View} */ (view);
  route.options = OPTIONS.filter((option) => parameters.getAll("with").includes(option));
  const at = /^(\d+)-(\d+)$/.exec(parameters.get("at") ?? "");
  if (at && Number(at[1]) < Number(at[2])) route.at = [Number(at[1]), Number(at[2])];
  for (const facet of FACETS) {
    const values = valuesOf(parameters, facet);
    const unwanted = valuesOf(parameters, NOT + facet).filter((value) => !values.includes(value));
    if (values.length > 0) route.selected[facet] = values;
    if (unwanted.length > 0) route.excluded[facet] = unwanted;
  }
}

/** @param {URLSearchParams} parameters @param {string} name */
function valuesOf(parameters, name) {
  return [...new Set(parameters.getAll(name).filter(Boolean))];
}

/**
 * Writes a route as a fragment, `#` included; what is missing or neutral is left out.
 * @param {Partial<Route>} partial
 * @returns {string}
 */
export function formatAddress(partial) {
  const route = { ...emptyRoute(), ...partial };
  const parameters = new URLSearchParams();
  if (route.query) parameters.set("q", route.query);
  for (const facet of FACETS) {
    for (const value of route.selected[facet] ?? []) parameters.append(facet, value);
    for (const value of route.excluded[facet] ?? []) parameters.append(NOT + facet, value);
  }
  if (route.from) parameters.set("from", route.from);
  if (route.to) parameters.set("to", route.to);
  if (route.sort !== "relevance") parameters.set("sort", route.sort);
  if (route.show !== "list") parameters.set("show", route.show);
  if (route.against) parameters.set("against", route.against);
  if (route.show === "context" && route.order !== "article") parameters.set("order", route.order);
  if (route.room === "compare" && route.view !== "passages") parameters.set("view", route.view);
  for (const option of route.options) parameters.append("with", option);
  if (route.at) parameters.set("at", route.at.join("-"));
  if (route.open) parameters.set("open", route.open);
  const search = parameters.toString();
  return `#/${path(route)}${search ? `?${search}` : ""}`;
}

/** @param {Route} route */
function path(route) {
  if (route.room === "library") return "";
  if (route.room === "timeline") return "timeline";
  return `${route.room}/${route.ids.map(encodeURIComponent).join("+")}`;
}

/** @param {string} text @param {string} mark */
function split(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
