/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import type { DeclarationCounts } from '../../../shared/domain/count.ts';
import type { PackageFaultCode, PackageVerdict } from '../../../shared/domain/package-fault.ts';
import { verifyPackage } from './verify.ts';

// The page has all its words: what was found only chooses among them, so that they are in the reader's language.

const groups = ['archive', 'members', 'keys', 'text', 'chain', 'counts', 'receipt'] as const;
type Group = (typeof groups)[number];

/** Which check each fault is of. */
const groupOf: Readonly<Record<PackageFaultCode, Group>> = {
  archive: 'archive',
  'format-unknown': 'archive',
  'member-missing': 'archive',
  'member-unknown': 'archive',
  'member-unreadable': 'archive',
  'member-altered': 'members',
  'other-key': 'keys',
  'bad-signature': 'keys',
  'keys-unreadable': 'keys',
  'text-altered': 'text',
  'text-elsewhere': 'text',
  'certificate-differs': 'text',
  'source-without-paragraph': 'text',
  'entry-missing': 'chain',
  'entry-altered': 'chain',
  'body-missing': 'chain',
  'body-altered': 'chain',
  'other-text': 'chain',
  'head-altered': 'chain',
  'counts-differ': 'counts',
  'receipt-unreadable': 'receipt',
  'receipt-elsewhere': 'receipt',
  'receipt-altered': 'receipt',
  'receipt-gone': 'receipt',
};

type How = 'pass' | 'block' | 'warn';

const howOf = (group: Group, { verdict, faults, about }: PackageVerdict): How => {
  if (faults.some(({ code }) => groupOf[code] === group)) return 'block';
  // What is behind a door that did not open was not looked at.
  if (!about && group !== 'archive') return 'warn';
  return group === 'keys' && verdict === 'origin-not-shown' ? 'warn' : 'pass';
};

const one = <E extends Element>(root: ParentNode, selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};

const numeral = (value: number): string => {
  const { lang } = document.documentElement;
  return new Intl.NumberFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang).format(value);
};

const form = one<HTMLFormElement>(document, '[data-check]');
const result = one<HTMLElement>(document, '[data-result]');
const trouble = one<HTMLElement>(document, '[data-trouble]');
const working = one<HTMLElement>(document, '[data-working]');

/** Fetched with the page, so that checking needs no connection. */
const ours = fetch('/.well-known/jwks.json').then(
  (answer) => (answer.ok ? answer.text() : undefined),
  () => undefined,
);

const say = (root: ParentNode, name: string, words: string | undefined): void => {
  const place = one<HTMLElement>(root, `[data-about="${name}"]`);
  place.textContent = words ?? '';
  const row = place.closest('div');
  if (row) row.hidden = words === undefined || words === '';
};

const sayCounts = (counts: DeclarationCounts | undefined): void => {
  const { signatories, observers } = counts ?? {};
  say(result, 'signatories', signatories && numeral(signatories.organizations));
  say(result, 'observers', observers && numeral(observers.organizations));
  // Where no country is known, nought would be read as none.
  say(result, 'countries', signatories && signatories.countries > 0 ? numeral(signatories.countries) : undefined);
  say(result, 'people', signatories && numeral(signatories.people.total));
};

const sayAbout = ({ about, keys }: PackageVerdict): void => {
  say(result, 'title', about?.title);
  say(result, 'declaration', about && `${about.summit}/${about.declaration}, ${about.version}`);
  say(result, 'entries', about && numeral(about.count));
  say(result, 'at', about?.at);
  say(result, 'hash', about?.hash);
  say(result, 'key', keys.join(', '));
  one<HTMLElement>(result, '[data-rehearsal]').hidden = about?.rehearsal !== true;
};

const show = (verdict: PackageVerdict, hasReceipt: boolean): void => {
  for (const sentence of result.querySelectorAll<HTMLElement>('[data-verdict]'))
    sentence.hidden = sentence.dataset['verdict'] !== verdict.verdict;
  for (const group of groups) {
    const line = one<HTMLElement>(result, `[data-group="${group}"]`);
    const how = howOf(group, verdict);
    line.className = how;
    line.hidden = group === 'receipt' && !hasReceipt;
    one(line, 'span').textContent = `${result.dataset[how] ?? ''}: `;
  }
  const details = one<HTMLElement>(result, '[data-details]');
  details.hidden = verdict.faults.length === 0;
  one(details, 'ul').replaceChildren(
    ...verdict.faults.map(({ detail, member, entry }) => {
      const line = document.createElement('li');
      line.textContent = [member, entry === undefined ? undefined : `#${entry}`, detail].filter(Boolean).join(': ');
      return line;
    }),
  );
  sayAbout(verdict);
  sayCounts(verdict.counts);
  result.hidden = false;
  one<HTMLElement>(result, 'h2').focus();
};

class Trouble extends Error {}

const fileIn = (name: string): File | undefined => {
  const file = new FormData(form).get(name);
  return file instanceof File && file.size > 0 ? file : undefined;
};

const packageBytes = async (address: string | undefined): Promise<ArrayBuffer> => {
  if (address === undefined) {
    const file = fileIn('package');
    if (!file) throw new Trouble('file');
    return file.arrayBuffer();
  }
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Trouble('fetch');
  return answer.arrayBuffer();
};

const keysChosen = async (): Promise<string[]> => {
  const chosen = new FormData(form);
  if (chosen.get('keys') === 'none') return [];
  if (chosen.get('keys') === 'own') {
    const own = chosen.get('own');
    return typeof own === 'string' && own.trim() !== '' ? [own.trim()] : [];
  }
  const published = await ours;
  if (published === undefined) throw new Trouble('keys');
  return [published];
};

const check = async (address?: string): Promise<void> => {
  for (const words of trouble.querySelectorAll<HTMLElement>('[data-for]')) words.hidden = true;
  trouble.hidden = true;
  result.hidden = true;
  working.hidden = false;
  try {
    const [bytes, keys, receipt] = await Promise.all([
      packageBytes(address),
      keysChosen(),
      fileIn('receipt')?.text() ?? Promise.resolve(undefined),
    ]);
    show(await verifyPackage(bytes, { keys, receipt }), receipt !== undefined);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    one<HTMLElement>(trouble, `[data-for="${error.message}"]`).hidden = false;
    trouble.hidden = false;
    trouble.focus();
  } finally {
    working.hidden = true;
  }
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
form.querySelector<HTMLElement>('[data-package]')?.addEventListener('click', ({ currentTarget }) => {
  void check((currentTarget as HTMLElement).dataset['package']);
});
form.hidden = false;
