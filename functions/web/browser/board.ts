/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// The board where there is script. What a move becomes is decided and told by the form of the session, as for who has no script: this sends it, shows the
// answer, and meanwhile shows the session where it is wanted.

/** Where a session is wanted: a column of the grid, and minutes since midnight. */
interface Aim {
  column: number;
  from: number;
}

type Words = Readonly<Record<string, string>>;

const filled = (template: string, values: Words): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const number = (element: Element | null, name: string): number =>
  Number(element instanceof HTMLElement ? element.dataset[name] : Number.NaN);

const midnight = 24 * 60;
const patience = 20_000;

/** The element that stands around the board. */
export class ScheduleBoard extends HTMLElement {
  /** The session in hand, where it was, and where it is to go; without an aim it is to wait in the tray. */
  #chip: HTMLAnchorElement | undefined;
  #aim: Aim | undefined;
  #mark = document.createElement('li');
  #busy = false;
  #url = '';

  connectedCallback(): void {
    this.#url = location.href;
    this.#mark.ariaHidden = 'true';
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('pointerdown', (event) => this.#down(event));
    this.addEventListener('submit', (event) => this.#submit(event));
    this.addEventListener('focusout', (event) => {
      if (this.#chip && event.relatedTarget && event.relatedTarget !== this.#chip) this.#cancel();
    });
    this.#ready();
    setInterval(() => void this.#look(), patience);
    addEventListener('focus', () => void this.#look());
  }

  get #words(): Words {
    return JSON.parse(this.dataset.words ?? '{}') as Words;
  }

  get #columns(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.room:not(.corner)')];
  }

  get #isWide(): boolean {
    return matchMedia('(width >= 48rem)').matches;
  }

  /** A link that is taken up is a button that is pressed. */
  #ready(): void {
    for (const chip of this.querySelectorAll<HTMLElement>('.chip:not(.fixed)')) {
      chip.setAttribute('role', 'button');
      chip.setAttribute('aria-pressed', 'false');
      chip.draggable = false;
    }
  }

  #say(text: string): void {
    const line = this.querySelector('.say');
    if (line) line.textContent = text;
  }

  #named(name: string, values: Words = {}): string {
    return filled(this.#words[name] ?? '', { session: this.#chip?.dataset.name ?? '', ...values });
  }

