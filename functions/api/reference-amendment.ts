import { AmendmentDraft } from '../../shared/domain/amendment.ts';
import { proposeAmendment } from '../../shared/domain/amendment-proposal.ts';
import { standings } from '../../shared/domain/amendment-standing.ts';
import { CorrigendumDraft, recordCorrigendum } from '../../shared/domain/corrigendum.ts';
import { digest } from '../../shared/domain/digest.ts';
import { frozenText } from '../../shared/domain/frozen.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import { amendmentRoutes } from '../../shared/contract/amendment.ts';
import { corrigendumRoutes } from '../../shared/contract/corrigendum.ts';
import { declaration, paragraphs, participation } from './reference-records.ts';

// What is proposed to a text, and what is recorded beside it: what the domain makes of the request examples. All names are invented.

const exampleOf = (ending: string): object =>
  [...amendmentRoutes, ...corrigendumRoutes]
    .find(({ method, path }) => method === 'POST' && path.endsWith(ending))
    ?.example?.() as object;

const at = '2027-03-10T09:00:00Z';
const by = '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161';
const operative = paragraphs.find(({ part, text }) => part === 'operative' && text !== undefined) ?? paragraphs[0]!;
const { base: _, ...draft } = AmendmentDraft().parse({ ...exampleOf('/amendments'), paragraph: operative.slug });
const member: Participation = {
  ...participation,
  capacities: ['participating-member'],
  counted: { ...participation.counted, organization: draft.organization, printed: 'Port Selva' },
};

const proposed = proposeAmendment(declaration, 'm3x1k20h4a6c8e0g2kp', draft, {
  against: { paragraph: operative, version: 'v1' },
  participation: member,
  by,
  at,
  faults: [],
});
const standing = standings([proposed], paragraphs).get(proposed.slug);

/** An open amendment, with how it stands. */
export const amendment = { ...proposed, stands: standing?.stands, collidesWith: standing?.collidesWith };

const misprint = CorrigendumDraft().parse({ ...exampleOf('/corrigenda'), paragraph: operative.slug });
// As the misprint stood in the text that was frozen.
const misprinted = { ...operative, text: { [declaration.language]: misprint.words } };
const text = frozenText(declaration, 'v1', [misprinted], { formula: '', opening: () => '' });

/** A mistake of a frozen text. */
export const corrigendum = recordCorrigendum(declaration, { version: 'v1', hash: digest('text') }, misprint, {
  text,
  slug: 'k1',
  by,
  at: new Date('2031-03-12T09:00:00Z'),
});
