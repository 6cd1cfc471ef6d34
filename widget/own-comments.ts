/** One of the reader's own comments, and the token that opens it. */
export interface Kept {
  id: string;
  token: string;
  article: string;
}

interface Memory {
  name: string;
  token: string;
  comments: Kept[];
}

const MOST_KEPT = 100;

/**
 * What is remembered of the reader on this site: name, token and own comments, in localStorage. Nothing is written before
 * the first post. Where storage is closed it lasts as long as the page.
 */
export function openMemory(site: string) {
  const key = `replydesk:${site}`;
  let memory: Memory | null = null;
  try {
    memory = JSON.parse(localStorage.getItem(key) ?? "null") as Memory | null;
  } catch {}

  function write(next: Memory): void {
    memory = next;
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {}
  }

  return {
    name: (): string | null => memory?.name ?? null,
    token: (): string | null => memory?.token || null,
    under: (article: string): Kept[] => memory?.comments.filter((kept) => kept.article === article) ?? [],
    find: (id: string): Kept | null => memory?.comments.find((kept) => kept.id === id) ?? null,
    remember(name: string, comment: Kept): void {
      const others = memory?.comments.filter((kept) => kept.id !== comment.id) ?? [];
      write({ name, token: comment.token, comments: [...others, comment].slice(-MOST_KEPT) });
    },
    forget(id: string): void {
      if (memory) write({ ...memory, comments: memory.comments.filter((kept) => kept.id !== id) });
    },
    /** After the server no longer knows the token: the next comment comes from a new reader of the same name. */
    dropToken(): void {
      if (memory) write({ ...memory, token: "" });
    },
  };
}

export type Remembered = ReturnType<typeof openMemory>;
