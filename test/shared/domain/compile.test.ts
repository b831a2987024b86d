import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriages, identified } from '../../../shared/domain/carriage.ts';
import { compile, type Material } from '../../../shared/domain/compile.ts';
import type { Compiled } from '../../../shared/domain/compile-paragraph.ts';
import type { Instrument } from '../../../shared/domain/instrument.ts';
import { type Outcome, outcomeRef, outcomeTypes } from '../../../shared/domain/outcome.ts';
import { Carriage, Paragraph } from '../../../shared/domain/paragraph.ts';
import type { Session } from '../../../shared/domain/session.ts';
import { anInstrument, anOutcome, aSession, aSource } from '../../builders.ts';
import { runs } from '../../counts.ts';
import { aDeclarationDraft } from '../../records.ts';
import { wrongFields } from '../../refusal.ts';

const materialOf = (
  outcomes: readonly Outcome[],
  { sessions = [aSession()], instruments = [] }: { sessions?: Session[]; instruments?: Instrument[] } = {},
): Material => ({
  outcomes: new Map(outcomes.map((outcome) => [outcomeRef(outcome), outcome])),
  sessions: new Map(sessions.map((session) => [session.slug, session])),
  instruments: new Map(instruments.map((instrument) => [instrument.slug, instrument])),
});

const banks = { en: 'the development banks' };
const ministries = { en: 'the ministries' };
const ask = (slug: string, given: Partial<Outcome> = {}): Outcome =>
  anOutcome({ slug, text: { en: `to open fund ${slug}` }, addressee: banks, ...given });
const recommendation = (slug: string, given: Partial<Outcome> = {}): Outcome =>
  anOutcome({ slug, type: 'recommendation', text: { en: `that desk ${slug} opens` }, addressee: undefined, ...given });

const operative = (order: number, given: Partial<Compiled>): Compiled => ({
  part: 'operative',
  order,
  heading: undefined,
  opening: 'call-upon',
  addressees: [],
  text: undefined,
  points: [],
  sources: [],
  ...given,
});
const gist = ({ paragraphs }: { paragraphs: Compiled[] }) => paragraphs.map(({ opening, text }) => [opening, text?.en]);

describe('a compilation of everything', () => {
  test('goes from what was seen to what is asked, by session and number, each with the opening word of its type', () => {
    const outcomes = [
      ask('1'),
      anOutcome({ slug: '2', type: 'commitment', text: { en: 'to plant' }, addressee: undefined }),
      recommendation('10'),
      recommendation('9'),
      recommendation('1', { session: 'vc-d-11' }),
      anOutcome({ slug: '4', type: 'practice', text: { en: 'of the boats' }, addressee: undefined }),
      anOutcome({ slug: '5', type: 'key-message', text: { en: 'that rivers bind' }, addressee: undefined }),
    ];

    const compiled = compile(aDeclarationDraft(), 'en', materialOf(outcomes));

    expect(gist(compiled)).toEqual([
      ['take-note-of', 'of the boats'],
      ['underline', 'that rivers bind'],
      ['recommend', 'that desk 1 opens'],
      ['recommend', 'that desk 9 opens'],
      ['recommend', 'that desk 10 opens'],
      ['commit-to', 'to plant'],
      ['call-upon', 'to open fund 1'],
    ]);
    expect(compiled.paragraphs.at(-1)).toEqual(
      operative(6, { text: { en: 'to open fund 1' }, addressees: [banks], sources: [aSource('1')] }),
    );
    expect(compiled.leftOut).toEqual([]);
  });

  test('leaves out what has no text in the language, and what the draft leaves out, each with its reason; drafts are no outcomes yet', () => {
    const outcomes = [ask('1'), ask('2', { text: { fr: 'd’ouvrir' } }), ask('3'), ask('4', { state: 'draft' })];
    const draft = aDeclarationDraft({ leaveOut: [{ outcome: 'vc-d-12/3', reason: 'Said by 1.' }] });

    const compiled = compile(draft, 'en', materialOf(outcomes));

    expect(gist(compiled)).toEqual([['call-upon', 'to open fund 1']]);
    expect(compiled.leftOut).toEqual([
      {
        outcome: outcomes[1],
        reason: 'The outcome "vc-d-12/2" has no text in "en", the language of this declaration.',
        because: 'no-text',
      },
      { outcome: outcomes[2], reason: 'Said by 1.' },
    ]);
  });

  test('of nothing is refused', () => {
    expect(wrongFields(() => compile(aDeclarationDraft({ language: 'fr' }), 'fr', materialOf([ask('1')])))).toEqual([
      {
        pointer: '/carry',
        detail: 'File an outcome with a text in "fr" first: the summit has none that this declaration could carry.',
      },
    ]);
  });
});

