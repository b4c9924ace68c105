import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  asKnownOn,
  daysAsked,
  entitlementsAsOf,
  mistakenEntitlement,
  onRecord,
  stateOn,
} from './entitlement.rules.ts';
import {
  changeRefusal,
  isSameOpening,
  mistakenRefusal,
  type Opening,
  openingRefusal,
} from './entitlement-changes.rules.ts';
import { anEntitlementFile } from './entitlement-file.builder.ts';
import { State } from './entitlement-status.ts';
import { isOver, mayStartIn, mayStep } from './entitlement-steps.rules.ts';
import { closureReasons, isReasonFor, reasonLabel, suspensionReasons } from './rsa-reasons.rules.ts';
import { Scheme } from './scheme.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-10');
const stateKeys = Object.values(State);

describe('the steps', () => {
  const stepsOf = (scheme: Scheme) =>
    stateKeys.flatMap((from) =>
      stateKeys.filter((to) => mayStep(scheme, from, to)).map((to) => `${from} → ${to}`),
    );

  it('of RSA use all seven official states', () => {
    expect(stepsOf('RSA')).toEqual([
      'PENDING → REFUSED',
      'PENDING → OPEN',
      'PENDING → SUSPENDED',
      'PENDING → PAYMENT_SUSPENDED',
      'REFUSED → OPEN',
      'OPEN → OPEN',
      'OPEN → SUSPENDED',
      'OPEN → PAYMENT_SUSPENDED',
      'OPEN → CLOSED',
      'SUSPENDED → OPEN',
      'SUSPENDED → SUSPENDED',
      'SUSPENDED → PAYMENT_SUSPENDED',
      'SUSPENDED → CLOSED',
      'PAYMENT_SUSPENDED → OPEN',
      'PAYMENT_SUSPENDED → SUSPENDED',
      'PAYMENT_SUSPENDED → PAYMENT_SUSPENDED',
      'PAYMENT_SUSPENDED → CLOSED',
      'CLOSED → OPEN',
      'CLOSED → CLOSED_EARLIER',
    ]);
  });

  it('of every other scheme use four', () => {
    const four = [
      'PENDING → OPEN',
      'PENDING → CLOSED',
      'OPEN → OPEN',
      'OPEN → SUSPENDED',
      'OPEN → CLOSED',
      'SUSPENDED → OPEN',
      'SUSPENDED → SUSPENDED',
      'SUSPENDED → CLOSED',
    ];
    for (const scheme of Object.values(Scheme).filter((each) => each !== 'RSA'))
      expect(stepsOf(scheme)).toEqual(four);
  });

  it('begin where a right is asked for or runs', () => {
    expect(stateKeys.filter((state) => mayStartIn('RSA', state))).toEqual([
      'PENDING',
      'OPEN',
      'SUSPENDED',
      'PAYMENT_SUSPENDED',
    ]);
    expect(stateKeys.filter((state) => mayStartIn('ASF', state))).toEqual(['PENDING', 'OPEN', 'SUSPENDED']);
    expect(stateKeys.filter(isOver)).toEqual(['REFUSED', 'CLOSED', 'CLOSED_EARLIER']);
  });
});

describe('a reason', () => {
  it('comes from the official list of its state', () => {
    expect(Object.keys(suspensionReasons)).toHaveLength(24);
    expect(Object.keys(closureReasons)).toHaveLength(9);
    expect(isReasonFor('RSA', 'SUSPENDED', 'caf_hospitalisation')).toBe(true);
    expect(isReasonFor('RSA', 'PAYMENT_SUSPENDED', 'caf_hospitalisation')).toBe(true);
    expect(isReasonFor('RSA', 'CLOSED', 'caf_mutation')).toBe(true);
    expect(isReasonFor('RSA', 'CLOSED', 'caf_hospitalisation')).toBe(false);
    expect(isReasonFor('RSA', 'OPEN', 'caf_mutation')).toBe(false);
    expect(isReasonFor('RSA', 'SUSPENDED', 'toString')).toBe(false);
    expect(isReasonFor('ASF', 'SUSPENDED', 'caf_hospitalisation')).toBe(false);
  });

  it('is said in French and English', () => {
    expect(reasonLabel('caf_titre_sejour_absent', 'fr')).toBe('Titre de séjour absent');
    expect(reasonLabel('caf_regroupement', 'en')).toBe('Closed as files were merged');
    expect(reasonLabel('unheard_of', 'en')).toBeNull();
  });
});

