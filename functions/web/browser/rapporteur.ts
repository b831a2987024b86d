/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { asideFor, isAside } from '../rapporteur/aside.ts';
import { linesOf, outcomeBody } from '../rapporteur/body.ts';
import {
  type Answer,
  dropLine,
  keepLine,
  keptLines,
  type Line,
  type Place,
  type Round,
  sendLines,
} from '../rapporteur/lines.ts';

// The rapporteur's page where there is script: a line is kept on the device the moment that Enter is pressed, and sent as soon as there is a connection.

type Words = Readonly<Record<string, string>>;

const made = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

const reasonIn = async (response: Response): Promise<string> => {
  const problem = (await response.json().catch(() => ({}))) as {
    detail?: string;
    errors?: { detail: string }[];
  };
  return problem.errors?.map(({ detail }) => detail).join(' ') || problem.detail || String(response.status);
};

const network = async (path: string, init?: RequestInit): Promise<Response | undefined> => {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init, signal: AbortSignal.timeout(20_000) });
  } catch {
    return undefined;
  }
};

/** What the page needs to open again, put aside for one account; what another account had is thrown away. */
const putAside = async (account: string): Promise<void> => {
  if (!('caches' in globalThis)) return;
  const name = asideFor(account);
  for (const other of await caches.keys()) if (isAside(other) && other !== name) await caches.delete(other);
  const cache = await caches.open(name);
  const loaded = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/assets\/(?!.*-worker)/.test(pathname))
    .map(({ pathname }) => pathname);
  await Promise.all([...new Set(loaded)].map((path) => cache.add(path).catch(() => undefined)));
};

const pageNow = async (account: string): Promise<Document | undefined> => {
  const response = await network(location.pathname, { redirect: 'manual', headers: { accept: 'text/html' } });
  if (!response?.ok) return undefined;
  const text = await response.clone().text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  // Another account's page is nobody's to put aside here.
  if ('caches' in globalThis && page.querySelector<HTMLElement>('[data-account]')?.dataset.account === account)
    await (await caches.open(asideFor(account))).put(location.pathname, response);
  return page;
};

class Report {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLTextAreaElement;
  readonly #words: Words;
  readonly #place: Place;
  readonly #list = made('ul', 'list');
  readonly #kept = made('section', 'stack close');
  readonly #say = made('p', 'said');
  #isSending = false;
  #isWanted = false;
  #pause = 2_000;

  constructor(form: HTMLFormElement, field: HTMLTextAreaElement) {
    this.#form = form;
    this.#field = field;
    this.#words = JSON.parse(form.dataset.words ?? '{}') as Words;
    const { account = '', outcomes = '' } = form.dataset;
    this.#place = { shelf: localStorage, account, outcomes };
    this.#kept.append(made('h2', '', this.#word('lines')), this.#list);
    this.#say.setAttribute('role', 'status');
    this.#say.hidden = true;
    form.after(this.#say, this.#kept);
    const hint = form.querySelector('#text-hint');
    if (hint) hint.textContent = form.dataset.hint ?? '';
  }

  #word(name: string): string {
    return this.#words[name] ?? name;
  }

