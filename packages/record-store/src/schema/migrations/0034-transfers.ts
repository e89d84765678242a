import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";

/** Records on their way from one controller to another: the one row that two controllers see, and no third. */
export function transfers(engine: Engine): Migration {
  return {
    async up(db) {
      await sql`create table transfers (id text primary key, sender text not null references controllers (id),
        receiver text not null references controllers (id), record text not null, offered_at text not null,
        state text not null, recipients text)`.execute(db);
      await sql`create index transfers_sender on transfers (sender, offered_at)`.execute(db);
      await sql`create index transfers_receiver on transfers (receiver, offered_at)`.execute(db);
      if (engine === "sqlite") return;
      await sql`alter table transfers enable row level security`.execute(db);
      await sql`create policy own_transfers on transfers
        using (current_setting('tillit.controller', true) in (sender, receiver))
        with check (current_setting('tillit.controller', true) in (sender, receiver))`.execute(db);
      await sql`grant select, insert, update, delete on transfers to tillit_app`.execute(db);
    },
  };
}
