import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inserts, type Amendment } from '../../../shared/domain/amendment.ts';
import { accepted, enacted, rejected, takenFrom } from '../../../shared/domain/amendment-decision.ts';
import { proposeAmendment } from '../../../shared/domain/amendment-proposal.ts';
import { standings, standsIn } from '../../../shared/domain/amendment-standing.ts';
import {
  type Draft,
  type Edit,
  edited,
  type Editing,
  merged,
  moved,
  removed,
  reworded,
  split,
  standingIn,
} from '../../../shared/domain/edit.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { inOrder, type Paragraph } from '../../../shared/domain/paragraph.ts';
import { aDeclaration, aParagraph, aSource } from '../../builders.ts';
import { anAmendment, aParticipation } from '../../records.ts';

const text = (en: string): Partial<Paragraph> => ({ text: { en } });
const gone = { at: '2031-03-01T09:00:00Z', by: 'mirel' };

describe('an amendment in today’s text', () => {
  test('stands as proposed while nothing changed', () => {
    expect(standsIn(anAmendment(), [aParagraph()])).toEqual({
      as: 'as-proposed',
      place: { paragraph: 'p1', part: 'operative', after: null },
      because: undefined,
      words: 'that each city names two desks',
    });
  });

  test('is rebased where other words changed', () => {
    const today = aParagraph(text('that every city names one desk'));

    expect(standsIn(anAmendment({ words: { en: 'that each city names one open desk' } }), [today])).toMatchObject({
      as: 'rebased',
      words: 'that every city names one open desk',
    });
  });

  test('collides where the same words changed', () => {
    const stands = standsIn(anAmendment(), [aParagraph(text('that each city names three desks'))]);

    expect(stands).toMatchObject({ as: 'collides', collisions: [{ base: 'one', today: 'three', proposed: 'two' }] });
    expect(stands).not.toHaveProperty('words');
  });

  test('to delete collides with any change of what it deletes', () => {
    const deleting = anAmendment({ kind: 'delete', words: undefined });

    expect(standsIn(deleting, [aParagraph()])).toMatchObject({ as: 'as-proposed', words: '' });
    expect(standsIn(deleting, [aParagraph(text('that each city names a desk'))]).as).toBe('collides');
    expect(standsIn(deleting, [aParagraph(text('that each city names one desk at night'))]).as).toBe('collides');
  });

  test('follows its paragraph into the one that it was merged into', () => {
    const merged = [
      aParagraph({ gone: { ...gone, into: 'p2' } }),
      aParagraph({ slug: 'p2', order: 1, ...text('that ferries run at night; that each city names one desk') }),
    ];

    expect(standsIn(anAmendment(), merged)).toMatchObject({
      as: 'displaced',
      because: 'merged',
      place: { paragraph: 'p2' },
      words: 'that ferries run at night; that each city names two desks',
    });
    expect(standsIn(anAmendment({ kind: 'delete', words: undefined }), merged)).toMatchObject({
      place: { paragraph: 'p2' },
      words: 'that ferries run at night;',
    });
    expect(standsIn(anAmendment({ kind: 'insert-before' }), merged)).toMatchObject({
      as: 'displaced',
      place: { paragraph: null, part: 'operative', after: null },
    });
    expect(standsIn(anAmendment({ kind: 'insert-after' }), merged).place.after).toBe('p2');
  });

  test('is found in the part that its words went to when its paragraph was split', () => {
    const words = 'that ferries run at night, and that each city names one desk';
    const amendment = anAmendment({
      base: { paragraph: 1, words, part: 'operative', order: 0 },
      words: { en: words.replace('one desk', 'two desks') },
    });
    const parts = [
      aParagraph(text('that ferries run at night')),
      aParagraph({ slug: 'p9', order: 1, parents: ['p1'], ...text('that each city names one desk') }),
      aParagraph({ slug: 'p3', order: 2, ...text('that buses do') }),
    ];

    expect(standsIn(amendment, parts)).toMatchObject({
      as: 'displaced',
      because: 'split',
      place: { paragraph: 'p9', after: 'p1' },
      words: 'that each city names two desks',
    });
    expect(standsIn({ ...amendment, kind: 'insert-after' }, parts).place.after).toBe('p9');
    // What followed already was split off earlier, and was no part of it.
    expect(
      standsIn({ ...amendment, kind: 'insert-after', base: { ...amendment.base, next: 'p9' } }, parts).place.after,
    ).toBe('p1');
  });

  test('keeps its place where its paragraph was removed', () => {
    const removed = [
      aParagraph({ slug: 'p0', order: -1 }),
      aParagraph({ gone: { ...gone, reason: 'Said twice.' } }),
      aParagraph({ slug: 'p2', order: 1 }),
    ];

    expect(standsIn(anAmendment({ kind: 'insert-after' }), removed)).toMatchObject({
      as: 'displaced',
      because: 'removed',
      place: { paragraph: null, part: 'operative', after: 'p0' },
      words: 'that each city names two desks',
    });
    const replacing = standsIn(anAmendment(), removed);
    expect(replacing).toMatchObject({ as: 'displaced', because: 'removed', place: { paragraph: null, after: 'p0' } });
    expect(() => takenFrom(anAmendment(), replacing, 'anything')).toThrow('was removed');
  });

  test('to a point goes by that point alone', () => {
    const point = (id: string, en: string) => ({ id, text: { en }, addressees: [], sources: [] });
    const paragraph = aParagraph({ text: undefined, points: [point('s1', 'one desk'), point('s2', 'two ferries')] });
    const amendment = anAmendment({
      point: 's2',
      words: { en: 'three ferries' },
      base: { paragraph: 1, words: 'two ferries', part: 'operative', order: 0 },
    });

    expect(standsIn(amendment, [paragraph])).toMatchObject({ as: 'as-proposed', words: 'three ferries' });
    const changed = { ...paragraph, points: [point('s1', 'five desks'), point('s2', 'two ferries')] };
    expect(standsIn(amendment, [changed]).as).toBe('as-proposed');
    expect(standsIn(amendment, [{ ...paragraph, points: [point('s1', 'one desk')] }])).toMatchObject({
      as: 'displaced',
      because: 'removed',
    });
  });
});

