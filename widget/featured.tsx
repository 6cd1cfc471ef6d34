import { Moment } from "./moment.tsx";
import type { Shown } from "./thread.ts";
import { words } from "./words.ts";

/** What the site's moderators have put on top: the beginning of each, and the way to it among the others. */
export function Featured({ comments }: { comments: readonly Shown[] }) {
  if (comments.length === 0) return null;
  return (
    <section class="featured" aria-label={words.featuredOnes}>
      <h3>{words.featuredOnes}</h3>
      {comments.map(({ id, name, text, createdAt }) => (
        <figure key={id}>
          <p class="text plain-text" dir="auto">
            {text}
          </p>
          <figcaption>
            <bdi class="name">{name}</bdi>
            <Moment id={id} at={createdAt} label={words.inThread} />
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
