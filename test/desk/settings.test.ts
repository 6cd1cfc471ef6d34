import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { SiteSettings } from "../../server/sites/settings.ts";

const FOLDER = new URL("../../admin/settings/", import.meta.url);

it("every setting of a site has a field on the settings page that shows and changes it", () => {
  const page = readdirSync(FOLDER)
    .filter((file) => file.endsWith("-sections.tsx"))
    .map((file) => readFileSync(new URL(file, FOLDER), "utf8"))
    .join("");
  const absent = Object.keys(SiteSettings.shape).filter(
    (key) =>
      !new RegExp(`(settings|draft)\\.${key}\\b`).test(page) ||
      !new RegExp(`(set\\(\\{ |setDraft\\(\\{ \\.\\.\\.draft, )${key}\\b`).test(page),
  );
  expect(absent).toEqual([]);
});
