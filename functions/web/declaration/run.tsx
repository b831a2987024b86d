import type { Cited } from '../../../shared/documents/document.ts';
import type { Run } from '../../../shared/documents/run.ts';

/** Which footnotes were called so far: the first mark of each is where its note leads back to. */
export type Marked = Set<number>;

const Mark = ({ note, marked }: { note: number; marked: Marked }) => {
  const isFirst = !marked.has(note);
  marked.add(note);
  return (
    <sup>
      <a href={`#n${note}`} id={isFirst ? `m${note}` : undefined}>
        {note}
      </a>
    </sup>
  );
};

/** Words of a text, each stretch in its own language. */
export const Runs = ({ runs, marked = new Set() }: { runs: readonly Run[]; marked?: Marked }) => (
  <>
    {runs.map(({ words, language, mark, note }) => {
      if (note !== undefined) return <Mark note={note} marked={marked} />;
      if (language === undefined) return words;
      return (
        <>
          {mark === undefined ? '' : `${mark} `}
          <span lang={language} dir="auto">
            {words}
          </span>
        </>
      );
    })}
  </>
);

/** What a reader can follow. */
export const Link = ({ cited: { label, href } }: { cited: Cited }) =>
  href === undefined ? (
    <bdi>{label}</bdi>
  ) : (
    <a href={href} rel="nofollow noopener">
      <bdi>{label}</bdi>
    </a>
  );
