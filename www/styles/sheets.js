// @ts-check
/** Sheets as lit takes them. Every element starts from `shared`: the tokens, then what all elements look like. */
import { unsafeCSS } from "lit";
import base from "./base.css";
import tokens from "./tokens.css";

/**
 * A sheet from our own tree; the text comes from the bundler, never from a corpus.
 * @param {string} text
 */
export function sheet(text) {
  return unsafeCSS(text);
}

export const shared = [sheet(tokens), sheet(base)];