describe('a compilation of what is named', () => {
  test('follows the order of the draft, and leaves out the rest', () => {
    const outcomes = [ask('1'), ask('2'), recommendation('3')];

    const compiled = compile(aDeclarationDraft({ carry: ['vc-d-12/3', 'vc-d-12/1'] }), 'en', materialOf(outcomes));

    expect(gist(compiled)).toEqual([
      ['recommend', 'that desk 3 opens'],
      ['call-upon', 'to open fund 1'],
    ]);
    expect(compiled.leftOut).toEqual([
      { outcome: outcomes[1], reason: 'It was not among the outcomes chosen for this text.', because: 'not-chosen' },
    ]);
  });

  test('makes one paragraph with points of a group, and says a common addressee once', () => {
    const carry = [{ outcomes: ['vc-d-12/1', 'vc-d-12/2'], heading: { en: 'Money' } }];

    const compiled = compile(aDeclarationDraft({ carry }), 'en', materialOf([ask('1'), ask('2')]));

    expect(compiled.paragraphs).toEqual([
      operative(0, {
        heading: { en: 'Money' },
        addressees: [banks],
        points: [
          { id: 's1', text: { en: 'to open fund 1' }, addressees: [], sources: [aSource('1')] },
          { id: 's2', text: { en: 'to open fund 2' }, addressees: [], sources: [aSource('2')] },
        ],
      }),
    ]);
  });

  test('leaves each addressee with its point where they differ', () => {
    const carry = [{ outcomes: ['vc-d-12/1', 'vc-d-12/2'] }];

    const compiled = compile(
      aDeclarationDraft({ carry }),
      'en',
      materialOf([ask('1'), ask('2', { addressee: ministries })]),
    );

    expect(compiled.paragraphs[0]?.addressees).toEqual([]);
    expect(compiled.paragraphs[0]?.points.map(({ addressees }) => addressees)).toEqual([[banks], [ministries]]);
  });

  test('says in one text what several outcomes say, and still names each of them', () => {
    const text = { en: 'to open every fund', fr: 'd’ouvrir chaque fonds' };
    const carry = [{ outcomes: ['vc-d-12/1', 'vc-d-12/2'], text }];

    const compiled = compile(
      aDeclarationDraft({ carry }),
      'en',
      materialOf([ask('1'), ask('2', { addressee: ministries, version: 3 })]),
    );

    expect(compiled.paragraphs).toEqual([
      operative(0, {
        text,
        addressees: [banks, ministries],
        sources: [
          aSource('1', 'merged'),
          { kind: 'outcome', session: 'vc-d-12', outcome: '2', version: 3, relation: 'merged' },
        ],
      }),
    ]);
  });

  test('calls a single outcome that was reworded derived', () => {
    const carry = [{ outcomes: ['vc-d-12/1'], text: { en: 'to open funds' } }];

    const compiled = compile(aDeclarationDraft({ carry }), 'en', materialOf([ask('1')]));

    expect(compiled.paragraphs[0]?.sources).toEqual([aSource('1', 'derived')]);
  });

  test('groups outcomes of several types only when the draft says how the text opens', () => {
    const outcomes = ['vc-d-12/1', 'vc-d-12/2'];
    const material = materialOf([ask('1'), recommendation('2')]);
    const text = { en: 'to open desks and funds' };

    expect(wrongFields(() => compile(aDeclarationDraft({ carry: [{ outcomes }] }), 'en', material))).toEqual([
      {
        pointer: '/carry/0',
        detail:
          'Group outcomes of one type, or give the group a "text" and say in "as" how it opens: these are ask and recommendation.',
      },
    ]);
    expect(gist(compile(aDeclarationDraft({ carry: [{ outcomes, text, as: 'commitment' }] }), 'en', material))).toEqual(
      [['commit-to', 'to open desks and funds']],
    );
  });

  test('is told every wrong reference at once, each by its pointer', () => {
    const outcomes = [ask('1'), ask('2', { state: 'draft' }), ask('3', { text: { fr: 'x' } }), ask('4'), ask('5')];
    const draft = aDeclarationDraft({
      carry: [
        'vc-d-12/1',
        'vc-d-12/9',
        { outcomes: ['vc-d-12/2', 'vc-d-12/1', 'vc-d-12/3'] },
        { outcomes: ['vc-d-12/4'], text: { fr: 'en français' } },
      ],
      leaveOut: [
        { outcome: 'vc-d-12/1', reason: 'no' },
        { outcome: 'vc-d-12/2', reason: 'no' },
        { outcome: 'vc-d-12/5', reason: 'no' },
        { outcome: 'vc-d-12/5', reason: 'another' },
        { outcome: 'vc-d-12/8', reason: 'no' },
      ],
    });

    expect(wrongFields(() => compile(draft, 'en', materialOf(outcomes)))).toEqual([
      { pointer: '/carry/1', detail: 'There is no outcome "vc-d-12/9" in this summit.' },
      { pointer: '/carry/2/outcomes/0', detail: 'File the outcome "vc-d-12/2" first; it is still a draft.' },
      { pointer: '/carry/2/outcomes/1', detail: 'Carry "vc-d-12/1" once; it is named before.' },
      {
        pointer: '/carry/2/outcomes/2',
        detail: 'The outcome "vc-d-12/3" has no text in "en", the language of this declaration.',
      },
      { pointer: '/carry/3/text', detail: 'Give the text in "en" too, the language of this declaration.' },
      { pointer: '/leaveOut/0/outcome', detail: 'Either carry "vc-d-12/1" or leave it out.' },
      { pointer: '/leaveOut/1/outcome', detail: 'There is no filed outcome "vc-d-12/2" in this summit.' },
      { pointer: '/leaveOut/3/outcome', detail: 'Leave "vc-d-12/5" out once; it is named before.' },
      { pointer: '/leaveOut/4/outcome', detail: 'There is no filed outcome "vc-d-12/8" in this summit.' },
    ]);
  });

  test('takes an outcome without a text in the language where the group says it in its own words', () => {
    const carry = [{ outcomes: ['vc-d-12/1'], text: { en: 'to open funds' } }];

    expect(gist(compile(aDeclarationDraft({ carry }), 'en', materialOf([ask('1', { text: { fr: 'x' } })])))).toEqual([
      ['call-upon', 'to open funds'],
    ]);
  });
});

