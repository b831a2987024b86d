import { type Client, identityOf, type Reply } from './door.ts';
import { names } from './world.ts';

/** One deed at the API. */
export interface Step {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
}

const post = (path: string, body: unknown): Step => ({ method: 'POST', path, body });
const put = (path: string, body: unknown): Step => ({ method: 'PUT', path, body });
const patch = (path: string, body: unknown): Step => ({ method: 'PATCH', path, body });
const remove = (path: string): Step => ({ method: 'DELETE', path });
const pass = (path: string, ...states: string[]): Step[] => states.map((to) => post(`${path}/transitions`, { to }));

const summit = '/summits/arvenne-2031';
const session = `${summit}/sessions/vc-d-12`;
const league = '/organizations/river-league';
/** A place on the panel of a session that comes in at the end. */
const late = `${summit}/sessions/vc-d-14/panelists/n24`;
const letter = `${summit}/declarations/letter-of-the-quays`;
const call = `${summit}/declarations/quay-call`;
const desk = `${summit}/desks/river-league`;
const appeal = `${summit}/declarations/quay-appeal`;
const pledge = `${summit}/declarations/quay-pledge`;
/** A network is asked to sign by link. */
const askingToSign: Step = post(`${pledge}/signings`, {
  organization: 'river-league',
  capacity: 'signatory',
  office: { address: 'office@example.org' },
  signatory: { address: 'chair@example.org' },
});
/** What a network proposes to a text that was circulated. */
const amending: Step = post(`${appeal}/amendments`, {
  organization: 'river-league',
  paragraph: '<paragraph>',
  kind: 'insert-after',
  words: { en: 'to name the funds' },
  reason: 'They are not named.',
  received: { at: '2031-03-01T09:00:00Z', how: 'floor' },
});

/** A city signs on paper, which an organizer brings in. */
const signing = post(`${pledge}/signatures`, {
  organization: 'arvenne',
  capacity: 'signatory',
  signedBy: 'Ilka Verrane',
  title: 'Mayor',
  mandate: { by: 'office' },
  received: { at: '2031-03-01T09:00:00Z', how: 'floor' },
});
const misprint = post(`${call}/corrigenda`, {
  paragraph: '<paragraph>',
  words: 'flood funds',
  read: 'flood relief funds',
  reason: 'The name of the funds was cut short.',
  decidedBy: 'The chairs',
  on: '2031-03-01',
});
/** Somebody works for a session without a place on its panel. */
const crewing = post(`${session}/crew`, { person: 'n01', as: 'technician' });
const proposals = `${summit}/proposals`;
const proposed = `${summit}/sessions/<proposal>`;
const calling = { call: { hard: '2031-03-09T12:00:00Z' } };
/** What a network proposes in the call of a track. */
const proposing = (track: string): Step[] => [
  post(proposals, {
    organization: 'river-league',
    track,
    title: { en: 'One ticket on both banks' },
    partners: [{ organization: 'arvenne' }],
  }),
  ...pass(`${proposals}/<proposal>`, 'submitted'),
];
const reviewing = post(`${proposed}/reviews`, { score: 4, note: 'Clear.' });
const deciding = put(`${proposed}/decision`, { decision: 'waitlist' });

/** What a world has beside its foundation, so that every address of world.ts leads somewhere. */
export const beside: readonly Step[] = [
  amending,
  misprint,
  askingToSign,
  signing,
  crewing,
  patch(`${summit}/tracks/voices`, calling),
  ...proposing('voices'),
  reviewing,
  deciding,
  post(`${summit}/releases`, {}),
];

const drafted = `${appeal}/paragraphs/<drafted>`;
const wording = (text: string) => ({ opening: 'recommend', text: { en: text } });
/** A paragraph that nobody's outcome says. */
const drafting = (text: string): Step =>
  post(`${appeal}/paragraphs`, { ...wording(text), sources: [{ kind: 'drafters', reason: 'Asked for in plenary.' }] });

const cited = (...facts: string[]) => [{ facts, citation: 'The Quay Gazette (invented)' }];

/**
 * A summit up to its declaration: ilka is n01, tomas n02, their places n03 and n04, and the roles that are given n07, n08 and n10. Two of one name,
 * n12 and n14, are nominated by n13 and n15.
 */
