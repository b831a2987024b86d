import { aDoor, type Client, type Household, type Json, tokenFor } from './door.ts';
import { aReaderOf, fromHere, type Reader, type Sheet } from './pages.ts';

/** Somebody who signed in, with the pages. */
export interface Worker {
  get: (path: string) => Promise<Sheet>;
  /** Sends the form of a page as a browser would: what it holds, with what is typed into it. */
  fill: (path: string, typed?: Record<string, string>, form?: Form) => Promise<Sheet>;
}

/** Which form of a page: the one that has this in it; the first with the method POST. */
type Form = string | undefined;

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

const inputsIn = (form: string): [string, string][] =>
  [...form.matchAll(/<input[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = attribute(tag, 'name');
    const isChosen = !/type="(?:checkbox|radio)"/.test(tag) || / checked(?:=|>|\s)/.test(tag);
    return name !== undefined && isChosen ? [[name, attribute(tag, 'value') ?? '']] : [];
  });

const areasIn = (form: string): [string, string][] =>
  [...form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, tag = '', text = '']) => [
    attribute(tag, 'name') ?? '',
    unescaped(text),
  ]);

const selectsIn = (form: string): [string, string][] =>
  [...form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)].map(([, tag = '', options = '']) => {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => option.includes(' selected')) ?? all[0] ?? '';
    return [attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? ''];
  });

/** What a form of a page holds, and where it leads. */
export const formIn = (html: string, having: Form): { action: string | undefined; fields: Record<string, string> } => {
  const forms = html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => having === undefined || one.includes(having));
  if (form === undefined) throw new Error(`The page has no form${having ? ` with ${having}` : ''}.`);
  const fields = Object.fromEntries([...inputsIn(form), ...areasIn(form), ...selectsIn(form)]);
  return { action: attribute(/<form[^>]*>/.exec(form)?.[0] ?? '', 'action'), fields };
};

/** The pages as somebody who signed in under a name meets them. */
export const aWorker = async (reader: Reader, name: string): Promise<Worker> => {
  const cookie = `__Host-plenary=${await tokenFor(name)}`;
  const get: Worker['get'] = (path) => reader.get(path, { cookie });
  return {
    get,
    fill: async (path, typed = {}, having) => {
      const { action, fields } = formIn((await get(path)).html, having);
      return reader.post(action ?? path, { ...fields, ...typed }, { ...fromHere, cookie });
    },
  };
};

/** What a page says, without its marks. */
export const saidIn = ({ html }: Sheet): string =>
  unescaped(
    html
      .replace(/[\s\S]*<main[^>]*>/, '')
      .replace(/<\/main>[\s\S]*/, '')
      .replace(/<[^>]*>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();

/** A summit that is being planned: rooms, a track with rules and a call, people, and whoever works on it. */
export interface PlanningHouse {
  house: Household;
  reader: Reader;
  secretariat: Client;
  /** Runs the summit. */
  organizer: Worker;
  /** Places sessions. */
  scheduler: Worker;
  /** Judges what is proposed in the track. */
  reviewer: Worker;
  /** Holds no role. */
  stranger: Worker;
  person: (name: string) => Promise<string>;
  session: (reference: string, given?: Json, ...states: string[]) => Promise<string>;
  proposal: (organization: string, title: string) => Promise<string>;
}

export const summitAt = '/summits/arvenne-2031';
export const workAt = '/en/organize/arvenne-2031';

const planted = async ({ make }: Client): Promise<void> => {
  await make('/organizations', {
    slug: 'port-selva',
    name: { en: 'Port Selva' },
    kind: 'city',
    country: 'PT',
    rehearsal: true,
  });
  await make('/organizations', {
    slug: 'arvenne',
    name: { en: 'Arvenne' },
    kind: 'city',
    country: 'FR',
    rehearsal: true,
  });
  await make('/organizations', {
    slug: 'river-league',
    name: { en: 'River League' },
    kind: 'city-network',
    rehearsal: true,
  });
  await make('/summits', {
    slug: 'arvenne-2031',
    title: { en: 'Arvenne City Summit 2031' },
    zone: 'Europe/Paris',
    from: '2031-04-10',
    to: '2031-04-12',
    rehearsal: true,
  });
  await make(`${summitAt}/rooms`, { slug: 'hall', name: { en: 'Great Hall' }, changeover: 15 });
  await make(`${summitAt}/rooms`, { slug: 'lamp', name: { en: 'Lamp Room' } });
  await make(`${summitAt}/tracks`, {
    slug: 'voices',
    title: { en: 'Voices' },
    minutes: 90,
    panelSize: 4,
    call: { opens: '2031-01-01T00:00:00Z', hard: '2031-03-20T00:00:00Z' },
    rules: [
      { rule: 'panel-size', min: 2, level: 'warn' },
      { rule: 'one-per-organization', level: 'block' },
    ],
  });
};

/** A house in which a summit is planned. */
export const aPlanningHouse = async (): Promise<PlanningHouse> => {
  const house = await aDoor();
  const { secretariat } = house;
  await planted(secretariat);
  const summit = 'arvenne-2031';
  await house.as('ines', { role: 'organizer', summit });
  await house.as('sami', { role: 'scheduler', summit });
  await house.as('ravi', { role: 'reviewer', summit, track: 'voices' });
  const delegate = await house.as(
    'dela',
    { role: 'delegate', organization: 'port-selva' },
    { role: 'delegate', organization: 'arvenne' },
  );
  const reader = aReaderOf(house);
  return {
    house,
    reader,
    secretariat,
    organizer: await aWorker(reader, 'ines'),
    scheduler: await aWorker(reader, 'sami'),
    reviewer: await aWorker(reader, 'ravi'),
    stranger: await aWorker(reader, 'jonas'),
    person: async (name) => String((await secretariat.make('/people', { name, rehearsal: true })).id),
    session: async (reference, given = {}, ...states) => {
      const { slug } = await secretariat.make(`${summitAt}/sessions`, {
        reference,
        title: { en: `Session ${reference}` },
        track: 'voices',
        ...given,
      });
      await secretariat.pass(`${summitAt}/sessions/${String(slug)}`, ...states);
      return String(slug);
    },
    proposal: async (organization, title) => {
      const made = await delegate.make(`${summitAt}/proposals`, {
        organization,
        track: 'voices',
        title: { en: title },
      });
      const slug = String(made.slug);
      await delegate.make(`${summitAt}/proposals/${slug}/transitions`, { to: 'submitted' });
      return slug;
    },
  };
};
