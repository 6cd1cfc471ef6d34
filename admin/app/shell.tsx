import { ActionIcon, AppShell, Burger, Button, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect, useLocation } from "wouter";
import type { Moderator } from "../../server/moderators/contract.ts";
import type { Site } from "../../server/sites/contract.ts";
import { keyName } from "../actions/key-name.ts";
import { ACTIONS } from "../actions/list.ts";
import { useActions } from "../actions/use-actions.ts";
import { useLive } from "../live/use-live.ts";
import { AtDesk } from "../presence/at-desk.tsx";
import { useAttend } from "../presence/use-attend.ts";
import { QueuePage } from "../queue/queue-page.tsx";
import { useWellnessActions } from "../wellness/use-wellness-actions.ts";
import { Icon } from "./icons.tsx";
import { Late } from "./late.tsx";
import { LiveMark } from "./live-mark.tsx";
import { Message } from "./message.tsx";
import { Nav } from "./nav.tsx";
import { NoticeArea } from "./notice-area.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { isQueue, type Place, pathOf, usePlace } from "./place.ts";
import { SchemeToggle } from "./scheme-toggle.tsx";
import css from "./shell.module.css";
import { SiteSwitch } from "./site-switch.tsx";
import { useSites } from "./use-sites.ts";

const KeyList = lazy(async () => ({ default: (await import("../actions/key-list.tsx")).KeyList }));
const Palette = lazy(async () => ({ default: (await import("../actions/palette.tsx")).Palette }));
const InsightsPage = lazy(async () => ({
  default: (await import("../insights/insights-page.tsx")).InsightsPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("../settings/settings-page.tsx")).SettingsPage,
}));
const RulesPage = lazy(async () => ({ default: (await import("../rules/rules-page.tsx")).RulesPage }));
const RulePage = lazy(async () => ({ default: (await import("../rules/rule-page.tsx")).RulePage }));
const WordListsPage = lazy(async () => ({
  default: (await import("../word-lists/word-lists-page.tsx")).WordListsPage,
}));
const WordListPage = lazy(async () => ({
  default: (await import("../word-lists/word-list-page.tsx")).WordListPage,
}));
const ScorersPage = lazy(async () => ({
  default: (await import("../scorers/scorers-page.tsx")).ScorersPage,
}));
const WebhooksPage = lazy(async () => ({
  default: (await import("../webhooks/webhooks-page.tsx")).WebhooksPage,
}));

const ApiKeysPage = lazy(async () => ({
  default: (await import("../api-keys/api-keys-page.tsx")).ApiKeysPage,
}));

const SearchPage = lazy(async () => ({ default: (await import("../search/search-page.tsx")).SearchPage }));
const ReadersPage = lazy(async () => ({
  default: (await import("../readers/readers-page.tsx")).ReadersPage,
}));
const ReaderPage = lazy(async () => ({
  default: (await import("../readers/reader-page.tsx")).ReaderPage,
}));
const WorthPage = lazy(async () => ({ default: (await import("../features/worth-page.tsx")).WorthPage }));
const PeoplePage = lazy(async () => ({ default: (await import("../people/people-page.tsx")).PeoplePage }));
const LogPage = lazy(async () => ({ default: (await import("../log/log-page.tsx")).LogPage }));
const AccountPage = lazy(async () => ({
  default: (await import("../account/account-page.tsx")).AccountPage,
}));

