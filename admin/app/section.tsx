import type { ReactNode } from "react";
import css from "./page.module.css";

/** A part of a page under a title of its own. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      {about && <p>{about}</p>}
      {children}
    </section>
  );
}
