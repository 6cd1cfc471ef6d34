export const SORTS = ["oldest", "newest", "score", "reports"] as const;

export type Sort = (typeof SORTS)[number];

export function isSort(value: unknown): value is Sort {
  return SORTS.some((sort) => sort === value);
}
