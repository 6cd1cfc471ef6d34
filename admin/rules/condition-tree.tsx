import { ActionIcon, Button, NativeSelect, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MAX_DEPTH } from "../../server/rules/definition.ts";
import { Icon } from "../app/icons.tsx";
import { ConditionRow } from "./condition-row.tsx";
import {
  type ConditionNode,
  changed,
  GROUP_KINDS,
  type GroupKind,
  type GroupNode,
  isGroup,
  newKey,
} from "./draft.ts";
import { startOf } from "./facts.ts";
import css from "./form.module.css";
import { Problems } from "./problems.tsx";
import type { TreeProps } from "./tree-props.ts";

/** Conditions as a tree of groups. */
export function ConditionTree(props: TreeProps) {
  return <Group {...props} group={props.root} depth={1} />;
}

function Group(props: TreeProps & { group: GroupNode; depth: number }) {
  const { t } = useTranslation();
  const { group, depth, root, facts, checked, lists, mayBeEmpty, onChange } = props;
  const change = (key: number, to: (node: ConditionNode) => ConditionNode | null) =>
    onChange(changed(root, key, to));
  const nested = group !== root;
  const add = (part: ConditionNode) =>
    change(group.key, (now) => ({ ...(now as GroupNode), parts: [...group.parts, part] }));
  const first = (): ConditionNode[] => (facts[0] ? [{ key: newKey(), ...startOf(facts[0]) }] : []);
  const addAll = (parts: ConditionNode[]) => parts.forEach(add);
  const mayRemove = nested || mayBeEmpty || group.parts.length > 1;
  return (
    <fieldset className={css.group} data-nested={nested || undefined} aria-label={t("rules.group.label")}>
      {(group.parts.length > 1 || nested || group.kind !== "all") && (
        <div className={css.fields}>
          <NativeSelect
            className={css.kind}
            aria-label={t("rules.group.kind")}
            value={group.kind}
            data={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`rules.group.${kind}`) }))}
            onChange={({ currentTarget }) => {
              const kind = currentTarget.value as GroupKind;
              change(group.key, (now) => ({ ...(now as GroupNode), kind }));
            }}
          />
          {nested && (
            <Tooltip label={t("rules.condition.removeGroup")}>
              <ActionIcon
                className={css.remove}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t("rules.condition.removeGroup")}
                onClick={() => change(group.key, () => null)}
              >
                <Icon name="trash" />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      )}
      <Problems problems={checked.at(group.key)} />
      {group.parts.map((part) =>
        isGroup(part) ? (
          <Group key={part.key} {...props} group={part} depth={depth + 1} />
        ) : (
          <ConditionRow
            key={part.key}
            node={part}
            facts={facts}
            checked={checked}
            lists={lists}
            onChange={(node) => change(part.key, () => node)}
            onRemove={mayRemove ? () => change(part.key, () => null) : undefined}
          />
        ),
      )}
      <div className={css.adds}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => addAll(first())}
        >
          {t("rules.condition.add")}
        </Button>
        {depth < MAX_DEPTH - 1 && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => add({ key: newKey(), kind: group.kind === "any" ? "all" : "any", parts: first() })}
          >
            {t("rules.condition.addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
