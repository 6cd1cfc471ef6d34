interface Policy {
  createHTML(text: string): unknown;
}

let policy: Policy | null | undefined;

/**
 * A comment's `html` as the page's policy lets it be inserted. It comes from the server, escaped when it was written.
 * Null where the page refuses: show the plain text then.
 */
export function safeHtml(html: string): unknown {
  if (policy === undefined) {
    const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } })
      .trustedTypes;
    try {
      policy = factory
        ? factory.createPolicy("replydesk", { createHTML: (text) => text })
        : { createHTML: (text) => text };
    } catch {
      policy = null;
    }
  }
  return policy?.createHTML(html) ?? null;
}