describe('open amendments to one paragraph', () => {
  const collisions = (...all: Amendment[]): Record<string, string[]> =>
    Object.fromEntries([...standings(all, [aParagraph()])].map(([slug, { collidesWith }]) => [slug, collidesWith]));
  const saying = (slug: string, en: string): Amendment => anAmendment({ slug, words: { en } });
  const deleting = (slug: string): Amendment => anAmendment({ slug, kind: 'delete', words: undefined });

  test('collide where they change the same words in different ways', () => {
    const all = [
      saying('a1', 'that each city names two desks'),
      saying('a2', 'that each city names three desks'),
      saying('a3', 'that every city names one desk'),
      saying('a4', 'that each city names two desks'),
    ];

    expect(collisions(...all)).toEqual({ a1: ['a2'], a2: ['a1', 'a4'], a3: [], a4: ['a2'] });
  });

  test('collide where one takes away what the other changes', () => {
    expect(collisions(saying('a1', 'that every city names one desk'), deleting('a2'), deleting('a3'))).toEqual({
      a1: ['a2', 'a3'],
      a2: ['a1'],
      a3: ['a1'],
    });
  });

  test('stand beside each other where they insert, and beside one that deletes', () => {
    const inserting = (slug: string): Amendment => anAmendment({ slug, kind: 'insert-after' });

    expect(collisions(inserting('a1'), inserting('a2'), deleting('a3'))).toEqual({ a1: [], a2: [], a3: [] });
  });

  test('that are decided stand nowhere any more', () => {
    expect([...standings([anAmendment({ state: 'rejected' })], [aParagraph()])]).toEqual([]);
  });
});

