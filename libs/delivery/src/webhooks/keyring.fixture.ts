import { Keyring } from '#platform';

/** The keyring of specs, the same in every process of one. */
export const KEYRING = Keyring.parse(`spec: ${Buffer.alloc(32, 7).toString('base64')}`, 'spec');
