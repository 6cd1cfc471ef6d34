// Made when first asked: it takes longer than all else that a scorer loads.
let names: Intl.DisplayNames | undefined;

/** A language in English words: "de" is German. A code that nobody knows, or that is none, stays as it is. */
export function languageName(code: string): string {
  try {
    names ??= new Intl.DisplayNames("en", { type: "language", fallback: "code" });
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
