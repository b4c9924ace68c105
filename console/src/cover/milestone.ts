import type { AdvisorBoardQuery, OpenFamilyQuery } from '../graph/asked/types.ts';

export type BoardMilestone = AdvisorBoardQuery['milestones']['edges'][number]['node'];
type File = NonNullable<OpenFamilyQuery['family']>;
type FileMilestone = NonNullable<File['milestones']>['edges'][number]['node'];

/** A milestone as far as its cover is concerned, whichever screen shows it. */
export type CoverMilestone = Pick<BoardMilestone, keyof FileMilestone & keyof BoardMilestone> | FileMilestone;
