import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { Page, pageOf } from "../paging.ts";
import { SiteSettings } from "./settings.ts";

export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "Use small letters, digits and hyphens, at most 63.")
  .meta({ description: "The site's short name in addresses.", example: "demo" });

export const Origin = z
  .string()
  .max(200)
  .refine(
    (s) => s === "*" || (URL.canParse(s) && new URL(s).origin === s),
    "Give scheme, host and port only, like https://news.example, or * for any.",
  );

export const Site = z
  .object({
    id: z.uuid(),
    slug: Slug,
    name: z.string().min(1).max(100),
    allowedOrigins: z.array(Origin).max(50),
    settings: SiteSettings,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Site" });
export type Site = z.infer<typeof Site>;

const bySite = z.object({ site: Slug });
const nothing = z.object({});

export const listSites = endpoint({
  id: "listSites",
  method: "get",
  path: "/api/sites",
  summary: "The sites you moderate",
  tag: "Sites",
  access: "moderator",
  params: nothing,
  query: Page,
  body: z.undefined(),
  status: 200,
  response: pageOf(Site),
  errors: [],
});

export const createSite = endpoint({
  id: "createSite",
  method: "post",
  path: "/api/sites",
  summary: "Add a site",
  tag: "Sites",
  access: "owner",
  params: nothing,
  query: nothing,
  body: z.object({
    slug: Slug,
    name: z.string().trim().min(1).max(100),
    allowedOrigins: z.array(Origin).max(50).default([]),
    settings: SiteSettings.partial().optional(),
  }),
  status: 201,
  response: Site,
  errors: ["conflict"],
});

export const readSite = endpoint({
  id: "readSite",
  method: "get",
  path: "/api/sites/:site",
  summary: "One site with its settings",
  tag: "Sites",
  access: "moderator",
  params: bySite,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: Site,
  errors: ["not_found"],
});

export const listSettingsChanges = endpoint({
  id: "listSettingsChanges",
  method: "get",
  path: "/api/sites/:site/settings-changes",
  summary: "Who changed each setting of a site last, and when",
  description: "Of the latest 100 changes; what was last changed before those, or never, is left out.",
  tag: "Sites",
  access: "owner",
  params: bySite,
  query: nothing,
  body: z.undefined(),
  status: 200,
  response: z.object({
    items: z.array(
      z.object({
        setting: SiteSettings.keyof(),
        by: z.object({ name: z.string() }).nullable().meta({ description: "null: Replydesk itself." }),
        at: z.iso.datetime(),
      }),
    ),
  }),
  errors: ["not_found"],
});
export type SettingsChange = z.infer<typeof listSettingsChanges.response>["items"][number];

export const updateSite = endpoint({
  id: "updateSite",
  method: "patch",
  path: "/api/sites/:site",
  summary: "Change a site's name, origins or settings",
  description: "What is left out stays as it is. Settings are merged one level deep.",
  tag: "Sites",
  access: "owner",
  params: bySite,
  query: nothing,
  body: z.object({
    name: z.string().trim().min(1).max(100).optional(),
    allowedOrigins: z.array(Origin).max(50).optional(),
    settings: z.partialRecord(SiteSettings.keyof(), z.unknown()).optional(),
  }),
  status: 200,
  response: Site,
  errors: ["not_found"],
});
