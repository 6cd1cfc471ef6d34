import { Menu, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Moderator, signOut } from "../../server/moderators/contract.ts";
import { useActions } from "../actions/use-actions.ts";
import { call } from "../client.ts";
import { chooseLanguage } from "../language/choice.ts";
import { isLanguage, LANGUAGES, language } from "../language/language.ts";
import { Icon } from "./icons.tsx";
import { useLetters } from "./letters.ts";
import { showProblem } from "./notices.ts";
import { pathOf } from "./place.ts";
import css from "./shell.module.css";

interface Props {
  moderator: Moderator;
  onKeys: () => void;
  onPalette: () => void;
}

export function PersonMenu({ moderator, onKeys, onPalette }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [letters, setLetters] = useLetters();
  const leave = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => {
      queries.setQueryData(["session"], null);
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    },
    onError: (error) => showProblem(t("app.menu.stillIn", { problem: error.message })),
  });
  useActions({ "desk.letters": () => setLetters(!letters), "desk.signOut": () => leave.mutate() });
  return (
    <Menu
      position="bottom-end"
      width={270}
      shadow="md"
      styles={{
        // Taller than a window at 200 % zoom.
        dropdown: { maxHeight: "calc(100dvh - 56px)", overflowY: "auto" },
        itemIndicator: { width: 16, marginInlineEnd: "var(--mantine-spacing-xs)" },
      }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className={css.person} aria-label={t("app.menu.label", { name: moderator.name })}>
          <span className={css.initial} aria-hidden="true">
            {moderator.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={css.personName}>{moderator.name}</span>
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {moderator.name} · {t(`app.menu.${moderator.role}`)}
          <br />
          {moderator.email}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} href={pathOf(undefined, "account")} leftSection={<Icon name="key" />}>
          {t("app.page.account")}
        </Menu.Item>
        {moderator.role === "owner" && (
          <Menu.Item component="a" href="/desk/jobs" leftSection={<Icon name="list" />}>
            {t("app.menu.jobs")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon name="search" />} onClick={onPalette}>
          {t("actions.palette.title")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="keyboard" />} onClick={onKeys}>
          {t("app.keys")}
        </Menu.Item>
        <Menu.CheckboxItem checked={letters} onChange={setLetters}>
          {t("app.menu.letters")}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Label>{t("app.menu.language")}</Menu.Label>
        <Menu.RadioGroup
          value={language()}
          onChange={(code) => isLanguage(code) && void chooseLanguage(code)}
        >
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <Menu.RadioItem key={code} value={code} lang={code}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="out" />} onClick={() => leave.mutate()}>
          {t("app.menu.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
