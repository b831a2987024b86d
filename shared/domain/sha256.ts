import * as z from 'zod';

/** A SHA-256 as 64 hexadecimal digits; `message` says which one is wanted. */
export const sha256 = (message = 'Give a SHA-256, as 64 hexadecimal digits.') =>
  z.string().regex(/^[0-9a-f]{64}$/, { message });

/** The SHA-256 of a document that shows something; nothing of the document itself is kept. */
export const documentHash = (description: string) =>
  sha256('Give the SHA-256 of the document, as 64 hexadecimal digits.').optional().meta({ description });
