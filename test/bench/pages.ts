import type { Hono } from 'hono';
import { api } from '../../functions/api/app.ts';
import { pages } from '../../functions/web/app.tsx';
import type { Site } from '../../shared/http/site.ts';
import type { House } from '../../shared/operations/perform.ts';
import { builtForBrowsers } from '../pages.ts';
import { inTurns, type Ratio, timed } from './measure.ts';
import { measured, setPages } from './page-stage.ts';

const [warming, rounds] = [60, 150];

const never = (): Promise<never> => Promise.reject(new Error('nobody signs in here'));

const siteOf = (house: House): Site => ({
  house,
  trust: () => ({ issuer: '', clients: [], keys: never }),
  stamp: () => ({ request: 'bench', at: new Date('2027-02-01T09:00:00Z') }),
  log: (entry) => console.error(entry),
  site: 'https://plenary.example',
  issuer: '',
  client: '',
  provider: never,
  secret: () => '',
});

/** A page that is measured: against what records of the API, and how many milliseconds it may take on two cores. */
interface Measured {
  what: string;
  page: string;
  records: readonly string[];
  budget: number;
  milliseconds: number;
}

const all: readonly Measured[] = [
  {
    what: 'a session',
    page: measured.session,
    records: [measured.session],
    budget: 6,
    milliseconds: 6,
  },
  {
    what: 'a day of 75 sessions',
    page: measured.day,
    records: [measured.day],
    budget: 2.5,
    milliseconds: 8,
  },
  {
    what: 'a declaration with 312 signatories',
    page: measured.declaration,
    records: [measured.declaration, `${measured.declaration}/counts`, `${measured.declaration}/signatures?limit=200`],
    budget: 2,
    milliseconds: 7,
  },
];

const read = async (app: Hono, path: string): Promise<void> => {
  const response = await app.request(`https://plenary.example${path}`);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  await response.text();
};

/** A page as it is rendered, against the records that it shows, as the API answers them. */
const ratioOf = async (web: Hono, records: Hono, { what, page, ...one }: Measured): Promise<Ratio> => {
  const ours = () => read(web, `/en${page}`);
  const bare = async () => {
    for (const path of one.records) await read(records, `/api/v1${path}`);
  };
  for (let warm = 0; warm < warming; warm += 1) await Promise.all([ours(), bare()]);
  const [mine = 0, its = 0] = await inTurns(rounds, [() => timed(ours), () => timed(bare)]);
  return {
    what: `the page of ${what}, against its records through the API; of ${one.milliseconds} ms at most`,
    ours: mine,
    bare: its,
    budget: one.budget,
  };
};

/** The pages over a house that has what is measured. */
export const aSiteOf = async (house: House): Promise<Hono> => {
  await setPages(house);
  return pages(siteOf(house), builtForBrowsers);
};

/** What it takes to render the pages that most people open. */
export const pageRatios = async (house: House, web: Hono): Promise<Ratio[]> => {
  const records = api(siteOf(house));
  const ratios: Ratio[] = [];
  for (const one of all) ratios.push(await ratioOf(web, records, one));
  return ratios;
};
