import type { FirstOwner } from "../moderators/first-owner.ts";

/** What a start prints: where everything is, and, once, how the first owner signs in. */
export function welcome({
  address,
  owner,
  dataDir,
}: {
  address: string;
  owner: FirstOwner | null;
  dataDir: string | null;
}): string {
  const lines = [
    "",
    "  Replydesk is ready.",
    "",
    `  Article   ${address}/demo     write a reply at its end`,
    `  Desk      ${address}/desk     where moderators decide`,
    `  API       ${address}/docs`,
  ];
  if (owner) {
    lines.push("", "  The first owner signs in at the desk with", `    e-mail     ${owner.email}`);
    lines.push(
      owner.password
        ? `    password   ${owner.password}   (made just now; shown this once, so keep it)`
        : "    password   the one in OWNER_PASSWORD",
    );
  }
  if (dataDir) lines.push("", `  Everything is kept in ${dataDir}. Stop with Ctrl-C.`);
  return `${lines.join("\n")}\n\n`;
}
