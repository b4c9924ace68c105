import { describe, expect, it } from '@jest/globals';
import { aProfessional } from '@relais/platform/professionals/directory-entry.builder.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import { Temporal } from 'temporal-polyfill';
import { absenceRefusal, entryRefusal, textsRefusal } from './professional.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-03-10');

describe('an entry of the directory', () => {
  it('is told in lines', () => {
    expect(textsRefusal(['Léa Riou', undefined, null])).toBeNull();
    expect(['', ' ', 'x'.repeat(201), 'two\nlines'].map((text) => textsRefusal([text]))).toEqual(
      Array(4).fill('UNSUITABLE_TEXT'),
    );
  });

  it('is changed by its own agency, as it was seen', () => {
    const entry = aProfessional({ version: 2 });
    expect(entryRefusal(entry, 'departement-44', 2)).toBeNull();
    expect(entryRefusal(entry, 'departement-44', 1)).toBe('STALE_VERSION');
    expect(entryRefusal(entry, 'caf-44', 2)).toBe('UNKNOWN_PROFESSIONAL');
    expect(entryRefusal(null, 'departement-44', 2)).toBe('UNKNOWN_PROFESSIONAL');
  });
});

describe('an absence', () => {
  const absent = aProfessional();
  const refusal = (given: object, standIn?: Professional | null) => {
    const absence = { from: today, to: null, namesStandIn: standIn !== undefined, ...given };
    return absenceRefusal(absent, { ...absence, standIn: standIn ?? null }, today);
  };

  it('begins, and ends after it began', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ to: day('2026-03-11') })).toBeNull();
    expect(refusal({ to: today })).toBe('BACK_BEFORE_LEAVING');
    expect(refusal({ from: null })).toBeNull();
    expect(refusal({ from: null, to: today })).toBe('ABSENCE_WITHOUT_BEGINNING');
    expect(refusal({ from: null }, absent)).toBe('ABSENCE_WITHOUT_BEGINNING');
  });

  it('is stood in for by a colleague of the same agency and role who still works there', () => {
    expect(refusal({}, aProfessional())).toBeNull();
    const unsuitable = [
      null,
      absent,
      aProfessional({ agency: 'caf-44' }),
      aProfessional({ role: 'CARE_COORDINATOR', agency: absent.agency }),
      aProfessional({ departedOn: today }),
    ];
    expect(unsuitable.map((each) => refusal({}, each))).toEqual(Array(5).fill('UNSUITABLE_STAND_IN'));
  });
});
