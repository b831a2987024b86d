import { documentCss } from '../../shared/documents/css.ts';
import { referenceCss } from './reference-css.ts';
import { referenceDocument } from './reference-document.ts';
import { parts, referencePage } from './reference-page.ts';

/** What this function says of itself, made at build time from its own definitions: file name → contents. */
export const describe = (): Record<string, string> => {
  const document = referenceDocument();
  return {
    'openapi.json': JSON.stringify(document),
    ...Object.fromEntries(parts.map((part) => [part.file, referencePage(document, part)])),
    'reference.css': referenceCss,
    'document.css': documentCss,
  };
};