  #key(event: KeyboardEvent): void {
    const chip = (event.target as Element).closest<HTMLAnchorElement>('a.chip');
    if (!chip || !this.#isWide) return;
    const { key } = event;
    if (key === 'F2') location.assign(chip.href);
    else if (chip.classList.contains('fixed')) return;
    else if (key === 'Enter' || key === ' ') {
      if (this.#chip) void this.#drop();
      else this.#lift(chip);
    } else if (key === 'Delete') {
      this.#lift(chip);
      this.#aim = undefined;
      void this.#drop();
    } else if (!this.#chip) return;
    else if (key === 'Escape') this.#cancel();
    else if (!this.#step(key)) return;
    event.preventDefault();
  }

  #step(key: string): boolean {
    const way = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const step = number(this, 'step');
    const [across, down] = (
      {
        ArrowRight: [way, 0],
        ArrowLeft: [-way, 0],
        ArrowDown: [0, step],
        ArrowUp: [0, -step],
        PageDown: [0, 60],
        PageUp: [0, -60],
      } as Record<string, [number, number]>
    )[key] ?? [0, 0];
    if (across === 0 && down === 0) return false;
    const aim = this.#aim ?? { column: 0, from: number(this, 'from') };
    this.#point({ column: aim.column + across, from: aim.from + down });
    this.#say(this.#told());
    return true;
  }

  #lift(chip: HTMLAnchorElement): void {
    if (this.#busy) return;
    this.#chip = chip;
    chip.setAttribute('aria-pressed', 'true');
    const place = chip.closest('.place');
    this.#point(
      place
        ? { column: number(place, 'column'), from: number(place, 'from') }
        : { column: 0, from: number(this, 'from') },
    );
    this.#say(this.#named('lifted', { aim: this.#told() }));
  }

  /** Shows where the session would stand. */
  #point({ column, from }: Aim): void {
    const unit = number(this, 'unit');
    const first = number(this, 'from');
    const minutes = number(this.#chip ?? null, 'minutes');
    const last = Math.min(number(this, 'to'), midnight) - number(this, 'step');
    const aim = {
      column: Math.max(0, Math.min(this.#columns.length - 1, column)),
      from: Math.max(first, Math.min(last, from)),
    };
    this.#aim = aim;
    const span = Math.min(144, Math.ceil(Math.min(minutes, number(this, 'to') - aim.from) / unit));
    const clash = this.#taken() === undefined && !this.#isShut() ? '' : ' clash';
    this.#mark.className = `aim c${aim.column + 1} r${Math.floor((aim.from - first) / unit) + 1} s${span}${clash}`;
    this.#mark.textContent = clock(aim.from);
    this.querySelector('.hours')?.append(this.#mark);
    this.#mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Whether something of this kind is in the way of the aim. */
  #meets(selector: string): HTMLElement | undefined {
    const aim = this.#aim;
    if (!aim) return undefined;
    const until = aim.from + number(this.#chip ?? null, 'minutes');
    return [...this.querySelectorAll<HTMLElement>(selector)].find(
      (one) =>
        !one.contains(this.#chip ?? null) &&
        number(one, 'column') === aim.column &&
        number(one, 'from') < until &&
        aim.from < number(one, 'to'),
    );
  }

  #taken(): string | undefined {
    return this.#meets('.place')?.querySelector<HTMLElement>('.chip')?.dataset.name;
  }

  #isShut(): boolean {
    return this.#meets('.shut') !== undefined;
  }

  #told(): string {
    if (!this.#aim) return this.#words.unplaced ?? '';
    const room = this.#columns[this.#aim.column]?.textContent ?? '';
    const by = this.#taken();
    const how = by === undefined ? (this.#isShut() ? 'shut' : 'free') : 'taken';
    return this.#named(how, { room, time: clock(this.#aim.from), by: by ?? '' });
  }

  #end(): void {
    this.#mark.remove();
    this.#chip?.setAttribute('aria-pressed', 'false');
    this.#chip?.classList.remove('lifted');
    this.#chip = this.#aim = undefined;
  }

  #cancel(): void {
    this.#say(this.#named('cancelled'));
    this.#end();
  }

  /** Sends the session to where it is wanted. */
  async #drop(): Promise<void> {
    const [chip, aim] = [this.#chip, this.#aim];
    if (!chip || this.#busy) return;
    const place = chip.closest('.place');
    const isThere = aim ? number(place, 'column') === aim.column && number(place, 'from') === aim.from : place === null;
    if (isThere) return this.#cancel();
    const { tag = '', minutes = '' } = chip.dataset;
    const room = aim ? (this.#columns[aim.column]?.dataset.room ?? '') : '';
    const where: Words = aim ? { room, day: this.dataset.day ?? '', start: clock(aim.from), minutes } : { off: 'yes' };
    if (aim)
      this.#say(this.#named('sending', { room: this.#columns[aim.column]?.textContent ?? '', time: clock(aim.from) }));
    chip.classList.add('lifted');
    await this.#send(chip.href, { _tag: tag, ...where }, chip.dataset.session ?? '');
  }

  #submit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'post') return;
    event.preventDefault();
    const values = Object.fromEntries(
      [...new FormData(form, event.submitter)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
    void this.#send(form.action, values, /board\/([^/?]+)/.exec(form.action)?.[1] ?? '');
  }

  /** The answer is the board as it is now, or the form with what was refused. */
  async #send(address: string, values: Words, session: string): Promise<void> {
    this.#busy = true;
    try {
      const response = await fetch(address, { method: 'POST', body: new URLSearchParams(values) });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const refusal = page.querySelector('#refusal');
      const said = refusal ? this.#named('refused') : page.querySelector('.said')?.textContent;
      this.#end();
      if (response.ok && page.querySelector('schedule-board')) this.#moveTo(page, response.url);
      // A sign-in that has run out, and whatever else is neither: told where it can be told whole.
      else if (!refusal) return location.assign(address);
      else await this.#refuse(refusal);
      this.#say((said ?? '').trim());
      if (!refusal) this.#focus(session);
    } catch {
      this.#end();
      this.#say(this.#words.failed ?? '');
    } finally {
      this.#busy = false;
    }
  }

  #moveTo(page: Document, url: string): void {
    const address = new URL(url);
    for (const name of ['moved', 'off']) address.searchParams.delete(name);
    this.#url = address.href;
    history.replaceState(null, '', address);
    const [days, now] = [page.querySelector('.days'), document.querySelector('.days')];
    if (days && now) now.replaceWith(days);
    this.#draw(page);
    const said = page.querySelector('.said');
    this.querySelector('.answer')?.replaceChildren(...(said && said.children.length > 1 ? [said] : []));
  }

  async #refuse(refusal: Element): Promise<void> {
    await this.#look(true);
    this.querySelector('.answer')?.replaceChildren(refusal);
    refusal.scrollIntoView({ block: 'nearest' });
    (refusal.querySelector<HTMLElement>('button') ?? refusal.querySelector('a'))?.focus();
  }

  #focus(session: string): void {
    const chip = this.querySelector<HTMLElement>(`.chip[data-session="${session}"]`);
    chip?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    chip?.focus({ preventScroll: true });
  }

  /** Puts what a page shows in the place of what is shown: grid and tray, and not what was said. */
  #draw(page: Document): void {
    const next = page.querySelector<HTMLElement>('schedule-board');
    if (!next) return;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.session;
    const grid = this.querySelector('.grid');
    const [left, top] = [grid?.scrollLeft ?? 0, grid?.scrollTop ?? 0];
    for (const part of ['.grid', '#tray', '.tray']) {
      const fresh = next.querySelector(part);
      if (fresh) this.querySelector(part)?.replaceWith(fresh);
    }
    for (const [name, value] of Object.entries(next.dataset)) this.dataset[name] = value;
    this.querySelector('.grid')?.scrollTo(left, top);
    this.#ready();
    if (focused) this.#focus(focused);
  }

  #places(root: ParentNode): Map<string, HTMLElement> {
    return new Map([...root.querySelectorAll<HTMLElement>('.chip')].map((chip) => [chip.dataset.session ?? '', chip]));
  }

