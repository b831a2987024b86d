/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// A search that answers while somebody types: the form asks for its own page and takes from it what it names. Without script the page itself is asked for.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-find]')) {
  const id = form.dataset['find'] ?? '';
  let last: AbortController | undefined;
  let waiting = 0;
  const find = async (): Promise<void> => {
    last?.abort();
    last = new AbortController();
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value !== '') address.searchParams.set(name, value as string);
    try {
      const answer = await fetch(address, { signal: last.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
      document.getElementById(id)?.replaceChildren(...(found?.childNodes ?? []));
      if (location.pathname === address.pathname) history.replaceState(null, '', address);
    } catch {
      // Overtaken by the next letter, or the connection is down: what was found stays.
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void find();
  });
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void find(), 250);
  });
}
