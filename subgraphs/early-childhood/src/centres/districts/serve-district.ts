import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockService } from './district.queries.ts';
import { serviceReasons } from './district.reasons.ts';
import { District } from './district.ts';
import { DistrictService } from './district-service.ts';

@InputType({ description: 'From when the families of a district are served.' })
export class ServeDistrictInput {
  @Field(() => ID, { description: 'The district.' })
  districtId!: string;

  @Field(() => Int, {
    description: 'The version of its `service` when it was read; 0 where nobody had said anything.',
  })
  version!: number;

  @Field(() => CivilDate, {
    description: 'The first day on which a request of these families is taken; it may have passed.',
  })
  servedFrom!: Temporal.PlainDate;

  @Field(() => String, { description: 'To whom these families turn until then, as staff tell them.' })
  turnTo!: string;
}

@ObjectType({ description: 'The district as it is served now, or why nothing changed.' })
export class ServeDistrictPayload extends payloadOf(
  'ServeDistrict',
  serviceReasons,
  'Why nothing changed; absent when it did.',
) {
  @Field(() => District, { nullable: true, description: 'The district; absent when refused.' })
  district?: District;
}

/** Says, or says otherwise, from when a district is served. What was asked for and booked before stays. */
export const serveDistrict = async (
  tx: Transaction,
  { districtId, version, servedFrom, turnTo }: ServeDistrictInput,
  { user, now }: ActingUser,
): Promise<{ readonly district: District } | Refused<Word<typeof serviceReasons>>> => {
  // Held, so that two who say it first do not meet.
  const district = await tx.findOne(District, {
    where: { id: districtId },
    lock: { mode: 'for_no_key_update' },
  });
  if (!district) return { refusal: 'UNKNOWN_DISTRICT' };
  const service = await lockService(tx, districtId);
  if ((service?.version ?? 0) !== version) return { refusal: 'STALE_VERSION' };
  const said = { servedFrom, turnTo: turnTo.trim() };
  if (!said.turnTo) return { refusal: 'TURN_TO_MISSING' };

  const facts = { ...said, saidAt: now, saidBy: user.sub };
  if (!service) await tx.insert(DistrictService, { districtId, version: 1, ...facts });
  if (service && wouldChange(service, said))
    await tx.update(DistrictService, { districtId }, { ...facts, version: version + 1 });
  return { district };
};
