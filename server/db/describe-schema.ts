import type { Queryable } from "./pool.ts";

/**
 * The schema as text, the same for the same schema: tables with columns, constraints, indexes and triggers, then views, in order of name. It is for people, who see
 * in a review what a migration amounts to; the migrations are what is applied.
 */
export async function describeSchema(db: Queryable): Promise<string> {
  const { rows } = await db.query<{
    table: string;
    columns: string[];
    constraints: string[];
    indexes: string[];
    triggers: string[];
  }>(
    `select c.relname as table,
       array(select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
           || case when a.attidentity <> '' then ' generated always as identity' else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end
         from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
       array(select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n' order by k.contype, k.conname) as constraints,
       array(select pg_get_indexdef(i.indexrelid) from pg_index i
         where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by i.indexrelid::regclass::text) as indexes,
       array(select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal order by t.tgname) as triggers
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`,
  );
  const tables = rows.map(({ table, columns, constraints, indexes, triggers }) => {
    const inside = [...columns, ...constraints].map((line) => `  ${line}`).join(",\n");
    return [
      `create table ${table} (\n${inside}\n);`,
      ...[...indexes, ...triggers].map((line) => `${line};`),
    ].join("\n");
  });
  const views = await db.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_viewdef(c.oid, true) as definition
     from pg_class c where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace order by c.relname`,
  );
  tables.push(...views.rows.map(({ name, definition }) => `create view ${name} as\n${definition}`));
  return `-- What the migrations amount to. Written by: npm run schema\n\n${tables.join("\n\n")}\n`;
}