export const foundation: readonly Step[] = [
  post('/instruments', {
    slug: 'river-charter',
    name: { en: 'Charter of River Cities' },
    kind: 'agreement',
    clauses: [{ id: '4', label: 'Article 4' }],
  }),
  post('/organizations', { slug: 'river-league', name: { en: 'River League' }, kind: 'city-network' }),
  post('/organizations', {
    slug: 'arvenne',
    name: { en: 'Arvenne', fr: 'Arvenne-sur-Mer' },
    aliases: ['City of Arvenne'],
    kind: 'city',
    country: 'FR',
    population: [{ value: 412_000, year: 2029, basis: 'own-area', source: 'Municipal register (invented)' }],
  }),
  post('/organizations', { slug: 'port-selva', name: { en: 'Port Selva' }, kind: 'city', country: 'PT' }),
  post('/people', { name: 'Ilka Verrane', consent: { by: 'bearer', on: '2031-01-15' } }),
  post('/people', { name: 'Tomas Quell' }),
  post('/summits', {
    slug: 'arvenne-2031',
    title: { en: 'Arvenne City Summit 2031' },
    zone: 'Europe/Paris',
    from: '2031-03-10',
    to: '2031-03-12',
  }),
  post(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' }, panelSize: 4, oneChair: true }),
  post(`${summit}/rooms`, { slug: 'quay-hall', name: { en: 'Quay Hall' }, capacity: 120 }),
  post('/organizations/arvenne/memberships', { in: 'river-league', as: 'member', from: '2021' }),
  post(`${summit}/participations`, { organization: 'arvenne', capacities: ['host'], focalPoint: 'n01' }),
  post(`${summit}/sessions`, {
    reference: 'VC-D 12',
    title: { en: 'Cities that take people in' },
    objectives: [{ text: { en: 'Agree on what to measure.' } }],
    track: 'voices',
    room: 'quay-hall',
    start: '2031-03-10T08:00:00Z',
    end: '2031-03-10T09:30:00Z',
    languages: { spoken: ['en'], interpreted: ['fr'] },
    lead: [{ organization: 'arvenne' }],
    partners: [{ organization: 'river-league' }],
    instruments: ['river-charter'],
  }),
  ...pass(session, 'submitted', 'accepted'),
  post(`${session}/panelists`, {
    person: 'n01',
    role: 'moderator',
    organizations: [{ organization: 'arvenne' }],
    nominatedBy: ['river-league'],
    consent: { by: 'bearer', on: '2031-01-15' },
  }),
  post(`${session}/panelists`, { person: 'n02', role: 'panelist', organizations: [{ organization: 'port-selva' }] }),
  ...pass(`${session}/panelists/n03`, 'confirmed'),
  post(`${session}/outcomes`, {
    type: 'ask',
    text: { en: 'to open their flood funds to cities directly' },
    addressee: { en: 'national governments' },
    objectives: ['1'],
    voicedBy: ['n03'],
    clauses: [{ instrument: 'river-charter', clause: '4' }],
  }),
  post(`${session}/outcomes`, { type: 'recommendation', text: { en: 'that each city names one desk' } }),
  post(`${session}/outcomes`, { type: 'practice', text: { en: 'the night buses of Port Selva' } }),
  ...pass(session, 'scheduled', 'held'),
  ...pass(`${session}/outcomes/1`, 'filed'),
  ...pass(`${session}/outcomes/2`, 'filed'),
  post(`${summit}/declarations`, {
    slug: 'arvenne-declaration',
    title: { en: 'Arvenne Declaration' },
    kind: 'declaration',
    carry: ['vc-d-12/1'],
    leaveOut: [{ outcome: 'vc-d-12/2', reason: 'Said already.' }],
  }),
  post(`${summit}/declarations`, {
    slug: 'letter-of-the-quays',
    title: { en: 'Letter of the Quays' },
    kind: 'open-letter',
    origin: 'reported',
    sources: cited('title', 'kind', 'language', 'signatoryList'),
    signatoryList: 'complete',
  }),
  post(`${letter}/signatures`, {
    organization: 'arvenne',
    capacity: 'signatory',
    origin: 'reported',
    sources: cited('organization', 'capacity'),
  }),
  post(`${letter}/claims`, {
    slug: 'over-forty',
    words: 'over 40 cities',
    number: 40,
    reads: 'over',
    counts: 'signed',
  }),
  post(`${league}/claims`, { slug: 'hundred', words: '100 members', number: 100, counts: 'members' }),
  post('/roles', { role: 'secretariat', client: 'nightly-export' }),
  post(`${summit}/roles`, { role: 'rapporteur', session: 'vc-d-12', email: 'noor@example.org' }),
  post(`${league}/roles`, { role: 'delegate', email: 'linus@example.org', writeIn: 'fr' }),
  post(`${summit}/desks`, {
    organization: 'river-league',
    quota: 5,
    deadline: '2031-03-09T12:00:00+01:00',
    approval: true,
  }),
  post(`${desk}/nominations`, {
    name: 'Sanna Brook',
    email: 'sanna@example.org',
    language: 'fr',
    for: 'arvenne',
    session: 'vc-d-12',
  }),
  post(`${desk}/nominations`, { name: 'Sanna Brook', email: 'brook@example.org' }),
  post(`${summit}/declarations`, {
    slug: 'quay-call',
    title: { en: 'Quay Call' },
    kind: 'declaration',
    carry: ['vc-d-12/1'],
    leaveOut: [{ outcome: 'vc-d-12/2', reason: 'Said elsewhere.' }],
  }),
  post(`${call}/issue`, {}),
  post(`${call}/deliveries`, { to: { name: 'Ministers of the Basin' }, place: 'Arvenne', by: 'Sanna Brook' }),
  post(`${call}/assessments`, {
    paragraph: '<paragraph>',
    score: 0,
    quotation: 'A first fund is open to cities.',
    source: { title: 'Report (invented)', url: 'https://example.org/report', date: '2031-02' },
    assessor: 'Institute of River Studies (invented)',
  }),
  post(`${call}/commitments`, {
    slug: 'one-desk',
    owner: { organization: 'river-league' },
    text: { en: 'to open one desk' },
    measure: 'One desk is open.',
    due: { on: '2031-02-01' },
  }),
  post(`${call}/commitments/one-desk/check-ins`, { slug: 'spring', status: 'behind', words: 'Slowly.' }),
  post(`${summit}/participations`, { organization: 'river-league', capacities: ['convenor'] }),
  post(`${summit}/declarations`, {
    slug: 'quay-appeal',
    title: { en: 'Quay Appeal' },
    kind: 'declaration',
    carry: ['vc-d-12/1'],
    leaveOut: [{ outcome: 'vc-d-12/2', reason: 'Said elsewhere.' }],
  }),
  post(`${appeal}/circulations`, { hours: 96 }),
  post(`${appeal}/objections`, {
    organization: 'river-league',
    reason: 'The funds are not named.',
    as: 'dissociation',
    received: { at: '2031-03-01T09:00:00Z', how: 'floor' },
  }),
  post(`${appeal}/objections`, {
    organization: 'river-league',
    reason: 'It binds the ports alone.',
    received: { at: '2031-03-01T09:00:00Z', how: 'floor' },
  }),
  post(`${summit}/declarations`, {
    slug: 'quay-pledge',
    title: { en: 'Quay Pledge' },
    kind: 'declaration',
    carry: ['vc-d-12/1'],
    leaveOut: [{ outcome: 'vc-d-12/2', reason: 'Said elsewhere.' }],
  }),
  post(`${pledge}/opening`, {}),
];

/** What becomes of it: every other deed that there is, down to the removals. */
export const sequel: readonly Step[] = [
  post('/me/bindings', { identity: await identityOf('amira') }),
  patch('/instruments/river-charter', { aliases: ['River Charter'] }),
  patch('/organizations/arvenne', { aliases: ['Ville d’Arvenne'] }),
  patch('/people/n01', { biography: { en: 'Mayor (invented).' } }),
  patch('/people/n01/contact', { emails: ['ilka@example.org'] }),
  patch('/people/n01/contact', { phones: ['+00 1'] }),
  patch('/people/n01/attributes', { gender: 'woman' }),
  post('/people/n02/consents', { of: 'name', by: 'bearer', on: '2031-02-01' }),
  ...pass('/people/n02/consents/name', 'withdrawn'),
  patch(summit, { place: { en: 'Arvenne' } }),
  patch(`${summit}/tracks/voices`, { panelSize: 5, rules: [{ rule: 'regions', least: 2, level: 'block' }] }),
  post(`${session}/waivers`, { rule: 'regions', reason: 'Both rivers are in one region.' }),
  patch(`${summit}/rooms/quay-hall`, { capacity: 140 }),
  patch('/organizations/arvenne/memberships/river-league-member', { status: 'honorary' }),
  patch(`${summit}/participations/arvenne`, { capacities: ['host', 'chair'] }),
  patch(session, { title: { en: 'Cities that take everybody in' }, partners: [{ organization: 'port-selva' }] }),
  patch(`${session}/panelists/n03`, { printedTitle: 'Mayor', role: 'panelist', organizations: [] }),
  patch(`${session}/panelists/n04`, { role: 'moderator' }),
  patch(`${session}/outcomes/3`, { text: { en: 'the night buses and ferries of Port Selva' } }),
  patch(`${summit}/declarations/arvenne-declaration`, { addressedTo: ['The ministers of the basin'] }),
  patch(`${letter}/claims/over-forty`, { note: 'The page has no date.' }),
  patch(`${league}/claims/hundred`, { note: 'The page has no date.' }),
  patch(desk, { quota: 6 }),
  post(`${desk}/nominations/n13/decision`, { to: 'accepted' }),
  post(`${desk}/nominations/n13/replacement`, { name: 'Tobias Wend', session: 'vc-d-12' }),
  post(`${desk}/nominations/n15/withdrawal`, { reason: 'Has another engagement.' }),
  post(`${desk}/nominations`, { name: 'Sanna Brook' }),
  post(`${summit}/suggestions/n12-n14/merge`, { keep: 'n12' }),
  post(`${summit}/suggestions/n12-n19/dismissal`, { reason: 'Two people.' }),
  post(`${desk}/nominations.csv`, {
    rows: 'name,email,for\nSanna Brook,sanna@example.org,arvenne\nMira Oss,mira@example.org,\n',
    confirm: true,
  }),
  ...pass(desk, 'closed'),
  post(`${summit}/rooms.csv`, {
    rows: 'slug,name:en,capacity\nquay-hall,,150\nferry-room,Ferry Room,40\n',
    confirm: true,
  }),
  post(`${summit}/sessions.csv`, {
    rows: 'reference,title:en,room,start,end\nVC-D 14,Quays by night,Quay Hall,2031-03-10 20:00,2031-03-10 21:00\n',
    confirm: true,
  }),
  post(`${summit}/participations.csv`, {
    rows: 'organization,capacities,how\nport-selva,observer,remote\n',
    confirm: true,
  }),
  put('/people/n01/availability', { minutesBetween: 10 }),
  put(`${summit}/sessions/vc-d-14/placement`, { room: 'quay-hall', start: '2031-03-10T20:30', minutes: 60 }),
  remove(`${summit}/sessions/vc-d-14/placement`),
  post(`${summit}/placements`, {
    moves: [{ session: 'vc-d-14', room: 'quay-hall', start: '2031-03-10T20:00', minutes: 60 }],
  }),
  ...pass(`${summit}/sessions/vc-d-14`, 'submitted'),
  ...pass(`${summit}/sessions/vc-d-14`, 'accepted'),
  post(`${summit}/sessions/vc-d-14/no-outcome`, { because: { en: 'The hall stood under water.' } }),
  ...pass(`${session}/panelists/n03`, 'withdrawn'),
  ...pass(session, 'concluded'),
  ...pass('/organizations/arvenne/memberships/river-league-member', 'ended'),
  ...pass(`${summit}/participations/arvenne`, 'attended'),
  post(`${call}/deliveries/ministers-of-the-basin-2031-03-01-v1/receipt`, { on: '2031-03-01', words: 'Received.' }),
  post(`${call}/deliveries/ministers-of-the-basin-2031-03-01-v1/reply`, { on: '2031-03-01', words: 'In June.' }),
  ...pass(`${call}/assessments/<assessment>`, 'retracted'),
  ...pass(`${call}/commitments/one-desk`, 'met'),
  post(`${appeal}/circulations/c1/unreached`, { organization: 'arvenne', reason: 'Told on the floor.' }),
  post(`${appeal}/circulations/c1/extension`, { deadline: '2031-03-20T12:00:00Z', reason: 'Two councils sit late.' }),
  post(`${appeal}/circulations/c1/suspension`, { reason: 'The annex is missing.' }),
  post(`${appeal}/circulations/c1/resumption`, {}),
  post(`${appeal}/objections/river-league-c1/withdrawal`, { received: { at: '2031-03-01T09:00:00Z', how: 'floor' } }),
  post(`${appeal}/dissociations/river-league-c1/withdrawal`, {
    received: { at: '2031-03-01T09:00:00Z', how: 'floor' },
  }),
  post(`${appeal}/circulations/c1/recall`, { reason: 'The wrong river.' }),
  ...pass(`${letter}/claims/over-forty`, 'retracted'),
  ...pass(`${league}/claims/hundred`, 'retracted'),
  ...pass(`${summit}/tracks/voices`, 'closed'),
  ...pass(`${summit}/rooms/quay-hall`, 'closed'),
  ...pass(summit, 'concluded'),
  ...pass('/instruments/river-charter', 'retired'),
  ...pass('/organizations/port-selva', 'retired'),
  ...pass('/people/n02', 'retired'),
  ...pass('/roles/n07', 'ended'),
  ...pass(`${summit}/roles/n08`, 'ended'),
  ...pass(`${league}/roles/n10`, 'ended'),
  post(`${summit}/sessions`, { reference: 'VC-D 13', title: { en: 'Never sat' }, lead: [{ organization: 'arvenne' }] }),
  remove(`${summit}/sessions/vc-d-13`),
  remove(`${session}/outcomes/3`),
  remove(`${letter}/claims/over-forty`),
  remove(`${league}/claims/hundred`),
  remove(`${letter}/signatures/arvenne-signatory`),
  remove(`${summit}/declarations/arvenne-declaration`),
  remove(`${summit}/participations/arvenne`),
  remove('/organizations/arvenne/memberships/river-league-member'),
  post(`${summit}/sessions/vc-d-14/panelists`, { person: 'n01', role: 'panelist' }),
  post(`${late}/invitation`, {}),
  post(`${late}/invitation/again`, {}),
  post(`${late}/invitation/revoke`, { reason: 'Asked twice.' }),
  post('/invitations/again', { address: 'ilka@example.org' }),
  post(`${late}/confirmation`, {
    by: { name: 'Jonas Weidt', as: 'office' },
    how: 'phone',
    at: '2031-03-01T09:00:00Z',
  }),
  askingToSign,
  post(`${pledge}/signings/river-league-signatory/again`, {}),
  post(`${pledge}/signings/river-league-signatory/revoke`, { reason: 'Sent to an old address.' }),
  signing,
  post(`${pledge}/signatures/arvenne-signatory/withdrawal`, {
    reason: 'The council decided otherwise.',
    received: { at: '2031-03-01T09:00:00Z', how: 'floor' },
  }),
  post(`${pledge}/closing`, {}),
  amending,
  post(`${appeal}/amendments/<amendment>/decision`, { to: 'rejected', reason: 'Said in the annex.' }),
  amending,
  post(`${appeal}/amendments/<amendment>/transitions`, {
    to: 'withdrawn',
    received: { at: '2031-03-01T09:00:00Z', how: 'floor' },
  }),
  misprint,
  drafting('that boats are counted'),
  patch(drafted, { text: { en: 'that boats are counted each spring' }, theme: 'boats' }),
  patch(`${drafted}/translations/fr`, { text: 'que les bateaux soient comptés chaque printemps' }),
  post(`${drafted}/split`, { parts: [wording('that boats are counted'), wording('that ferries are, too')] }),
  post(`${drafted}/move`, { part: 'operative' }),
  post(`${drafted}/sources`, { add: [{ source: { kind: 'instrument', instrument: 'river-charter', clause: '4' } }] }),
  drafting('that quays are lit'),
  post(`${drafted}/merge`, { with: [{ paragraph: 'earlier-paragraph', version: 5 }] }),
  post(`${appeal}/left-out`, { outcomes: ['vc-d-12/2'], reason: 'Said by the quays themselves.' }),
  post(`${appeal}/versions`, {}),
  remove(`${drafted}?reason=Said%20already.`),
  post(`${appeal}/circulations`, { hours: 72 }),
  post(`${appeal}/adoption`, { how: 'acclamation', reason: 'In the closing plenary.' }),
  crewing,
  ...pass(`${session}/crew/<crew>`, 'released'),
  post(`${summit}/tracks`, { slug: 'calls', title: { en: 'Calls' }, ...calling }),
  ...proposing('calls'),
  patch(`${proposals}/<proposal>`, { title: { en: 'One ticket for the whole river' } }),
  reviewing,
  patch(`${proposed}/reviews/${names.review}`, { score: 5 }),
  ...pass(`${proposed}/reviews/${names.review}`, 'withdrawn'),
  ...proposing('calls'),
  post(`${proposed}/merge`, { with: 'earlier-proposal' }),
  deciding,
  remove(`${proposed}/decision`),
  deciding,
  post(`${summit}/decisions/release`, {}),
  put(`${summit}/tracks/calls/waiting-list`, { order: ['this-proposal'] }),
  post(`${late}/replacement`, { person: 'n02', reason: 'Elections at home.' }),
  post(`${summit}/releases`, { note: 'The programme.' }),
];

/** What ends a story for somebody: what they did before is not told again as it was. */
export const farewell: readonly Step[] = [post('/people/n02/erasure', { names: true, reason: 'Asked for.' })];

// What has a name only once it is there, because the name is made from what it is.
const paragraphIn = async (client: Client, declaration: string): Promise<string> => {
  const { paragraphs } = (await client.get(declaration)).json as { paragraphs?: { slug: string; part: string }[] };
  return paragraphs?.find(({ part }) => part === 'operative')?.slug ?? 'p1';
};
const filled = async (client: Client, path: string, text: string): Promise<string> =>
  (text.includes('<paragraph>')
    ? text.replace('<paragraph>', await paragraphIn(client, path.replace(/\/[^/]+$/, '')))
    : text
  )
    .replace('earlier-paragraph', () => names.earlier ?? '')
    .replace('earlier-proposal', () => names.earlierProposal ?? '')
    .replace('this-proposal', () => names.proposal ?? '');

/** Does one deed; the nth of a story has the Idempotency-Key n, and a change is made from whatever version there is. */
export const take = async (client: Client, { method, path, body }: Step, key?: number): Promise<Reply> => {
  const reply = await client.request(
    method,
    path.replace(/<(\w+)>/, (_, part: string) => names[part] ?? ''),
    {
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'if-match': '*',
        ...(key === undefined ? {} : { 'idempotency-key': `key-${key}` }),
      },
      ...(body === undefined ? {} : { body: await filled(client, path, JSON.stringify(body)) }),
    },
  );
  if (path === `${call}/assessments`) names.assessment = String(reply.json.slug);
  if (path === `${appeal}/amendments`) names.amendment = String(reply.json.slug);
  if (path === `${session}/crew`) names.crew = String(reply.json.slug);
  if (path === `${call}/issue`) names.paragraph = await paragraphIn(client, call);
  if (path === proposals && reply.json.slug !== names.proposal) {
    names.earlierProposal = names.proposal ?? '';
    names.proposal = String(reply.json.slug);
  }
  if (path === `${appeal}/paragraphs` && reply.json.slug !== names.drafted) {
    names.earlier = names.drafted ?? '';
    names.drafted = String(reply.json.slug);
  }
  return reply;
};

/** Does the deeds in order; each has to succeed. */
export const tell = async (client: Client, steps: readonly Step[]): Promise<void> => {
  for (const step of steps) {
    const { status, text } = await take(client, step);
    if (status >= 300) throw new Error(`${step.method} ${step.path} answered ${status}: ${text}`);
  }
};
