// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { TakeObjectionBackMutation, TakeObjectionBackMutationVariables } from './types.ts';

export const TakeObjectionBack: Document<TakeObjectionBackMutation, TakeObjectionBackMutationVariables> = document("mutation TakeObjectionBack($input:LiftObjectionInput!){liftObjection(input:$input){objection{id}notYetTold refusal{reason message}}}");
