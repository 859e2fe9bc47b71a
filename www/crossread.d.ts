/**
 * The objects that the engine, the command line and the page share. Offsets count UTF-16 code units, half open,
 * into the article's `text`, so that `text.slice(start, end)` is the stretch meant.
 */

export type Kind = "person" | "organization" | "place" | "agreement" | "event";
export type FacetName = "source" | Kind | "year";

export interface Stretch { start: number; end: number }

export interface Block extends Stretch {
  kind: "heading" | "paragraph" | "list-item" | "quotation" | "dateline" | "byline" | "related" | "teaser";
}

export interface Mention extends Stretch {
  kind: Kind;
  /** Missing where the article leaves open who is meant. */
  entity?: string;
  /** The entity's fullest name. */
  label?: string;
  form: "name" | "acronym" | "demonym" | "role" | "pronoun";
  /** curated: entities.toml; defined: the article says so itself; rule; model. */
  basis: "curated" | "defined" | "rule" | "model";
}

/**
 * What somebody said. Where all of it stands between one pair of quotation marks, the stretch is what stands between them;
 * else it is the whole, marks and all: `the talks were “frank and useful”`, `“The talks,” he said, “were frank.”`
 */
export interface Quote extends Stretch {
  /** direct: words stand between quotation marks, all of it or some. */
  style: "direct" | "indirect";
  /** What stands between quotation marks; missing where nothing does. */
  parts?: Stretch[];
  speaker?: Stretch & { entity?: string; label?: string };
  cue?: Stretch;
}

export interface DateMention extends Stretch { value: string; basis: "stated" | "resolved" }
export interface NumberMention extends Stretch { value: number; unit: string }

/** What every list of articles shows. */
export interface Header {
  id: string;
  title: string;
  source?: string;
  /** EDTF. */
  date?: string;
  date_basis?: "stated" | "inferred";
  language?: string;
}

/** `analyze` prints one of these an article; the reader shows it. */
export interface Article extends Header {
  authors?: string[];
  url?: string;
  licence?: string;
  tags?: string[];
  text: string;
  blocks: Block[];
  mentions: Mention[];
  quotes: Quote[];
  dates: DateMention[];
  numbers: NumberMention[];
}

export interface Snippet { start: number; text: string; marks: [number, number][] }
/** `entities`: the labels of those most mentioned, at most four, and how many more there are. */
export interface Hit extends Header {
  score: number;
  snippets: Snippet[];
  entities: { entity: string; label: string; kind: Kind }[];
  more_entities: number;
}
export interface FacetValue { value: string; label: string; count: number }
export interface Diagnostic extends Stretch { message: string }
export interface Results {
  total: number;
  hits: Hit[];
  facets: Record<FacetName, FacetValue[]>;
  /** How many values each facet has in all; where that is more than are listed, `values` finds the others. */
  facet_totals: Record<FacetName, number>;
  /** Matches by date, counted as if no date were chosen: bins without a gap from the corpus's first date to its last. */
  dates: { unit: "day" | "month" | "year"; bins: { start: string; count: number }[] };
  diagnostics: Diagnostic[];
  /** Only where nothing matches: the query with a word of the corpus in place of one that it does not have. */
  suggestion?: { query: string; total: number };
}

/** What the word under the caret may go on to: `text` takes the place of `[start, end)` in the query. */
export interface Completions extends Stretch {
  items: { kind: "word" | "entity" | "source"; text: string; label: string; count: number; entity_kind?: Kind }[];
}

/** Matches in their context. `left` and `right` are what stands before and after on the same block. */
export interface Concordance {
  total: number;
  /** How many lines, from the first, are in the order asked for: all, or by neighbours at most 10,000. */
  ordered: number;
  lines: (Header & Stretch & { left: string; match: string; right: string })[];
}

/** What the page asks. Missing fields are empty; `limit` is 50 where it is missing. */
export interface Request {
  query?: string;
  /** An article has one of the values of each facet. */
  selected?: Partial<Record<FacetName, string[]>>;
  /** An article has none of these values. */
  excluded?: Partial<Record<FacetName, string[]>>;
  from?: string;
  to?: string;
  sort?: "relevance" | "date" | "source";
  offset?: number;
  limit?: number;
  /**
   * `list`: no facets, no dates, no suggestion (they are empty), for a reader who types; `ids`: each hit is `{id, score}`, and
   * there is nothing else but `total`.
   */
  detail?: "full" | "list" | "ids";
}

export interface Place extends Stretch { article: string }

/** Events that two or more of the articles asked for tell of, with these articles alone; `total`: of them all. */
export interface EventsPart {
  total: number;
  events: { label: string; articles: Header[] }[];
}

