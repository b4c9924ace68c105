import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { givenKnownFamily } from '@relais/platform/known-families/known-family.builder.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenResources } from '../resources/resources.builder.ts';
import { subgraph } from '../subgraph.ts';

let graph: TestSubgraph;
let familyId: string;
beforeAll(async () => {
  graph = await testSubgraph(subgraph);
});
beforeEach(async () => {
  ({ familyId } = await givenKnownFamily(graph.db));
});
afterAll(() => graph.close());

const feeOf = async (on: string, careKind = 'LONG_TERM', user = coordinator()) => {
  const selection = `{ hourlyFee(on: "${on}", tariffKind: COLLECTIVE, careKind: ${careKind}) { cents reason message } }`;
  const { data, errors } = await graph.resolveReferences('Family', [{ id: familyId }], selection, user);
  return { fee: data[0]?.hourlyFee ?? null, errors };
};

describe('the hourly fee of a family', () => {
  it('comes from the resources of year N−2 of the day of care', async () => {
    await givenResources(graph.db, { familyId, year: 2023, yearlyAmountCents: 12_000_00 });
    await givenResources(graph.db, {
      familyId,
      year: 2024,
      yearlyAmountCents: 24_000_00,
      dependentChildren: 2,
    });
    expect((await feeOf('2025-12-31')).fee).toMatchObject({ cents: 62, reason: 'COMPUTED' });
    expect((await feeOf('2026-01-01')).fee).toEqual({
      cents: 103,
      reason: 'COMPUTED',
      message: 'Calculé sur les ressources de 2024.',
    });
  });

  it('uses the newest record of the year', async () => {
    const year = 2024;
    await givenResources(graph.db, { familyId, year, recordedAt: new Date('2026-01-10T09:00:00Z') });
    await givenResources(graph.db, {
      familyId,
      year,
      yearlyAmountCents: 36_000_00,
      recordedAt: new Date('2026-01-11T09:00:00Z'),
    });
    expect((await feeOf('2026-03-10')).fee.cents).toBe(186);
  });

  it('is not known yet without resources, but the floor in an emergency', async () => {
    expect((await feeOf('2026-03-10')).fee).toEqual({
      cents: null,
      reason: 'RESOURCES_UNKNOWN',
      message: 'Ressources de 2024 inconnues : pas encore de tarif.',
    });
    expect((await feeOf('2026-03-10', 'EMERGENCY')).fee).toMatchObject({
      cents: 50,
      reason: 'FLOOR_FOR_EMERGENCY',
    });
  });

  it('says when the scale ends before the number of children', async () => {
    await givenResources(graph.db, { familyId, year: 2024, dependentChildren: 12 });
    expect((await feeOf('2026-03-10')).fee.message).toBe(
      'Calculé sur les ressources de 2024. Le barème s’arrête à 10 enfants : son taux le plus bas est appliqué.',
    );
  });

  it('is shared with caseworkers and coordinators, not with advisors', async () => {
    expect((await feeOf('2026-03-10', 'LONG_TERM', caseworker())).errors).toEqual([]);
    const stranger = await feeOf('2026-03-10', 'LONG_TERM', caseworker('stranger'));
    expect(stranger).toEqual({ fee: null, errors: [] });
    const { fee, errors } = await feeOf('2026-03-10', 'LONG_TERM', advisor());
    expect(fee).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_SHARED' } }]);
  });
});

describe('the fee scale', () => {
  const FEE_SCALE = `query ($on: Date!) { feeScale(on: $on) { tariffKind childrenFrom childrenTo ratePerMillion
    floorMonthlyCents ceilingMonthlyCents from to rateConfidence floorConfidence ceilingConfidence source } }`;

  it('is listed with its sources', async () => {
    const { data } = await graph.query(FEE_SCALE, { on: '2024-10-01' }, coordinator());
    expect(data.feeScale).toHaveLength(14);
    expect(data.feeScale[2]).toEqual({
      tariffKind: 'COLLECTIVE',
      childrenFrom: 3,
      childrenTo: 3,
      ratePerMillion: 413,
      floorMonthlyCents: 765_77,
      ceilingMonthlyCents: 7_000_00,
      from: '2024-09-01',
      to: '2024-12-31',
      rateConfidence: 'READ_IN_SOURCE',
      floorConfidence: 'READ_IN_SOURCE',
      ceilingConfidence: 'READ_IN_SOURCE',
      source: expect.stringContaining('agds.fr'),
    });
  });

  it('is not for advisors', async () => {
    const { errors } = await graph.query(FEE_SCALE, { on: '2024-10-01' }, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
