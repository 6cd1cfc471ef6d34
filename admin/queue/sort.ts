export const SORTS = [
  { value: "oldest", label: "Longest wait" },
  { value: "newest", label: "Newest" },
  { value: "score", label: "Highest score" },
] as const;

export type Sort = (typeof SORTS)[number]["value"];

export function isSort(value: unknown): value is Sort {
  return SORTS.some((sort) => sort.value === value);
}
