import { coordinator, type TestUser } from '@relais/platform/testing/test-users.ts';
import { besideReaders, type Reads } from './beside-readers.ts';
import type { askOver } from './test-whole-graph.ts';

type Ask = ReturnType<typeof askOver>;

/** Who restricts files, who is named for them, and who is neither. */
const administrator: TestUser = { ...coordinator('restricting'), admin: true };
const named = coordinator('named-meanwhile');
const other = coordinator('other-meanwhile');

type Restricted = {
  readonly restriction: { readonly id: string; readonly version: number };
  readonly notYetTold: readonly string[];
};

const change = async (ask: Ask, door: string, input: object): Promise<Restricted> => {
  const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) {
    answer: ${door}(input: $input) { restriction { id version } notYetTold refusal { reason } } }`;
  const { data, errors } = await ask(document, { input }, administrator);
  if (errors.length > 0 || data.answer.refusal) throw new Error(JSON.stringify({ data, errors }));
  return data.answer;
};

/** How the file of a family is restricted to one coordinator, and the restriction is lifted. */
export const restrictingOver = (ask: Ask, familyId: string) => ({
  restrict: (): Promise<Restricted> =>
    change(ask, 'restrictFile', { familyId, reason: 'Essai', named: [{ sub: named.sub }] }),
  lift: ({ restriction: { id: restrictionId, version } }: Restricted): Promise<Restricted> =>
    change(ask, 'liftRestriction', { restrictionId, version, reason: 'Essai' }),
  signIn: async (): Promise<void> => {
    for (const each of [administrator, named, other])
      await ask('{ myFamilies(first: 1) { edges { cursor } } }', {}, each);
  },
});

/** A door to each agency: what the family is called, who follows it, and when its milestones are. */
const FILE = `query ($id: ID!) { familyById(id: $id) {
  id displayName supportTeam { id } milestones(first: 1) { edges { cursor } } } }`;

/** Whether a coordinator is shown the file. */
const isShownTo = async (ask: Ask, familyId: string, reader: TestUser): Promise<boolean | 'IN_PART'> => {
  const { data, errors } = await ask(FILE, { id: familyId }, reader);
  const { familyById: file } = data;
  if (file === null) return false;
  const isWhole = errors.length === 0 && file.displayName && file.supportTeam && file.milestones;
  return isWhole ? true : 'IN_PART';
};

/**
 * The file of a family is restricted and the restriction is lifted while a coordinator who is not named asks without a
 * pause: what was read, and was not as was answered. Who is named reads it all the time.
 */
export const restrictMeanwhile = async (ask: Ask, familyId: string, rounds: number): Promise<Reads> => {
  const { restrict, lift, signIn } = restrictingOver(ask, familyId);
  await signIn();
  const hide = async (): Promise<Restricted> => {
    const restricted = await restrict();
    const isKnown = restricted.notYetTold.length === 0;
    if (isKnown && (await isShownTo(ask, familyId, named)) !== true)
      throw new Error('Who is named does not read it.');
    return restricted;
  };
  return besideReaders({ isShown: () => isShownTo(ask, familyId, other), hide, show: lift }, rounds);
};
