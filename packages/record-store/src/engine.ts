/** The two database engines the store runs on. */
export type Engine = "sqlite" | "postgres";

/** The engine that a database URL names: `postgres://…`, `file:/path/to/tillit.db`, a plain path, or `:memory:`. */
export function engineOf(url: string): Engine | undefined {
  if (/^postgres(ql)?:\/\//.test(url)) return "postgres";
  return /^[a-z][a-z0-9+.-]+:\/\//.test(url) && !url.startsWith("file://") ? undefined : "sqlite";
}
