import * as z from 'zod';
import type { PackageVerdict } from '../../../shared/domain/package-fault.ts';
import { type Given, verifyGiven } from '../../../shared/domain/verify-given.ts';

// zod would try whether it may make code from text, and the pages' content policy would note that.
z.config({ jitless: true });

/** Checks a package in the browser, by what a reader gives; nothing leaves it. */
export const verifyPackage = (bytes: Uint8Array | ArrayBuffer, given: Given = {}): Promise<PackageVerdict> =>
  verifyGiven(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), given);
