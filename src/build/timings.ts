const wanted = Boolean(process.env['TIMINGS']);

/** Where the last step ended. The first begins with the process. */
let last = { clock: 0, processor: 0 };

/**
 * Says what the step that ends here has taken, when the build is asked for it by `TIMINGS=1`: a line on standard
 * error that `npm run bench` reads.
 *
 *     timing  proofreading  2140 ms  2630 ms processor  412 MB peak
 *
 * Clock and processor count from the end of the step before, threads included; the peak is the memory's since the
 * process began.
 */
export function endStep(step: string): void {
  if (!wanted) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const now = { clock: performance.now(), processor: (userCPUTime + systemCPUTime) / 1000 };
  const said = [
    'timing',
    step,
    `${Math.round(now.clock - last.clock)} ms`,
    `${Math.round(now.processor - last.processor)} ms processor`,
    `${Math.round(maxRSS / 1024)} MB peak`,
  ];
  process.stderr.write(`${said.join('  ')}\n`);
  last = now;
}
