import type { Room } from '../../../shared/domain/room.ts';
import type { Summit } from '../../../shared/domain/summit.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { readList, readOwn } from '../contract.ts';
import type { Asked, Page, PageRoute } from '../page.ts';
import { Said } from '../said.tsx';
import { enter, partAt, summitHere, workPage, workWords } from '../workspace.ts';
import { doneHere } from './done.ts';
import type { Editing } from './editing.tsx';
import { Passing } from './passing.tsx';
import { recordPages } from './record-pages.ts';
import { roomSheet } from './room-form.tsx';
import { organizeWords } from './words.ts';

const Table = ({ asked, summit, rooms }: { asked: Asked; summit: Summit; rooms: readonly Room[] }) => {
  const { room: w } = organizeWords(asked);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={workWords(asked).ways.rooms}>
      <table class="folds">
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            {(['capacity', 'podiumSeats', 'booths', 'changeover', 'parallel'] as const).map((name) => (
              <th scope="col" class="sum">
                {w[name]}
              </th>
            ))}
            <th scope="col">{w.state}</th>
          </tr>
        </thead>
        <tbody>
          {rooms.map((room) => (
            <tr>
              <th scope="row">
                <a href={`${partAt(asked, summit.slug, 'rooms')}/${room.slug}`}>
                  <Said text={room.name} language={asked.language} />
                </a>
              </th>
              {(['capacity', 'podiumSeats', 'booths', 'changeover', 'parallel'] as const).map((name) => (
                <td class="sum" data-name={w[name]}>
                  {room[name] ?? '—'}
                </td>
              ))}
              <td data-name={w.state}>
                <span class={room.state === 'open' ? 'tag good' : 'tag idle'}>{w.states[room.state].name}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const listed = async (asked: Asked): Promise<Page> => {
  const summit = await summitHere(asked);
  await enter(asked, 'room:write', { summit: summit.slug });
  const rooms = await readList<Room>(readOwn, asked, `/summits/${summit.slug}/rooms`);
  const [{ room: w }, { ways }] = [organizeWords(asked), workWords(asked)];
  return workPage(asked, summit, 'rooms', {
    title: ways.rooms,
    path: `/organize/${summit.slug}/rooms`,
    done: doneHere(asked),
    body: (
      <>
        <h1>{ways.rooms}</h1>
        <p class="lead">{w.lead}</p>
        <p class="row">
          <a class="button chief" href={`${partAt(asked, summit.slug, 'rooms')}/new`}>
            {w.add}
          </a>
          <a class="button" href={`${partAt(asked, summit.slug, 'rows')}?what=rooms`}>
            {w.paste}
          </a>
        </p>
        {rooms.length === 0 ? <p class="none">{w.none}</p> : <Table asked={asked} summit={summit} rooms={rooms} />}
      </>
    ),
  });
};

const editingOf = async (asked: Asked, isNew: boolean): Promise<Editing<Room>> => {
  const summit = await summitHere(asked);
  await enter(asked, 'room:write', { summit: summit.slug });
  const { room: w } = organizeWords(asked);
  const slug = isNew ? 'new' : (asked.context.req.param('room') ?? '');
  const list = `/summits/${summit.slug}/rooms`;
  const room = isNew ? undefined : (await readOwn<Room>(asked, `${list}/${slug}`)).record;
  const at = `/organize/${summit.slug}/rooms/${slug}`;
  return {
    summit,
    part: 'rooms',
    title: room ? inLanguage(room.name, asked.language) : w.add,
    at,
    path: room ? `${list}/${slug}` : list,
    isNew,
    sheet: roomSheet(asked, summit, room),
    start: { policy: 'block', changeover: '15', parallel: '1' },
    crumbs: [{ href: partAt(asked, summit.slug, 'rooms'), label: workWords(asked).ways.rooms }],
    below: (record, shown) => (
      <Passing asked={asked} noun="room" record={record} at={`${at}/state`} states={w.states} shown={shown} />
    ),
  };
};

/** The rooms of a summit. */
export const roomPages: PageRoute[] = recordPages<Room>({
  at: '/{lang}/organize/{summit}/rooms',
  noun: 'room',
  may: 'room:write',
  listed,
  editingOf,
});
