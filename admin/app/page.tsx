import { type ReactNode, useEffect } from "react";
import css from "./page.module.css";

interface Props {
  title: string;
  /** The site that the page is of, where it is of one. */
  site?: string;
  about: ReactNode;
  narrow?: boolean;
  /** For what stands side by side. */
  wide?: boolean;
  /** What the page is opened for most: a button beside its title. */
  action?: ReactNode;
  children: ReactNode;
}

/** What every page but the queues looks like: a title, a sentence, what can be done, and below it the rest. */
export function Page({ title, site, about, narrow, wide, action, children }: Props) {
  usePageTitle(title, site);
  return (
    <div className={`${css.page} ${narrow ? css.narrow : wide ? css.wide : ""}`}>
      <div className={css.head}>
        <div>
          <h1>{title}</h1>
          <p>{about}</p>
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}

/** Names the browser's tab: "Webhooks · The Daily Example · Replydesk". */
export function usePageTitle(...parts: (string | undefined)[]): void {
  const title = [...parts, "Replydesk"].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
