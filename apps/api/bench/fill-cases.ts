/** Generated cases, straight into the table: half of them closed, a tenth in a unit, three minutes apart from 2020 on. */
import Sqlite from "better-sqlite3";
import { join } from "node:path";
import { runSql } from "../test/setup/databases.ts";
import { publicAuthority } from "../test/setup/harness.ts";

const columns = "controller, id, app, number, received_at, status, assignments, last_entry, decided_at, unit";

/** @param place - the folder of a SQLite database, or the address of one on PostgreSQL */
export async function fill(place: string, records: number): Promise<void> {
  if (place.startsWith("postgres")) {
    const id = "lpad(to_hex(n), 32, '0')";
    const at = `to_char(timestamp '2020-01-01' + n * interval '3 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    await runSql(
      place,
      `insert into cases (${columns}) select '${publicAuthority}', ${id}, ${id}, '2020-' || n, ${at},
        case when n % 2 = 1 then 'decided' else 'submitted' end, '["family-home"]', ${at},
        case when n % 2 = 1 then ${at} end, case when n % 10 = 0 then 'north' end
        from generate_series(0, ${records} - 1) n`,
    );
    await runSql(place, "analyze");
    return;
  }
  const database = new Sqlite(join(place, "tillit.db"));
  const insert = database.prepare(`insert into cases (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  database.transaction(() => {
    for (let n = 0; n < records; n += 1) {
      const at = `${new Date(Date.UTC(2020, 0, 1) + n * 180_000).toISOString().slice(0, 19)}Z`;
      const id = n.toString(16).padStart(32, "0");
      const [status, decided] = n % 2 === 1 ? ["decided", at] : ["submitted", null];
      const unit = n % 10 === 0 ? "north" : null;
      insert.run(publicAuthority, id, id, `2020-${n}`, at, status, '["family-home"]', at, decided, unit);
    }
  })();
  database.close();
}