  /** Looks whether somebody else changed something; while a session is in hand nothing moves under it. */
  async #look(always = false): Promise<void> {
    if (!always && (this.#chip || this.#busy || document.hidden)) return;
    const response = await fetch(this.#url, { headers: always ? {} : { 'if-none-match': this.dataset.stamp ?? '' } });
    if (!response.ok || (!always && this.#chip)) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const before = this.#places(this);
    const after = this.#places(page);
    this.#draw(page);
    const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((session) => {
      const [was, is] = [before.get(session)?.dataset, after.get(session)?.dataset];
      if (was?.place === is?.place) return [];
      return [`${is?.name ?? was?.name}: ${is?.place ?? this.#words.unplaced}`];
    });
    if (changes.length > 0 && !always) this.#say(filled(this.#words.elsewhere ?? '', { changes: changes.join('; ') }));
  }

  #down(event: PointerEvent): void {
    const chip = (event.target as Element).closest<HTMLAnchorElement>('a.chip:not(.fixed)');
    if (!chip || event.button !== 0 || this.#busy || !this.#isWide) return;
    const box = chip.getBoundingClientRect();
    const held = { x: event.clientX - box.x, y: event.clientY - box.y };
    let ghost: HTMLElement | undefined;
    const over = new AbortController();
    const on = { signal: over.signal };
    const end = (): void => {
      over.abort();
      ghost?.remove();
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
      if (!ghost) {
        if (Math.hypot(x - event.clientX, y - event.clientY) < 5) return;
        this.#lift(chip);
        ghost = chip.cloneNode(true) as HTMLElement;
        ghost.className += ' ghost';
        ghost.ariaHidden = 'true';
        document.body.append(ghost);
        chip.classList.add('lifted');
      }
      ghost.style.translate = `${x - Math.min(held.x, 120)}px ${y - Math.min(held.y, 40)}px`;
      this.#follow(x, y, y - held.y);
    };
    addEventListener('pointermove', move, on);
    addEventListener(
      'pointerup',
      ({ clientX: x, clientY: y }: PointerEvent) => {
        const moved = ghost !== undefined;
        end();
        if (!moved) return;
        // The click that follows would open the form.
        addEventListener('click', (click) => click.preventDefault(), {
          capture: true,
          once: true,
          signal: AbortSignal.timeout(50),
        });
        if (this.#follow(x, y, y - held.y)) void this.#drop();
        else this.#cancel();
      },
      on,
    );
    for (const name of ['pointercancel', 'keydown'])
      addEventListener(
        name,
        () => {
          end();
          if (this.#chip) this.#cancel();
        },
        on,
      );
  }

  /** Aims at what is under the pointer: a place of the grid, or the tray. `top`: where the session itself begins. */
  #follow(x: number, y: number, top: number): boolean {
    const under = document.elementsFromPoint(x, y);
    const isIn = (selector: string): boolean => under.some((one) => this.contains(one) && one.closest(selector));
    if (isIn('.tray')) {
      this.#aim = undefined;
      this.#mark.remove();
      return true;
    }
    const rooms = this.#columns.map((room) => room.getBoundingClientRect());
    const column = rooms.findIndex(({ left, right }) => left <= x && x < right);
    const [hour, next] = [...this.querySelectorAll('.hour')].map((one) => one.getBoundingClientRect());
    if (!isIn('.grid') || column < 0 || !hour) return false;
    const perMinute = (next ? next.top - hour.top : hour.height) / (number(this, 'unit') * 12);
    const step = number(this, 'step');
    const inTray = this.#chip?.closest('.tray') ? y : top;
    this.#point({ column, from: number(this, 'from') + Math.round((inTray - hour.top) / perMinute / step) * step });
    return true;
  }
}

customElements.define('schedule-board', ScheduleBoard);
