import type { DeedName } from '../../../shared/domain/access.ts';
import type { Asked, Page, PageRoute } from '../page.ts';
import { type Editing, openForm, sentForm } from './editing.tsx';
import { passed } from './passing.tsx';

interface Pages<R> {
  /** Where the list stands; one record stands below it by its own name. */
  at: string;
  noun: string;
  may: DeedName;
  listed: (asked: Asked) => Promise<Page>;
  editingOf: (asked: Asked, isNew: boolean) => Promise<Editing<R>>;
}

/** The pages that most nouns have: the list, the form of a new one, the form of one, and its passing to another state. */
export const recordPages = <R>({ at, noun, may, listed, editingOf }: Pages<R>): PageRoute[] => {
  const one = `${at}/{${noun}}`;
  const passing = async (asked: Asked): Promise<Page | Response> => {
    const editing = await editingOf(asked, false);
    return passed(asked, {
      path: editing.path,
      back: `/${asked.language}${editing.at}`,
      again: () => openForm(asked, editing),
    });
  };
  return [
    { method: 'GET', path: at, may, handle: listed },
    { method: 'GET', path: `${at}/new`, may, handle: async (asked) => openForm(asked, await editingOf(asked, true)) },
    { method: 'POST', path: `${at}/new`, may, handle: async (asked) => sentForm(asked, await editingOf(asked, true)) },
    { method: 'GET', path: one, may, handle: async (asked) => openForm(asked, await editingOf(asked, false)) },
    { method: 'POST', path: one, may, handle: async (asked) => sentForm(asked, await editingOf(asked, false)) },
    { method: 'POST', path: `${one}/state`, may, handle: passing },
  ];
};
