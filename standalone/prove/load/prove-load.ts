import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Attack, Tally, Target } from './attack.ts';
import type { CityProcess } from './city-process.ts';
import { type Desk, work } from './honest.ts';
import { type Comparison, figuresOf, type Phase } from './verdict.ts';

export type Measuring = {
  readonly city: CityProcess;
  readonly desks: readonly Desk[];
  readonly target: Target;
  readonly folder: string;
  readonly seconds: number;
  readonly rounds: number;
};

const DECOY = fileURLToPath(new URL('./decoy.ts', import.meta.url));
const ATTACKER = fileURLToPath(new URL('./attacker.ts', import.meta.url));
const LONGEST_END_MS = 60_000;
/** After an attack what it left behind must have ended before one measures again. */
const REST_MS = 6_000;
/** The attack is under way before anybody looks. */
const GROW_MS = 1_000;

const measure = async ({ city, desks, seconds }: Measuring): Promise<Phase> => {
  const before = city.processorMs();
  const { result, peakMiB } = await city.peakDuring(() => work(desks, seconds * 1_000));
  return { ...result, peakMiB, processorMs: city.processorMs() - before };
};

const startAttacker = async (attack: Attack, { target, folder }: Measuring): Promise<ChildProcess> => {
  const file = path.join(folder, 'target.json');
  writeFileSync(file, JSON.stringify(target));
  const child = fork(ATTACKER, [attack.name, file], { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return child;
};

/** Says that it is over, and hears what came back. */
const endAttacker = async (child: ChildProcess): Promise<Tally> => {
  const ended = once(child, 'message', { signal: AbortSignal.timeout(LONGEST_END_MS) });
  child.send('ENOUGH');
  const [tally]: Tally[] = await ended;
  return tally ?? {};
};

const added = (one: Tally, other: Tally): Tally =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((what) => [
      what,
      (one[what] ?? 0) + (other[what] ?? 0),
    ]),
  );

const underAttack = async (attack: Attack, measuring: Measuring): Promise<{ phase: Phase; tally: Tally }> => {
  const child = await startAttacker(attack, measuring);
  try {
    await wait(GROW_MS);
    const phase = await measure(measuring);
    return { phase, tally: await endAttacker(child) };
  } finally {
    child.kill('SIGKILL');
  }
};

/** People of the city, while the attack is on a decoy. */
const besideAnAttack = async (attack: Attack, measuring: Measuring): Promise<Phase> => {
  const decoy = fork(DECOY, { execArgv: ['--import', 'tsx'] });
  try {
    const [message]: { url: string }[] = await once(decoy, 'message');
    const target = { ...measuring.target, url: message?.url ?? '' };
    return (await underAttack(attack, { ...measuring, target })).phase;
  } finally {
    decoy.kill('SIGKILL');
  }
};

/** The same people without and with an attack, turn by turn, so that what else the machine does counts on both sides. */
export const compare = async (attack: Attack, measuring: Measuring): Promise<Comparison> => {
  const quiet: Phase[] = [];
  const aside: Phase[] = [];
  const attacked: Phase[] = [];
  let tally: Tally = {};
  for (let round = 0; round < measuring.rounds; round += 1) {
    quiet.push(await measure(measuring));
    if (attack.isAlsoTriedAside) aside.push(await besideAnAttack(attack, measuring));
    const found = await underAttack(attack, measuring);
    attacked.push(found.phase);
    tally = added(tally, found.tally);
    await wait(REST_MS);
  }
  return {
    quiet: figuresOf(quiet),
    aside: aside.length > 0 ? figuresOf(aside) : undefined,
    attacked: figuresOf(attacked),
    tally,
  };
};
