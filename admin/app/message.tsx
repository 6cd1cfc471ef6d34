import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";
import css from "./message.module.css";

/** A page, or part of one, with nothing to show but a sentence and a next step. */
export function Message(props: {
  icon: IconName;
  title: string;
  words: string;
  good?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={css.message}>
      <div className={`${css.icon} ${props.good ? css.good : ""}`}>
        <Icon name={props.icon} size={28} />
      </div>
      <h2 className={css.title}>{props.title}</h2>
      <p className={css.words}>{props.words}</p>
      {props.children}
    </div>
  );
}
