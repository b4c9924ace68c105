import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its key, as PEM. */
export type Certified = { readonly certificate: string; readonly key: string };

const TEN_YEARS_MS = 3_653 * 86_400_000;
const KEY_BITS = 3_072;

/** Node's own keys: made in a moment. */
const newKeys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { key: privateKey, publicKey: forge.pki.publicKeyFromPem(publicKey) };
};

/** Positive, and of no other certificate. */
const serialNumber = (): string => `01${randomBytes(15).toString('hex')}`;

const draftOf = (name: string, now: Date) => {
  const draft = forge.pki.createCertificate();
  const { key, publicKey } = newKeys();
  draft.publicKey = publicKey;
  draft.serialNumber = serialNumber();
  draft.validity.notBefore = new Date(now.getTime() - 86_400_000);
  draft.validity.notAfter = new Date(now.getTime() + TEN_YEARS_MS);
  draft.setSubject([{ name: 'commonName', value: name }]);
  return { draft, key };
};

const signed = (draft: forge.pki.Certificate, key: string): string => {
  draft.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create());
  return forge.pki.certificateToPem(draft);
};

/** Who certifies, for one city: of those who know its certificate, nobody else can pass for a server. */
export const newAuthority = (name: string, now: Date): Certified => {
  const { draft, key } = draftOf(name, now);
  draft.setIssuer(draft.subject.attributes);
  draft.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  return { certificate: signed(draft, key), key };
};

const DNS_NAME = 2;

/** For a server that is asked for by this name and no other. */
export const certifiedBy = (authority: Certified, host: string, now: Date): Certified => {
  const { draft, key } = draftOf(host, now);
  const issuer = forge.pki.certificateFromPem(authority.certificate);
  draft.setIssuer(issuer.subject.attributes);
  draft.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectKeyIdentifier' },
    {
      name: 'authorityKeyIdentifier',
      keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes(),
    },
    { name: 'subjectAltName', altNames: [{ type: DNS_NAME, value: host }] },
  ]);
  return { certificate: signed(draft, authority.key), key };
};
