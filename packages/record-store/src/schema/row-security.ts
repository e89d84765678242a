/** What PostgreSQL has besides tables: partitions by controller, and row-level security as a second wall behind the where clauses. */
import { scopedTables } from "./scoped-tables.ts";

/** Hash partitions of a table: enough to spread over disks or nodes, few enough to plan quickly. */
const partitions = 8;

/**
 * The role every transaction of the API takes on: it owns nothing and row-level security binds it. Roles belong to the
 * whole server: two of its databases that are begun at once may both find it missing.
 */
export const role = `do $$ begin
  if not exists (select from pg_roles where rolname = 'tillit_app') then create role tillit_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$`;

const current = "current_setting('tillit.controller', true)";

/** Shared tables whose rows belong to a controller; what is read across controllers is read by the tables' owner. */
const owned: readonly (readonly [table: string, policy: string, own: string])[] = [
  ["controllers", "own_controller", `id = ${current}`],
  ["key_documents", "own_controller", `controller = ${current}`],
  ["directory", "own_controller", `controller = ${current}`],
  ["disposed_parts", "own_controller", `controller = ${current}`],
  ["transfers", "own_transfers", `${current} in (sender, receiver)`],
];

/** Without the controller of the transaction no row exists. */
function wall(table: string, policy: string, own: string): readonly string[] {
  return [
    `alter table ${table} enable row level security`,
    `create policy ${policy} on ${table} using (${own}) with check (${own})`,
    // Named one by one: a right on a partition itself would be a door beside the wall of its parent.
    `grant select, insert, update, delete on ${table} to tillit_app`,
  ];
}

function partitionsOf(table: string): readonly string[] {
  return Array.from(
    { length: partitions },
    (_, n) =>
      `create table ${table}_${n} partition of ${table} for values with (modulus ${partitions}, remainder ${n})`,
  );
}

/** Sealed bytes do not compress, so nobody tries; manifests and entries stay in their rows while they fit into a page. */
const storage: readonly string[] = [
  "alter table chunks alter column body set storage external",
  ...["envelopes", "events"].flatMap((table) =>
    Array.from({ length: partitions }, (_, n) => `alter table ${table}_${n} set (toast_tuple_target = 8160)`),
  ),
];

export const walls: readonly string[] = [
  ...scopedTables.flatMap(({ name }) => partitionsOf(name)),
  ...scopedTables.flatMap(({ name }) => wall(name, "own_controller", `controller = ${current}`)),
  ...owned.flatMap(([table, policy, own]) => wall(table, policy, own)),
  ...storage,
  "grant tillit_app to current_user",
];
