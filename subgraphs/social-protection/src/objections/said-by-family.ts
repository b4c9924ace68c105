import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { colleagueRefusal } from '@relais/platform/professionals/colleague.rules.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { knownAdults } from '../known-families/known-family.queries.ts';
import { namedColleague, type ProfessionalInput } from '../professionals/named-colleague.ts';
import type { sayingReasons } from './objection.reasons.ts';
import { sayingRefusal } from './objection.rules.ts';

type Asked = {
  readonly familyId: string;
  readonly saidByAdultId: string;
  readonly saidOn: Temporal.PlainDate;
  readonly text: string | null;
  readonly toldTo?: ProfessionalInput | null | undefined;
};

type Heard = { readonly saidOn: Temporal.PlainDate; readonly toldToSub: string };

/** To whom an adult of the family said something and when, or why it cannot have been so. */
export const heardFrom = async (
  tx: Transaction,
  { familyId, saidByAdultId, saidOn, text, toldTo }: Asked,
  { user, now }: ActingUser,
): Promise<Heard | Refused<Word<typeof sayingReasons>>> => {
  const colleague = await namedColleague(tx, toldTo, user);
  const unknown = toldTo ? colleagueRefusal(colleague, dayOf(now)) : null;
  if (unknown) return { refusal: unknown };
  const [speaker = null] = await knownAdults(tx, [saidByAdultId]);
  const refusal = sayingRefusal({ text, saidOn, speaker, familyId }, dayOf(now));
  return refusal ? { refusal } : { saidOn, toldToSub: colleague?.sub ?? user.sub };
};
