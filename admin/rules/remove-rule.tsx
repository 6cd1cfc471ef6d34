import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deleteRule, type SiteRule } from "../../server/rules/contract.ts";
import { Confirm } from "../app/confirm.tsx";
import { Icon } from "../app/icons.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";

interface Props {
  site: string;
  rule: SiteRule;
  onRemoved: () => void;
}

export function RemoveRule({ site, rule, onRemoved }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => call(deleteRule, { params: { site, id: rule.id } }),
    onSuccess: () => {
      showToast(t("rules.removed"));
      queries.setQueryData<SiteRule[]>(["rules", site], (rules) => rules?.filter(({ id }) => id !== rule.id));
      onRemoved();
    },
    onError: (error) => {
      setAsking(false);
      showProblem(error.message);
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Icon name="trash" size={14} />}
        onClick={() => setAsking(true)}
      >
        {t("rules.remove")}
      </Button>
      <Confirm
        opened={asking}
        title={t("rules.removeTitle")}
        words={t("rules.removeWords", { name: rule.definition.name })}
        act={t("app.remove")}
        pending={remove.isPending}
        onAct={() => remove.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
