// @ts-check
/** The script of the single file: there is nothing to wait for, so the engine begins with the elements. */
import { register } from "./elements.js";

register();
