import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { Review } from "../../server/reviews/contract.ts";
import { Icon, type IconName } from "../app/icons.tsx";
import { useLettersOn } from "../app/letters.ts";
import { ClaimMark } from "../claims/claim-mark.tsx";
import type { ClaimState } from "../claims/use-claim.ts";
import { When } from "../comment/when.tsx";
import css from "./action-bar.module.css";

interface Props {
  review: Review | null;
  /** Nothing to decide: the comment no longer waits. */
  settled: boolean;
  /** Who is on the comment; null when it no longer waits. */
  claim: ClaimState | null;
  position: string;
  /** What the two main buttons say in this queue. */
  words: { approve: string; reject: string };
  onApprove: () => void;
  onReject: () => void;
  /** Hands it to an owner, or as an owner sends it back; null where neither can be. */
  pass: { to: "owner" | "queue"; go: () => void } | null;
  /** Puts it on top of its thread, or takes it down; null where it is not public. */
  feature: (() => void) | null;
  onStep: (by: 1 | -1) => void;
  onUndo: () => void;
}

/** What can be done with the comment at hand; it stays in its place from comment to comment. */
export function ActionBar(props: Props) {
  const { review, settled, claim, position, words, onApprove, onReject, pass, feature, onStep, onUndo } =
    props;
  const { t } = useTranslation();
  return (
    <div className={css.bar}>
      {claim?.other && (
        <div className={css.other} role="status">
          <span>{t("claims.other", { name: claim.other.moderator.name })}</span>
          <Button size="compact-sm" variant="default" onClick={claim.takeOver} aria-keyshortcuts="T">
            {t("claims.takeOver")}
            <Key name="T" />
          </Button>
        </div>
      )}
      <div className={css.row}>
        <Button
          className={css.decide}
          size="md"
          leftSection={<Icon name="check" size={18} />}
          disabled={settled}
          onClick={onApprove}
          aria-keyshortcuts="A"
        >
          {words.approve}
          <Key name="A" />
        </Button>
        <Button
          className={css.decide}
          size="md"
          variant="default"
          leftSection={<Icon name="cross" size={18} />}
          disabled={settled}
          onClick={onReject}
          aria-keyshortcuts="R"
        >
          {words.reject}
          <Key name="R" />
        </Button>
        {pass && (
          <Button
            className={css.pass}
            size="md"
            variant="subtle"
            color="gray"
            leftSection={<Icon name={pass.to === "owner" ? "escalate" : "back"} size={18} />}
            disabled={settled}
            onClick={pass.go}
            aria-keyshortcuts={pass.to === "owner" ? "E" : "S"}
          >
            {t(pass.to === "owner" ? "decide.escalate" : "decide.sendBack")}
            <Key name={pass.to === "owner" ? "E" : "S"} />
          </Button>
        )}
        {review && (
          <span className={css.wait}>
            {position}
            {review.queuedAt && claim && (
              <>
                {" · "}
                <Trans
                  i18nKey="decide.waiting"
                  components={{ when: <When at={review.queuedAt} as="plain" /> }}
                />
              </>
            )}
            {claim?.mine && (
              <>
                {" · "}
                <ClaimMark claim={claim.mine} />
              </>
            )}
          </span>
        )}
        <div className={css.end}>
          {review && feature && (
            <Small
              icon="star"
              label={t(review.featured ? "features.takeDown" : "features.feature")}
              keys="F"
              onClick={feature}
            />
          )}
          <Small icon="undo" label={t("decide.undo")} keys="U" onClick={onUndo} />
          <Small icon="up" label={t("decide.previous")} keys="K" onClick={() => onStep(-1)} />
          <Small icon="down" label={t("decide.next")} keys="J" onClick={() => onStep(1)} />
        </div>
      </div>
    </div>
  );
}

export function Key({ name }: { name: string }) {
  return useLettersOn() ? (
    <span className={css.key} aria-hidden="true">
      {name}
    </span>
  ) : null;
}

function Small(props: { icon: IconName; label: string; keys: string; onClick: () => void }) {
  const lettersOn = useLettersOn();
  return (
    <Tooltip label={lettersOn ? `${props.label} (${props.keys})` : props.label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={props.label}
        aria-keyshortcuts={props.keys}
        onClick={props.onClick}
      >
        <Icon name={props.icon} size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
