import { describe, expect, it } from '@jest/globals';
import { newId } from '../ids.ts';
import { type Attention, attentionItems, MOST_OF_A_KIND } from './attention.ts';

const matter = (kind: string, day: number, given: Partial<Attention<string>> = {}): Attention<string> => ({
  kind,
  subjectId: newId(),
  at: new Date(Date.UTC(2026, 2, day)),
  ...given,
});
const told = (...matters: Attention<string>[]) => attentionItems('employment', matters, ({ kind }) => kind);

describe('what needs attention', () => {
  it('is told earliest first, and of each kind only the first so many', () => {
    const late = matter('OTHER', 31);
    const many = Array.from({ length: MOST_OF_A_KIND + 5 }, (_, day) => matter('MANY', 28 - day));
    const items = told(late, ...many);
    expect(items.map(({ kind }) => kind)).toEqual([...many.slice(5).map(() => 'MANY'), 'OTHER']);
    expect(items.slice(0, -1).map(({ subjectId }) => subjectId)).toEqual(
      many
        .map(({ subjectId }) => subjectId)
        .toReversed()
        .slice(0, MOST_OF_A_KIND),
    );
  });

  it('keeps its id while it lasts, apart from other matters of the same subject', () => {
    const one = matter('LACKS', 1);
    const others = [
      { ...one, kind: 'LATE' },
      { ...one, part: 'second' },
    ];
    const ids = told(one, ...others).map(({ id }) => id);
    const [elsewhere] = attentionItems('early-childhood', [one], () => '');
    expect(new Set([...ids, elsewhere?.id]).size).toBe(4);
    expect(ids).toContain(told({ ...one, at: new Date() })[0]?.id);
  });

  it('is one matter where it is one for all agencies, however each calls it', () => {
    const lacking = matter('LACKS', 1, { one: 'MILESTONE_WITHOUT_CARE' });
    const [here] = told(lacking);
    const [there] = attentionItems('early-childhood', [{ ...lacking, kind: 'UNCOVERED' }], () => '');
    expect(here?.id).toBe(there?.id);
    expect(told(matter('LACKS', 1, { one: 'MILESTONE_WITHOUT_CARE' }))[0]?.id).not.toBe(here?.id);
  });
});