/** What stands around every page of the desk. */
export function Shell({ moderator }: { moderator: Moderator }) {
  const { t } = useTranslation();
  useLive();
  useAttend();
  const place = usePlace();
  const { sites, error, retry } = useSites();
  const [navOpen, nav] = useDisclosure(false);
  const [keysOpen, keys] = useDisclosure(false);
  const [paletteOpen, palette] = useDisclosure(false);
  const paletteHint = t("actions.palette.open", { keys: keyName(ACTIONS["desk.palette"].keys[0]) });
  useActions({ "desk.keys": keys.open, "desk.palette": palette.open });
  useWellnessActions();

  const owner = moderator.role === "owner";
  const ownedSite = owner ? (place.site ?? sites?.[0]?.slug ?? null) : null;
  const site = place.site ?? (sites?.length === 1 ? sites[0]?.slug : undefined);
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: "sm", collapsed: { mobile: !navOpen } }}
      transitionDuration={0}
    >
      <a className="rd-skip" href="#main">
        {t("app.skip")}
      </a>
      <AppShell.Header>
        <div className={css.header}>
          <Burger
            opened={navOpen}
            onClick={nav.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t(navOpen ? "app.closeMenu" : "app.openMenu")}
          />
          <Link href="/" className={css.brand} aria-label={t("app.toQueue")}>
            <img src="/desk/mark.svg" width={22} height={22} alt="" />
            <span className={css.brandName}>Replydesk</span>
          </Link>
          <span className={css.divider} />
          {sites && <SiteSwitch sites={sites} />}
          <div className={css.right}>
            <AtDesk />
            <LiveMark />
            <Tooltip label={paletteHint}>
              <ActionIcon
                className={css.wide}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t("actions.palette.title")}
                onClick={palette.open}
              >
                <Icon name="search" size={18} />
              </ActionIcon>
            </Tooltip>
            <SchemeToggle />
            <PersonMenu moderator={moderator} onKeys={keys.open} onPalette={palette.open} />
          </div>
        </div>
      </AppShell.Header>
      <AppShell.Navbar aria-label={t("app.navigation")}>
        <Nav site={site} ownedSite={ownedSite} onGo={nav.close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} style={{ outline: "none" }}>
        {sites ? (
          <Suspense fallback={<Late>{null}</Late>}>
            <Page place={place} sites={sites} moderator={moderator} />
          </Suspense>
        ) : (
          error && (
            <Message icon="cloudOff" title={t("app.sitesFailed")} words={error.message}>
              <Button onClick={retry}>{t("app.tryAgain")}</Button>
            </Message>
          )
        )}
      </AppShell.Main>
      <NoticeArea />
      {paletteOpen && (
        <Suspense>
          <Palette sites={sites ?? []} ownedSite={ownedSite} onClose={palette.close} />
        </Suspense>
      )}
      {keysOpen && (
        <Suspense>
          <KeyList onClose={keys.close} />
        </Suspense>
      )}
    </AppShell>
  );
}

function Page({ place, sites, moderator }: { place: Place; sites: Site[]; moderator: Moderator }) {
  const { t } = useTranslation();
  const [path] = useLocation();
  const owner = moderator.role === "owner";
  if (place.section === "account") return <AccountPage moderator={moderator} />;
  if (place.section === "log") return <LogPage owner={owner} sites={sites} />;
  if (owner && place.section === "people") return <PeoplePage moderator={moderator} sites={sites} />;
  const inSight = place.site === undefined || sites.some((one) => one.slug === place.site);
  if (place.section === "search" && sites.length > 0 && inSight)
    return <SearchPage key={place.site ?? ""} site={place.site} sites={sites} moderator={moderator} />;
  if (place.section === "readers" && sites.length > 0 && inSight) {
    return place.comment ? (
      <ReaderPage key={place.comment} id={place.comment} moderator={moderator} sites={sites} />
    ) : (
      <ReadersPage key={place.site ?? ""} site={place.site} owner={owner} />
    );
  }
  if (place.section === "worth-featuring" && sites.length > 0 && inSight)
    return <WorthPage key={place.site ?? ""} site={place.site} sites={sites} />;
  const only = sites.length === 1 ? sites[0]?.slug : undefined;
  const first = path === "/";
  if (place.site === undefined && (first || (only !== undefined && isQueue(place.section)))) {
    const queue = isQueue(place.section) ? place.section : "held";
    return <Redirect to={pathOf(only, queue, place.section ? place.comment : undefined)} replace />;
  }
  const site = sites.find((one) => one.slug === place.site);
  if (sites.length === 0) {
    return <Message icon="inbox" title={t("app.noSite")} words={t("app.noSiteWords")} />;
  }
  const known = place.site === undefined || site !== undefined;
  if (known && isQueue(place.section)) {
    const key = `${place.section} ${place.site ?? ""}`;
    return <QueuePage key={key} queue={place.section} site={place.site} sites={sites} />;
  }
  if (site && owner && place.section === "insights") return <InsightsPage key={site.slug} site={site} />;
  if (site && owner && place.section === "settings") return <SettingsPage key={site.slug} site={site} />;
  if (site && owner && place.section === "rules") {
    return place.comment ? (
      <RulePage key={`${site.slug} ${place.comment}`} site={site} id={place.comment} />
    ) : (
      <RulesPage key={site.slug} site={site} />
    );
  }
  if (site && owner && place.section === "word-lists") {
    return place.comment ? (
      <WordListPage key={`${site.slug} ${place.comment}`} site={site} id={place.comment} />
    ) : (
      <WordListsPage key={site.slug} site={site} />
    );
  }
  if (site && owner && place.section === "scorers") return <ScorersPage key={site.slug} site={site} />;
  if (site && owner && place.section === "webhooks") return <WebhooksPage key={site.slug} site={site} />;
  if (site && owner && place.section === "api-keys") return <ApiKeysPage key={site.slug} site={site} />;
  return (
    <Message icon="article" title={t("app.nothing")} words={t("app.nothingWords")}>
      <Button component={Link} href={pathOf(only, "held")}>
        {t("app.toHeld")}
      </Button>
    </Message>
  );
}
