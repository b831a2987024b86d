import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as keys from '../../../shared/table/key.ts';
import { runs } from '../../counts.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,2}$/);
const number = fc.integer({ min: 1, max: 200 }).map(String);

// Every key that a record may have, from parts that a record may have.
const anyKey = fc.oneof(
  ...(
    [
      ['summit', keys.summitKey, [slug]],
      ['track', keys.trackKey, [slug, slug]],
      ['room', keys.roomKey, [slug, slug]],
      ['participation', keys.participationKey, [slug, slug]],
      ['session', keys.sessionKey, [slug, slug]],
      ['panelist', keys.panelistKey, [slug, slug, slug]],
      ['outcome', keys.outcomeKey, [slug, slug, number]],
      ['tally', keys.tallyKey, [slug, slug]],
      ['link', keys.linkKey, [slug, slug, slug]],
      ['credit', keys.creditKey, [slug, slug, slug, slug]],
      ['credit without a session', (s, p, o) => keys.creditKey(s, undefined, p, o), [slug, slug, slug]],
      ['desk', keys.deskKey, [slug, slug]],
      ['desk’s count', keys.deskCountKey, [slug, slug]],
      ['nomination', keys.nominationKey, [slug, slug, slug]],
      ['nominated', keys.nominatedKey, [slug, slug, slug]],
      ['identity', keys.identityKey, [slug]],
      ['alike', keys.alikeKey, [slug, slug, slug]],
      ['suggestion', keys.suggestionKey, [slug, slug]],
      ['went', keys.wentKey, [slug, slug, number, slug, slug]],
      ['organization', keys.organizationKey, [slug]],
      ['membership', keys.membershipKey, [slug, slug]],
      ['name', keys.nameKey, [slug, slug]],
      ['person', keys.personKey, [slug]],
      ['contact', keys.contactKey, [slug]],
      ['attributes', keys.attributesKey, [slug]],
      ['consent', keys.consentKey, [slug, slug]],
      ['seat', keys.seatKey, [slug, slug]],
      ['merged', keys.mergedKey, [slug, slug]],
      ['settling', keys.settlingKey, [slug]],
      ['contact for a summit', keys.contactForKey, [slug, slug]],
      ['expiry of contacts', keys.contactsKey, [slug]],
      ['instrument', keys.instrumentKey, [slug]],
      ['declaration', keys.declarationKey, [slug, slug]],
      ['paragraph', keys.paragraphKey, [slug, slug, slug]],
      ['left-out', keys.leftOutKey, [slug, slug, slug, number, slug]],
      ['signature', keys.signatureKey, [slug, slug, slug]],
      ['mail', keys.mailKey, [slug, slug]],
      ['mail of the platform', (mail) => keys.mailKey(undefined, mail), [slug]],
      ['address', keys.addressKey, [slug, slug]],
      ['unreachable', keys.unreachableKey, [slug]],
      ['limit', keys.limitKey, [slug, slug, slug]],
      ['chain', keys.chainKey, [slug]],
      ['entry', (chain, at) => keys.entryKey(chain, Number(at)), [slug, number]],
      ['body', (chain, entry, at) => keys.bodyKey(chain, entry, Number(at)), [slug, slug, number]],
      ['concern', (chain, entry, person) => keys.concernKey(keys.bodyKey(chain, entry, 0), person), [slug, slug, slug]],
      ['pending', keys.pendingKey, [slug, slug]],
      ['receipt', keys.receiptKey, [slug]],
      ['concern of a receipt', keys.receiptConcernKey, [slug, slug]],
      ['answer', keys.answerKey, [slug]],
      ['marker', keys.markerKey, [slug]],
    ] as [string, (...parts: string[]) => keys.Key, fc.Arbitrary<string>[]][]
  ).map(([noun, key, parts]) =>
    fc.tuple(...parts).map((given) => ({ what: JSON.stringify([noun, ...given]), key: key(...given) })),
  ),
);

