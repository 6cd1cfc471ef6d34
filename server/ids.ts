import { v5, v7 } from "uuid";

/** A new id. Ids sort by the time they were made, so they serve as cursors. */
export const newId = (): string => v7();

/**
 * An article's id follows from its site and key, so that two servers meeting a new article at the same moment, and a widget
 * that waits for its first comment, all know it without asking.
 */
export const articleId = (siteId: string, key: string): string => v5(key, siteId);
