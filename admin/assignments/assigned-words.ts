import { t } from "i18next";
import type { Assignee } from "../../server/assignments/contract.ts";

/** "Assigned to Ana, Ben"; empty where nobody looks after it. */
export const assignedWords = (people: Assignee[]): string =>
  people.length > 0 ? t("assignments.to", { names: namesOf(people) }) : "";

export const namesOf = (people: Assignee[]): string => people.map(({ name }) => name).join(", ");
