import { expect, test } from 'vitest';
import {
  ContactDraft,
  Person,
  PersonChange,
  PersonDraft,
  registerPerson,
  revisePerson,
} from '../../../shared/domain/person.ts';
import { aPerson } from '../../records.ts';
import { issues } from '../../refusal.ts';

test('a person has an opaque id and no name in the address', () => {
  const draft = PersonDraft().parse({ name: 'Ilka Verrane' });

  const person = registerPerson('x7k2', draft);

  expect(person).toEqual({ ...draft, id: 'x7k2', version: 1, state: 'listed', named: false });
  expect(Person().parse(person)).toEqual(person);
});

test('a person who changes keeps the id, the version that was read and the state', () => {
  const draft = PersonChange().parse({ name: 'Ilka Verrane-Osk', state: 'listed' });

  expect(revisePerson(aPerson({ version: 4 }), draft)).toEqual({
    ...draft,
    id: 'ilka',
    version: 4,
    state: 'listed',
    named: true,
  });
});

test('contact details are addresses that mail can be sent to', () => {
  expect(issues(ContactDraft(), { emails: ['ilka@example.org', 'ilka at example'] })).toEqual([
    { pointer: '/emails/1', detail: 'Give an e-mail address such as "name@example.org".' },
  ]);
});
