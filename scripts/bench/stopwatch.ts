/** What a run cost. */
export interface Cost {
  /** Wall clock. */
  readonly milliseconds: number;
  /** Processor time of this process, user and system. */
  readonly cpuMilliseconds: number;
  /** Peak resident memory of the process so far, in MiB. */
  readonly peakMiB: number;
}

/** Runs something once and tells what it gave and what it cost. */
export async function timed<T>(work: () => T | Promise<T>): Promise<readonly [T, Cost]> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const cost = {
    milliseconds,
    cpuMilliseconds: (user + system) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
  return [result, cost];
}

/** The middle of several runs after a first one that does not count. */
export async function median(runs: number, work: () => unknown): Promise<Cost> {
  await work();
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) costs.push((await timed(work))[1]);
  const sorted = costs.toSorted((a, b) => a.milliseconds - b.milliseconds);
  return sorted[Math.floor(runs / 2)] ?? { milliseconds: 0, cpuMilliseconds: 0, peakMiB: 0 };
}

/** A row of a report: name, wall and processor time, memory. */
export const row = (name: string, { milliseconds, cpuMilliseconds, peakMiB }: Cost): string =>
  `${name.padEnd(52)}${milliseconds.toFixed(1).padStart(10)} ms ${cpuMilliseconds.toFixed(1).padStart(10)} ms cpu ${peakMiB.toFixed(0).padStart(6)} MiB\n`;
