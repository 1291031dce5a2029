import { readFileSync } from 'node:fs';
import { readLab } from '../../src/book/runs/lab.ts';
import { runMeanings, type Meaning } from '../../src/book/runs/meanings.ts';
import { runNames, type RunGroup } from '../../src/book/runs/names.ts';
import { runValue } from '../../src/book/runs/run-value.ts';

/**
 * `npm run numbers` and `npm run numbers costs`: every number that the lab computes, or those of one group, each with
 * its present value, its unit and what it is.
 */
const known = Object.keys(runNames) as RunGroup[];
const asked = process.argv.slice(2);
const wrong = asked.find((group) => !(known as string[]).includes(group));
if (wrong === undefined) {
  for (const line of await listNumbers(known.filter((group) => !asked.length || asked.includes(group))))
    console.log(line);
} else {
  console.error(`The lab has no group "${wrong}". It has ${known.join(', ')}.`);
  process.exitCode = 1;
}

async function listNumbers(groups: RunGroup[]): Promise<string[]> {
  const lab = await readLab(
    readFileSync(new URL('../../content/article/article.md', import.meta.url), 'utf8'),
  );
  return groups.flatMap((group) => {
    const meanings: Readonly<Record<string, Meaning>> = runMeanings[group];
    return runNames[group].map((name) => {
      const [meaning, unit] = meanings[name] as Meaning;
      const value = runValue(lab, `${group} ${name}`);
      const said =
        Number.isInteger(value) && value < 1e15 ? String(value) : String(Number(value.toPrecision(6)));
      return `${`${group} ${name}`.padEnd(36)}${said.padStart(12)} ${unit.padEnd(18)}  ${meaning}`;
    });
  });
}
