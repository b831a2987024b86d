import { undated } from '../../../shared/domain/release.ts';
import type { Showing } from '../../../shared/documents/programme.ts';
import { dayAs } from '../../../shared/words/day.ts';
import { fill } from '../../../shared/words/dictionary.ts';
import { Said } from '../said.tsx';
import { hueOf, sessionAt, type Setting, Where, When } from './event.tsx';
import { type Column, type Grid, gridOf } from './grid.ts';
import { groupedBy } from './group.ts';
import { wordsHere } from './here.ts';
import { dayOf } from './programme-query.ts';

/** What a day is called in full. */
export const dayName = ({ asked }: Pick<Setting, 'asked'>, day: string): string =>
  day === undated ? wordsHere(asked).programme.undated : dayAs(asked.language, 'whole', day);

const RoomName = ({ asked, column: { room, name, isOnline } }: Setting & { column: Column }) => (
  <Where asked={asked} card={{ room, roomName: name, mode: isOnline ? 'online' : undefined }} />
);

const Event = (props: Setting & { showing: Showing; place: string }) => {
  const { asked, showing, place } = props;
  const { card } = showing;
  const classes = ['event', card.state === 'cancelled' ? 'cancelled' : '', hueOf(props, card) ?? '', place];
  return (
    <li class={classes.filter((one) => one !== '').join(' ')}>
      <small>
        <When {...props} card={card} />{' '}
        <span class="where">
          · <Where asked={asked} card={card} />
        </span>
      </small>
      <a href={sessionAt(props, card.slug)}>
        <Said text={card.title} language={asked.language} />
      </a>
    </li>
  );
};

const GridShown = (props: Setting & { grid: Grid; day: string }) => {
  const { asked, grid, day } = props;
  const label = fill(wordsHere(asked).programme.grid, { day: dayName(props, day) });
  return (
    <div class="grid" tabindex={0} role="region" aria-label={label}>
      <ol class="hours">
        <li class="room corner" aria-hidden="true"></li>
        {grid.columns.map((column, at) => (
          <li class={`room c${at + 1}`} aria-hidden="true">
            <RoomName {...props} column={column} />
          </li>
        ))}
        {grid.hours.map((hour) => (
          <li class={`hour ${hour.place}`} aria-hidden="true">
            {hour.label}
          </li>
        ))}
        {grid.placed.map((placed) => (
          <Event {...props} {...placed} />
        ))}
      </ol>
    </div>
  );
};

const Row = (props: Setting & { showing: Showing }) => {
  const { asked, showing } = props;
  const { card } = showing;
  return (
    <li>
      <a href={sessionAt(props, card.slug)}>
        <b>
          {card.state === 'cancelled' ? (
            <del>
              <Said text={card.title} language={asked.language} />
            </del>
          ) : (
            <Said text={card.title} language={asked.language} />
          )}
        </b>
      </a>
      <span class="minor">
        <When {...props} card={card} /> · <Where asked={asked} card={card} /> · <bdi>{card.reference}</bdi>
      </span>
      {card.trackTitle ? (
        <span class="row close">
          <span class={`tag ${hueOf(props, card) ?? ''}`}>
            <Said text={card.trackTitle} language={asked.language} />
          </span>
        </span>
      ) : null}
    </li>
  );
};

/** Sessions one below the other, by day. */
export const DayLists = (props: Setting & { showings: readonly Showing[] }) => (
  <>
    {[...groupedBy(props.showings, dayOf)].map(([day, theirs]) => (
      <section class="stack close">
        <h2>{dayName(props, day)}</h2>
        <ol class="list">
          {theirs.map((showing) => (
            <Row {...props} showing={showing} />
          ))}
        </ol>
      </section>
    ))}
  </>
);

/** One day: rooms across and hours down, where that fits. */
export const DayShown = (props: Setting & { showings: readonly Showing[]; day: string }) => {
  const { showings, day } = props;
  const grid = day === undated ? undefined : gridOf(showings);
  if (!grid) return <DayLists {...props} />;
  return (
    <section class="stack close">
      <h2>{dayName(props, day)}</h2>
      <GridShown {...props} grid={grid} day={day} />
    </section>
  );
};