describe('an entitlement as of a day', () => {
  const file = anEntitlementFile({
    states: [
      { state: 'PENDING', from: '2026-01-05' },
      { state: 'OPEN', from: '2026-02-01', monthlyAmountCents: 600_00 },
      { state: 'OPEN', from: '2026-03-01', monthlyAmountCents: 500_00 },
      { state: 'SUSPENDED', from: '2026-03-01', recordedAt: '2026-03-20T10:00:00Z' },
    ],
  });
  const on = (text: string) => entitlementsAsOf([file], day(text))[0];

  it('is left out before anything was in force or known', () => {
    expect(on('2026-01-04')).toBeUndefined();
    expect(asKnownOn([file], day('2026-01-05'))).toHaveLength(1);
    expect(stateOn(file, day('2026-01-04'))).toBeNull();
  });

  it('has the newest state that was in force and recorded by then', () => {
    expect(on('2026-01-31')).toMatchObject({ state: 'PENDING', monthlyAmountCents: null });
    expect(on('2026-03-19')).toMatchObject({ state: 'OPEN', monthlyAmountCents: 500_00 });
    expect(on('2026-03-20')).toMatchObject({ state: 'SUSPENDED', monthlyAmountCents: null });
  });

  it('counts its state from the first row of the run', () => {
    expect(on('2026-03-19')?.since.toString()).toBe('2026-02-01');
    expect(on('2026-03-20')?.since.toString()).toBe('2026-03-01');
  });

  it('ends each state where the next begins', () => {
    expect(on('2026-03-20')?.history.map(({ to }) => to?.toString() ?? null)).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-03-01',
      null,
    ]);
    expect(on('2026-02-28')?.history.map(({ to }) => to?.toString() ?? null)).toEqual(['2026-02-01', null]);
  });

  it('counts what was recorded late in the evening in Paris for that day', () => {
    const late = anEntitlementFile({
      states: [{ state: 'OPEN', from: '2026-01-01', recordedAt: '2026-03-10T22:59:59Z' }],
    });
    const later = anEntitlementFile({
      states: [{ state: 'OPEN', from: '2026-01-01', recordedAt: '2026-03-10T23:00:00Z' }],
    });
    expect(entitlementsAsOf([late, later], today).map(({ id }) => id)).toEqual([late.id]);
  });
});

describe('a change without a previous state', () => {
  const empty = anEntitlementFile({ states: [] });
  const stated = { state: 'OPEN', monthlyAmountCents: null, from: today, reason: null } as const;
  const opening: Opening = {
    ...stated,
    familyId: empty.familyId,
    adultId: null,
    childId: null,
    scheme: 'RSA',
    source: 'CAF',
  };

  it('is not a step, nor is such a file in the way', () => {
    expect(changeRefusal(empty, { ...stated, version: 0 }, today)).toBe('FORBIDDEN_STEP');
    expect(openingRefusal(opening, [empty], today)).toBeNull();
    expect(isSameOpening(empty, opening)).toBe(false);
  });
});

describe('what is known today of a past day', () => {
  // Entered in one go on 10 March 2026, though it began in January.
  const recordedAt = '2026-03-10T09:00:00Z';
  const file = anEntitlementFile({
    states: [
      { state: 'OPEN', from: '2026-01-01', recordedAt },
      { state: 'SUSPENDED', from: '2026-02-01', recordedAt },
      { state: 'OPEN', from: '2026-03-01', recordedAt },
    ],
  });
  const on = (text: string, known = '2026-03-10') => entitlementsAsOf([file], day(text), day(known))[0];

  it('is what was entered later of it, with the day on which it ended', () => {
    expect(on('2026-02-15')).toMatchObject({ state: 'SUSPENDED', version: 2 });
    expect(on('2026-02-15')?.history.at(-1)?.to?.toString()).toBe('2026-03-01');
    expect(on('2026-02-15', '2026-03-09')).toBeUndefined();
    expect(entitlementsAsOf([file], day('2026-02-15'))).toEqual([]);
  });

  it('asks of the day that is named, by what was known on the other', () => {
    const asked = (on: string | null, asOf: string | null) => {
      const [named, known] = [on, asOf].map((text) => (text === null ? null : day(text)));
      const days = daysAsked({ on: named ?? null, asOf: known ?? null }, today);
      return [days.on.toString(), days.knownOn.toString()];
    };
    expect(asked(null, null)).toEqual(['2026-03-10', '2026-03-10']);
    expect(asked(null, '2026-02-01')).toEqual(['2026-02-01', '2026-02-01']);
    expect(asked('2026-02-01', null)).toEqual(['2026-02-01', '2026-03-10']);
    expect(asked('2026-02-01', '2026-02-20')).toEqual(['2026-02-01', '2026-02-20']);
  });
});

describe('a benefit that was put on record by mistake', () => {
  const mistakenAt = new Date('2026-03-10T09:00:00Z');
  const file = anEntitlementFile({ states: [{ state: 'OPEN', from: '2026-01-05' }], mistakenAt });

  it('was known until that was found out, and is on record no more', () => {
    expect(entitlementsAsOf([file], day('2026-03-09'))).toHaveLength(1);
    expect(entitlementsAsOf([file], today)).toEqual([]);
    expect(entitlementsAsOf([file], day('2026-01-05'), today)).toEqual([]);
    expect(onRecord([file])).toEqual([]);
  });

  it('is still shown as it stood, where it is asked for by itself', () => {
    expect(mistakenEntitlement([file], file.id)).toMatchObject({ state: 'OPEN', mistakenAt });
    expect(mistakenEntitlement([{ ...file, mistakenAt: null }], file.id)).toBeNull();
    expect(mistakenEntitlement([{ ...file, states: [] }], file.id)).toBeNull();
    expect(mistakenEntitlement([], file.id)).toBeNull();
  });

  it('is so once, and changes no more', () => {
    const seen = { ...file, mistakenAt: null };
    expect(mistakenRefusal(seen, 1, 'x')).toBeNull();
    expect(mistakenRefusal(seen, 2, 'x')).toBe('STALE_VERSION');
    expect(mistakenRefusal(seen, 1, '')).toBe('REASON_MISSING');
    expect(mistakenRefusal(file, 1, 'x')).toBe('MISTAKEN_ALREADY');
    const change = {
      state: 'CLOSED',
      monthlyAmountCents: null,
      from: today,
      reason: null,
      version: 1,
    } as const;
    expect(changeRefusal(file, change, today)).toBe('MISTAKEN_ALREADY');
  });
});
