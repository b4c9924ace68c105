import { Temporal } from 'temporal-polyfill';
import { familyFileVariables, operationText } from '../../../src/operations.ts';
import { type Attack, countingTally, inParallel, sendAboutFamilies } from '../attack.ts';

const WALKERS = 4;
const MOST = 5_000;

/** The family file of every family, a page at a time. */
const pageOfFiles = async (): Promise<string> => {
  const file = await operationText('family-file');
  return file
    .replace('$reference: String!, ', '')
    .replace('family(reference: $reference) {', 'families(first: 50) { edges { node {')
    .replace(/\}\s*$/, '} } }');
};

/** Four walks over all families at once, each a person of its own. */
export const bigReaders: Attack = {
  name: 'four walks over all families',
  bounds: { p50Ratio: 2, lost: 0 },
  async run(target, isOver) {
    const { tally, count } = countingTally();
    const query = await pageOfFiles();
    const { reference: _none, ...variables } = familyFileVariables('', Temporal.PlainDate.from(target.today));
    await inParallel(WALKERS, MOST, isOver, async (number) => {
      const token = target.tokens.caseworkers[number % WALKERS] ?? '';
      count(await sendAboutFamilies(target, token, { query, variables }));
    });
    return tally;
  },
};