describe('the preamble', () => {
  test('recalls the instruments that the sessions and outcomes name, each once, with its symbol and who named it', () => {
    const sessions = [
      aSession({ instruments: ['river-cities-compact', 'flood-report'] }),
      aSession({ slug: 'vc-d-13', instruments: ['river-cities-compact'] }),
    ];
    const instruments = [
      anInstrument({ symbol: 'RCC/2029/4' }),
      anInstrument({ slug: 'flood-report', name: { en: 'Report on Floods' }, kind: 'report' }),
      anInstrument({ slug: 'delta-agenda', name: { en: 'Delta Agenda' }, kind: 'agenda' }),
      anInstrument({ slug: 'nobody-named-it' }),
    ];
    const outcomes = [
      ask('1'),
      ask('2', { session: 'vc-d-13', clauses: [{ instrument: 'delta-agenda', clause: 'c1' }, { instrument: 'lost' }] }),
    ];

    const { paragraphs } = compile(aDeclarationDraft(), 'en', materialOf(outcomes, { sessions, instruments }));

    expect(paragraphs.filter(({ part }) => part === 'preamble')).toEqual([
      {
        part: 'preamble',
        order: 0,
        opening: 'recalling',
        addressees: [],
        text: { en: 'Global Compact for River Cities (RCC/2029/4)' },
        points: [],
        sources: [{ kind: 'instrument', instrument: 'river-cities-compact', namedBy: ['vc-d-12', 'vc-d-13'] }],
      },
      {
        part: 'preamble',
        order: 1,
        opening: 'taking-note-of',
        addressees: [],
        text: { en: 'Report on Floods' },
        points: [],
        sources: [{ kind: 'instrument', instrument: 'flood-report', namedBy: ['vc-d-12'] }],
      },
      {
        part: 'preamble',
        order: 2,
        opening: 'recalling',
        addressees: [],
        text: { en: 'Delta Agenda' },
        points: [],
        sources: [{ kind: 'instrument', instrument: 'delta-agenda', namedBy: ['vc-d-13'] }],
      },
    ]);
    expect(paragraphs.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4]);
  });

  test('names no instrument of a session of which nothing is carried', () => {
    const sessions = [aSession(), aSession({ slug: 'vc-d-13', instruments: ['river-cities-compact'] })];
    const material = materialOf([ask('1'), ask('2', { session: 'vc-d-13' })], {
      sessions,
      instruments: [anInstrument()],
    });

    expect(gist(compile(aDeclarationDraft({ carry: ['vc-d-12/1'] }), 'en', material))).toEqual([
      ['call-upon', 'to open fund 1'],
    ]);
  });
});

