import { inMutation } from '@relais/platform/database/transaction.ts';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { refusalsOfMove } from '../bookings/move-booking.ts';
import type { Context } from '../wing.ts';
import { AnnounceAbsenceInput, AnnounceAbsencePayload, announceAbsence } from './announce-absence.ts';
import { shownAsItWouldBe } from './as-it-would-be.ts';
import {
  ChangeFamiliarisationInput,
  ChangeFamiliarisationPayload,
  changeFamiliarisation,
} from './change-familiarisation.ts';
import { ChangePlacementInput, ChangePlacementPayload, changePlacement } from './change-placement.ts';
import {
  CorrectAnnouncedAbsenceInput,
  CorrectAnnouncedAbsencePayload,
  correctAnnouncedAbsence,
} from './correct-announced-absence.ts';
import { EndPlacementInput, EndPlacementPayload, endPlacement } from './end-placement.ts';
import { Placement } from './placement.ts';
import { RenewPlacementInput, RenewPlacementPayload, renewPlacement } from './renew-placement.ts';
import { ResumePlacementInput, ResumePlacementPayload, resumePlacement } from './resume-placement.ts';
import { SendWeekHoursInput, SendWeekHoursPayload, sendWeekHours } from './send-week-hours.ts';
import { SuspendPlacementInput, SuspendPlacementPayload, suspendPlacement } from './suspend-placement.ts';

const WHAT = { description: 'The placement, and what is to change.' };

@Resolver(() => Placement)
export class PlacementChangesResolver {
  @Authorized<Permission>('placement:write')
  @Mutation(() => ChangePlacementPayload, {
    description:
      'Gives a placement other hours or another section from a day on. All bookings to come are replaced, or nothing is; what was before stays, and another placement continues it.',
  })
  async changePlacement(
    @Arg('input', () => ChangePlacementInput, WHAT) input: ChangePlacementInput,
    @Ctx() context: Context,
  ): Promise<ChangePlacementPayload> {
    const result = await inMutation(
      context,
      (tx, acting) => changePlacement(tx, input, acting),
      refusalsOfMove,
    );
    return ChangePlacementPayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => EndPlacementPayload, {
    description: 'Ends a placement on a day, or calls it off before it starts; its hours are free at once.',
  })
  async endPlacement(
    @Arg('input', () => EndPlacementInput, WHAT) input: EndPlacementInput,
    @Ctx() context: Context,
  ): Promise<EndPlacementPayload> {
    const result = await inMutation(context, (tx, acting) => endPlacement(tx, input, acting));
    return EndPlacementPayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => SuspendPlacementPayload, {
    description: 'Lets a placement rest from one day to another; its hours are free at once.',
  })
  async suspendPlacement(
    @Arg('input', () => SuspendPlacementInput, WHAT) input: SuspendPlacementInput,
    @Ctx() context: Context,
  ): Promise<SuspendPlacementPayload> {
    const result = await inMutation(context, (tx, acting) => suspendPlacement(tx, input, acting));
    return SuspendPlacementPayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => AnnounceAbsencePayload, {
    description:
      'Keeps that the child will not come on some days of a placement; its hours are free at once.',
  })
  async announceAbsence(
    @Arg('input', () => AnnounceAbsenceInput, WHAT) input: AnnounceAbsenceInput,
    @Ctx() context: Context,
  ): Promise<AnnounceAbsencePayload> {
    const result = await inMutation(context, (tx, acting) => announceAbsence(tx, input, acting));
    return AnnounceAbsencePayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => CorrectAnnouncedAbsencePayload, {
    description:
      'Takes an announced absence back, or ends it earlier: books its days to come again, or says which have no place. What was announced stays readable.',
  })
  async correctAnnouncedAbsence(
    @Arg('input', () => CorrectAnnouncedAbsenceInput, WHAT) input: CorrectAnnouncedAbsenceInput,
    @Ctx() context: Context,
  ): Promise<CorrectAnnouncedAbsencePayload> {
    const result = await inMutation(
      context,
      (tx, acting) => correctAnnouncedAbsence(tx, input, acting),
      refusalsOfMove,
    );
    return CorrectAnnouncedAbsencePayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => ResumePlacementPayload, {
    description:
      'Lets a suspended placement run again: books the rest of its days, or says which have no place. A suspension that has not begun is called off.',
  })
  async resumePlacement(
    @Arg('input', () => ResumePlacementInput, WHAT) input: ResumePlacementInput,
    @Ctx() context: Context,
  ): Promise<ResumePlacementPayload> {
    const result = await inMutation(
      context,
      (tx, acting) => resumePlacement(tx, input, acting),
      refusalsOfMove,
    );
    return ResumePlacementPayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => RenewPlacementPayload, {
    description:
      'Lets a placement go on after its last day, as another one that continues it, with all of its bookings. An insertion contract is renewed once, for six months.',
  })
  async renewPlacement(
    @Arg('input', () => RenewPlacementInput, WHAT) input: RenewPlacementInput,
    @Ctx() context: Context,
  ): Promise<RenewPlacementPayload> {
    const result = await inMutation(
      context,
      (tx, acting) => renewPlacement(tx, input, acting),
      refusalsOfMove,
    );
    return RenewPlacementPayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => ChangeFamiliarisationPayload, {
    description:
      'Moves the days on which a child gets used to a centre: those to come are booked as given, the ordinary hours begin the day after the last. All of it, or nothing.',
  })
  async changeFamiliarisation(
    @Arg('input', () => ChangeFamiliarisationInput, WHAT) input: ChangeFamiliarisationInput,
    @Ctx() context: Context,
  ): Promise<ChangeFamiliarisationPayload> {
    const result = await inMutation(
      context,
      (tx, acting) => changeFamiliarisation(tx, input, acting),
      refusalsOfMove,
    );
    return ChangeFamiliarisationPayload.of(shownAsItWouldBe(context, result));
  }

  @Authorized<Permission>('placement:write')
  @Mutation(() => SendWeekHoursPayload, {
    description:
      'Replaces the bookings of one coming week of a flexible placement by the hours that the family sends.',
  })
  async sendWeekHours(
    @Arg('input', () => SendWeekHoursInput, WHAT) input: SendWeekHoursInput,
    @Ctx() context: Context,
  ): Promise<SendWeekHoursPayload> {
    const result = await inMutation(
      context,
      (tx, acting) => sendWeekHours(tx, input, acting),
      refusalsOfMove,
    );
    return SendWeekHoursPayload.of(shownAsItWouldBe(context, result));
  }
}
