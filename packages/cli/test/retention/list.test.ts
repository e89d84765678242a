import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asOf, at, csv, header, put, run } from "./records.ts";

describe("tillit retention list, move, manifest, protocol and verify", () => {
  it("takes a list from draft to protocol and proof, and finds a changed leaf", async () => {
    const author = ["--author", "p-1", "--list-id", "L-1"];
    const drafted = put("list.json", (await run("list", csv, ...asOf, ...author, "--force")).stdout);
    expect(JSON.parse(readFileSync(drafted, "utf8"))).toMatchObject({ items: [{ record: "A-1" }] });
    const commands = [
      { type: "Submit", by: { person: "p-1", role: "author" } },
      { type: "Approve", by: { person: "p-2", role: "reviewer" }, at: "2026-11-22" },
      {
        type: "Begin",
        by: { person: "p-3", role: "executor" },
        at: "2026-11-30",
      },
      {
        type: "Report",
        by: { person: "p-3", role: "executor" },
        record: "A-1",
        result: "gone",
        at: "2026-11-30",
      },
      { type: "Finish", by: { person: "p-3", role: "executor" } },
    ];
    const file = put("commands.ndjson", commands.map((command) => `${JSON.stringify(command)}\n`).join(""));
    const now = ["--records", csv, "--force"];
    expect((await run("move", drafted, "--commands", file)).stderr).toContain("RECORDS_NEEDED");
    const executed = put("executed.json", (await run("move", drafted, "--commands", file, ...now)).stdout);
    expect(
      (await run("move", drafted, "--commands", put("early.ndjson", JSON.stringify(commands[4])))).code,
    ).toBe(4);
    const execution = put(
      "execution.json",
      JSON.stringify({ controller: "Nämnden", method: "crypto-erase", by: "p-3", copies: [] }),
    );
    const key = put("key", "0123456789abcdef0123456789abcdef");
    const protocol = await run(
      "protocol",
      executed,
      "--executed",
      execution,
      "--key-file",
      key,
      "--proof",
      at("proof.json"),
      "--leaves",
      at("leaves.ndjson"),
    );
    expect(protocol.stdout).toContain("# Gallringsprotokoll L-1");
    expect(readFileSync(at("proof.json"), "utf8")).not.toContain("A-1");
    const verified = await run(
      "verify",
      at("proof.json"),
      at("leaves.ndjson"),
      "--record",
      "A-1",
      "--key-file",
      key,
    );
    expect(JSON.parse(verified.stdout)).toMatchObject({
      valid: true,
      record: { included: true, executed: "2026-11-30" },
    });
    put("forged.ndjson", readFileSync(at("leaves.ndjson"), "utf8").replace("2026-11-30", "2026-12-01"));
    expect((await run("verify", at("proof.json"), at("forged.ndjson"))).code).toBe(1);
  });

  it("lists no file whose register data is still there, wherever in the records that stands", async () => {
    const person = { subjectBirthDay: 11, municipality: "1904" };
    const akt = (id: string, subject: string): object => ({
      id,
      unit: "file",
      subject,
      values: {
        ...person,
        holder: "social-board",
        statute: "SoL",
        recordType: "case-file",
        documentFrom: "general",
        lastEntry: "2020-05-14",
      },
    });
    const register = {
      id: "R",
      unit: "register",
      subject: "s-1",
      values: {
        ...person,
        holder: "social-board",
        statute: "SoL",
        recordType: "register-entry",
        circumstancesCeased: "2024-01-31",
      },
    };
    const others = Array.from({ length: 1500 }, (_, index) => akt(`o${index}`, `t-${index}`));
    const all = [
      akt("A", "s-1"),
      { id: "x", unit: "file", values: { holder: "nobody" } },
      ...others,
      register,
    ];
    const file = put("waits.ndjson", all.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const listed = await run("list", file, ...asOf, "--author", "p-1", "--list-id", "L-3");
    const { items, dropped } = JSON.parse(listed.stdout) as {
      items: { record: string }[];
      dropped: { record: string; reason: string }[];
    };
    expect(dropped).toEqual([
      { record: "A", reason: "NOT_DUE" },
      { record: "R", reason: "NOT_DUE" },
    ]);
    expect(items.map(({ record }) => record)).toEqual(others.map((_, index) => `o${index}`));
    expect([listed.code, listed.stderr]).toEqual([
      3,
      "tillit: 1 record rejected: FACTS_VALUE_REFUSED holder\ntillit: 1500 on the list, 2 left out\n",
    ]);
  });

  it("decides every record again when execution begins, and lets no edited list through", async () => {
    const rows = [
      "B-1,social-board,SoL,case-file,general,11,1904,2020-05-14,",
      "B-2,social-board,SoL,case-file,general,12,1904,2020-05-14,",
      "B-3,private-provider,SoL,case-file,general,12,1904,2023-05-14,true",
    ];
    const columns = `${header},transferAgreement\n`;
    const before = put("before.csv", `${columns}${rows.join("\n")}\n`);
    const after = put("after.csv", `${columns}${rows.join("\n").replace("2020-05-14", "2026-05-14")}\n`);
    const author = ["--author", "p-1", "--list-id", "L-2"];
    const drafted = put("l2.json", (await run("list", before, ...asOf, ...author)).stdout);
    const line = (name: string, ...all: object[]): string =>
      put(name, all.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const approved = line(
      "approve.ndjson",
      { type: "Submit", by: { person: "p-1", role: "author" } },
      { type: "Approve", by: { person: "p-2", role: "reviewer" }, at: "2026-11-22" },
    );
    const cooling = put("cooling.json", (await run("move", drafted, "--commands", approved)).stdout);
    const begin = line("begin.ndjson", {
      type: "Begin",
      by: { person: "p-3", role: "executor" },
      at: "2026-11-30",
    });
    const begun = await run("move", cooling, "--commands", begin, "--records", after);
    expect(JSON.parse(begun.stdout)).toMatchObject({
      status: "executing",
      items: [{ record: "B-2" }, { record: "B-3", outcome: "transfer" }],
      dropped: [{ record: "B-1", reason: "NOT_DUE" }],
    });
    const edited = put("edited.json", readFileSync(cooling, "utf8").replace('"B-2"', '"B-9"'));
    const refused = await run("move", edited, "--commands", begin, "--records", after);
    expect([refused.code, refused.stdout]).toEqual([4, ""]);
    expect(refused.stderr).toContain("LIST_CHANGED");

    const begunFile = put("begun.json", begun.stdout);
    const sums = put("sums.json", JSON.stringify({ "B-3": "a".repeat(64) }));
    const manifest = ["manifest", begunFile, "--checksums", sums, "--receiver"];
    expect(JSON.parse((await run(...manifest, "deciding-board")).stdout)).toMatchObject({
      receiver: "deciding-board",
      entries: [{ record: "B-3", reference: "se/sol/provider/agreement@2025-07-01" }],
    });
    const wrong = await run(...manifest, "national-archives");
    expect([wrong.code, wrong.stdout]).toEqual([4, ""]);
    expect(wrong.stderr).toContain("RECEIVER_REFUSED");
  });

  it.each([
    ["LIST_MALFORMED", "{}", '{"type":"Submit","by":{"person":"p","role":"author"}}'],
    ["LIST_MALFORMED", '{"status":"__proto__"}', ""],
    ["COMMAND_MALFORMED", undefined, "[]"],
    ["COMMAND_MALFORMED", undefined, '{"type":"Draft","by":{"person":"p","role":"author"}}'],
    ["COMMAND_MALFORMED", undefined, '{"type":"constructor","by":{"person":"p","role":"author"}}'],
    ["COMMAND_MALFORMED", undefined, '{"type":"Answer","by":{"person":"p","role":"reviewer"},"record":"A"}'],
    ["INPUT_NOT_JSON", undefined, "Submit"],
  ])("answers %s to what is no list or no command", async (code, listText, command) => {
    const good = (await run("list", csv, ...asOf, "--author", "p", "--list-id", "L", "--force")).stdout;
    const { stderr, code: ended } = await run(
      "move",
      put("any-list.json", listText ?? good),
      "--commands",
      put("any-commands.ndjson", command),
    );
    expect([ended, stderr.split(" ")[1]]).toEqual([2, code]);
  });

  it.each([
    ["verify", "no-proof.json", "leaves.ndjson"],
    ["verify", "proof.json", "no-leaves.ndjson"],
  ])("finds that %s %s %s does not hold", async (...args) => {
    put("no-proof.json", "{}");
    put("no-leaves.ndjson", "null\n");
    const { code, stdout } = await run(args[0], at(args[1]), at(args[2]));
    expect([code, JSON.parse(stdout)]).toEqual([1, { valid: false, problems: ["FORMAT"] }]);
  });
});
