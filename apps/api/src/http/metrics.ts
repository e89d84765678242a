/** Counts for Prometheus: by method, route pattern and status; never by address, record or person. */

const bucketsMs = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000] as const;

interface Series {
  readonly method: string;
  readonly status: number;
  readonly labels: string;
  readonly buckets: number[];
  count: number;
  sum: number;
}

export class Metrics {
  /** By route, and there by method and status: no text is made for a series that is known. */
  readonly #routes = new Map<string, Series[]>();

  observe(method: string, route: string, status: number, ms: number): void {
    let known = this.#routes.get(route);
    if (known === undefined) this.#routes.set(route, (known = []));
    let series = known.find((one) => one.status === status && one.method === method);
    if (series === undefined) {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      series = { method, status, labels, buckets: bucketsMs.map(() => 0), count: 0, sum: 0 };
      known.push(series);
    }
    series.count += 1;
    series.sum += ms;
    const at = bucketsMs.findIndex((most) => ms <= most);
    if (at >= 0) series.buckets[at] = (series.buckets[at] ?? 0) + 1;
  }

  /** The text exposition format. */
  text(): string {
    const name = "tillit_http_request_duration_milliseconds";
    const lines = [`# HELP ${name} Time to answer.`, `# TYPE ${name} histogram`];
    for (const { labels, buckets, count, sum } of [...this.#routes.values()].flat()) {
      let below = 0;
      for (const [at, most] of bucketsMs.entries()) {
        below += buckets[at] ?? 0;
        lines.push(`${name}_bucket{${labels},le="${most}"} ${below}`);
      }
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
      lines.push(`${name}_sum{${labels}} ${Math.round(sum)}`, `${name}_count{${labels}} ${count}`);
    }
    const { rss, heapUsed } = process.memoryUsage();
    lines.push("# TYPE process_resident_memory_bytes gauge", `process_resident_memory_bytes ${rss}`);
    lines.push("# TYPE nodejs_heap_size_used_bytes gauge", `nodejs_heap_size_used_bytes ${heapUsed}`);
    return `${lines.join("\n")}\n`;
  }
}
