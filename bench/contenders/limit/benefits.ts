import { Temporal } from 'temporal-polyfill';
import { benefitsStatus } from '../../../subgraphs/social-protection/src/benefits-status/benefits-status.rules.ts';
import { entitlementsAsOf } from '../../../subgraphs/social-protection/src/entitlements/entitlement.rules.ts';
import type { EntitlementFile } from '../../../subgraphs/social-protection/src/entitlements/entitlement.ts';
import { hourlyFee } from '../../../subgraphs/social-protection/src/hourly-fee/hourly-fee.rules.ts';
import { HourlyFee } from '../../../subgraphs/social-protection/src/hourly-fee/hourly-fee.ts';
import { standing } from '../../../subgraphs/social-protection/src/resources/resources.rules.ts';
import type { Resources } from '../../../subgraphs/social-protection/src/resources/resources.ts';

type Sent<Sample> = { readonly [Name in keyof Sample]: string | null };
type SentState = Sent<{ from: 0; statedOn: 0; recordedAt: 0 }>;
type SentFile = {
  readonly states: readonly (SentState & { readonly from: string; readonly recordedAt: string })[];
  readonly confirmations: readonly { readonly statedOn: string; readonly recordedAt: string }[];
};

const dayIn = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text);

const fileOf = (sent: SentFile): EntitlementFile =>
  ({
    ...sent,
    states: sent.states.map((state) => ({
      ...state,
      from: dayIn(state.from),
      to: null,
      statedOn: dayIn(state.statedOn),
      recordedAt: new Date(state.recordedAt),
    })),
    confirmations: sent.confirmations.map((each) => ({
      statedOn: dayIn(each.statedOn),
      recordedAt: new Date(each.recordedAt),
    })),
  }) as never;

const toldEntitlement = ({
  id,
  scheme,
  state,
  monthlyAmountCents,
  since,
  history,
}: ReturnType<typeof entitlementsAsOf>[number]) => ({
  id,
  scheme,
  state,
  monthlyAmountCents,
  since,
  history: history.map((each) => ({
    id: each.id,
    state: each.state,
    from: each.from,
    to: each.to,
    reason: each.reason,
  })),
});

/** The agency's own rules decide here as there: a second text of the law would only be a second chance to read it wrongly. */
const ofFiles = (sent: readonly SentFile[], today: Temporal.PlainDate) => {
  const files = sent.map(fileOf);
  const { incomeSupport, since, schemes, freshness } = benefitsStatus(files, today);
  return {
    benefitsStatus: { incomeSupport, since, schemes, freshness },
    entitlements: entitlementsAsOf(files, today).map(toldEntitlement),
  };
};

const feeOf = (stated: readonly Resources[], on: Temporal.PlainDate) => {
  const question = { on, tariffKind: 'COLLECTIVE', careKind: 'LONG_TERM' } as const;
  const fee = HourlyFee.of(hourlyFee(question, standing(stated)));
  return { cents: fee.cents, reason: fee.reason, message: fee.message({ language: 'fr' }) };
};

export type BenefitsRow = { readonly files: SentFile[] | null; readonly resources: Resources[] | null };

const NOTHING = { benefitsStatus: null, entitlements: null };

/** What the family file tells of benefits; what may not be shown is null. */
export const toldBenefits = (
  row: BenefitsRow | undefined,
  today: Temporal.PlainDate,
  on: Temporal.PlainDate,
) => ({
  ...(row?.files ? ofFiles(row.files, today) : NOTHING),
  hourlyFee: row?.resources ? feeOf(row.resources, on) : null,
});
