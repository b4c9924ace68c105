import { inMutation } from '@relais/platform/database/transaction.ts';
import {
  connectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { hasDeparted, isAbsent } from '@relais/platform/professionals/colleague.rules.ts';
import { Professional, ProfessionalRole } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import {
  Arg,
  Args,
  ArgsType,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import {
  ChangeProfessionalInput,
  ChangeProfessionalPayload,
  changeProfessional,
} from './change-professional.ts';
import { professionalsByName } from './directory.queries.ts';
import { RecordAbsenceInput, RecordAbsencePayload, recordAbsence } from './record-absence.ts';
import { RecordDepartureInput, RecordDeparturePayload, recordDeparture } from './record-departure.ts';
import {
  RecordProfessionalInput,
  RecordProfessionalPayload,
  recordProfessional,
} from './record-professional.ts';

const ProfessionalConnection = connectionOf('Professional', () => Professional);

@ArgsType()
class DirectoryArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Parts of the name, without regard to accents or case.',
  })
  search?: string | null;

  @Field(() => ProfessionalRole, { nullable: true, description: 'Only who does this.' })
  role?: ProfessionalRole | null;

  @Field(() => String, { nullable: true, description: 'Only of this agency, as tokens name it.' })
  agencyId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether those who have left are listed as well.',
  })
  withDeparted!: boolean;
}

@Resolver(() => Professional)
export class ProfessionalResolver {
  @Authorized<Permission>('directory:read')
  @Query(() => ProfessionalConnection, { description: 'The directory of the three agencies, by name.' })
  async professionals(
    @Args(() => DirectoryArguments) page: DirectoryArguments,
    @Ctx() { db, now }: Context,
  ): Promise<InstanceType<typeof ProfessionalConnection>> {
    const count = pageSizeOf(page) + 1;
    const [name, id] = decodeCursor(page.after, 2, ([, row]) => isUuid(row)) ?? [];
    const { search, role, agencyId: agency } = page;
    const asked = { search, role, agency, workingOn: page.withDeparted ? null : dayOf(now) };
    const position = name !== undefined && id ? { name, id } : null;
    const rows = await professionalsByName(db, asked, position, count);
    return pageOf(rows, page, (row) => [row.name, row.id]);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the professional is away today.' })
  isAbsent(@Root() professional: Professional, @Ctx() { now }: Context): boolean {
    return isAbsent(professional, dayOf(now));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the professional no longer works there.' })
  hasDeparted(@Root() professional: Professional, @Ctx() { now }: Context): boolean {
    return hasDeparted(professional, dayOf(now));
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Who stands in during the absence, if anybody.',
  })
  async standIn(
    @Root() { standInSub }: Professional,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return standInSub === null ? null : loaders.professionalBySub.load(standInSub);
  }

  @Authorized<Permission>('directory:write')
  @Mutation(() => RecordProfessionalPayload, {
    description: 'Puts somebody of your agency into the directory.',
  })
  async recordProfessional(
    @Arg('input', () => RecordProfessionalInput, { description: 'Who.' }) input: RecordProfessionalInput,
    @Ctx() context: Context,
  ): Promise<RecordProfessionalPayload> {
    return RecordProfessionalPayload.of(
      await inMutation(context, (tx, acting) => recordProfessional(tx, input, acting)),
    );
  }

  @Authorized<Permission>('directory:write')
  @Mutation(() => ChangeProfessionalPayload, {
    description: 'Changes an entry of your agency in the directory.',
  })
  async changeProfessional(
    @Arg('input', () => ChangeProfessionalInput, { description: 'What changes.' })
    input: ChangeProfessionalInput,
    @Ctx() context: Context,
  ): Promise<ChangeProfessionalPayload> {
    return ChangeProfessionalPayload.of(
      await inMutation(context, (tx, acting) => changeProfessional(tx, input, acting)),
    );
  }

  @Authorized<Permission>('directory:write')
  @Mutation(() => RecordAbsencePayload, {
    description: 'Says when somebody of your agency is away, and who stands in.',
  })
  async recordAbsence(
    @Arg('input', () => RecordAbsenceInput, { description: 'The absence.' }) input: RecordAbsenceInput,
    @Ctx() context: Context,
  ): Promise<RecordAbsencePayload> {
    return RecordAbsencePayload.of(
      await inMutation(context, (tx, acting) => recordAbsence(tx, input, acting)),
    );
  }

  @Authorized<Permission>('directory:write')
  @Mutation(() => RecordDeparturePayload, {
    description: 'Says that somebody of your agency leaves their post.',
  })
  async recordDeparture(
    @Arg('input', () => RecordDepartureInput, { description: 'Who, and when.' }) input: RecordDepartureInput,
    @Ctx() context: Context,
  ): Promise<RecordDeparturePayload> {
    return RecordDeparturePayload.of(
      await inMutation(context, (tx, acting) => recordDeparture(tx, input, acting)),
    );
  }
}
