import { assess, AssessmentDraft } from '../../shared/domain/assessment.ts';
import { checkIn as checkedIn, CheckInDraft } from '../../shared/domain/check-in.ts';
import { CommitmentDraft, undertake } from '../../shared/domain/commitment.ts';
import { countActs } from '../../shared/domain/count.ts';
import type { Declaration } from '../../shared/domain/declaration.ts';
import { answerDelivery, deliver, DeliveryAnswer, DeliveryDraft, handing } from '../../shared/domain/delivery.ts';
import { digest } from '../../shared/domain/digest.ts';
import type { Paragraph } from '../../shared/domain/paragraph.ts';
import { uptakeShown } from '../../shared/contract/assessment.ts';
import { declaration as drafted, organization, paragraphs as compiled, signature } from './reference-records.ts';
import { routes } from '../../shared/contract/routes.ts';

// What follows a declaration: what the domain makes of the request examples. All names are invented.

const path = '/summits/{summit}/declarations/{declaration}';
const asked = (below: string): object =>
  routes.find((route) => route.path === `${path}/${below}` && route.method === 'POST')?.example?.() as object;

const at = '2027-03-12T16:00:00Z';
const by = '6f1c2d3e-0a41-4b52-9c63-1d2e3f405161';
const declaration: Declaration = {
  ...drafted,
  state: 'issued',
  frozen: { version: 'v1', hash: digest('text'), at: '2027-03-12T10:00:00Z', how: 'issue' },
};
const paragraphs: Paragraph[] = compiled.map((one) =>
  one.part === 'operative' ? { ...one, addressees: [{ en: 'the river ministers' }], theme: 'Floods' } : one,
);

const handed = handing(declaration, DeliveryDraft().parse(asked('deliveries')), {
  organization: undefined,
  at: new Date(at),
  zone: 'Europe/Paris',
});
const delivered = deliver(handed, {
  at,
  signatures: { count: 1, hash: digest('chain') },
  counts: countActs([signature]),
  package: { sha256: digest('package'), size: 48_213 },
});
const received = DeliveryAnswer().parse(asked('deliveries/{delivery}/receipt'));
export const delivery = answerDelivery(delivered, 'receipt', received, { at, by, today: '2027-03-12' });

const operative = paragraphs.find(({ part }) => part === 'operative')?.slug;
export const assessment = assess(
  { declaration, paragraphs },
  AssessmentDraft().parse({ ...asked('assessments'), paragraph: operative }),
  { on: '2028-07-01', enteredBy: by },
);
export const uptake = uptakeShown({ declaration, paragraphs }, [assessment], {
  at: new Date('2028-07-02T09:00:00Z'),
  site: 'https://plenary.example',
});

export const commitment = undertake({ summit: declaration.summit, declaration: declaration.slug }, 'one-desk', {
  ...CommitmentDraft().parse(asked('commitments')),
  owner: { organization: organization.slug, printed: 'Arvenne' },
});
export const commitmentWhole = { ...commitment, dueOn: '2028-03-12', overdue: false };
export const checkIn = checkedIn(
  commitment,
  'm3x1k20g1d3f5h7k9mp',
  CheckInDraft().parse(asked('commitments/{commitment}/check-ins')),
  { today: '2027-09-02', recordedAt: '2027-09-02T08:00:00Z', enteredBy: by },
);
