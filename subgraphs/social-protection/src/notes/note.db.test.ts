import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenFollowers } from '@relais/platform/followers/followers.builder.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { givenProfessional } from '@relais/platform/professionals/professional.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import {
  advisor,
  auditor,
  caseworker,
  coordinator,
  type TestUser,
} from '@relais/platform/testing/test-users.ts';
import { subgraph } from '../subgraph.ts';
import { givenMember } from '../support-team/support-team.builder.ts';
import { Note } from './note.ts';

const WRITE = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) {
  note { id category audience text writtenAt family { id } author { sub } } refusal { reason message } } }`;

const maud = caseworker('maud');

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
beforeEach(async () => {
  graph.setNow(new Date('2026-03-10T09:00:00Z'));
  ({ familyId } = await givenKnownFamily(graph.db));
  await givenFollowers(graph.db, familyId, [{ sub: 'maud', relation: 'TEAM' }]);
});
afterAll(() => graph.close());

const write = async (input: object = {}, as: TestUser = maud) => {
  const given = { familyId, audience: 'ALL_AGENCIES', text: 'Called back', ...input };
  const { data, errors } = await graph.query(WRITE, { input: given }, as);
  expect(errors).toEqual([]);
  return data.writeNote;
};
const read = async (as: TestUser, page = '') => {
  const selection = `{ notes${page} { edges { node { text } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, as);
  return { notes: data[0]?.notes ?? 'ABSENT', errors };
};
const texts = async (as: TestUser) =>
  (await read(as)).notes.edges.map(({ node }: { node: { text: string } }) => node.text);

describe('a note', () => {
  it('is kept with its author, category and audience', async () => {
    expect((await write({ category: 'CHILDCARE' })).note).toEqual({
      id: expect.any(String),
      category: 'CHILDCARE',
      audience: 'ALL_AGENCIES',
      text: 'Called back',
      writtenAt: '2026-03-10T09:00:00.000Z',
      family: { id: familyId },
      author: { sub: 'maud' },
    });
  });

  it('is read by its audience and its author, by nobody else', async () => {
    const { sub } = await givenProfessional(graph.db, { role: 'EMPLOYMENT_ADVISOR' });
    const former = await givenProfessional(graph.db, { role: 'CASEWORKER' });
    await givenFollowers(graph.db, familyId, [
      { sub, relation: 'ADVISOR' },
      { sub: former.sub, relation: 'REFERRAL' },
    ]);
    const { id: professionalId } = await givenProfessional(graph.db, {
      role: 'CARE_COORDINATOR',
      sub: newId(),
    });
    await write({ audience: 'AUTHOR', text: 'author' }, advisor(sub));
    await write({ audience: 'SOCIAL_WORKERS', text: 'social workers' });
    await write({ audience: 'SUPPORT_TEAM', text: 'team' });
    await write({ text: 'all' });
    const member = await graph.db.query('select id from professionals where sub = $1', [sub]);
    await givenMember(graph.db, { familyId, professionalId: member[0].id });
    await givenMember(graph.db, { familyId, professionalId });
    expect((await texts(maud)).sort()).toEqual(['all', 'social workers', 'team']);
    expect((await texts(caseworker(former.sub))).sort()).toEqual(['all', 'social workers']);
    expect((await texts(advisor(sub))).sort()).toEqual(['all', 'author', 'team']);
    expect(await texts(coordinator())).toEqual(['all']);
    for (const stranger of [caseworker('stranger'), advisor('stranger'), auditor()])
      expect(await read(stranger)).toEqual({ notes: 'ABSENT', errors: [] });
  });

  it('comes newest first, page by page, as if what is hidden were not there', async () => {
    for (const [minute, text] of ['one', 'two', 'three'].entries()) {
      graph.setNow(new Date(Date.UTC(2026, 2, 10, 9, minute)));
      await write({ text });
      await write({ audience: 'AUTHOR', text: 'hidden' }, coordinator());
    }
    const first = await read(maud, '(first: 2)');
    expect(first.notes.edges.map(({ node }: { node: { text: string } }) => node.text)).toEqual([
      'three',
      'two',
    ]);
    const { endCursor, hasNextPage } = first.notes.pageInfo;
    const second = await read(maud, `(first: 2, after: "${endCursor}")`);
    expect([hasNextPage, second.notes.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(second.notes.edges).toEqual([{ node: { text: 'one' } }]);
    expect((await read(maud, '(after: "x")')).errors).toMatchObject([{ extensions: { argument: 'after' } }]);
  });
});

describe('writing a note', () => {
  it.each([
    ['UNKNOWN_FAMILY', { familyId: newId() }],
    ['EMPTY_TEXT', { text: '\n ' }],
    ['TEXT_TOO_LONG', { text: 'x'.repeat(4_001) }],
  ])('is refused with %s', async (reason, input) => {
    expect((await write(input)).refusal).toEqual({ reason, message: expect.stringMatching(/\.$/) });
    expect(await graph.db.countBy(Note, { familyId })).toBe(0);
  });

  it('twice under one id is one note; with other content it is refused', async () => {
    const id = newId();
    const [first, again] = [await write({ id }), await write({ id })];
    expect(again).toEqual(first);
    expect((await write({ id, text: 'Other' })).refusal.reason).toBe('CONFLICT');
    expect((await write({ id }, coordinator())).refusal.reason).toBe('CONFLICT');
  });

  it('about a family that is out of sight is answered like about one that does not exist', async () => {
    for (const stranger of [caseworker('stranger'), advisor('stranger')]) {
      const [known, unknown] = [await write({}, stranger), await write({ familyId: newId() }, stranger)];
      expect(known).toEqual(unknown);
      expect(known.refusal.reason).toBe('UNKNOWN_FAMILY');
    }
    await givenFollowers(graph.db, familyId, [{ sub: 'paul', relation: 'REFERRAL' }]);
    expect((await write({}, caseworker('paul'))).refusal.reason).toBe('REFERRAL_NOT_ACCEPTED');
    expect(await graph.db.countBy(Note, { familyId })).toBe(0);
  });

  it('is not for auditors', async () => {
    const input = { familyId, audience: 'AUTHOR', text: 'x' };
    const { errors } = await graph.query(WRITE, { input }, auditor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('a note that was written wrongly', () => {
  const CORRECTIONS = 'corrections { by reason changes { field before after } }';
  const CORRECT = `mutation ($input: CorrectNoteInput!) { correctNote(input: $input) {
    note { text audience version ${CORRECTIONS} } refusal { reason message } } }`;
  const correct = async (noteId: string, input: object, as: TestUser = maud) => {
    const given = { noteId, version: 1, reason: 'Mal entendu', ...input };
    const { data, errors } = await graph.query(CORRECT, { input: given }, as);
    expect(errors).toEqual([]);
    return data.correctNote;
  };
  const said = async (as: TestUser): Promise<string[][]> => {
    const selection = `{ notes { edges { node { ${CORRECTIONS} } } } }`;
    const { data } = await graph.resolveReferences('Family', [{ id: familyId }], selection, as);
    type Edge = { node: { corrections: { changes: { before: string }[] }[] } };
    return data[0].notes.edges.flatMap(({ node }: Edge) =>
      node.corrections.map(({ changes }) => changes.map(({ before }) => before)),
    );
  };

  it('says what its author meant, and to its readers what it said before', async () => {
    const { note } = await write();
    const corrected = await correct(note.id, { text: 'Called back in vain' });
    expect(corrected.note).toEqual({
      ...{ text: 'Called back in vain', audience: 'ALL_AGENCIES', version: 2 },
      corrections: [
        {
          ...{ by: 'maud', reason: 'Mal entendu' },
          changes: [{ field: 'text', before: 'Called back', after: 'Called back in vain' }],
        },
      ],
    });
    expect(await said(coordinator('anne'))).toEqual([['Called back']]);
    const same = await correct(note.id, { version: 2, text: 'Called back in vain' });
    expect(same.note).toEqual(corrected.note);
  });

  it('is taken back from all others, and does not tell new readers what it said to fewer', async () => {
    const { note } = await write({ audience: 'AUTHOR', text: 'A doubt of mine' });
    await correct(note.id, { audience: 'ALL_AGENCIES', text: 'A fact' });
    expect(await texts(coordinator('anne'))).toEqual(['A fact']);
    expect(await said(coordinator('anne'))).toEqual([]);
    expect(await said(maud)).toEqual([['AUTHOR', 'A doubt of mine']]);
    await correct(note.id, { version: 2, audience: 'AUTHOR' });
    expect(await texts(coordinator('anne'))).toEqual([]);
  });

  it.each([
    ['STALE_VERSION', { version: 2 }],
    ['REASON_MISSING', { reason: '' }],
    ['EMPTY_TEXT', { text: ' ' }],
  ])('is not corrected: %s', async (reason, input) => {
    const { note } = await write();
    const message = expect.stringMatching(/\.$/);
    expect((await correct(note.id, input)).refusal).toEqual({ reason, message });
    expect(await texts(maud)).toEqual(['Called back']);
  });

  it('is corrected by nobody but its author, who must still be there', async () => {
    const { note } = await write();
    for (const other of [coordinator('anne'), caseworker('stranger')])
      expect(await correct(note.id, {}, other)).toEqual(await correct(newId(), {}, other));
    await graph.db.query("update followers set to_on = '2026-03-10' where family_id = $1", [familyId]);
    expect((await correct(note.id, {})).refusal.reason).toBe('UNKNOWN_NOTE');
  });
});