/** The words that set one set of articles apart from another, and how many articles the two have. */
export interface WordsOfSets {
  rows: KeyWord[];
  articles: [number, number];
}

/** What is marked with `?` in comparisons is always there in what the engine gives; a hand-made one may lack it. */
export interface Passage {
  /** One of each article, ordered by article. An article that tells a thing twice has a passage for each time. */
  spans: Place[];
  relation: "same" | "reworded" | "related";
  similarity: number;
  /** `speaker`: the two give it to different people. */
  differs: {
    kind: "date" | "number" | "name" | "negation" | "modality" | "speaker";
    values: string[];
    spans: Place[];
  }[];
  /** What the alignment rests on, heaviest first; weights add up to the similarity. `spans`: where each article has it. */
  evidence: { kind: "entity" | "date" | "number" | "word"; label: string; weight: number; spans?: Place[] }[];
  /**
   * The runs of words that both have, from left to right, each as its stretch in the first and in the second article;
   * what stands between them was left out, put in or replaced. Empty where the two are `related`.
   */
  kept?: [Stretch, Stretch][];
  /** Whether too little is shared for a word by word view: the one is the other told anew. */
  rewritten?: boolean;
}

/** A word that one article or set has more of than the others together, with its counts and rates in each. */
export interface KeyWord {
  term: string;
  counts: number[];
  per_million: number[];
  /** Of the one with the highest rate against the rest: 1 is twice as often. */
  log_ratio: number;
  g2: number;
  /** The place of the article or set with the highest rate. */
  of?: number;
  bic?: number;
  /** Missing where the rest do not have the word. */
  percent_difference?: number;
  /** DPnorm over the paragraphs of that article, or the articles of that set: 0 even, 1 all in one; missing where there is one. */
  dispersion?: number;
}

export interface Comparison {
  articles: string[];
  passages: Passage[];
  alone: Place[];
  entities: { entity: string; label: string; kind: Kind; counts: number[]; names: string[][] }[];
  /** `entity` is missing where the speaker is not sure. */
  quotes: { entity?: string; label: string; items: Place[] }[];
  dates: { kind: "order" | "disagree"; explain: string; spans: Place[] }[];
  words: KeyWord[];
  /** What every other article tells and `article` does not, one span of each of the others; of three or more articles. */
  left_out?: { article: string; spans: Place[] }[];
  /**
   * What was said, as two articles give it: the same words, only a part of them in one, or in other words. `speakers`:
   * entities, null where not sure; `given_to_another`: both are sure, and of different people.
   */
  utterances?: {
    relation: "same" | "cut" | "paraphrased";
    spans: Place[];
    speakers: (string | null)[];
    given_to_another: boolean;
  }[];
  /**
   * Wording that stands in two articles, or twice in one, over the borders of sentences. `quoted`: both give it as
   * somebody's words. `source`: the article that had it first, where both dates are sure and differ.
   */
  copies?: { spans: Place[]; words: number; quoted: boolean; source?: string }[];
}

/** Everything the corpus says of one entity. */
export interface EntityProfile {
  entity: string;
  label: string;
  kind: Kind;
  /** Whether somebody corrected what was read of it. */
  corrected: boolean;
  /** Its offices, from when to when (EDTF), as entities.toml has them; a missing end is open. */
  roles: { phrase: string; from?: string; to?: string }[];
  /**
   * The names that were taken for it when the articles were linked, and why: a surname or a name cut short (`shorter`), a
   * longer one that hardly anybody writes (`fuller`), initials, other spelling of the same words, another transcription, another form of the given name (`nickname`). Without `spelling` they also stand beside the same names.
   */
  joined: { name: string; why: "shorter" | "fuller" | "initials" | "spelling" | "transcription" | "nickname" }[];
  /** How the articles name it, most frequent first. */
  names: { name: string; form: Mention["form"]; count: number; sources: { source: string; count: number }[] }[];
  /** By date, undated last. */
  articles: (Header & { count: number; mentions: (Stretch & { sentence: Stretch & { text: string } })[] })[];
  /** `cue`: the word of an indirect quote that stands beside it, “criticized”. */
  quotes: (Place & { text: string; style: Quote["style"]; cue?: string })[];
  /** Who stands in the same sentences, most often first. */
  beside: { entity: string; label: string; kind: Kind; count: number }[];
}

