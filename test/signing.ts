import { afterAll, afterEach, expect } from 'vitest';
import { tellOfSignatures } from '../shared/operations/signature-told.ts';
import type { Message } from '../shared/operations/post.ts';
import { aDoor, type Household, identityOf, type Json, type Reply } from './door.ts';
import { ok } from './host.ts';
import { faultsOf } from './invariants.ts';
import { aMailroom, type Mailroom, tokenIn } from './mailroom.ts';

export const preparation = {
  signedBy: 'Ilka Verrane',
  title: 'Mayor of Port Selva',
  mandate: { by: 'office', decidedBy: 'City council', decidedOn: '2026-01-12' },
};

/** A city that is asked to sign by link, by the addresses of its text and of the signing. */
export interface Asked {
  text: string;
  signing: string;
  organization: string;
  office: string;
  signatory: string;
  /** The token of the link that arrived at the office. */
  token: string;
}

interface AskOptions {
  text?: string;
  rehearsal?: boolean;
  given?: Json;
}

/** A house in which declarations are open for signature, with what arrives by mail. */
export interface SigningHost {
  house: Household;
  mailroom: Mailroom;
  summit: string;
  /** A declaration that is open for signature. */
  text: () => Promise<string>;
  /** A city of its own. */
  city: () => Promise<string>;
  asked: (options?: AskOptions) => Promise<Asked>;
  open: (token: string) => Promise<Reply>;
  hashOf: (token: string) => Promise<string>;
  prepare: (token: string, given?: Json) => Promise<Reply>;
  /** Prepares it and has a code sent: the code, with the token of the signatory's own link. */
  coded: (asked: Asked) => Promise<{ code: string; token: string }>;
  code: (token: string) => Promise<Reply>;
  sign: (token: string, code: string, hash?: string) => Promise<Reply>;
  /** Tells whoever is to be told of signatures, and carries the mails. */
  tell: () => Promise<readonly Message[]>;
  /** Gives a role and takes it up with the address of that name. */
  holds: (name: string, path: string, draft: Json) => Promise<void>;
}

/** The code in a mail. Throws where there is none. */
export const codeIn = ({ text }: Pick<Message, 'text'>): string => {
  const code = /: (\d{6})$/m.exec(text)?.[1] ?? /\uff1a(\d{6})$/m.exec(text)?.[1];
  if (!code) throw new Error(`There is no code in this mail:\n${text}`);
  return code;
};

