import type { TestUser } from '@relais/platform/testing/test-users.ts';
import { besideReaders, type Reads } from './beside-readers.ts';
import type { askOver } from './test-whole-graph.ts';

type Ask = ReturnType<typeof askOver>;

/** Who records for which family, and who asks meanwhile. */
type Story = {
  readonly familyId: string;
  readonly adultId: string;
  readonly recorder: TestUser;
  readonly reader: TestUser;
};

type Objecting = {
  readonly objection: { readonly id: string; readonly version: number };
  readonly notYetTold: readonly string[];
};

const change = async (ask: Ask, door: string, input: object, as: TestUser): Promise<Objecting> => {
  const type = `${door[0]?.toUpperCase()}${door.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) {
    answer: ${door}(input: $input) { objection { id version } notYetTold refusal { reason } } }`;
  const { data, errors } = await ask(document, { input }, as);
  if (errors.length > 0 || data.answer.refusal) throw new Error(JSON.stringify({ data, errors }));
  return data.answer;
};

/** How the family of a story objects to sharing its job search with the service point, and takes it back. */
export const objectingOver = (ask: Ask, { familyId, adultId, recorder }: Story) => ({
  object: (): Promise<Objecting> =>
    change(
      ask,
      'recordObjection',
      { familyId, category: 'JOB_SEARCH', agency: 'CARE', saidByAdultId: adultId },
      recorder,
    ),
  lift: ({ objection: { id: objectionId, version } }: Objecting): Promise<Objecting> =>
    change(ask, 'liftObjection', { objectionId, version, saidByAdultId: adultId, reason: 'Essai' }, recorder),
});

const MILESTONES = `query ($id: ID!) { familyById(id: $id) { milestones { edges { node { id } } } } }`;

/** Whether the reader is shown the milestones of the family. */
const isShown = async (ask: Ask, { familyId, reader }: Story): Promise<boolean> => {
  const { data } = await ask(MILESTONES, { id: familyId }, reader);
  return data.familyById.milestones !== null;
};

/** A family objects and takes it back while readers ask without a pause. */
export const objectMeanwhile = (ask: Ask, story: Story, rounds: number): Promise<Reads> => {
  const { object, lift } = objectingOver(ask, story);
  return besideReaders({ isShown: () => isShown(ask, story), hide: object, show: lift }, rounds);
};