/**
 * What a reader corrected about an entity: `[[correction]]` of `entities.toml`, with the same fields. `entity_name` finds
 * the entity where a collection that has grown gives it another id.
 *
 *   merge    into, name       it is the same as another one, which keeps its id and name
 *   split    spellings, articles, into, name, kind
 *                             its mentions so spelled (any, where none are given) in these articles (all) are somebody else
 *   rename   name
 *   retype   kind
 *   remove                    its mentions are left unmarked
 */
export interface Correction {
  change: "merge" | "split" | "rename" | "retype" | "remove";
  entity: string;
  entity_name?: string;
  into?: string;
  name?: string;
  kind?: Kind;
  spellings?: string[];
  articles?: string[];
}

/** What came of a correction; `message` says why it was not applied. */
export interface Applied { applied: boolean; message?: string }

/** One date that an article means, with the sentence that says so. By first day. */
export interface TimelineEntry extends Place {
  value: string;
  basis: DateMention["basis"];
  title: string;
  source?: string;
  sentence: Stretch & { text: string };
}

export interface CorpusInfo {
  title: string;
  description: string;
  language: string;
  licence: string;
  home: string;
  /** How many articles. */
  articles: number;
}

export interface Problem {
  file: string;
  line?: number;
  message: string;
  advice: string;
  /** Whether the article or the file was left out because of it. */
  dropped: boolean;
}

/**
 * The engine as the worker holds it: the class `Engine` of its wasm file. Methods throw an `Error` whose message
 * names the section at fault and what to do.
 */
export interface Engine {
  /** Room for a corpus of `length` bytes inside the engine's memory; gives its address. */
  reserve(length: number): number;
  /** Opens the bytes written into the reserved room. */
  open(): CorpusInfo;
  info(): CorpusInfo;
  search(request: Request): Results;
  /** What the word that ends at `caret` (an offset into the query) may go on to, most frequent first. */
  complete(query: string, caret: number): Completions;
  /** The letters that may be typed next, the likeliest first. */
  letters(query: string): string;
  /** The values of one facet whose label holds `text`, counted as `search` counts them. */
  values(request: Request, facet: FacetName, text: string): FacetValue[];
  /** Every match in its context; in one article where `article` names it. `left` and `right`: by the word before or after. */
  concordance(request: Request & { article?: string; order?: "article" | "left" | "right" }): Concordance;
  article(id: string): Article;
  /** Where the query matches in one article. */
  matches(query: string, id: string): Stretch[];
  /** The articles with all that `compare_dossier` needs. */
  dossier(ids: string[]): Uint8Array;
  /** What the articles themselves say, for `WordsOfSets`. */
  prose(ids: string[]): Uint8Array;
  entity(id: string): EntityProfile;
  events(request: Request): EventsPart;
  timeline(): TimelineEntry[];
  /** Closest first. */
  nearest(id: string, limit: number): (Header & { similarity: number })[];

  /** The ids of all articles, in the order of the corpus. */
  ids(): string[];
  /** The bytes of the corpus at hand. */
  corpus_bytes(): Uint8Array;
  /** The corpus at hand as a last section for a wasm file: append it to the engine's bytes to publish. */
  section(): Uint8Array;
}

/**
 * What a file held: articles; curated entities that were not known, or known otherwise; corrections, which whoever adds the file
 * applies to the corpus.
 */
export interface Added {
  articles: number;
  entities: number;
  corrections: Correction[];
  problems: Problem[];
}

/**
 * Own articles in the making, in a wasm file of its own: add each file, read step by step, then finish, which gives the
 * corpus for `Engine.open` and ends the assembly.
 */
export interface Assembly {
  /** Takes the bytes of names.crossread-model, before any article; throws where they are damaged. */
  use_model(bytes: Uint8Array): void;
  /**
   * Takes in a file: articles, `corpus.toml`, or curated names in any other `.toml`. Of files of other formats
   * formats.wasm makes those, or records: one JSON object a line, whatever the name says.
   */
  add(name: string, bytes: Uint8Array, is_records?: boolean): Added;
  /** Reads up to `count` more articles; gives how far it is. */
  read(count: number): { done: number; total: number };
  /** Leaves unread what is not read yet: it can be searched and shown, but nothing in it is marked. */
  skip(): void;
  finish(): Uint8Array;
  free(): void;
}

/**
 * A corpus made anew with corrected entities, in a wasm file of its own: `new Correction(corpus, json)`, `json` a
 * list of corrections that are applied in order; `finish` gives the corpus for `Engine.open`. Beside it,
 * `entities_toml(corpus)` is the collection's `entities.toml` with all that was corrected.
 */
export interface Correcting {
  /** In the order of the corrections. */
  report(): Applied[];
  finish(): Uint8Array;
}