// A text that is edited, amended and decided upon in any order.
const words = ['ferries', 'desks', 'quays', 'floods', 'buses', 'night', 'cities', 'funds'];
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map((all) => all.join(' '));
const step = fc.record({
  deed: fc.constantFrom('propose', 'accept', 'accept', 'reject', 'reword', 'split', 'merge', 'move', 'remove'),
  kind: fc.constantFrom('replace', 'insert-before', 'insert-after', 'delete'),
  which: fc.nat(),
  other: fc.nat(),
  en: sentence,
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface World {
  draft: Draft;
  amendments: Amendment[];
  ids: number;
}

const picked = <T>(all: readonly T[], nth: number): T | undefined => all[nth % Math.max(all.length, 1)];

const wordingOf = ({ heading, opening, addressees, points, footnotes = [] }: Paragraph, en: string) => ({
  heading,
  opening,
  addressees,
  points,
  footnotes,
  text: { en },
});

const doing = { at: '2031-03-01T09:00:00Z', by: 'mirel' };

const editsOf = (world: World, { deed, which, other, en }: Step, editing: Editing): Edit[] => {
  const { draft } = world;
  const standing = standingIn(draft);
  const [one, two] = [picked(standing, which), picked(standing, other)];
  if (!one || !two) return [];
  if (deed === 'reword') return [reworded(draft, one, { ...wordingOf(one, en), theme: undefined }, editing)];
  if (deed === 'split') {
    const all = (one.text?.en ?? '').split(' ');
    const parts = [all.slice(0, Math.ceil(all.length / 2)), all.slice(Math.ceil(all.length / 2))];
    return parts.every((part) => part.join('') !== '')
      ? split(
          draft,
          one,
          parts.map((part) => wordingOf(one, part.join(' '))),
          editing,
        )
      : [];
  }
  if (one.slug === two.slug)
    return deed === 'remove' && standing.length > 1 ? [removed(one, 'Said twice.', editing)] : [];
  if (deed === 'merge') return merged(draft, one, [two], undefined, editing);
  return deed === 'move' ? moved(draft, one, { after: two.slug }, editing) : [];
};

const proposing = ({ draft }: World, { which, kind, en }: Step, slug: string): Amendment | undefined => {
  const paragraph = picked(standingIn(draft), which);
  if (!paragraph) return undefined;
  const { declaration } = draft;
  const proposal = {
    organization: 'port-selva',
    paragraph: paragraph.slug,
    kind,
    reason: 'So.',
  };
  return proposeAmendment(
    { ...declaration, rehearsal: false },
    slug,
    { ...proposal, ...(kind === 'delete' ? {} : { words: { en } }) },
    { against: { paragraph }, participation: aParticipation(), by: 'linus', at: doing.at, faults: [] },
  );
};

const replaced = (all: readonly Amendment[], one: Amendment): Amendment[] =>
  all.map((each) => (each.slug === one.slug ? one : each));

const next = (world: World, taken: Step): World => {
  let { ids } = world;
  const editing: Editing = { doing, newId: () => `n${(ids += 1)}` };
  const open = picked(
    world.amendments.filter(({ state }) => state === 'proposed'),
    taken.which,
  );
  try {
    if (taken.deed === 'propose') {
      const amendment = proposing(world, taken, `a${(ids += 1)}`);
      return { ...world, ids, amendments: [...world.amendments, ...(amendment ? [amendment] : [])] };
    }
    if (taken.deed === 'reject' && open)
      return { ...world, amendments: replaced(world.amendments, rejected(open, doing)) };
    if (taken.deed === 'accept' && open) {
      const stands = standsIn(open, world.draft.paragraphs);
      const words = takenFrom(open, stands, stands.words === undefined ? taken.en : undefined);
      const { edits, paragraph } = enacted(world.draft, open, stands, words, editing);
      const amendments = replaced(world.amendments, accepted(open, words, paragraph, doing));
      return { draft: edited(world.draft, edits), ids, amendments };
    }
    return { ...world, draft: edited(world.draft, editsOf(world, taken, editing)), ids };
  } catch (error) {
    // What is refused changes nothing.
    if (error instanceof DomainError) return world;
    throw error;
  }
};

const misplaced = ({ draft, amendments }: World): string[] => {
  const bySlug = new Map(standingIn(draft).map((paragraph) => [paragraph.slug, paragraph]));
  const all = standings(amendments, draft.paragraphs);
  return amendments
    .filter(({ state }) => state === 'proposed')
    .flatMap((amendment) => {
      const { place, words: said, as } = all.get(amendment.slug)?.stands ?? {};
      if (!place) return [`${amendment.slug} has no place`];
      const at = place.paragraph === null ? undefined : bySlug.get(place.paragraph);
      const behind = place.after === null ? undefined : bySlug.get(place.after);
      return [
        ...(place.paragraph !== null && !at ? [`${amendment.slug} is at ${place.paragraph}, which is gone`] : []),
        ...(place.after !== null && behind?.part !== place.part ? [`${amendment.slug} is after nothing`] : []),
        ...(at && behind && inOrder(behind, at) >= 0 ? [`${amendment.slug} is after what follows`] : []),
        ...(inserts(amendment) && said === undefined ? [`${amendment.slug} inserts nothing`] : []),
        ...(as === 'as-proposed' && said === undefined ? [`${amendment.slug} fits, and says nothing`] : []),
      ];
    });
};

test('whatever is edited, proposed and decided, no amendment is orphaned and no id is lost or given twice', () => {
  const begin: World = {
    draft: {
      declaration: { ...aDeclaration({ language: 'en' }) },
      paragraphs: ['p1', 'p2', 'p3'].map((slug, order) =>
        aParagraph({ slug, order, sources: [aSource(String(order + 1))], ...text('ferries quays desks night') }),
      ),
    },
    amendments: [],
    ids: 0,
  };
  let [open, taken] = [0, 0];
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
      let world = begin;
      for (const one of steps) {
        const before = world;
        world = next(world, one);
        expect(misplaced(world)).toEqual([]);
        const slugs = world.draft.paragraphs.map(({ slug }) => slug);
        expect(new Set(slugs).size).toBe(slugs.length);
        expect(before.draft.paragraphs.every(({ slug }) => slugs.includes(slug))).toBe(true);
        open += world.amendments.filter(({ state }) => state === 'proposed').length;
        taken += world.amendments.filter(({ state }) => state === 'accepted').length;
      }
    }),
    { numRuns: 100 },
  );
  // The steps are not all refused.
  expect(open).toBeGreaterThan(100);
  expect(taken).toBeGreaterThan(100);
});
