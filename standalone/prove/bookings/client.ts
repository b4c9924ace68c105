import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Random, randomOf, seedOf } from '../../src/demo/random.ts';
import { askOnce, type Outcome } from '../agencies/ask.ts';
import { chooseChange, knownBookings } from './choose-change.ts';
import type { ClientSettings } from './client-process.ts';
import { type Answer, type Change, openJournal, readJournalFile } from './journal.ts';
import { acknowledgedIn, mutationOf } from './mutation-of.ts';

/**
 * A client process: asks many things at once of any of the services, and writes down what it asks before it asks, and
 * what it is answered before it goes on. Started again after a kill, it first asks again what it has no answer to.
 */
const settings: ClientSettings = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const { lanes, urls, token, innerHopSecret, city } = settings;

const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 400;
/** Sent to two services at the same moment. */
const TWINS = 0.05;

const before = readJournalFile(settings.journal);
const random = randomOf(seedOf(settings.seed, before.size));
const journal = openJournal(settings.journal);
const bookings = knownBookings(city.attended);
for (const { change, answer } of before.values()) if (answer) bookings.learn(change, answer);

const send = (change: Change): Promise<Outcome | null> =>
  askOnce({ ...mutationOf(change), url: random.pick(urls), token }, innerHopSecret);

const sendTwice = async (change: Change): Promise<Outcome | null> => {
  const outcomes = await Promise.all([send(change), send(change)]);
  return outcomes.find((outcome) => outcome && !outcome.refused) ?? outcomes.find(Boolean) ?? null;
};

const pause = ({ between }: Random): Promise<void> => wait(between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));

/** Asks the same, with the same id, until there is an answer. */
const answerTo = async (change: Change, isAgain: boolean): Promise<Answer> => {
  let wasLost = isAgain;
  for (;;) {
    const isTwin = change.type === 'BOOK' && random.chance(TWINS);
    const outcome = await (isTwin ? sendTwice(change) : send(change));
    if (outcome?.refused) return { wasLost, refused: outcome.refused };
    if (outcome) return { wasLost, ...acknowledgedIn(change, outcome.record) };
    wasLost = true;
    await pause(random);
  }
};

const carryOut = async (attempt: number, change: Change, isAgain: boolean): Promise<void> => {
  if (!isAgain) journal.asked(attempt, change);
  const answer = await answerTo(change, isAgain);
  journal.answered(attempt, answer);
  bookings.learn(change, answer);
  process.send?.('ANSWERED');
};

const unanswered = [...before].filter(([, { answer }]) => answer === null);
let next = before.size;
let isEnough = false;

const lane = async (): Promise<void> => {
  for (let again = unanswered.pop(); again; again = unanswered.pop())
    await carryOut(again[0], again[1].change, true);
  while (!isEnough) {
    const attempt = next;
    next += 1;
    await carryOut(attempt, chooseChange(random, city, bookings), false);
  }
};

process.once('message', () => {
  isEnough = true;
});
process.once('disconnect', () => process.exit(1));
await Promise.all(Array.from({ length: lanes }, lane));
process.exit(0);
