/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { isAside } from '../rapporteur/aside.ts';

// Whoever signs out leaves no page behind on the device. Lines that were not sent yet stay: they are sent when their account signs in again.

const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]');

const forget = async (): Promise<void> => {
  const names = await caches.keys();
  await Promise.all(names.filter(isAside).map((name) => caches.delete(name)));
};

form?.addEventListener('submit', (event) => {
  if (!('caches' in globalThis)) return;
  event.preventDefault();
  const wait = new Promise<void>((resolve) => {
    setTimeout(resolve, 2_000);
  });
  void Promise.race([forget(), wait]).finally(() => form.submit());
});
