import type { Declaration, Freezing } from '../domain/declaration.ts';
import { packageMembers as members } from '../domain/package.ts';
import { formLanguageOf } from '../words/dictionary.ts';
import { composeDeclaration } from './declaration.ts';
import { toMarkdown } from './markdown.ts';
import type { DeclarationMaterial } from './material.ts';

// How it stood when it was frozen: what became of it since is no part of the text.
const stateBy: Record<Freezing, Declaration['state']> = {
  silence: 'adopted',
  acclamation: 'adopted',
  organ: 'adopted',
  signing: 'open-for-signature',
  issue: 'issued',
};

const copy = `<!-- A copy to read. What was hashed and sealed is ${members.text}. -->`;

/** A frozen text to read, as it stood when it was frozen, with its sources: Markdown in its authentic language. */
export const frozenReading = (
  material: Omit<DeclarationMaterial, 'signatures' | 'counts' | 'claims'>,
  { how, title }: { how: Freezing; title: string },
): string => {
  const { language } = material.declaration;
  const declaration = { ...material.declaration, state: stateBy[how], title: { [language]: title } };
  return `${copy}\n\n${toMarkdown(composeDeclaration({ ...material, declaration }, formLanguageOf(language)))}`;
};
