import type { ResidenceRuleSaid } from '@relais/early-childhood/families/shared-residence/residence-calendar.rules.ts';
import type { ResidenceSource } from '@relais/early-childhood/families/shared-residence/residence-kinds.ts';
import type { Temporal } from 'temporal-polyfill';

/** What one invented family has on file in the three agencies: facts only, no table and no database. */
export type DemoFamily = {
  readonly id: string;
  readonly reference: string;
  readonly displayName: string;
  readonly householdKind: 'COUPLE' | 'LONE_PARENT';
  readonly address: { readonly street: string; readonly postalCode: string };
  readonly position: Position;
  readonly districtId: string;
  readonly registeredAt: Date;
  readonly adults: readonly DemoAdult[];
  readonly children: readonly DemoChild[];
  readonly shared: readonly DemoSharedResidence[];
  readonly placements: DemoPlacement[];
  readonly bookings: DemoBooking[];
  readonly arrangements: DemoArrangement[];
  readonly entitlements: DemoEntitlement[];
  readonly resources: DemoResources[];
  readonly jobSeekers: DemoJobSeeker[];
  readonly milestones: DemoMilestone[];
  readonly returnsToWork: DemoReturnToWork[];
  readonly followUps: DemoFollowUp[];
};

export type Position = { readonly latitude: number; readonly longitude: number };
export type Day = Temporal.PlainDate;

export type DemoAdult = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Day;
  readonly phone: string;
  readonly preferredLanguage: string;
  readonly needsInterpreter: boolean;
};

export type DemoChild = {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly birthDate: Day | null;
  readonly expectedDate: Day | null;
  readonly mayBeCollectedBy: readonly string[];
  readonly careAlerts: readonly string[];
  readonly vaccinationCheckedOn: Day | null;
};

/** A child of this family that another family has too. Without periods nobody knows who has it when. */
export type DemoSharedResidence = {
  readonly childId: string;
  readonly otherFamilyId: string;
  readonly periods: readonly DemoResidencePeriod[];
  /** The rule they follow from, if any. */
  readonly rule: ResidenceRuleSaid | null;
};

export type DemoResidencePeriod = {
  readonly id: string;
  readonly familyId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly source: ResidenceSource;
};

export type CareKind = 'LONG_TERM' | 'SHORT_TERM' | 'FLEXIBLE' | 'EMERGENCY';
export type WeeklyLine = { readonly weekday: number; readonly from: string; readonly to: string };

export type DemoPlacement = {
  readonly id: string;
  readonly childId: string;
  readonly sectionId: string;
  readonly kind: CareKind;
  /** It rests from this day until its last; none when it does not. */
  readonly suspendedFrom: Day | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly weeklyPattern: readonly WeeklyLine[];
  readonly isInsertionContract: boolean;
};

export type DemoBooking = {
  readonly id: string;
  readonly childId: string;
  readonly sectionId: string;
  readonly centreId: string;
  readonly kind: CareKind;
  readonly status: 'HELD' | 'CONFIRMED' | 'ATTENDED' | 'ABSENT' | 'CANCELLED';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly placementId: string | null;
  readonly milestoneId: string | null;
  readonly cancellationReason: string | null;
  readonly bookedAt: Date;
};

export type DemoArrangement = {
  readonly id: string;
  readonly childId: string;
  readonly kind: 'FAMILY' | 'CHILDMINDER' | 'SCHOOL' | 'OTHER';
  readonly when:
    | { readonly startsAt: Date; readonly endsAt: Date }
    | { readonly weekly: WeeklyLine; readonly startsOn: Day; readonly endsOn: Day };
};

export type EntitlementStatus = 'PENDING' | 'REFUSED' | 'OPEN' | 'SUSPENDED' | 'PAYMENT_SUSPENDED' | 'CLOSED';

export type DemoEntitlement = {
  readonly id: string;
  readonly scheme:
    | 'RSA'
    | 'PRIME_ACTIVITE'
    | 'ASF'
    | 'AEEH'
    | 'PAJE_BASE'
    | 'HOUSING_AID'
    | 'FAMILY_ALLOWANCES';
  readonly adultId: string | null;
  readonly childId: string | null;
  readonly source: 'CAF' | 'MSA' | 'TYPED_IN';
  readonly states: readonly DemoEntitlementState[];
};

export type DemoEntitlementState = {
  readonly id: string;
  readonly state: EntitlementStatus;
  readonly from: Day;
  readonly monthlyAmountCents: number | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
};

export type DemoResources = {
  readonly id: string;
  readonly year: number;
  readonly yearlyAmountCents: number;
  readonly dependentChildren: number;
  readonly aeehChildren: number;
  readonly recordedAt: Date;
};

export type DemoJobSeeker = {
  readonly id: string;
  readonly adultId: string;
  readonly category: number;
  readonly statisticalCategory: string;
  readonly romeCode: string;
  readonly advisorId: string;
  readonly registeredOn: Day;
  readonly closedOn: Day | null;
  readonly closingReason: 'EMPLOYMENT_FOUND' | 'TRAINING_STARTED' | null;
};

export type MilestoneKind =
  | 'INTERVIEW'
  | 'TRAINING_SESSION'
  | 'WORKSHOP'
  | 'IMMERSION'
  | 'ADVISOR_APPOINTMENT'
  | 'JOB_START';

export type DemoMilestone = {
  readonly id: string;
  readonly jobSeekerId: string;
  readonly kind: MilestoneKind;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly travelMinutes: number;
  readonly place: string | null;
  readonly isRemote: boolean;
  readonly status: 'PLANNED' | 'CONFIRMED' | 'ATTENDED' | 'MISSED' | 'EXCUSED' | 'CANCELLED';
  readonly missedReason: 'CHILDCARE' | 'HEALTH' | 'TRANSPORT' | 'OTHER' | null;
};

export type DemoFollowUp = {
  readonly id: string;
  readonly returnId: string;
  readonly point: 'ONE_MONTH' | 'THREE_MONTHS' | 'SIX_MONTHS';
  readonly outcome: 'GOES_ON' | 'CHANGED' | 'SEARCHING_AGAIN' | 'NOT_REACHED';
  readonly recordedAt: Date;
};

export type DemoReturnToWork = {
  readonly id: string;
  readonly jobSeekerId: string;
  readonly kind: 'EMPLOYMENT' | 'TRAINING' | 'EDUCATION' | 'OTHER';
  readonly startsOn: Day;
  readonly title: string;
  readonly weeklyHours: number | null;
  readonly contract: 'PERMANENT' | 'FIXED_TERM' | 'TEMPORARY' | null;
};
