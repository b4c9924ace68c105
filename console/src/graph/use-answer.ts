import { keepPreviousData, QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { AskFailed, ask } from './ask.ts';
import { isTold } from './change-stream.ts';
import type { Document } from './document.ts';

const READ_ANEW_MS = 60_000;
/** Who is told of what changes reads anew for what time alone changes. */
const READ_ANEW_TOLD_MS = 300_000;
const FRESH_MS = 5_000;

/** In the memory of the page only: nothing of a family is written into the browser. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      refetchInterval: () => (isTold() ? READ_ANEW_TOLD_MS : READ_ANEW_MS),
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 1 && !(error instanceof AskFailed && error.isSessionOver),
    },
  },
});

export const answerOf = <Data, Variables>(document: Document<Data, Variables>, variables: Variables) =>
  queryOptions({
    queryKey: [document.name, variables],
    queryFn: ({ signal }) => ask(document, variables, signal),
  });

type Wish = {
  readonly isWanted?: boolean;
  readonly keepsLast?: boolean;
  /** Only when somebody asks: each time is written down. */
  readonly isOnce?: boolean;
};

/** An answer that is read anew when something changed, else every minute, and when somebody comes back to the page. */
export const useAnswer = <Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  { isWanted = true, keepsLast = false, isOnce = false }: Wish = {},
) =>
  useQuery({
    ...answerOf(document, variables),
    enabled: isWanted,
    ...(isOnce && {
      staleTime: 'static' as const,
      refetchInterval: false as const,
      refetchOnWindowFocus: false,
    }),
    ...(keepsLast && { placeholderData: keepPreviousData }),
  });

/** Starts to ask before the screen is there. */
export const askAhead = <Data, Variables>(document: Document<Data, Variables>, variables: Variables): void =>
  void answers.prefetchQuery(answerOf(document, variables));

/** After a change every screen is read anew. */
export const readAnew = (): Promise<void> => answers.invalidateQueries();
