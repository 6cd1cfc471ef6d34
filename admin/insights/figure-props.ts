import type { Insights, Table } from "../../server/insights/contract.ts";

/** What every figure is given. `file`: where a table of the same period is had. */
export interface FigureProps {
  insights: Insights;
  file: (table: Table) => string;
}
