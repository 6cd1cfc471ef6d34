import { Button, Checkbox, Popover, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { createSavedView, deleteSavedView } from "../../server/saved-views/contract.ts";
import { Icon } from "../app/icons.tsx";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { type Look, searchOf } from "../queue/look.ts";
import { useViews, VIEWS } from "./use-views.ts";

/** Saves what is looked at under a name, or forgets it again. */
export function KeepView({ look, narrowed }: { look: Look; narrowed: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const { queue, site, filters } = look;
  const saved = useViews().find(
    (view) =>
      view.own &&
      view.queue === queue &&
      (view.site ?? undefined) === site &&
      searchOf(view.filters) === searchOf({ sort: "oldest", ...filters }),
  );

  const change = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work();
      showToast(said);
      setOpen(false);
      setName("");
    } catch (e) {
      if (e instanceof Error) showProblem(e.message);
    }
    void queries.invalidateQueries({ queryKey: VIEWS });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const kept = { ...filters, sort: filters.sort ?? "oldest" };
    if (!name.trim()) return;
    const body = { name: name.trim(), queue, site, filters: kept, shared: shared && site !== undefined };
    void change(() => call(createSavedView, { body }), t("views.saved", { name: name.trim() }));
  };

  if (saved)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<Icon name="trash" />}
        onClick={() =>
          void change(
            () => call(deleteSavedView, { params: { id: saved.id } }),
            t("views.deleted", { name: saved.name }),
          )
        }
      >
        {t("views.delete", { name: saved.name })}
      </Button>
    );
  if (!narrowed) return null;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon name="star" />}
          onClick={() => setOpen(!open)}
        >
          {t("views.save")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={save} style={{ display: "grid", gap: 12, width: 260 }}>
          <TextInput
            data-autofocus
            label={t("views.name")}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {site !== undefined && (
            <Checkbox
              label={t("views.share")}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <Button type="submit" disabled={!name.trim()}>
            {t("app.save")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
