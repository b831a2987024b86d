/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// A desk that stays where it is: its small forms are sent without leaving the page, and what they change is put in place from the answer, which is the
// page that everybody without script gets. Whoever comes back to the page sees what others changed meanwhile.

/** What is put in place anew, by its id. */
const parts = ['panel', 'checks', 'place', 'crew'];

const said = (words: string): void => {
  const line = document.getElementById('live-said');
  if (line) line.textContent = words;
};

const isDesk = (page: Document): boolean => page.getElementById('panel') !== null;

/** Puts in place what another page of the same address shows. */
const put = (page: Document): void => {
  for (const id of parts) {
    const [now, next] = [document.getElementById(id), page.getElementById(id)];
    if (now && next) now.replaceWith(next);
  }
  document.querySelector('.faults')?.remove();
  const faults = page.querySelector('.faults');
  if (faults) document.getElementById('main')?.prepend(faults);
  said((faults ?? page.querySelector('.said'))?.textContent?.trim() ?? '');
};

const pageOf = async (response: Response): Promise<Document> =>
  new DOMParser().parseFromString(await response.text(), 'text/html');

/** Where the keyboard was, as it is found again: the same button of the same line, else its neighbour, else the heading. */
const refocus = (form: HTMLFormElement, button: HTMLElement | null): void => {
  const line = (form.elements.namedItem('panelist') as HTMLInputElement | null)?.value;
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-live]')].filter(
    (one) => (one.elements.namedItem('panelist') as HTMLInputElement | null)?.value === line,
  );
  const buttons = forms.flatMap((one) => [...one.querySelectorAll('button')]);
  const wanted = button?.getAttribute('value');
  const again = line === undefined ? undefined : (buttons.find(({ value }) => value === wanted) ?? buttons[0]);
  (again ?? document.querySelector<HTMLElement>('#panel a, #panel button'))?.focus();
};

const sent = async (form: HTMLFormElement, button: HTMLElement | null): Promise<void> => {
  const body = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
  const page = await pageOf(await fetch(form.action, { method: 'POST', body }));
  if (!isDesk(page)) throw new Error('The answer is another page.');
  put(page);
  refocus(form, button);
};

let busy = false;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.live === undefined) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  // What this cannot do, the browser does: it sends the form once more, under the same key, and shows what is answered.
  void sent(form, event.submitter)
    .catch(() => {
      const name = event.submitter?.getAttribute('name');
      if (name) {
        const kept = document.createElement('input');
        Object.assign(kept, { type: 'hidden', name, value: event.submitter?.getAttribute('value') ?? '' });
        form.append(kept);
      }
      form.submit();
    })
    .finally(() => (busy = false));
});

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible' || busy || document.querySelector('#panel :focus')) return;
  void fetch(location.href)
    .then(pageOf)
    .then((page) => {
      if (isDesk(page) && !busy)
        for (const id of parts) document.getElementById(id)?.replaceWith(page.getElementById(id) ?? '');
    })
    .catch(() => {});
});