test('two records never lie in the same place', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { minLength: 2, maxLength: 200 }), (all) => {
      const places = new Map(all.map(({ what, key }) => [JSON.stringify(key), what]));
      for (const { what, key } of all) expect(places.get(JSON.stringify(key))).toBe(what);
    }),
    runs(50, 1_000),
  );
});

describe('one Query', () => {
  const of = (...all: keys.Key[]) => all.map(({ sk }) => sk);

  test('below where outcomes went brings everything else of a session', () => {
    const rest = of(
      keys.sessionKey('s', 'x'),
      keys.panelistKey('s', 'x', 'zz'),
      keys.outcomeKey('s', 'x', '200'),
      keys.tallyKey('s', 'x'),
      keys.linkKey('s', 'x', 'zz'),
      keys.creditKey('s', 'x', 'zz', 'zz'),
    );

    expect(rest.filter((sk) => sk < keys.wentFrom)).toEqual(rest);
    expect(keys.wentKey('s', 'x', '1', 'a', 'b').sk >= keys.wentFrom).toBe(true);
  });

  test('below the signatures brings the text of a declaration', () => {
    const text = of(
      keys.declarationKey('s', 'x'),
      keys.paragraphKey('s', 'x', 'zz'),
      keys.leftOutKey('s', 'x', 'zz', '200', 'b'),
    );

    expect(text.filter((sk) => sk < keys.signaturesFrom)).toEqual(text);
    expect(keys.signatureKey('s', 'x', 'a').sk >= keys.signaturesFrom).toBe(true);
  });

  test('answers outcomes in the order of their numbers', () => {
    const numbers = ['1', '2', '10', '99', '100', '200'];

    expect(
      of(...numbers.map((given) => keys.outcomeKey('s', 'x', given))).toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(of(...numbers.map((given) => keys.outcomeKey('s', 'x', given))));
  });

  test('by the first two letters reaches a name in any script', () => {
    expect(['geneve', 'é', '𐐷𐐸𐐹'].map((name) => keys.collections.namesLike(name).pk)).toEqual([
      'NAME#ge',
      'NAME#é',
      'NAME#𐐷𐐸',
    ]);
  });
});

test('each collection is a Query that finds what lies in it', () => {
  const { collections: of } = keys;
  const found: [keys.Collection, keys.Key][] = [
    [of.tracksOf('s'), keys.trackKey('s', 't')],
    [of.roomsOf('s'), keys.roomKey('s', 'r')],
    [of.participationsIn('s'), keys.participationKey('s', 'o')],
    [of.panelOf('s', 'x'), keys.panelistKey('s', 'x', 'p')],
    [of.desksOf('s'), keys.deskKey('s', 'd')],
    [of.nominationsAt('s', 'd'), keys.nominationKey('s', 'd', 'n')],
    [of.suggestionsOf('s'), keys.suggestionKey('s', 'a-b')],
    [of.creditsOf('s', 'x', 'p'), keys.creditKey('s', 'x', 'p', 'o')],
    [of.outcomesOf('s', 'x'), keys.outcomeKey('s', 'x', '1')],
    [of.signaturesOf('s', 'd'), keys.signatureKey('s', 'd', 'o')],
    [of.membershipsOf('o'), keys.membershipKey('o', 'm')],
    [of.mailsOf('s'), keys.mailKey('s', 'm')],
    [of.peopleAt('a'), keys.addressKey('a', 'p')],
    [of.claimsAbout(keys.organizationKey('o')), keys.claimKey(keys.organizationKey('o'), 'c')],
    [of.namesLike('gen'), keys.nameKey('geneve', 'o')],
  ];

  for (const [{ pk, prefix }, key] of found) expect([pk, key.sk.slice(0, prefix.length)]).toEqual([key.pk, prefix]);
  expect(found.map(([{ prefix }]) => prefix).filter((prefix, at, all) => all.indexOf(prefix) < at)).toEqual([]);
});

test('contact details lie in a collection of their own', () => {
  expect(keys.contactKey('ilka').pk).not.toBe(keys.personKey('ilka').pk);
});