describe('the size of a text', () => {
  test('of a thousand outcomes is no matter', () => {
    const outcomes = Array.from({ length: 1_000 }, (_, at) =>
      ask(String((at % 200) + 1), { session: `s${Math.floor(at / 200)}`, text: { en: 'x'.repeat(500) } }),
    );

    const { paragraphs, leftOut } = compile(aDeclarationDraft(), 'en', materialOf(outcomes));
    const declaration = { summit: 'arvenne-2031', slug: 'arvenne-declaration', batch: '0a1b2c3d4e5f' };
    const whole = identified(declaration, paragraphs);

    expect([whole.length, leftOut.length, new Set(whole.map(({ slug }) => slug)).size]).toEqual([1_000, 0, 1_000]);
    expect(whole.map((paragraph) => Paragraph().parse(paragraph))).toEqual(whole);
  });

  test('of 3 MB is too much for one declaration', () => {
    const outcomes = Array.from({ length: 1_000 }, (_, at) =>
      ask(String((at % 200) + 1), { session: `s${Math.floor(at / 200)}`, text: { en: 'x'.repeat(3_000) } }),
    );

    expect(wrongFields(() => compile(aDeclarationDraft(), 'en', materialOf(outcomes)))).toEqual([
      {
        pointer: '/carry',
        detail: 'Split it into several declarations: the text would be 3.2 MB, and one holds 3 MB.',
      },
    ]);
  });

  test('of a paragraph is 200 KB', () => {
    const outcomes = Array.from({ length: 60 }, (_, at) => ask(String(at + 1), { text: { en: 'x'.repeat(4_000) } }));
    const draft = aDeclarationDraft({ carry: [{ outcomes: outcomes.map(outcomeRef) }] });

    expect(wrongFields(() => compile(draft, 'en', materialOf(outcomes)))).toEqual([
      { pointer: '/carry/0', detail: 'Group fewer outcomes: one paragraph holds 200 KB.' },
    ]);
  });
});

