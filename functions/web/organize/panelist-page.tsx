import type { Invitation } from '../../../shared/domain/invitation.ts';
import { isSeated } from '../../../shared/domain/panelist.ts';
import { DomainError } from '../../../shared/domain/error.ts';
import { type Form, readForm } from '../../../shared/http/form.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { moment } from '../../../shared/words/moment.ts';
import { readOwn, send } from '../contract.ts';
import { Fact } from '../fact.tsx';
import { FaultList, Field, type Shown } from '../field.tsx';
import { Carried, carried } from '../form.tsx';
import { type Asked, goTo, type Page } from '../page.ts';
import { workWords } from '../workspace.ts';
import { SeatFields, seatBody, seatFields, typedSeat } from './panelist-form.tsx';
import { readSeat, seatAt, type Seated, seatRecord } from './panelist-read.ts';
import { type Found, lookedFor, lookIn, saveName } from './picker.tsx';
import { doneHere, type Planning, planning, sessionPage, wordsOf } from './planned.ts';
import { SeatState } from './session-panel.tsx';
import { instantOf, type Refused, shownAs, tried } from './tried.ts';

const invitationOf = async (here: Planning): Promise<Invitation | undefined> => {
  try {
    return (await readOwn<Invitation>(here.asked, `${seatRecord(here)}/invitation`)).record;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
};

const Standing = ({
  here,
  seated,
  invitation,
}: {
  here: Planning;
  seated: Seated;
  invitation: Invitation | undefined;
}) => {
  const { seat: words, panel } = wordsOf(here.asked);
  const { seat } = seated;
  const at = (instant: string): string => moment(here.asked.language, instant, here.summit.zone ?? 'UTC');
  const { confirmation: given } = seat;
  return (
    <section class="card stack close" aria-labelledby="standing">
      <h2 id="standing">{words.answered}</h2>
      <p>
        <SeatState here={here} state={seat.state} />
      </p>
      <p>{seat.unnamed ? panel.unnamed : seat.named ? panel.named : panel.notNamed}</p>
      {given ? (
        <p class="minor">
          {fill(words.givenBy, {
            name: given.by.name,
            as: words[given.by.as],
            how: words.hows[given.how],
            when: at(given.at),
          })}
        </p>
      ) : null}
      {seat.overridden?.map(({ reason }) => (
        <p class="note">{fill(words.schedule, { reason })}</p>
      ))}
      <dl class="facts">
        {invitation ? <Fact label={words.asked}>{at(invitation.sent.at)}</Fact> : null}
        {invitation ? <Fact label={words.until}>{at(invitation.replyBy)}</Fact> : null}
        {invitation?.reminders.length ? (
          <Fact label={words.reminded}>{invitation.reminders.map(at).join('; ')}</Fact>
        ) : null}
        {seat.nominatedBy.length > 0 ? <Fact label={words.nominatedBy}>{seat.nominatedBy.join(', ')}</Fact> : null}
      </dl>
    </section>
  );
};

const Inviting = ({ here, shown, isAsked }: { here: Planning; shown: Shown; isAsked: boolean }) => {
  const words = wordsOf(here.asked).seat;
  return (
    <form method="post" class="fields part">
      <Carried asked={here.asked} form={shown.typed} />
      <p class="hint">{words.inviteHint}</p>
      <Field
        name="replyBy"
        label={fill(words.replyBy, { zone: here.summit.zone ?? 'UTC' })}
        hint={words.replyByHint}
        type="datetime-local"
        shown={shown}
        optional
      />
      <p>
        <button class="button" name="deed" value={isAsked ? 'again' : 'invite'}>
          {isAsked ? words.again : words.invite}
        </button>
      </p>
    </form>
  );
};

const Deeds = ({ here, seated, shown }: { here: Planning; seated: Seated; shown: Shown }) => {
  const words = wordsOf(here.asked).seat;
  const { state } = seated.seat;
  if (!isSeated(state)) return null;
  return (
    <div class="stack">
      {state === 'confirmed' ? null : <Inviting here={here} shown={shown} isAsked={state !== 'nominated'} />}
      <p class="row">
        {state === 'confirmed' ? null : (
          <a class="button" href={seatAt(here, 'confirmation')}>
            {words.confirm}
          </a>
        )}
        <a class="button" href={seatAt(here, 'replacement')}>
          {words.replace}
        </a>
        <a class="button grave" href={seatAt(here, 'withdrawal')}>
          {words.withdraw}
        </a>
      </p>
    </div>
  );
};

const Change = ({
  here,
  shown,
  tag,
  found,
}: {
  here: Planning;
  shown: Shown;
  tag: string;
  found: Found | undefined;
}) => (
  <form method="post" class="fields">
    <Carried asked={here.asked} form={shown.typed} tag={tag} />
    <button class="unseen" tabindex={-1} aria-hidden="true" />
    <SeatFields here={here} shown={shown} found={found} />
    <p>
      <button class="button chief" name={saveName} value="yes">
        {workWords(here.asked).save}
      </button>
    </p>
  </form>
);

const doneWords = ({ asked }: Planning): string | undefined => {
  const words = wordsOf(asked).seat;
  const said: Record<string, string> = { changed: words.changed, invited: words.invited, again: words.sentAgain };
  return said[doneHere(asked)];
};

const page = async (here: Planning, given: { form?: Form; refused?: Refused; found?: Found | undefined } = {}) => {
  const [seated, invitation] = await Promise.all([readSeat(here), invitationOf(here)]);
  const { session, seat, tag } = seated;
  const { form, refused, found } = given;
  const isChange = form !== undefined && form.deed === undefined;
  const typed = { ...typedSeat(seat), ...(isChange ? {} : form) };
  const now = refused?.isStale ? typedSeat(seat) : undefined;
  const shown = shownAs(here.asked, isChange ? form : typed, refused?.faults, now);
  const title = fill(wordsOf(here.asked).seat.title, { name: seat.printedName });
  const kept = isChange && !refused?.isStale ? (carried(form).tag ?? tag) : tag;
  return sessionPage(here, {
    title,
    above: session,
    below: `/${session.slug}/panelists/${seat.slug}`,
    done: doneWords(here),
    body: (
      <>
        <FaultList shown={shown} />
        <h1>{title}</h1>
        <div class="sides">
          <aside class="side">
            <Standing here={here} seated={seated} invitation={invitation} />
          </aside>
          <div class="body stack">
            <Deeds here={here} seated={seated} shown={shown} />
            {isSeated(seat.state) ? <Change here={here} shown={shown} tag={kept} found={found} /> : null}
          </div>
        </div>
      </>
    ),
  });
};

/** Somebody's place on a panel. */
export const panelistPage = async (asked: Asked): Promise<Page> => page(await planning(asked, 'panelist:write'));

const changed = async (here: Planning, form: Form): Promise<string> => {
  const body = { ...seatBody(form), ...(form.printedTitle?.trim() ? {} : { printedTitle: null }) };
  await send(here.asked, { method: 'PATCH', path: seatRecord(here), body, tag: carried(form).tag });
  return 'changed';
};

const asking = async (here: Planning, form: Form): Promise<string> => {
  const replyBy = instantOf(form.replyBy, here.summit.zone);
  const path = `${seatRecord(here)}/invitation${form.deed === 'again' ? '/again' : ''}`;
  await send(here.asked, { method: 'POST', path, body: replyBy ? { replyBy } : {}, key: carried(form).key });
  return form.deed === 'again' ? 'again' : 'invited';
};

/** Changes a place, or asks whoever has it. */
export const changePanelist = async (asked: Asked): Promise<Page | Response> => {
  const form = await readForm(asked.request);
  const isAsking = form.deed !== undefined;
  const here = await planning(asked, isAsking ? 'invitation:send' : 'panelist:write');
  if (!isAsking && lookedFor(form)) return page(here, { form, found: await lookIn(here, form) });
  return tried(
    asked,
    [...seatFields, 'replyBy'],
    async () => goTo(`${seatAt(here)}?done=${await (isAsking ? asking(here, form) : changed(here, form))}`),
    (refused) => page(here, { form, refused }),
  );
};
