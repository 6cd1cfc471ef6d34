const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A language in English words: "de" is German. A code that nobody knows, or that is none, stays as it is. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
