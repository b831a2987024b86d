import type { PageRoute } from '../functions/web/page.ts';
import { everyPage } from '../functions/web/routes.ts';
import type { Held } from '../shared/domain/role.ts';
import type { Message } from '../shared/operations/post.ts';
import { tellOfSignatures } from '../shared/operations/signature-told.ts';
import { aDoor, type Client, type Household, identityOf, type Json, tokenFor } from './door.ts';
import { confirm, ok } from './host.ts';
import { aMailroom, type Mailroom, tokenIn } from './mailroom.ts';
import { type Made, type Place, placesOf, placesOfStory, type Who } from './page-places.ts';
import { plantAll } from './seeds/planting.ts';
import { codeIn, preparation } from './signing.ts';
import { beside, foundation, tell } from './story.ts';
import { names } from './world.ts';

/** A page that somebody opens, with the route that it is an address of. */
export interface Address extends Place {
  route: string;
}

/** Whether a page stands in all six languages; the workspaces stand in three. */
export const isPublic = ({ route }: Pick<Address, 'route'>): boolean =>
  !/^\/(?:organize|desk|rapporteur)\b/.test(route);

/** A house in which every page has something to show. */
export interface PageWorld {
  house: Household;
  mailroom: Mailroom;
  /** Every address of every page that is read. Throws where a route has none. */
  addresses: () => Promise<Address[]>;
  /** What the browser of somebody says who they are. */
  tokenOf: (who: Who) => Promise<string | undefined>;
  close: () => Promise<void>;
}

const summit = '/summits/arvenne-2031';
const pledge = `${summit}/declarations/quay-pledge`;
const quays = `${summit}/sessions/quays-2`;

/** Who works here beside amira, of the secretariat. */
const workers: Record<Exclude<Who, 'everyone' | 'amira'>, readonly Held[]> = {
  ruben: [{ role: 'organizer', summit: 'rehearsal-2031' }],
  linnea: [{ role: 'delegate', organization: 'harbour-ring' }],
  linus: [{ role: 'delegate', organization: 'river-league' }],
  noor: [{ role: 'rapporteur', summit: 'arvenne-2031', session: 'vc-d-12' }],
  jonas: [],
};

interface Here {
  house: Household;
  mailroom: Mailroom;
}

const mailTo = async ({ mailroom: { deliver, post } }: Here, address: string): Promise<Message> => {
  await deliver();
  const mail = post.accepted.findLast(({ to }) => to === address);
  if (!mail) throw new Error(`No mail arrived at ${address}.`);
  return mail;
};

/** Asks somebody onto a panel; answers their place and the token of their link. */
const asked = async (here: Here, name: string, address: string) => {
  const { secretariat } = here.house;
  const { id } = await secretariat.make('/people', { name });
  await ok(secretariat.patch(`/people/${String(id)}/contact`, { emails: [address] }, { 'if-match': '*' }));
  const { slug } = await secretariat.make(`${quays}/panelists`, { person: id, role: 'panelist' });
  await secretariat.make(`${quays}/panelists/${String(slug)}/invitation`, {});
  return { panelist: String(slug), token: tokenIn(await mailTo(here, address)) };
};

const panel = async (here: Here) => {
  const { secretariat, everyone } = here.house;
  await secretariat.make(`${summit}/sessions`, {
    reference: 'Quays 2',
    title: { en: 'Quays at high water' },
    track: 'voices',
    start: '2031-03-11T08:00:00Z',
    end: '2031-03-11T09:30:00Z',
  });
  await secretariat.pass(quays, 'submitted', 'accepted');
  const open = await asked(here, 'Corin Velloway', 'corin@example.org');
  const answered = await asked(here, 'Maren Oskell', 'maren.oskell@example.org');
  await ok(everyone.post(`/invitations/${answered.token}/answer`, confirm));
  const { items = [] } = (await secretariat.get(`${summit}/mails?limit=200`)).json;
  const mail = items.find(({ letter }) => (letter as Json).kind === 'panelist-invitation');
  return { ...open, answered: answered.token, mail: String(mail?.id) };
};

/** A city that is asked to sign; answers the token of its office's link. */
const askedToSign = async (here: Here, slug: string): Promise<string> => {
  const { make } = here.house.secretariat;
  await make('/organizations', { slug, name: { en: `City of ${slug}` }, kind: 'city', country: 'PT' });
  await make(`${summit}/participations`, { organization: slug, capacities: ['participating-member'] });
  const [office, signatory] = [`office-${slug}@example.org`, `mayor-${slug}@example.org`].map((address) => ({
    address,
  }));
  await make(`${pledge}/signings`, { organization: slug, capacity: 'signatory', office, signatory });
  return tokenIn(await mailTo(here, `office-${slug}@example.org`));
};

/** Has the signatory of a city sent a code; answers it with the token of their own link. */
const coded = async (here: Here, slug: string) => {
  const { everyone } = here.house;
  const office = await askedToSign(here, slug);
  await ok(everyone.post(`/signings/${office}/preparation`, preparation));
  const { text } = await ok(everyone.get(`/signings/${office}`));
  const { hash } = text as { hash: string };
  await ok(everyone.post(`/signings/${office}/code`, { hash }));
  const mail = await mailTo(here, `mayor-${slug}@example.org`);
  return { office, hash, code: codeIn(mail), token: tokenIn(mail) };
};