describe('any compilation', () => {
  const outcomesOf = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })), {
      minLength: 1,
      maxLength: 40,
      selector: ([session, number]) => `${session}/${number}`,
    })
    .chain((refs) =>
      fc.tuple(
        ...refs.map(([session, number]) =>
          fc
            .record({
              type: fc.constantFrom(...outcomeTypes),
              language: fc.constantFrom('en', 'en', 'en', 'fr'),
              state: fc.constantFrom('filed' as const, 'filed' as const, 'draft' as const),
              to: fc.constantFrom(banks, ministries),
            })
            .map(({ type, language, state, to }) =>
              anOutcome({
                session: `s${session}`,
                slug: String(number),
                type,
                state,
                text: { [language]: `text ${session}/${number}` },
                addressee: type === 'ask' ? to : undefined,
              }),
            ),
        ),
      ),
    );

  // Splits what may be carried into groups of one type each, some of them said in one text.
  const draftFor = (outcomes: readonly Outcome[], dice: readonly number[]) => {
    const roll = (at: number): number => dice[at % dice.length] ?? 0;
    const usable = outcomes.filter(({ state, text }) => state === 'filed' && text.en);
    const carried = usable.filter((_, at) => roll(at) < 0.7);
    const groups = outcomeTypes.flatMap((type): (string | object)[] => {
      const refs = carried.filter((outcome) => outcome.type === type).map(outcomeRef);
      if (refs.length === 0) return [];
      if (roll(refs.length) < 0.3) return refs;
      return [{ outcomes: refs, ...(roll(refs.length + 1) < 0.5 ? { text: { en: `all ${type}` } } : {}) }];
    });
    const leaveOut = usable
      .filter((outcome) => !carried.includes(outcome))
      .filter((_, at) => roll(at) < 0.85)
      .map((outcome) => ({ outcome: outcomeRef(outcome), reason: 'Another says it.' }));
    return { groups, leaveOut };
  };
  const dice = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 20 });
  const declaration = { summit: 'arvenne-2031', slug: 'arvenne-declaration', batch: '0a1b2c3d4e5f' };

  test('carries every filed outcome exactly once or leaves it out with a reason, and the links say so from both sides', () => {
    fc.assert(
      fc.property(outcomesOf, dice, (outcomes, rolls) => {
        const { groups, leaveOut } = draftFor(outcomes, rolls);
        if (groups.length === 0) return;
        const compiled = compile(aDeclarationDraft({ carry: groups, leaveOut }), 'en', materialOf(outcomes));

        const paragraphs = identified(declaration, compiled.paragraphs);
        const went = carriages(declaration, paragraphs, compiled.leftOut);
        const filed = outcomes.filter(({ state }) => state === 'filed').map(outcomeRef);

        expect(went.map(({ session, outcome }) => `${session}/${outcome}`).toSorted()).toEqual(filed.toSorted());
        for (const carriage of went) {
          expect(Carriage().parse(carriage)).toEqual(carriage);
          const { session, outcome, paragraph, point, reason } = carriage;
          expect(reason === undefined).toBe(paragraph !== undefined);
          if (!paragraph) continue;
          const at = paragraphs.find(({ slug }) => slug === paragraph);
          const sources = point ? at?.points.find(({ id }) => id === point)?.sources : at?.sources;
          expect(
            sources?.filter(
              (source) => source.kind === 'outcome' && source.session === session && source.outcome === outcome,
            ),
          ).toHaveLength(1);
        }
      }),
      runs(150, 2_000),
    );
  });

  test('is the same whatever order the material comes in', () => {
    fc.assert(
      fc.property(
        outcomesOf.chain((outcomes) =>
          fc.tuple(fc.constant(outcomes), fc.shuffledSubarray([...outcomes], { minLength: outcomes.length })),
        ),
        ([outcomes, shuffled]) => {
          if (!outcomes.some(({ state, text }) => state === 'filed' && text.en)) return;
          expect(compile(aDeclarationDraft(), 'en', materialOf(shuffled))).toEqual(
            compile(aDeclarationDraft(), 'en', materialOf(outcomes)),
          );
        },
      ),
      runs(100, 1_000),
    );
  });
});

test('the ids of paragraphs follow from the compilation, so that a retry writes the same ones', () => {
  const { paragraphs } = compile(aDeclarationDraft(), 'en', materialOf([ask('1'), ask('2')]));
  const declaration = { summit: 'arvenne-2031', slug: 'arvenne-declaration', batch: '0a1b2c3d4e5f' };

  const [once, again, other] = [
    identified(declaration, paragraphs),
    identified(declaration, paragraphs),
    identified({ ...declaration, batch: 'ffffffffffff' }, paragraphs),
  ];

  expect(again).toEqual(once);
  expect(other.map(({ slug }) => slug)).not.toEqual(once.map(({ slug }) => slug));
});
