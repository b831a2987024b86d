import type { Question } from '../../shared/domain/question.ts';
import { fill } from '../../shared/words/dictionary.ts';
import { mailWordsIn } from '../../shared/words/mail.ts';
import { moment, stretch } from '../../shared/words/moment.ts';
import { Fact } from './fact.tsx';
import type { Asked } from './page.ts';
import { Said } from './said.tsx';

type Props = { asked: Asked; question: Question };

/** When it is, by the clock of the place and by that of the world. */
const Times = ({ asked: { language, words }, question: { session } }: Props) => {
  const { start, end, zone } = session;
  const { invitation } = words;
  if (!start || !end) return <Fact label={invitation.when}>{invitation.noTime}</Fact>;
  return (
    <>
      {zone ? (
        <Fact label={fill(invitation.local, { zone: `\u2068${zone}\u2069` })}>
          {stretch(language, start, end, zone)}
        </Fact>
      ) : null}
      <Fact label={invitation.utc}>{stretch(language, start, end, 'UTC')}</Fact>
    </>
  );
};

const Where = ({ asked: { language, words }, question: { session, summit } }: Props) => {
  const { place, modes } = words.invitation;
  const known = [session.room, summit.place].filter((text) => text !== undefined);
  if (known.length === 0 && !session.mode) return null;
  return (
    <Fact label={place}>
      {known.map((text, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <Said text={text} language={language} />
        </>
      ))}
      {session.mode ? <div class="minor">{modes[session.mode]}</div> : null}
    </Fact>
  );
};

const Seat = ({ asked: { language, words }, question: { panelist } }: Props) => (
  <>
    <Fact label={words.invitation.role}>{mailWordsIn(language).places[panelist.role]}</Fact>
    <Fact label={words.invitation.printed}>
      <bdi>{panelist.printedName}</bdi>
      {panelist.printedTitle ? (
        <div class="minor">
          <bdi>{panelist.printedTitle}</bdi>
        </div>
      ) : null}
      {panelist.organizations.map(({ printed }) => (
        <div class="minor">
          <bdi>{printed}</bdi>
        </div>
      ))}
    </Fact>
  </>
);

/** What is asked, on one card: which session, when and where, and as what. */
export const Asking = (props: Props) => {
  const { asked, question } = props;
  const { language, words } = asked;
  const { session, summit, replyBy } = question;
  const isOpen = standing(question) === 'open';
  return (
    <dl class="card facts">
      <Fact
        label={
          <>
            {words.invitation.session} <bdi>{session.reference}</bdi>
          </>
        }
        chief
      >
        <Said text={session.title} language={language} />
      </Fact>
      <Fact label={words.invitation.summit}>
        <Said text={summit.title} language={language} />
      </Fact>
      <Times {...props} />
      <Where {...props} />
      <Seat {...props} />
      {isOpen ? (
        <Fact label={words.invitation.replyBy}>
          {moment(language, replyBy, session.zone ?? 'UTC')}
          <div class="minor">
            <bdi>{session.zone ?? 'UTC'}</bdi>
          </div>
        </Fact>
      ) : null}
    </dl>
  );
};

type Standing = 'open' | 'confirmed' | 'declined' | 'silent' | 'ended';

/** How things stand, as a panelist would say it. */
export const standing = ({ state, canAnswer }: Question): Standing => {
  if (state === 'confirmed' || state === 'declined') return state;
  if (!canAnswer.includes('confirm')) return 'ended';
  return state === 'no-answer' ? 'silent' : 'open';
};

/** What was answered last, by whom and when. */
export const Answered = ({ asked: { language, words }, question }: Props) => {
  const last = question.answers.at(-1);
  if (!last) return null;
  const { answered, invitation } = words;
  return (
    <dl class="card facts">
      <Fact label={answered.answer} chief>
        {invitation[last.answer]}
      </Fact>
      <Fact label={answered.by}>
        <bdi>{last.by.name}</bdi>
        <div class="minor">{invitation[last.by.as]}</div>
      </Fact>
      <Fact label={answered.on}>
        {moment(language, last.at, 'UTC')} <span class="minor">UTC</span>
      </Fact>
      {last.answer === 'confirm' && question.consentTo ? (
        <Fact label={answered.consent}>{last.consent ? answered.consented : answered.notConsented}</Fact>
      ) : null}
    </dl>
  );
};
