import { describe, expect, it } from '@jest/globals';
import { collectorsAfter, collectorsOf } from './collectors.rules.ts';

const known = { mayBeCollectedBy: ['Nadia Le Goff', '李'], collectorPhones: { nadialegoff: '+33612345678' } };

describe('who may collect a child', () => {
  it('is told with the number at which they are reached', () => {
    expect(collectorsOf(known)).toEqual([
      { name: 'Nadia Le Goff', phone: '+33612345678' },
      { name: '李', phone: null },
    ]);
  });

  it('stays as it is while nothing is said of it', () => expect(collectorsAfter(known, {})).toBe(known));

  it('keeps the number of a name that stays, however it is written, and forgets that of one that goes', () => {
    const after = (...mayBeCollectedBy: string[]) => collectorsAfter(known, { mayBeCollectedBy });
    expect(after('NADIA LE-GOFF', 'Karim')).toEqual({
      mayBeCollectedBy: ['NADIA LE-GOFF', 'Karim'],
      collectorPhones: { nadialegoff: '+33612345678' },
    });
    expect(after('Karim')).toEqual({ mayBeCollectedBy: ['Karim'], collectorPhones: {} });
  });

  it('is what is said with numbers, and with names beside', () => {
    const collectors = [
      { name: ' Karim  Zidi ', phone: '06 12 00 00 00' },
      { name: '?', phone: '+4915112345678' },
      { name: 'Lou' },
    ];
    const after = collectorsAfter(known, { collectors, mayBeCollectedBy: ['Lou', 'Ines'] });
    expect(after.mayBeCollectedBy).toEqual(['Karim Zidi', '?', 'Lou', 'Ines']);
    expect(collectorsOf(after).map(({ phone }) => phone)).toEqual([
      '+33612000000',
      '+4915112345678',
      null,
      null,
    ]);
    expect(collectorsAfter(known, { collectors: [] })).toEqual({ mayBeCollectedBy: [], collectorPhones: {} });
    const both = collectorsAfter(known, {
      collectors: [{ name: 'Lou' }],
      mayBeCollectedBy: ['Nadia Le Goff'],
    });
    expect(collectorsOf(both)).toContainEqual({ name: 'Nadia Le Goff', phone: '+33612345678' });
    const forgotten = collectorsAfter(known, { collectors: [{ name: 'Nadia Le Goff' }] });
    expect(forgotten.collectorPhones).toEqual({});
  });
});
