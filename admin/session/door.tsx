import type { ReactNode } from "react";
import css from "./sign-in.module.css";

/** What stands around the pages before the desk. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <main className={css.page}>
      <div className={css.box}>
        <div className={css.brand}>
          <img src="/desk/mark.svg" width={28} height={28} alt="" />
          Replydesk
        </div>
        {children}
      </div>
    </main>
  );
}
