import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newEventKey } from '@relais/platform/events/event-keys.ts';
import { agencyNames, byAgency } from '../../subgraphs/agencies.ts';
import { certifiedBy, newAuthority } from './certificates.ts';

/** Whoever finds some of them has a running set-up: none is made anew beneath it. */
export class SecretsExist extends Error {
  constructor(folder: string) {
    super(`${folder} holds something already: to change one secret, replace its file (.env.example).`);
    this.name = 'SecretsExist';
  }
}

const secret = (): string => randomBytes(32).toString('hex');

/** Every secret of docker-compose.yml by the name of its file. */
const newSecrets = (now: Date): Readonly<Record<string, string>> => {
  const authority = newAuthority('Relais databases', now);
  const eventKeys = byAgency(newEventKey);
  const ofAgencies = agencyNames.map((name) => {
    const { certificate, key } = certifiedBy(authority, `${name}-database`, now);
    return {
      [`${name}-superuser-password`]: secret(),
      [`${name}-owner-password`]: secret(),
      [`${name}-service-password`]: secret(),
      [`${name}-certificate`]: certificate,
      [`${name}-certificate-key`]: key,
      [`${name}-inner-hop`]: secret(),
      [`${name}-event-key`]: eventKeys[name].key,
    };
  });
  return Object.assign(
    {
      // The key that certified is kept nowhere: a new certificate is made with a new authority.
      'database-ca': authority.certificate,
      'event-public-keys': agencyNames.map((name) => `${name}=${eventKeys[name].publicKey}`).join(','),
      'session-keys': `a:${randomBytes(32).toString('base64url')}`,
      // From whoever runs the sign-in.
      'oidc-client-secret': '',
    },
    ...ofAgencies,
  );
};

/** Makes them all, in a folder that nobody else can enter; the users within the containers read what is mounted for them. */
export const makeSecrets = async (folder: string, now: Date): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new SecretsExist(folder);
  await chmod(folder, 0o700);
  const all = Object.entries(newSecrets(now));
  for (const [name, text] of all) await writeFile(path.join(folder, name), text, { mode: 0o644 });
  return all.map(([name]) => name);
};
