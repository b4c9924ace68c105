// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { HandJobSeekersOverMutation, HandJobSeekersOverMutationVariables } from './types.ts';

export const HandJobSeekersOver: Document<HandJobSeekersOverMutation, HandJobSeekersOverMutationVariables> = document("mutation HandJobSeekersOver($input:TakeOverJobSeekersInput!){takeOverJobSeekers(input:$input){families left notYetTold refusal{reason message}}}");
