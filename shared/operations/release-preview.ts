import { may } from '../domain/access.ts';
import { brokenRules } from '../domain/check.ts';
import { notFound } from '../domain/error.ts';
import type { Alongside } from '../domain/release.ts';
import type { ReleaseChange } from '../domain/release-changes.ts';
import { concernedBy } from '../domain/release-told.ts';
import { getSummit } from '../table/summit.ts';
import { type Judgement, judgeSessions } from './check.ts';
import type { Deed, House } from './perform.ts';
import { type DraftedProgramme, plannedRelease, type PlannedRelease, readDraft } from './release-draft.ts';

/** What a release would come to, and what would refuse it. */
export interface ReleasePreview {
  from: number;
  changes: ReleaseChange[];
  alongside: Alongside[];
  unchanged: string[];
  broken: { session: string; reference: string; rule: string; sentence: string }[];
  /** How many would be told. */
  told: Told & { of: (Told & { session: string })[] };
}

/** How many people and organizations something concerns. */
interface Told {
  people: number;
  organizations: number;
}

const toldOf = (changes: readonly ReleaseChange[], { cards }: PlannedRelease): Told => {
  const { people, organizations } = concernedBy(changes, cards);
  return { people: people.size, organizations: organizations.size };
};

/** The verdicts on those sessions whose change would be released. What was cancelled is asked nothing any more. */
export const judgeChanges = (
  house: House,
  deed: Pick<Deed, 'at'>,
  { wholes }: DraftedProgramme,
  { changes }: PlannedRelease,
): Promise<Judgement[]> => {
  const held = changes.filter(({ kinds }) => !kinds.includes('cancelled'));
  return judgeSessions(
    house,
    deed,
    held.flatMap(({ session }) => wholes.get(session) ?? []),
  );
};

/**
 * What releasing the draft, or chosen changes of it, would come to: nothing is written. Errors: `not-found`, `invalid`,
 * `unavailable`.
 */
export const previewRelease = async (
  house: House,
  deed: Deed,
  summit: string,
  chosen: readonly string[] | undefined,
): Promise<ReleasePreview> => {
  await Promise.all([getSummit(house.table, summit), deed.ready]);
  if (!may(deed.caller, 'release:draft', { summit })) throw notFound('release');
  const drafted = await readDraft(house.table, summit);
  const planned = plannedRelease(drafted, chosen, '?changes');
  const judgements = await judgeChanges(house, deed, drafted, planned);
  return {
    from: drafted.current?.number ?? 0,
    changes: planned.changes,
    alongside: planned.alongside,
    unchanged: planned.unchanged,
    told: {
      ...toldOf(planned.changes, planned),
      of: planned.changes.map((change) => ({ session: change.session, ...toldOf([change], planned) })),
    },
    broken: judgements.flatMap(({ session: { slug, reference }, checks }) =>
      brokenRules(checks).map(({ check, sentence }) => ({ session: slug, reference, rule: check, sentence })),
    ),
  };
};
