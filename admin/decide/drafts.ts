/** What was typed for a rejection that was not sent or not applied, by comment: it is there again when the comment is. */
export interface Draft {
  picked: string | null;
  own: string;
  note: string;
}

const drafts = new Map<string, Draft>();
const AT_MOST = 100;

export function draftOf(commentId: string): Draft | undefined {
  return drafts.get(commentId);
}

export function keepDraft(commentId: string, draft: Draft): void {
  drafts.delete(commentId);
  drafts.set(commentId, draft);
  const oldest = drafts.keys().next().value;
  if (drafts.size > AT_MOST && oldest) drafts.delete(oldest);
}

export function dropDraft(commentId: string): void {
  drafts.delete(commentId);
}

/** What of it the person has typed with their own hands, in one line; empty when nothing. */
export function typedWords({ own, note }: Draft): string {
  return [own.trim(), note.trim()].filter(Boolean).join(" · ");
}