const signings = async (here: Here) => {
  const { house } = here;
  const office = await askedToSign(here, 'quaymouth');
  const ready = await coded(here, 'ferryhead');
  const done = await coded(here, 'lowbridge');
  await house.secretariat.make('/organizations/lowbridge/roles', { role: 'delegate', email: 'dana@example.org' });
  await (await house.as('dana')).make('/me/bindings', { identity: await identityOf('dana') });
  await here.mailroom.deliver();
  await ok(house.everyone.post(`/signings/${done.token}/signature`, { code: done.code, hash: done.hash }));
  await tellOfSignatures(house.door.house, house.clock.now);
  const dispute = tokenIn(await mailTo(here, 'dana@example.org'));
  return { office, signatory: ready.token, signed: done.office, dispute };
};

/** What was decided in a track of its own is made known; in the other it is still held back. */
const decisions = async ({ house: { secretariat } }: Here): Promise<void> => {
  await secretariat.make(`${summit}/tracks`, {
    slug: 'crossings',
    title: { en: 'Crossings' },
    call: { hard: '2031-03-09T12:00:00Z' },
  });
  const { slug } = await secretariat.make(`${summit}/proposals`, {
    organization: 'river-league',
    track: 'crossings',
    title: { en: 'One bell for every ferry' },
  });
  await secretariat.pass(`${summit}/proposals/${String(slug)}`, 'submitted');
  await ok(secretariat.put(`${summit}/sessions/${String(slug)}/decision`, { decision: 'waitlist' }));
  await secretariat.make(`${summit}/decisions/release`, { track: 'crossings' });
};

const role = async (here: Here): Promise<string> => {
  await here.house.secretariat.make(`${summit}/roles`, { role: 'organizer', email: 'jonas@example.org' });
  return tokenIn(await mailTo(here, 'jonas@example.org'));
};

/** A text that is still drafted, of all that the sessions of the rehearsal filed. */
const draft = async ({ house: { secretariat } }: Here): Promise<void> => {
  await secretariat.make('/summits/rehearsal/declarations', {
    slug: 'first',
    title: { en: 'Our first declaration', fr: 'Notre première déclaration' },
    kind: 'declaration',
  });
};

const texts = [
  'rehearsal/first',
  'rehearsal/rehearsal-declaration',
  'arvenne-2031/quay-appeal',
  'arvenne-2031/quay-call',
];

const paragraphs = async ({ house: { secretariat } }: Here): Promise<Record<string, string>> => {
  const found = texts.map(async (text) => {
    const { json } = await secretariat.get(`/summits/${text.replace('/', '/declarations/')}`);
    const all = (json.paragraphs ?? []) as { slug: string; part: string }[];
    return [text, all.find(({ part }) => part === 'operative')?.slug ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(found));
};

/** Somebody invented whose name everyone may know. */
const person = async ({ house: { everyone } }: Here): Promise<string> => {
  const { items = [] } = (await everyone.get('/summits/rehearsal/sessions/vc-d-12/panelists')).json;
  // Of the story, where nothing is planted.
  const known = items.map(({ person }) => person).find((person) => typeof person === 'string');
  return known ?? names.person ?? '';
};

const make = async (here: Here, isPlanted: boolean): Promise<Made> => {
  const { house } = here;
  await tell(house.secretariat, foundation);
  await tell(house.secretariat, beside);
  await decisions(here);
  if (isPlanted) {
    await plantAll(house.door.house, house.clock.now);
    await draft(here);
  }
  const { token: invitation, answered, ...asking } = await panel(here);
  const links = { invitation, answered, role: await role(here), ...(await signings(here)) };
  return { links, paragraphs: await paragraphs(here), person: await person(here), ...asking };
};

const isRead = ({ method, path }: PageRoute): boolean => method === 'GET' && path.startsWith('/{lang}/');

interface WorldOptions {
  /** Who says all that is said in the story, where it is not the secretariat as it is. */
  told?: (secretariat: Client) => Client;
  /** Whether the seeds are planted beside the story. */
  isPlanted?: boolean;
}

/** What is planted, the story of test/story.ts, and what the links in mails lead to. */
export const aPageWorld = async ({
  told = (client) => client,
  isPlanted = true,
}: WorldOptions = {}): Promise<PageWorld> => {
  const plain = await aDoor({ pace: { patience: 60_000 } });
  const house = { ...plain, secretariat: told(plain.secretariat) };
  const mailroom = aMailroom(house);
  const made = await make({ house, mailroom }, isPlanted);
  for (const [name, roles] of Object.entries(workers)) await house.as(name, ...roles);
  return {
    house,
    mailroom,
    addresses: async () =>
      (await everyPage()).filter(isRead).flatMap(({ path }) => {
        const route = path.replace('/{lang}', '');
        return (isPlanted ? placesOf : placesOfStory)(route, made).map((place) => ({ route, ...place }));
      }),
    tokenOf: async (who) => (who === 'everyone' ? undefined : tokenFor(who)),
    close: house.close,
  };
};
