import path from 'node:path';
import { runCommand } from '@relais/platform/process.ts';
import { makeSecrets } from './make-secrets.ts';

/** `npm run secrets`: those of docker-compose.yml, once. */
void runCommand(async () => {
  const folder = path.resolve(process.env.SECRETS_DIR || 'secrets');
  const names = await makeSecrets(folder, new Date());
  return `${names.length} secrets in ${folder}. Where people sign in by browser, write what the sign-in gave you into oidc-client-secret.`;
});
