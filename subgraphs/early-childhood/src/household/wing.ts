/** Registering families, and changes of one that move its care. Reads and writes families, care, requests and history below. */
import { loaderOfMany } from '@relais/platform/database/loaders.ts';
import { mergeTakenEvent } from '@relais/platform/known-families/merge-taken.ts';
import type { SubgraphContext } from '@relais/platform/subgraph.ts';
import type { LoaderSource, Wing } from '@relais/platform/wing.ts';
import { REMAKE_CALENDARS } from '../families/shared-residence/remaking.ts';
import type { Permission } from '../permissions.ts';
import type { Loaders as Below } from '../requests/wing.ts';
import { AddressProtectionChangesResolver } from './address-protections/address-protection-changes.resolver.ts';
import { closingsOfFamilies } from './closed-files/closed-file.queries.ts';
import { ClosedFilesResolver } from './closed-files/closed-files.resolver.ts';
import { FamilyClosing } from './closed-files/family-closing.ts';
import { HouseholdChangesResolver } from './household-changes/household-changes.resolver.ts';
import { MemberChangesResolver } from './household-changes/member-changes.resolver.ts';
import { MergeFamiliesResolver } from './merged-families/merge-families.resolver.ts';
import type { PartedFile } from './merged-families/parted-file.ts';
import { receiveMergeTaken } from './merged-families/receive-merge-taken.ts';
import { RegistrationResolver } from './registration/registration.resolver.ts';
import { forgetRegistrationRequest } from './registration-requests/forget-registration-request.ts';
import { FORGET_REGISTRATION_REQUEST } from './registration-requests/registration-request.changes.ts';
import { RegistrationRequest } from './registration-requests/registration-request.ts';
import { RegistrationRequestsResolver } from './registration-requests/registration-requests.resolver.ts';
import {
  nextRemaking,
  REMAKE_CALENDAR,
  remakeCalendar,
  remakeCalendars,
} from './residence-changes/remake-calendars.ts';
import { ResidenceChangesResolver } from './residence-changes/residence-changes.resolver.ts';
import { SplitFamilyResolver } from './split-families/split-family.resolver.ts';

const loaders = ({ db, batches }: LoaderSource) => ({
  closingsOfFamily: loaderOfMany(
    batches,
    (ids) => closingsOfFamilies(db, ids),
    ({ familyId }) => familyId,
  ),
});

export type Loaders = Below & ReturnType<typeof loaders>;
export type Context = SubgraphContext<Loaders>;

export const household: Wing<Loaders> = {
  resolvers: [
    AddressProtectionChangesResolver,
    RegistrationResolver,
    HouseholdChangesResolver,
    MemberChangesResolver,
    MergeFamiliesResolver,
    SplitFamilyResolver,
    RegistrationRequestsResolver,
    ClosedFilesResolver,
    ResidenceChangesResolver,
  ],
  entities: [RegistrationRequest, FamilyClosing],
  loaders,
  concerns: {
    // Told with a change of a family, which is written down.
    MovedRecords: 'OPEN',
    FileAfterSplit: 'OPEN',
    PossibleDuplicate: 'OPEN',
    // Told of a file that whoever undoes the merge reads as of each of the two.
    MergeHindrance: 'OPEN',
    PartedFile: {
      permission: 'family:details' satisfies Permission,
      families: ({ familyId }: PartedFile) => [familyId],
    },
    FamilyClosing: {
      permission: 'family:details' satisfies Permission,
      families: ({ familyId }: FamilyClosing) => [familyId],
    },
    // Of a family that has no file yet: who reads it is written down under the id that its file will have.
    RegistrationRequest: {
      permission: 'registration-request:read' satisfies Permission,
      families: ({ id, familyId }: RegistrationRequest) => [familyId ?? id],
    },
  },
  receives: { [mergeTakenEvent.type]: receiveMergeTaken },
  jobs: {
    [FORGET_REGISTRATION_REQUEST]: forgetRegistrationRequest,
    [REMAKE_CALENDARS]: remakeCalendars,
    [REMAKE_CALENDAR]: remakeCalendar,
  },
  recurringJobs: { [REMAKE_CALENDARS]: nextRemaking },
};
