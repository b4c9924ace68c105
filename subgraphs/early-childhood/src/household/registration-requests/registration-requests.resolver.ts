import { employmentAdvisor } from '@relais/platform/auth/user.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import {
  countedConnectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { counted, countRows } from '@relais/platform/graphql/counted.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import { refusalsOfRegistration } from '../registration/register-family.ts';
import type { Context } from '../wing.ts';
import {
  CompleteRegistrationRequestInput,
  CompleteRegistrationRequestPayload,
  completeRegistrationRequest,
} from './complete-registration-request.ts';
import {
  RefuseRegistrationRequestInput,
  RefuseRegistrationRequestPayload,
  refuseRegistrationRequest,
} from './refuse-registration-request.ts';
import {
  ALL_REQUESTS,
  keptRequest,
  type PlaceInRequests,
  registrationRequestsOf,
} from './registration-request.queries.ts';
import { handleOn } from './registration-request.rules.ts';
import { RegistrationRequest, RegistrationRequestStatus } from './registration-request.ts';
import {
  RequestRegistrationInput,
  RequestRegistrationPayload,
  requestRegistration,
} from './request-registration.ts';
import {
  WithdrawRegistrationRequestInput,
  WithdrawRegistrationRequestPayload,
  withdrawRegistrationRequest,
} from './withdraw-registration-request.ts';

const RegistrationRequestConnection = countedConnectionOf('RegistrationRequest', () => RegistrationRequest);

@ArgsType()
class RegistrationRequestsArguments extends PageArguments {
  @Field(() => [RegistrationRequestStatus], {
    nullable: true,
    description: 'Only those in one of these states; those that wait when left out.',
  })
  status?: RegistrationRequestStatus[] | null;
}

const positionOf = ({ after }: PageArguments): PlaceInRequests | null => {
  const [at, id] = decodeCursor(after, 2, ([when, request]) => isInstantText(when) && isUuid(request)) ?? [];
  return at && id ? { at: new Date(at), id } : null;
};

@Resolver(() => RegistrationRequest)
export class RegistrationRequestsResolver {
  @Authorized<Permission>('registration-request:read')
  @Query(() => RegistrationRequestConnection, {
    description:
      'Requests to register, oldest first: to coordinators all of them, to an advisor those that they sent.',
  })
  async registrationRequests(
    @Args(() => RegistrationRequestsArguments) args: RegistrationRequestsArguments,
    @Ctx() { db, user, now }: Context,
  ) {
    const sentBy = employmentAdvisor(user) ? user.sub : null;
    const statuses = args.status ?? ['WAITING'];
    const rows = pageSizeOf(args) + 1;
    const found = await registrationRequestsOf(db, { sentBy, statuses, now }, positionOf(args), rows);
    const page = pageOf(found, args, ({ sentAt, id }) => [sentAt.toISOString(), id]);
    return counted(page, () => countRows(db, ALL_REQUESTS, [statuses, sentBy, now]));
  }

  @Authorized<Permission>('registration-request:read')
  @Query(() => RegistrationRequest, {
    nullable: true,
    description: 'One of them; absent when there is none, or it is not the reader’s.',
  })
  registrationRequest(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { db, now }: Context,
  ): Promise<RegistrationRequest | null> {
    return keptRequest(db, id, now);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'To whoever sent it, once the family has a file: stands for that file for 14 days and one use, `requestMembership`.',
  })
  handle(@Root() request: RegistrationRequest, @Ctx() { user, now }: Context): string | null {
    return request.sentBy === user.sub ? handleOn(request, now) : null;
  }

  @Authorized<Permission>('registration-request:send')
  @Mutation(() => RequestRegistrationPayload, {
    description:
      'Asks the service point to register a family that came to an advisor. It is kept for 90 days at most, then forgotten.',
  })
  async requestRegistration(
    @Arg('input', () => RequestRegistrationInput, { description: 'What the family told.' })
    input: RequestRegistrationInput,
    @Ctx() context: Context,
  ): Promise<RequestRegistrationPayload> {
    return RequestRegistrationPayload.of(
      await inMutation(context, (tx, acting) => requestRegistration(tx, input, acting)),
    );
  }

  @Authorized<Permission>('registration-request:send')
  @Mutation(() => WithdrawRegistrationRequestPayload, {
    description: 'Takes a request to register back; what was told is forgotten at once.',
  })
  async withdrawRegistrationRequest(
    @Arg('input', () => WithdrawRegistrationRequestInput, { description: 'Which.' })
    input: WithdrawRegistrationRequestInput,
    @Ctx() context: Context,
  ): Promise<WithdrawRegistrationRequestPayload> {
    return WithdrawRegistrationRequestPayload.of(
      await inMutation(context, (tx, acting) => withdrawRegistrationRequest(tx, input, acting)),
    );
  }

  @Authorized<Permission>('registration-request:answer')
  @Mutation(() => CompleteRegistrationRequestPayload, {
    description:
      'Registers the family of a request, or leads the request to the file it has already: whether one exists is looked up first. Whoever sent it is told.',
  })
  async completeRegistrationRequest(
    @Arg('input', () => CompleteRegistrationRequestInput, { description: 'Which, and what comes of it.' })
    input: CompleteRegistrationRequestInput,
    @Ctx() context: Context,
  ): Promise<CompleteRegistrationRequestPayload> {
    return CompleteRegistrationRequestPayload.of(
      await inMutation(
        context,
        (tx, acting) => completeRegistrationRequest(tx, input, acting),
        refusalsOfRegistration,
      ),
    );
  }

  @Authorized<Permission>('registration-request:answer')
  @Mutation(() => RefuseRegistrationRequestPayload, {
    description: 'Makes no file of a request to register, and says why. Whoever sent it is told.',
  })
  async refuseRegistrationRequest(
    @Arg('input', () => RefuseRegistrationRequestInput, { description: 'Which, and why.' })
    input: RefuseRegistrationRequestInput,
    @Ctx() context: Context,
  ): Promise<RefuseRegistrationRequestPayload> {
    return RefuseRegistrationRequestPayload.of(
      await inMutation(context, (tx, acting) => refuseRegistrationRequest(tx, input, acting)),
    );
  }
}
