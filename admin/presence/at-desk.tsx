import { Popover, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import css from "./presence.module.css";
import { usePresent } from "./use-present.ts";

/** Colleagues whose initials fit into the desk's frame. */
const SHOWN = 4;

/** The initials of the colleagues who are at the desk; their names are one step away. */
export function AtDesk() {
  const { t } = useTranslation();
  const people = usePresent();
  if (people.length === 0) return null;
  const shown = people.length > SHOWN ? people.slice(0, SHOWN - 1) : people;
  return (
    <Popover position="bottom-end" shadow="md">
      <Popover.Target>
        <UnstyledButton
          className={css.atDesk}
          aria-label={t("presence.at", { names: people.map(({ name }) => name).join(", ") })}
        >
          {shown.map(({ id, name }) => (
            <span key={id} className={css.initials} title={name} aria-hidden="true">
              {initials(name)}
            </span>
          ))}
          {people.length > shown.length && (
            <span className={css.initials} aria-hidden="true">
              +{people.length - shown.length}
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={css.people}>
        <div className={css.title}>{t("presence.title")}</div>
        <ul className={css.names}>
          {people.map(({ id, name, comments }) => (
            <li key={id}>
              <bdi>{name}</bdi>
              {comments.length > 0 && <span className="rd-muted">{t("presence.reads")}</span>}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** "Ada Lovelace": AL. */
const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
};
