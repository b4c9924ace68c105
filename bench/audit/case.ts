import { isDeepStrictEqual } from 'node:util';

export type Case = {
  readonly query: string;
  readonly expected: { readonly data?: unknown; readonly errors?: boolean | undefined };
};

/** As the audit itself judges: the data are the same, and where it says whether there are errors, there are or are not. */
export const isAsExpected = async (
  url: string,
  { query, expected }: Case,
): Promise<{ readonly isRight: boolean; readonly received: string }> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: 'Bearer audit',
    },
    body: JSON.stringify({ query }),
  });
  const received = await response.text();
  const { data = null, errors = [] } = JSON.parse(received);
  const haveErrors = typeof expected.errors !== 'boolean' || expected.errors === errors.length > 0;
  return { isRight: isDeepStrictEqual(data, expected.data ?? null) && haveErrors, received };
};
