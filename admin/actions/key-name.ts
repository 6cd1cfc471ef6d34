const SIGNS: Record<string, string> = {
  ArrowRight: "→",
  ArrowLeft: "←",
  ArrowDown: "↓",
  ArrowUp: "↑",
  Escape: "Esc",
  shift: "Shift",
};

const APPLE = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** A key as it is written on the keyboard at hand: `mod+z` is "Ctrl Z", or "⌘ Z" on an Apple one. */
export function keyName(key: string): string {
  return key
    .split("+")
    .map((part) =>
      part === "mod"
        ? APPLE
          ? "⌘"
          : "Ctrl"
        : (SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )
    .join(" ");
}
