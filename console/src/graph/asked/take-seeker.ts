// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { TakeSeekerMutation, TakeSeekerMutationVariables } from './types.ts';

export const TakeSeeker: Document<TakeSeekerMutation, TakeSeekerMutationVariables> = document("mutation TakeSeeker($input:TakeJobSeekerInput!){takeJobSeeker(input:$input){jobSeeker{id adult{id firstName lastName}}notYetTold refusal{reason message}}}");
