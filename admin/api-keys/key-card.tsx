import { Button, Modal, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type ApiKey, revokeApiKey } from "../../server/api-keys/contract.ts";
import { showProblem, showToast } from "../app/notices.ts";
import { call } from "../client.ts";
import { When } from "../comment/when.tsx";
import css from "../webhooks/webhooks-page.module.css";

interface Props {
  site: string;
  apiKey: ApiKey;
  onChanged: () => void;
}

export function KeyCard({ site, apiKey, onChanged }: Props) {
  const [revoking, setRevoking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => call(revokeApiKey, { params: { site, id: apiKey.id } }),
    onSuccess: () => {
      setRevoking(false);
      showToast("Key revoked.");
      onChanged();
    },
    onError: (error: Error) => showProblem(error.message),
  });

  return (
    <section className={css.hook} aria-label={apiKey.name}>
      <div className={css.top}>
        <div className={css.address}>
          <div className={css.url}>{apiKey.name}</div>
          <div className={css.events}>
            ends in <code>{apiKey.ending}</code> · {apiKey.queriesAMinute.toLocaleString()} texts a minute ·{" "}
            {apiKey.lastUsedAt ? (
              <>
                used <When at={apiKey.lastUsedAt} />
              </>
            ) : (
              "not used yet"
            )}
          </div>
        </div>
        <Button variant="subtle" size="compact-sm" onClick={() => setRevoking(true)}>
          Revoke
        </Button>
      </div>
      <Modal
        opened={revoking}
        onClose={() => setRevoking(false)}
        title="Revoke this key?"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text size="sm" mb="md">
          {apiKey.name} will be refused from now on. A revoked key cannot be brought back.
        </Text>
        <Button loading={revoke.isPending} onClick={() => revoke.mutate()} mr="sm">
          Revoke
        </Button>
        <Button variant="default" onClick={() => setRevoking(false)}>
          Keep it
        </Button>
      </Modal>
    </section>
  );
}