/** Another code than this one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const outcomes = ['that each quay names one desk', 'that ferries run at night'];

export const aSigningHost = async ({ rehearsal = false }: { rehearsal?: boolean } = {}): Promise<SigningHost> => {
  const house = await aDoor({ plan: { conflicts: true }, pace: { patience: 15_000 } });
  const mailroom = aMailroom(house);
  const { secretariat, everyone } = house;
  const { make, pass } = secretariat;
  const summit = '/summits/arvenne-2031';
  await make('/organizations', { slug: 'river-league', name: { en: 'River League' }, kind: 'city-network', rehearsal });
  await make('/summits', {
    slug: 'arvenne-2031',
    title: { en: 'Arvenne City Summit 2031', fr: 'Sommet d’Arvenne 2031' },
    zone: 'Europe/Paris',
    rehearsal,
  });
  await make(`${summit}/tracks`, { slug: 'voices', title: { en: 'Voices' } });
  await make(`${summit}/sessions`, {
    reference: 'RC 7',
    track: 'voices',
    title: { en: 'Rivers that borders cross' },
    lead: [{ organization: 'river-league' }],
    start: '2031-02-10T09:00:00Z',
    end: '2031-02-10T10:30:00Z',
  });
  const session = `${summit}/sessions/rc-7`;
  await pass(session, 'submitted', 'accepted', 'scheduled', 'held');
  for (const [at, text] of outcomes.entries()) {
    const words =
      at === 0
        ? { en: text, ar: 'أن يسمي كل رصيف مكتبًا واحدًا', fr: 'que chaque quai désigne un guichet' }
        : { en: text };
    const { slug } = await make(`${session}/outcomes`, { type: 'recommendation', text: words });
    await pass(`${session}/outcomes/${String(slug)}`, 'filed');
  }
  let [texts, cities] = [0, 0];

  const text: SigningHost['text'] = async () => {
    const slug = `text-${(texts += 1)}`;
    await make(`${summit}/declarations`, {
      slug,
      title: { en: 'Arvenne Declaration', fr: 'Déclaration d’Arvenne' },
      kind: 'declaration',
    });
    await make(`${summit}/declarations/${slug}/opening`, {});
    return `${summit}/declarations/${slug}`;
  };
  // Most cities sign one text.
  let common: string | undefined;

  const city: SigningHost['city'] = async () => {
    const slug = `city-${(cities += 1)}`;
    await make('/organizations', { slug, name: { en: `City ${cities}` }, kind: 'city', country: 'PT', rehearsal });
    await make(`${summit}/participations`, { organization: slug, capacities: ['participating-member'] });
    return slug;
  };

  const open: SigningHost['open'] = (token) => everyone.get(`/signings/${token}`);
  const hashOf: SigningHost['hashOf'] = async (token) => ((await ok(open(token))).text as { hash: string }).hash;
  const kept = async (): Promise<readonly Message[]> => {
    const { items = [] } = (await secretariat.get(`${summit}/mails?limit=200`)).json;
    const mails = await Promise.all(
      items.map(async ({ id }) => (await secretariat.get(`${summit}/mails/${String(id)}`)).json),
    );
    return mails.map(({ message, letter }) => ({
      ...(message as Message),
      to: (letter as { to: { address: string } }).to.address,
      headers: {},
    }));
  };
  const arrived = async (): Promise<readonly Message[]> => {
    const mails = await mailroom.deliver();
    return rehearsal ? kept() : mails;
  };
  const mailTo = async (address: string): Promise<Message> => {
    const mail = (await arrived()).findLast(({ to }) => to === address);
    if (!mail) throw new Error(`No mail arrived at ${address}.`);
    return mail;
  };

  const prepare: SigningHost['prepare'] = (token, given = {}) =>
    everyone.post(`/signings/${token}/preparation`, { ...preparation, ...given });
  const code: SigningHost['code'] = async (token) =>
    everyone.post(`/signings/${token}/code`, { hash: await hashOf(token) });

  return {
    house,
    mailroom,
    summit,
    text,
    city,
    open,
    hashOf,
    prepare,
    code,
    asked: async ({ text: given, given: more = {} } = {}) => {
      const at = given ?? (common ??= await text());
      const organization = await city();
      const [office, signatory] = [`office-${organization}@example.org`, `mayor-${organization}@example.org`];
      const { slug } = await make(`${at}/signings`, {
        organization,
        capacity: 'signatory',
        office: { address: office },
        signatory: { address: signatory },
        ...more,
      });
      const token = tokenIn(await mailTo(office));
      return { text: at, signing: `${at}/signings/${String(slug)}`, organization, office, signatory, token };
    },
    coded: async ({ token, signatory }) => {
      await ok(prepare(token));
      await ok(code(token));
      const mail = await mailTo(signatory);
      return { code: codeIn(mail), token: tokenIn(mail) };
    },
    sign: async (token, digits, hash) =>
      everyone.post(`/signings/${token}/signature`, { code: digits, hash: hash ?? (await hashOf(token)) }),
    tell: async () => {
      await tellOfSignatures(house.door.house, house.clock.now);
      return arrived();
    },
    holds: async (name, path, draft) => {
      await make(path, { email: `${name}@example.org`, ...draft });
      await (await house.as(name)).make('/me/bindings', { identity: await identityOf(name) });
      await mailroom.deliver();
    },
  };
};

/** The same for all tests of a file: after each nothing in the table contradicts itself, and nothing has failed unseen. */
export const aWatchedSigningHost = async (options: { rehearsal?: boolean } = {}): Promise<SigningHost> => {
  const host = await aSigningHost(options);
  afterAll(() => host.house.close());
  afterEach(async () => {
    expect(faultsOf(await host.house.dump())).toEqual([]);
    expect(host.house.logged).toEqual([]);
  });
  return host;
};
