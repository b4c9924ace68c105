import type { ColleaguesQuery } from '../../graph/asked/types.ts';
import { language } from '../../messages/language.ts';
import { sayDay } from '../../time/city-time.rules.ts';
import { colleagueWords } from './words.ts';

export type Colleague = ColleaguesQuery['professionals']['edges'][number]['node'];

export const day = (of: string) => sayDay(of, 'date', language);

export const saidAway = ({ isAbsent, absentFrom, absentTo }: Colleague): string => {
  if (!absentFrom) return '';
  if (absentTo) return colleagueWords.away(day(absentFrom), day(absentTo));
  return isAbsent ? colleagueWords.awayOpen(day(absentFrom)) : colleagueWords.willBeAway(day(absentFrom));
};
