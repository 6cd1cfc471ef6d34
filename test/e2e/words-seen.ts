import type { Page } from "playwright-core";

/** Everything a page says: its texts, and what screen readers and empty fields are given. */
export function wordsSeen(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const said = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest("script,style,noscript,textarea")) said.add(node.data.trim());
    }
    for (const name of ["aria-label", "placeholder", "title"]) {
      for (const element of document.querySelectorAll("body [" + name + "]")) said.add(element.getAttribute(name).trim());
    }
    return [...said].filter((words) => /\\p{L}/u.test(words));
  })()`);
}

/** Patterns that the words of a language make once they are filled in. Marked-up parts of a sentence stand alone on a page. */
export function patternsOf(words: object): RegExp[] {
  return Object.values(words).flatMap((value: string | object) =>
    typeof value !== "string"
      ? patternsOf(value)
      : value
          .split(/<[^>]*>/)
          .map((part) => part.trim())
          .filter((part) => /\p{L}/u.test(part.replace(/\{\{[^}]*\}\}/g, "")))
          .map(
            (part) =>
              new RegExp(
                `^·? ?${part
                  .split(/\{\{[^}]*\}\}/)
                  .map(literal)
                  .join(".*")} ?·?$`,
                "su",
              ),
          ),
  );
}

function literal(part: string): string {
  return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
