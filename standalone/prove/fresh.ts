import { type Machine, onFreshMachines } from './machines.ts';
import { tryReadme } from './try-readme.ts';

const RELEASES = ['20.20', '24'];
const FIRST_START_SECONDS = 5;
const SECOND_START_SECONDS = 3;

/** What happened on one machine, and whether that is good enough. */
const report = async (machine: Machine): Promise<{ line: string; isGood: boolean }> => {
  try {
    const { first, second } = await tryReadme(machine);
    const isGood = first < FIRST_START_SECONDS && second < SECOND_START_SECONDS;
    const times = `first answer after ${first.toFixed(1)} s, on the second start after ${second.toFixed(1)} s`;
    return { line: `${isGood ? 'good' : 'SLOW'}  ${machine.name}: ${times}`, isGood };
  } catch (error) {
    return {
      line: `BAD   ${machine.name}: ${error instanceof Error ? error.message : error}`,
      isGood: false,
    };
  }
};

/** `npm run prove:fresh`: the README's commands work on a fresh clone of the last commit, for whoever tries. */
const outcomes: boolean[] = [];
await onFreshMachines(RELEASES, async (machines) => {
  for (const machine of machines) {
    const { line, isGood } = await report(machine);
    console.log(line);
    outcomes.push(isGood);
  }
});
process.exit(outcomes.every(Boolean) ? 0 : 1);
