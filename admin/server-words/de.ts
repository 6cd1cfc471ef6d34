import { elsewhere } from "./elsewhere.de.ts";
import { fields, zodOwn } from "./fields.de.ts";
import { people } from "./people.de.ts";
import { refusals } from "./refusals.de.ts";
import { rules } from "./rules.de.ts";
import type { Sentences } from "./said.ts";

/** What the server says, in German. */
export const SENTENCES: Sentences = { ...elsewhere, ...fields, ...zodOwn, ...people, ...refusals, ...rules };
