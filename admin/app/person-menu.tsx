import { Menu, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { type Moderator, signOut } from "../../server/moderators/contract.ts";
import { call } from "../client.ts";
import { Icon } from "./icons.tsx";
import { useLetters } from "./letters.ts";
import { showProblem } from "./notices.ts";
import { pathOf } from "./place.ts";
import css from "./shell.module.css";

export function PersonMenu({ moderator, onKeys }: { moderator: Moderator; onKeys: () => void }) {
  const queries = useQueryClient();
  const [letters, setLetters] = useLetters();
  const leave = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => {
      queries.setQueryData(["session"], null);
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    },
    onError: (error) => showProblem(`You are still signed in. ${error.message}`),
  });
  return (
    <Menu
      position="bottom-end"
      width={270}
      shadow="md"
      styles={{ itemIndicator: { width: 16, marginInlineEnd: "var(--mantine-spacing-xs)" } }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className={css.person} aria-label={`${moderator.name}. Your menu`}>
          <span className={css.initial} aria-hidden="true">
            {moderator.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={css.personName}>{moderator.name}</span>
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {moderator.name} · {moderator.role === "owner" ? "Owner" : "Moderator"}
          <br />
          {moderator.email}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} href={pathOf(undefined, "account")} leftSection={<Icon name="key" />}>
          Your account
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="keyboard" />} onClick={onKeys}>
          List of keys
        </Menu.Item>
        <Menu.CheckboxItem checked={letters} onChange={setLetters}>
          Single-letter keys
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="out" />} onClick={() => leave.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
