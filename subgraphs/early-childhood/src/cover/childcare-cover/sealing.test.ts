import { expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { opened, sealed, sealedName } from './sealing.ts';

it('opens with the id it was closed with, and with no other', () => {
  const [id, other] = [newId(), newId()];
  const seal = sealed(id, '{"status":"UNCOVERED"}');
  expect(opened(id, seal)).toBe('{"status":"UNCOVERED"}');
  expect(() => opened(other, seal)).toThrow();
  expect(seal.toString('latin1')).not.toContain('UNCOVERED');
  expect(sealedName(id)).toEqual(sealedName(id));
  expect(sealedName(id)).not.toEqual(sealedName(other));
});
