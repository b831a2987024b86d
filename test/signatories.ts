import { aDoor, type Client, type Household, type Json } from './door.ts';

/** The summit of these tests; everything in it is invented. */
export const signingSummit = 'arvenne-2031';

/** A house with a summit whose session filed two outcomes, and two cities that take part in it. */
export const aSigningHouse = async (options: Parameters<typeof aDoor>[0] = {}): Promise<Household> => {
  const house = await aDoor(options);
  const { make, pass } = house.secretariat;
  await make('/organizations', { slug: 'river-league', name: { en: 'River League' }, kind: 'city-network' });
  await make('/summits', {
    slug: signingSummit,
    title: { en: 'Arvenne City Summit 2031' },
    zone: 'Europe/Paris',
    from: '2031-02-10',
    to: '2031-02-12',
  });
  await make(`/summits/${signingSummit}/sessions`, {
    reference: 'RC 7',
    title: { en: 'Rivers that borders cross' },
    lead: [{ organization: 'river-league' }],
    start: '2031-02-10T09:00:00Z',
    end: '2031-02-10T10:30:00Z',
  });
  const session = `/summits/${signingSummit}/sessions/rc-7`;
  await pass(session, 'submitted', 'accepted', 'scheduled', 'held');
  for (const text of ['that each quay names one desk', 'that ferries run at night']) {
    const { slug } = await make(`${session}/outcomes`, { type: 'recommendation', text: { en: text } });
    await pass(`${session}/outcomes/${String(slug)}`, 'filed');
  }
  await aCity(house, 'arvenne', { country: 'FR', population: [arvennesPeople] });
  await aCity(house, 'port-selva');
  return house;
};

const arvennesPeople = { value: 412_000, year: 2029, basis: 'own-area', source: 'Municipal register (invented)' };

/** A city, and what it takes part as; as nothing where that is empty. */
export const aCity = async (
  { secretariat: { make } }: Pick<Household, 'secretariat'>,
  slug: string,
  more: Json = {},
  capacities = ['participating-member'],
): Promise<void> => {
  await make('/organizations', { slug, name: { en: slug }, kind: 'city', ...more });
  if (capacities.length > 0) await make(`/summits/${signingSummit}/participations`, { organization: slug, capacities });
};

let made = 0;

/** A declaration of its own, by its address; drafted, or open for signature. */
export const aText = async ({ secretariat }: Household, isOpen = true): Promise<string> => {
  const slug = `text-${(made += 1)}`;
  const list = `/summits/${signingSummit}/declarations`;
  await secretariat.make(list, { slug, title: { en: 'Arvenne Declaration' }, kind: 'declaration' });
  if (isOpen) await secretariat.make(`${list}/${slug}/opening`, {});
  return `${list}/${slug}`;
};

/** The delegate of an organization. */
export const delegateOf = (house: Household, organization: string): Promise<Client> =>
  house.as(`delegate-of-${organization}`, { role: 'delegate', organization });

/** What a city signs with. */
export const aSigning = (organization: string, more: Json = {}): Json => ({
  organization,
  capacity: 'signatory',
  signedBy: 'Ilka Verrane',
  title: 'Mayor',
  mandate: { by: 'office' },
  ...more,
});
