import { type Asked, type Reach, reachOf } from '../domain/asked.ts';
import type { Judged } from '../domain/certificate.ts';
import type { Circulation } from '../domain/circulation.ts';
import type { Mail } from '../domain/mail.ts';
import type { Objection } from '../domain/objection.ts';
import { type Instant, toInstant } from '../domain/when.ts';
import { askedIn } from '../table/asked.ts';
import type { Table } from '../table/client.ts';
import { recordsOf } from '../table/item.ts';
import { mailKey } from '../table/key.ts';
import { allObjections } from '../table/objection.ts';
import { mailKind } from '../table/outbox.ts';

// What tells that it is over reaches nobody who could still object.
const tellsInTime: ReadonlySet<string> = new Set(['circulated', 'extended', 'suspended', 'resumed']);

const mailsTo = (circulation: Circulation, { mails }: Asked): string[] =>
  mails.flatMap(({ id, notice }) => (tellsInTime.has(circulation.notices[notice]?.kind ?? '') ? [id] : []));

const answeredBy = (objections: readonly Objection[], { slug }: Circulation): Map<string, Instant> =>
  new Map(
    objections
      .filter(({ circulation }) => circulation === slug)
      .map(({ organization, received, at }) => [organization, received?.at ?? toInstant(new Date(at))]),
  );

/** Several organizations that were asked, with whether they were reached: as the clock decided by, or as it stands now. */
export const judge = async (
  table: Table,
  circulation: Circulation,
  asked: readonly Asked[],
  objections: readonly Objection[],
): Promise<Judged[]> => {
  const kept = ({ reach }: Asked): Reach | undefined => (circulation.decided ? reach : undefined);
  const keys = asked
    .filter((one) => !kept(one))
    .flatMap((one) => mailsTo(circulation, one).map((id) => mailKey(circulation.summit, id)));
  const found = keys.length > 0 ? recordsOf(mailKind, await table.batchGet(keys)) : [];
  const mails = new Map(found.map((mail) => [mail.id, mail]));
  const answered = answeredBy(objections, circulation);
  return asked.map((one) => {
    const theirs = mailsTo(circulation, one).flatMap((id): Mail[] => {
      const mail = mails.get(id);
      return mail ? [mail] : [];
    });
    const reach = kept(one) ?? reachOf(one, circulation, theirs, answered.get(one.organization));
    return { asked: one, reach };
  });
};

/** Everybody who was asked in a circulation, likewise, and every objection to it. */
export const judgeAll = async (
  table: Table,
  circulation: Circulation,
): Promise<{ judged: Judged[]; objections: Objection[] }> => {
  const { summit, declaration, slug } = circulation;
  const [asked, all] = await Promise.all([askedIn(table, circulation), allObjections(table, summit, declaration)]);
  const objections = all.filter((objection) => objection.circulation === slug);
  return { judged: await judge(table, circulation, asked, objections), objections };
};
