import { enumOf } from '@relais/platform/graphql/enums.ts';

export const BenefitsDeskKind = enumOf(
  'BenefitsDeskKind',
  'What waits for somebody in social protection: tasks, referrals, requests and families.',
  {
    TASK_DUE:
      'A task of the reader is to be done by the end of the next 7 days, or is overdue. Due on its last day.',
    REFERRAL_WAITING:
      'A referral to the reader, or to nobody in particular of their service, waits for an answer. Due when the sender is reminded, ten days after it was sent.',
    MEMBERSHIP_REQUEST:
      'Somebody asks to follow a family that the reader leads, or that nobody leads where the reader is a coordinator. Due since they asked.',
    FAMILY_WITHOUT_TEAM:
      'Caseworkers: nobody follows a family of the reader’s districts. Due since the day on which it was registered.',
  },
);
export type BenefitsDeskKind = keyof typeof BenefitsDeskKind;