  begin(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#keep();
    });
    this.#field.addEventListener('keydown', (event) => {
      // Whoever composes a character in another script ends that by Enter, too.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#keep();
    });
    this.#recall();
    addEventListener('online', () => void this.#send());
    addEventListener('storage', () => this.#show());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#send();
    });
    this.#show();
    void this.#send();
  }

  #typed(): Record<string, string> {
    return Object.fromEntries(
      [...new FormData(this.#form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  }

  /** The kind and the language of the last line, for the next, on this device. */
  #recall(): void {
    const last = JSON.parse(localStorage.getItem('plenary last line') ?? '{}') as Words;
    const isAsked = new URL(location.href).searchParams.has('type') || this.#field.value !== '';
    for (const name of ['type', 'language']) {
      const select = this.#form.elements.namedItem(name);
      if (!(select instanceof HTMLSelectElement) || isAsked) continue;
      if ([...select.options].some(({ value }) => value === last[name])) select.value = last[name] ?? '';
    }
  }

  #keep(): void {
    const typed = this.#typed();
    const lines = linesOf(typed.text ?? '');
    if (lines.length === 0) return this.#field.focus();
    try {
      for (const [turn, line] of lines.entries())
        keepLine(this.#place, { key: crypto.randomUUID(), at: Date.now(), turn, body: outcomeBody(typed, line) });
    } catch {
      return this.#tell('full', true);
    }
    const { type = '', language = '' } = typed;
    localStorage.setItem('plenary last line', JSON.stringify({ type, language }));
    this.#field.value = '';
    this.#form.querySelectorAll<HTMLInputElement>('[type=checkbox]').forEach((box) => {
      box.checked = false;
    });
    this.#field.focus();
    this.#show();
    void this.#send();
  }

  #tell(name: string, isBad = false, link = false): void {
    this.#say.hidden = false;
    this.#say.className = isBad ? 'said warn' : 'said';
    this.#say.replaceChildren(this.#word(name));
    if (!link) return;
    const to = made('a', 'button small', this.#word('signIn'));
    to.href = this.#form.dataset.signIn ?? '/sign-in';
    this.#say.append(' ', to);
  }

  #show(): void {
    const lines = keptLines(this.#place);
    this.#kept.hidden = lines.length === 0;
    this.#list.replaceChildren(...lines.map((line) => this.#item(line)));
  }

  #item(line: Line): HTMLLIElement {
    const item = made('li', 'stack close');
    const [[language, words] = ['', '']] = Object.entries(line.body.text);
    const text = made('p', '', words);
    text.lang = language;
    text.dir = 'auto';
    const isRefused = line.refused !== undefined;
    const state = made('p', isRefused ? 'fault' : 'tag warn');
    state.textContent = isRefused
      ? this.#word('refused').replace('{reason}', line.refused ?? '')
      : this.#word(this.#isSending ? 'sending' : 'kept');
    item.append(text, state);
    if (isRefused) item.append(this.#choices(line, words));
    return item;
  }

  /** What was refused did nothing: its words go back into the field, or away. */
  #choices(line: Line, words: string): HTMLDivElement {
    const row = made('div', 'row close');
    const button = (name: string, deed: () => void): HTMLButtonElement => {
      const one = made('button', 'button small', this.#word(name));
      one.type = 'button';
      one.addEventListener('click', () => {
        dropLine(this.#place, line);
        deed();
        this.#show();
        this.#field.focus();
      });
      return one;
    };
    const back = (): void => {
      this.#field.value = [this.#field.value, words].filter((one) => one !== '').join('\n');
      for (const [name, value] of Object.entries({
        type: line.body.type,
        language: Object.keys(line.body.text)[0] ?? '',
        addressee: Object.values(line.body.addressee ?? {})[0] ?? '',
      })) {
        const field = this.#form.elements.namedItem(name);
        if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = value;
      }
    };
    row.append(
      button('edit', back),
      button('drop', () => {}),
    );
    return row;
  }

  async #send(): Promise<void> {
    this.#isWanted = true;
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#isWanted) {
        this.#isWanted = false;
        await this.#round();
      }
    } finally {
      this.#isSending = false;
      this.#show();
    }
  }

  /** One window of a browser sends at a time; another would send the same lines, harmlessly. */
  async #round(): Promise<void> {
    if (!('locks' in navigator)) return this.#sendNow();
    await navigator.locks.request('plenary lines', () => this.#sendNow());
  }

  async #sendNow(): Promise<void> {
    const waiting = keptLines(this.#place).filter(({ refused }) => refused === undefined);
    if (waiting.length === 0) return;
    this.#show();
    const round = (await this.#whoIsHere()) ?? (await this.#sendAll());
    this.#ended(round);
    if (keptLines(this.#place).length < waiting.length || round === 'done') await this.#renew();
  }

  /** What was kept for one account is not sent as another's. */
  async #whoIsHere(): Promise<Round | 'other' | undefined> {
    const response = await network('/api/v1/me');
    if (!response) return 'offline';
    if (response.status === 401) return 'signed-out';
    if (!response.ok) return 'later';
    const { account } = (await response.json()) as { account?: string };
    return account === this.#place.account ? undefined : 'other';
  }

  #sendAll(): Promise<Round> {
    const { outcomes } = this.#place;
    const post = async ({ key, body }: Line): Promise<Answer> => {
      const response = await network(outcomes, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
      if (!response) return undefined;
      return response.ok ? { status: response.status } : { status: response.status, reason: await reasonIn(response) };
    };
    const isThere = async ({ body }: Line): Promise<boolean | undefined> => {
      const response = await network(`${outcomes}?limit=200`);
      if (!response?.ok) return undefined;
      const { items } = (await response.json()) as { items: { type: string; text: Record<string, string> }[] };
      const said = JSON.stringify([body.type, body.text]);
      return items.some(({ type, text }) => JSON.stringify([type, text]) === said);
    };
    return sendLines(this.#place, { post, isThere, now: () => Date.now() }, () => this.#show());
  }

  #ended(round: Round | 'other'): void {
    if (round === 'done') {
      this.#pause = 2_000;
      if (keptLines(this.#place).length === 0) this.#tell('allSent');
      else this.#say.hidden = true;
      return;
    }
    const names = { offline: 'offline', later: 'later', 'signed-out': 'signedOut', other: 'other' } as const;
    this.#tell(names[round], true, round === 'signed-out' || round === 'other');
    if (round !== 'offline' && round !== 'later') return;
    setTimeout(() => void this.#send(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, 60_000);
  }

  /** What there is by now, as the service shows it. */
  async #renew(): Promise<void> {
    const page = await pageNow(this.#place.account);
    for (const id of ['outcomes', 'none']) {
      const [now, then] = [page?.getElementById(id), document.getElementById(id)];
      if (now && then) then.replaceWith(document.adoptNode(now));
      else if (page && then) then.remove();
    }
  }
}

const form = document.querySelector<HTMLFormElement>('form.line[data-outcomes]');
const field = form?.querySelector('textarea');
if (form && field) new Report(form, field).begin();

const { account } = document.querySelector<HTMLElement>('[data-account]')?.dataset ?? {};

const settle = async (): Promise<void> => {
  if (account === undefined || !('serviceWorker' in navigator)) return;
  const [, language] = location.pathname.split('/');
  await navigator.serviceWorker.register('/assets/rapporteur-worker.js', { scope: `/${language}/rapporteur/` });
  await pageNow(account);
  await putAside(account);
};

// A page that cannot be put aside works as long as it is open.
settle().catch(() => undefined);
