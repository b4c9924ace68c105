import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inputsWithPreview } from '@relais/platform/testing/previews.ts';
import { schemaChanges } from '@relais/platform/testing/schema-changes.ts';
import {
  foreignKeysWithoutIndex,
  generatedNames,
  mistakenTimes,
  namingWithoutJournal,
  namingWithoutTrigger,
} from '@relais/platform/testing/schema-conventions.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { isObjectType } from 'graphql';
import { subgraph } from './subgraph.ts';

/** Columns that name a family or one of its people without a trigger that follows a merge, and what does instead. */
const ledOnByCode = {
  'followers.adult_id': 'employment tells it anew once it has merged the files of both adults',
  'job_seekers.adult_id': 'receiving the merge brings the files of both adults together',
  'known_adults.family_id': 'the event of a family brings its adults anew',
  'take_overs.family_ids': 'none: what went over then is not rewritten',
};

describe('the employment subgraph', () => {
  let graph: TestSubgraph;
  beforeAll(async () => {
    graph = await testSubgraph(subgraph);
  });
  afterAll(() => graph.close());

  it('has no preview: the first one is tried in a test, as in the other agencies', () => {
    expect(inputsWithPreview(subgraph.schema)).toEqual([]);
  });

  it('asks for no change of the database after the migrations', async () => {
    expect(await schemaChanges(graph.running.db)).toEqual([]);
  });

  it('follows the conventions: keys with an index, readable names, instants and days by their types', async () => {
    expect(await foreignKeysWithoutIndex(graph.db)).toEqual([]);
    expect(await generatedNames(graph.db)).toEqual([]);
    expect(await mistakenTimes(graph.db)).toEqual([]);
  });

  it('leads what names a merged family on by a trigger, but for the columns written here', async () => {
    expect(await namingWithoutTrigger(graph.db)).toEqual(Object.keys(ledOnByCode));
    expect(await namingWithoutJournal(graph.db)).toEqual([]);
  });

  it('hides the columns written here and no others', () => {
    const hidden = graph.running.db.entityMetadatas.flatMap(({ target, columns, tableName }) => {
      const name = typeof target === 'function' ? target.name.replace('Known', '') : tableName;
      const type = subgraph.schema.getType(name);
      const shown = isObjectType(type) ? type.getFields() : {};
      return columns
        .map(({ propertyName }) => propertyName)
        .filter((each) => !(each in shown))
        .map((each) => `${tableName}.${each}`);
    });
    expect(hidden.sort()).toEqual([
      'engagement_contracts.jobSeekerId',
      'follow_ups.returnId',
      'hours_reductions.contractId',
      'hours_reductions.milestoneId',
      'job_search_steps.facts',
      'job_search_steps.familyId',
      'job_search_steps.jobSeekerId',
      'job_seekers.adultId',
      'job_seekers.deskAgency',
      'job_seekers.familyId',
      'known_adults.familyId',
      'known_covers.changedAt',
      'known_covers.familyId',
      'known_covers.milestoneId',
      'known_covers.milestoneVersion',
      'known_covers.startsAt',
      'known_covers.status',
      'known_covers.toldAt',
      'known_families.districtId',
      'known_families.homes',
      'known_families.mergedInto',
      'known_families.registeredOn',
      'known_families.splitFrom',
      'known_families.version',
      'milestones.familyId',
      'milestones.jobSeekerId',
      'professionals.absentFrom',
      'professionals.absentTo',
      'professionals.agency',
      'professionals.departedOn',
      'professionals.districtIds',
      'professionals.id',
      'professionals.name',
      'professionals.phone',
      'professionals.place',
      'professionals.role',
      'professionals.standInSub',
      'professionals.sub',
      'professionals.version',
      'returns_to_work.jobSeekerId',
      'take_overs.agency',
      'take_overs.counts',
      'take_overs.familyIds',
      'take_overs.fromSub',
      'take_overs.takenBySub',
      'take_overs.toSub',
    ]);
  });
});
