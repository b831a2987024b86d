import { inLanguage, type Text } from '../../../shared/domain/text.ts';
import { readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readOwn, send } from '../contract.ts';
import { FaultList, type Faults } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { calledIn, doneHere, type Planning, planning, tracksOf } from './planned.ts';
import { decisionsAt, proposalPage, proposalsAt, proposalWords } from './proposed.ts';
import { shownAs, tried } from './tried.ts';

interface Waiting {
  slug: string;
  reference: string;
  title: Text;
  since?: string;
}

const trackOf = ({ asked }: Planning): string => asked.context.req.param('track') ?? '';
const pathOf = (here: Planning): string => `/summits/${here.summit.slug}/tracks/${trackOf(here)}/waiting-list`;

const Mover = ({ here, one, tag, by }: { here: Planning; one: Waiting; tag: string; by: 'up' | 'down' }) => {
  const words = proposalWords(here.asked).list;
  return (
    <form method="post">
      <Carried asked={here.asked} tag={tag} />
      <input type="hidden" name="session" value={one.slug} />
      <button class="button small" name="move" value={by}>
        <span aria-hidden="true">{by === 'up' ? '↑' : '↓'}</span>
        <span class="unseen">{fill(words[by], { name: one.reference })}</span>
      </button>
    </form>
  );
};

const page = async (here: Planning, faults: Faults = {}): Promise<Page> => {
  const { asked, summit } = here;
  const [{ record, tag }, tracks] = await Promise.all([
    readOwn<{ items: Waiting[] }>(asked, pathOf(here)),
    tracksOf(here),
  ]);
  const words = proposalWords(asked).list;
  const title = fill(words.title, { track: calledIn(asked, tracks, trackOf(here)) });
  const { items } = record;
  return proposalPage(here, {
    title,
    isDecision: true,
    below: `/decisions/waiting/${trackOf(here)}`,
    done: doneHere(asked) === 'order' ? words.done : undefined,
    body: (
      <>
        <FaultList shown={shownAs(asked, {}, faults)} />
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        {items.length === 0 ? <p class="none">{words.none}</p> : null}
        <ol class="list apart">
          {items.map((one, at) => (
            <li>
              <span>
                <span class="figures">{at + 1}. </span>
                <a href={proposalsAt(here, one.slug)}>
                  {one.reference}: <bdi>{inLanguage(one.title, asked.language)}</bdi>
                </a>
                {one.since ? (
                  <span class="minor">
                    {' '}
                    {fill(words.since, { when: moment(asked.language, one.since, summit.zone ?? 'UTC') })}
                  </span>
                ) : null}
              </span>
              <span class="row close">
                {at > 0 ? <Mover here={here} one={one} tag={tag} by="up" /> : null}
                {at < items.length - 1 ? <Mover here={here} one={one} tag={tag} by="down" /> : null}
              </span>
            </li>
          ))}
        </ol>
      </>
    ),
  });
};

/** Who waits in a track, in order. */
export const waitingList = async (asked: Asked): Promise<Page> => page(await planning(asked, 'decision:read'));

const swapped = (order: readonly string[], name: string | undefined, by: number): string[] => {
  const from = order.indexOf(name ?? '');
  const [one, other] = [order[from], order[from + by]];
  if (one === undefined || other === undefined) return [...order];
  return order.map((each) => (each === one ? other : each === other ? one : each));
};

/** Moves somebody one place up or down; who was overtaken by another change is told. */
export const reorderWaiting = async (asked: Asked): Promise<Page | Response> => {
  const here = await planning(asked, 'decision:write');
  const form = await readForm(asked.request);
  const { record } = await readOwn<{ items: Waiting[] }>(asked, pathOf(here));
  const before = record.items.map(({ slug }) => slug);
  return tried(
    asked,
    [],
    async () => {
      const order = swapped(before, form.session, form.move === 'up' ? -1 : 1);
      await send(asked, { method: 'PUT', path: pathOf(here), body: { order }, tag: carried(form).tag });
      return goTo(`${decisionsAt(here, 'waiting', trackOf(here))}?done=order`);
    },
    ({ faults }) => page(here, faults),
  );
};
