import { type Asked, askedOf, noted, type Reach, Unreached } from '../../shared/domain/asked.ts';
import { certificateOf } from '../../shared/domain/certificate.ts';
import { circulate, type Circulation, CirculationDraft } from '../../shared/domain/circulation.ts';
import type { Dissociation } from '../../shared/domain/dissociation.ts';
import { type Objection, ObjectionDraft, statementSlug } from '../../shared/domain/objection.ts';
import { circulationRoutes } from '../../shared/contract/circulation.ts';
import { objectionRoutes } from '../../shared/contract/objection.ts';
import { declaration, organization, participation } from './reference-records.ts';

// What the domain makes of the request examples of a silence procedure. All names are invented.

const exampleOf = (ending: string): unknown =>
  [...circulationRoutes, ...objectionRoutes]
    .find(({ method, path }) => method === 'POST' && path.endsWith(ending))
    ?.example?.();

const begun = new Date('2027-03-01T09:00:00Z');
const about = { summit: declaration.summit, declaration: declaration.slug };
const batch = '5b0c1f9ad27e4863b1a0c9d2';
const enteredBy = '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161';
const hash = '8d6f4b1c7a2e9053d1f8c6b4a7e20913f5d8c2b6a1e4970d3c8f5b2a6e1d9407';

export const circulation: Circulation = {
  ...circulate(
    CirculationDraft().parse(exampleOf('/circulations')),
    { ...about, slug: 'c1', rehearsal: false, asked: 1, batch, enteredBy },
    begun,
  ),
  text: { version: 'v1', hash },
};

const told: Omit<Asked, 'organization' | 'printed' | 'capacities'> = {
  ...about,
  circulation: circulation.slug,
  version: 2,
  told: [{ at: '2027-03-01T09:00:02Z', recipients: 2 }],
  mails: [{ id: 'm3x1k20h2e4g6i8l0nq', notice: 0 }],
  batch,
};
const [first] = askedOf([{ ...participation, capacities: ['host'] }]);
const sent: Asked = { ...told, organization: organization.slug, printed: 'Arvenne', capacities: [], ...first };
const reach: Reach = { state: 'reached', since: '2027-03-01T09:00:04Z', by: 'mail' };
export const asked = { ...noted(sent, Unreached().parse(exampleOf('/unreached')), circulation, begun), reach };

const { as: _, ...said } = ObjectionDraft().parse(exampleOf('/objections'));
const spoken = {
  ...said,
  ...about,
  slug: statementSlug(said.organization, circulation.slug),
  version: 1,
  circulation: circulation.slug,
  printed: 'Port Selva',
  at: '2027-03-03T16:20:11.482Z',
  enteredBy,
};
export const objection: Objection = { ...spoken, state: 'open' };
export const statement = { kind: 'objection', ...objection };
export const dissociation: Dissociation = { ...spoken, at: '2027-03-05T09:00:00.004Z', state: 'recorded' };

export const certificate = certificateOf(circulation, [{ asked: sent, reach }], {
  objections: [objection],
  dissociations: [dissociation],
});
