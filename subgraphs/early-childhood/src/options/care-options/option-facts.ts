import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { Facility } from '../../centres/centres/centre-kind.ts';
import type { CentreTerms } from '../../centres/centres/centre-terms.rules.ts';
import type { ClosedTime } from '../../centres/centres/closed-time.rules.ts';
import type { Section } from '../../centres/centres/section.ts';
import type { Position } from '../../centres/districts/position.ts';
import type { CountedAge } from '../../families/families/age.rules.ts';

/** A stretch of one local day for which a child needs care, on half-hours. */
export type CareNeed = Period & {
  readonly childId: string;
  /** Whose home counts under shared residence; the family the child is registered with when `null`. */
  readonly familyId: string | null;
  readonly kind: CareKind;
  readonly facilities: readonly Facility[];
  /** The family's choices, first one first. */
  readonly rankedCentreIds: readonly string[];
};

/** A child as far as its options are concerned. */
export type ChildFacts = {
  readonly age: CountedAge;
  /** Unknown where the address is protected: from the distances of several centres it could be found. */
  readonly home: Position | null;
  readonly isHomeProtected: boolean;
  /** Where it was looked after in the last twelve months. */
  readonly knownCentreIds: readonly string[];
  /** What is booked for it during the need. */
  readonly busy: readonly Period[];
};

/** A centre as far as options are concerned, with its closures of the days asked. */
export type CentreFacts = Position & {
  readonly id: string;
  readonly openingHours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly facilities: readonly Facility[];
  readonly careKinds: readonly CareKind[];
  readonly closures: readonly ClosedTime[];
  readonly sections: readonly Section[];
  /** What it was, is and will be, each from its day; the other fields say it where nothing was ever changed. */
  readonly terms?: readonly CentreTerms[];
};

/** When a centre has no place left during a need. */
export type Fullness = {
  /** Not even for an emergency. */
  readonly everyone: readonly Period[];
  /** Not for care other than emergencies. */
  readonly planned: readonly Period[];
  /** Not for care other than emergencies, by section. */
  readonly sections: readonly (Period & { readonly sectionId: string })[];
  /** Child-minutes that its week still allows. */
  readonly weekMinutesLeft: number;
};

/** A need with the child it is for, on the day it falls on. */
export type NeedFacts = { readonly need: CareNeed; readonly child: ChildFacts; readonly now: Date };
