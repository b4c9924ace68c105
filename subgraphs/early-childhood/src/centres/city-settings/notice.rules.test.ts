import { describe, expect, it } from '@jest/globals';
import { usualSettings } from './city-settings.rules.ts';
import { isForeseen, kindByNotice } from './notice.rules.ts';

const at = (text: string) => new Date(`2026-03-${text}:00+01:00`);
const now = at('03T07:00');

describe('care', () => {
  it('is an emergency when known less than two days ahead, or as many hours as the city voted', () => {
    expect(kindByNotice(at('05T06:59'), now, usualSettings)).toBe('EMERGENCY');
    expect(kindByNotice(at('05T07:00'), now, usualSettings)).toBe('SHORT_TERM');
    expect(kindByNotice(at('04T07:00'), now, { emergencyNoticeHours: 24 })).toBe('SHORT_TERM');
  });

  it.each([
    [true, 'EMERGENCY', ['05T07:00', '06T07:00']],
    [false, 'EMERGENCY', ['06T07:00', '05T06:59']],
    [false, 'SHORT_TERM', ['05T07:00']],
    [false, 'SHORT_TERM', ['03T07:30']],
  ] as const)('could be foreseen: %s, %s of %j', (expected, kind, starts) => {
    const stays = starts.map((start) => ({ startsAt: at(start) }));
    expect(isForeseen({ kind, stays }, now, usualSettings)).toBe(expected);
  });
});
