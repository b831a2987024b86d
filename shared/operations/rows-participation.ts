import { ParticipationDraft } from '../domain/participation.ts';
import type { Pasted } from '../domain/pasted.ts';
import { participationColumns } from '../domain/rows-participation.ts';
import { allParticipations } from '../table/participation.ts';
import { getSummit } from '../table/summit.ts';
import { organizationsIn } from './called.ts';
import { changeParticipation, registerParticipation } from './participation.ts';
import type { Deed, House } from './perform.ts';
import { type Asked, pasteRows } from './rows.ts';
import { judgeRows, wrongAt } from './rows-judged.ts';

/** Answers pasted rows of who takes part, and writes those that say something new where that is confirmed. Errors: those of pasteRows, `not-found`. */
export const pasteParticipations = (house: House, deed: Deed, summit: string, asked: Asked): Promise<Pasted> =>
  pasteRows(house, deed, asked, {
    columns: participationColumns,
    may: { deed: 'participation:write', of: { summit } },
    read: async (header) => {
      const [all, organization] = await Promise.all([
        allParticipations(house.table, summit),
        organizationsIn(house.table, asked.sheet, header, ['organization']),
        getSummit(house.table, summit),
      ]);
      return { all: new Map(all.map((one) => [one.slug, one])), organization };
    },
    judge: ({ all, organization }, header) =>
      judgeRows(asked, header, participationColumns, {
        schema: ParticipationDraft(),
        setting: { organization },
        about: ({ organization: slug }: { organization?: string }) => {
          if (slug === undefined) throw wrongAt('/organization', 'Say who takes part: give the slug or the name.');
          return { slug, record: all.get(slug) };
        },
        create: (there, own, draft) => registerParticipation(there, own, summit, draft),
        change: (there, own, one, patched) => changeParticipation(there, own, summit, one.slug, patched),
      }),
    atOnce: 8,
  });
