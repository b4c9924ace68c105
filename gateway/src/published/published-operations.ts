import { stripIgnoredCharacters } from 'graphql';
import { z } from 'zod';
import type { Manifest, PublishedOperation } from './manifest.ts';

const asked = z.object({
  query: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z
    .object({ persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string() }).optional() })
    .nullish(),
});

/** Words and signs only: one text however it is laid out. One that holds something else is none. */
const essence = (text: string): string | undefined => {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return undefined;
  }
};

/** What takes the place of the body of a request. */
type PublishedRequest = {
  readonly query: string;
  readonly variables: object;
  readonly operationName: string;
};

/** The operations that a city has published. Others are looked for by their words alone: they are not even parsed. */
export class PublishedOperations {
  readonly #byId: ReadonlyMap<string, PublishedOperation>;
  /** As it was published, letter by letter, in which most clients send it: nothing need be read to find it. */
  readonly #byBody: ReadonlyMap<string, PublishedOperation>;
  readonly #byText: ReadonlyMap<string, PublishedOperation>;

  constructor({ operations }: Manifest) {
    this.#byId = new Map(operations.map((each) => [each.id, each]));
    this.#byBody = new Map(operations.map((each) => [each.body, each]));
    this.#byText = new Map(operations.map((each) => [stripIgnoredCharacters(each.body), each]));
  }

  get size(): number {
    return this.#byId.size;
  }

  /** The request that a body stands for, in the published words; undefined when it asks for nothing published. */
  requestOf(body: unknown): PublishedRequest | undefined {
    const { query, variables, operationName, extensions } = asked.safeParse(body).data ?? {};
    const hash = extensions?.persistedQuery?.sha256Hash;
    const named = hash === undefined ? undefined : this.#byId.get(hash);
    const written = typeof query === 'string' ? this.#written(query) : undefined;
    const operation = hash === undefined ? written : named;
    // Whoever sends both must mean one: nothing is ever learnt from a request.
    const isOne = typeof query !== 'string' || operation === written;
    if (!operation || !isOne) return undefined;
    return {
      query: operation.body,
      variables: variables ?? {},
      operationName: operationName ?? operation.name,
    };
  }

  #written(query: string): PublishedOperation | undefined {
    return this.#byBody.get(query) ?? this.#byText.get(essence(query) ?? '');
  }
}
