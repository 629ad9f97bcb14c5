import { envelopeKeys } from '@samleng/server';
import { readProtectionSettings } from '../config.ts';

// pnpm protection:desk-key: prints the public half of the desk's key, for the participation service's environment.
const { PROTECTION_DESK_KEY } = readProtectionSettings(process.env);
const { publicKey } = envelopeKeys(Buffer.from(PROTECTION_DESK_KEY, 'hex'), 'protection desk');
console.log(`PROTECTION_DESK_PUBLIC_KEY=${Buffer.from(publicKey).toString('hex')}`);
