import { useLocalStorage } from "@mantine/hooks";
import { isSort, type Sort } from "./sort.ts";

export const MODES = ["focus", "list", "plot"] as const;

export type Mode = (typeof MODES)[number];

export function isMode(value: unknown): value is Mode {
  return MODES.some((mode) => mode === value);
}

/** How the person likes the queue shown. Kept in this browser. */
export function useMode(): [Mode, (mode: Mode) => void] {
  const [mode, setMode] = useLocalStorage<string>({
    key: "desk-mode",
    defaultValue: "focus",
    getInitialValueInEffect: false,
  });
  return [isMode(mode) ? mode : "focus", setMode];
}

export function useSort(): [Sort, (sort: Sort) => void] {
  const [sort, setSort] = useLocalStorage<string>({
    key: "desk-sort",
    defaultValue: "oldest",
    getInitialValueInEffect: false,
  });
  return [isSort(sort) ? sort : "oldest", setSort];
}
