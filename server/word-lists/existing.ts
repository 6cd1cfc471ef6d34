import { AppError } from "../errors.ts";
import type { ListRow } from "./store.ts";

/** The list that a store function found. Throws AppError("not_found") when it found none. */
export function existing(list: ListRow | null): ListRow {
  if (!list)
    throw new AppError(
      "not_found",
      "This site has no such word list. It may have been deleted; list them to see.",
    );
  return list;
}
