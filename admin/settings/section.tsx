import type { ReactNode } from "react";
import css from "./settings-page.module.css";

export function Section({ title, words, children }: { title: string; words?: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      {words && <p>{words}</p>}
      {children}
    </section>
  );
}
