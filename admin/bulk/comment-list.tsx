import type { ReactNode } from "react";
import type { z } from "zod";
import type { previewBatch } from "../../server/batches/contract.ts";
import { Blurred } from "../wellness/blurred.tsx";
import { ShowButton } from "../wellness/show-button.tsx";
import css from "./bulk.module.css";

export type ShownComment = z.output<typeof previewBatch.response>["sample"][number];

interface Props {
  comments: { id: string; comment: ShownComment | null; note?: ReactNode }[];
  label: string;
}

/** Comments to read in passing: whose, what, and a note on each. */
export function CommentList({ comments, label }: Props) {
  return (
    <ul className={css.comments} aria-label={label}>
      {comments.map(({ id, comment, note }) => (
        <li key={id}>
          <div className={css.by}>
            {comment && <bdi className={css.name}>{comment.reader.name}</bdi>}
            {comment && <span className={css.article}>{comment.article.title ?? comment.article.url}</span>}
            {comment && <ShowButton of={id} />}
            {note && <span className={css.note}>{note}</span>}
          </div>
          {comment && (
            <div className={css.text} dir="auto">
              <Blurred of={id}>{comment.text}</Blurred>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
