import { VisuallyHidden } from "@mantine/core";
import { Link } from "wouter";
import { useCounts } from "../queue/use-counts.ts";
import { Icon, type IconName } from "./icons.tsx";
import { pathOf, type Section, usePlace } from "./place.ts";
import css from "./shell.module.css";

interface Props {
  /** Shown with its site's name in the settings' heading; undefined while all sites are shown. */
  site: string | undefined;
  /** The site that its settings lead to; null for those who may not change them. */
  ownedSite: string | null;
  onGo: () => void;
}

export function Nav({ site, ownedSite, onGo }: Props) {
  const counts = useCounts(site);
  return (
    <div className={css.nav}>
      <div className={css.navTitle} id="nav-queues">
        Queues
      </div>
      <NavLink site={site} section="held" icon="inbox" label="Held" onGo={onGo}>
        {counts && (
          <span className={css.count}>
            {counts.held.toLocaleString()}
            <VisuallyHidden> waiting</VisuallyHidden>
          </span>
        )}
      </NavLink>
      {ownedSite !== null && (
        <>
          <div className={css.navTitle}>Site</div>
          <NavLink site={ownedSite} section="settings" icon="sliders" label="Settings" onGo={onGo} />
          <NavLink site={ownedSite} section="scorers" icon="gauge" label="Scorers" onGo={onGo} />
          <NavLink site={ownedSite} section="webhooks" icon="hook" label="Webhooks" onGo={onGo} />
          <NavLink site={ownedSite} section="api-keys" icon="key" label="API keys" onGo={onGo} />
          <div className={css.navTitle}>Desk</div>
          <NavLink site={undefined} section="people" icon="people" label="People" onGo={onGo} />
        </>
      )}
    </div>
  );
}

function NavLink(props: {
  site: string | undefined;
  section: Section;
  icon: IconName;
  label: string;
  onGo: () => void;
  children?: React.ReactNode;
}) {
  const current = usePlace().section === props.section;
  return (
    <Link
      href={pathOf(props.site, props.section)}
      className={css.link}
      aria-current={current ? "page" : undefined}
      onClick={props.onGo}
    >
      <Icon name={props.icon} size={18} />
      {props.label}
      {props.children}
    </Link>
  );
}
