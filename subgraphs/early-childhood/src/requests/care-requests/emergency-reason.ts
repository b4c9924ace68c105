import { registerEnum } from '@relais/platform/graphql/enums.ts';

export const EmergencyReason = {
  MILESTONE: 'MILESTONE',
  ILLNESS: 'ILLNESS',
  UNEXPECTED_WORK: 'UNEXPECTED_WORK',
  OTHER: 'OTHER',
} as const;
export type EmergencyReason = keyof typeof EmergencyReason;

registerEnum(EmergencyReason, 'EmergencyReason', 'Why care could not be foreseen.', {
  MILESTONE: 'A step of the job search, such as an interview.',
  ILLNESS: 'Somebody who looks after the child is ill.',
  UNEXPECTED_WORK: 'Work that came up at short notice.',
  OTHER: 'Another reason.',
});
