/**
 * Sends 10,000 requests, half of them streams, through a guarded chain of two providers (the vendors' own clients, over real
 * sockets, each server a process of its own) while each provider fails 30 % of calls in eight ways that all strike before the
 * first content. Then as many streams again, of which 30 % break after it. Prints what became of them.
 *
 *   node --conditions=@pa/source packages/llm-core/bench/chaos.bench.ts [requests]
 */
import { earlyFaults, lateFaults } from '../src/testing/__fixtures__/chaos-schedule.ts';
import { callsByFault, judgeChaos, judgeLateChaos } from '../src/testing/__fixtures__/judge-chaos.ts';
import { type ChaosReport, chaosText, runChaos } from '../src/testing/__fixtures__/run-chaos.ts';

const requestCount = Number(process.argv[2] ?? 10_000);
const deadlineMs = 20_000;
const run = {
  requestCount,
  concurrency: 100,
  share: 0.3,
  deadlineMs,
  guard: { timeout: { totalMs: 2000, firstContentMs: 2000, betweenContentsMs: 2000 } },
} as const;

const early = await runChaos({ ...run, seed: 1, kinds: earlyFaults, mode: 'mixed' });
const { callsByFault: faults, requests, answered, ...counts } = judgeChaos(early, { deadlineMs });
console.log(`Faults before the first content: ${requests} requests, deadline ${deadlineMs / 1000} s`);
console.table(faults);
console.log(`answered ${answered} of ${requests}: ${((100 * answered) / requests).toFixed(3)} %`);
console.table(counts);
times(early);

const late = await runChaos({ ...run, seed: 2, kinds: lateFaults, mode: 'streams' });
console.log(`\nFaults after the first content: ${requestCount} streams`);
console.table(callsByFault(late));
console.table({
  ...judgeLateChaos(late, chaosText),
  leaked: late.leaked.length + late.leakedListeners,
  unhandledRejections: late.unhandledRejections,
});
times(late);

function times({ outcomes, durationMs }: ChaosReport): void {
  const sorted = outcomes.map((outcome) => outcome.durationMs).toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`;
  console.log(
    `${(durationMs / 1000).toFixed(1)} s in all; a request: median ${at(0.5)}, 99 % ${at(0.99)}, slowest ${at(1)}`,
  );
}
