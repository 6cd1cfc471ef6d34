import { Modal, VisuallyHidden } from "@mantine/core";
import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Site } from "../../server/sites/contract.ts";
import css from "./palette.module.css";
import { type Command, search } from "./search.ts";
import { useCommands } from "./use-commands.ts";

interface Props {
  sites: Site[];
  ownedSite: string | null;
  onClose: () => void;
}

/** Finds a command by its words and runs it: the combobox pattern of WAI-ARIA, so that screen readers follow. */
export function Palette({ sites, ownedSite, onClose }: Props) {
  const { t } = useTranslation();
  const commands = useCommands(sites, ownedSite);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  const id = useId();
  const found = search(commands, typed);
  const picked = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${picked}"]`)?.scrollIntoView({ block: "nearest" });
  }, [id, picked]);

  const close = () => {
    onClose();
    // Before the command runs: it may put the focus elsewhere.
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    setTimeout(command.run);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") run(found[picked]);
    else if (event.key === "ArrowDown") setAt((picked + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp") setAt((picked + found.length - 1) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={close}
      returnFocus={false}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="12dvh"
      aria-label={t("actions.palette.title")}
    >
      <input
        className={css.field}
        data-autofocus
        role="combobox"
        aria-label={t("actions.palette.what")}
        placeholder={t("actions.palette.what")}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${picked}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className={css.list}
        role="listbox"
        aria-label={t("actions.palette.title")}
      >
        {found.map((command, i) => (
          <Fragment key={command.id}>
            {command.group !== found[i - 1]?.group && (
              <div className={css.group} role="presentation">
                {command.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant */}
            <div
              id={`${id}-${i}`}
              className={css.option}
              role="option"
              aria-selected={i === picked}
              onMouseMove={() => setAt(i)}
              onClick={() => run(command)}
            >
              {command.words}
              {command.keys && <span className={css.keys}>{command.keys}</span>}
            </div>
          </Fragment>
        ))}
      </div>
      {found.length === 0 && <p className={css.none}>{t("actions.palette.none")}</p>}
      <VisuallyHidden role="status">
        {typed && t("actions.palette.found", { count: found.length })}
      </VisuallyHidden>
    </Modal>
  );
}
