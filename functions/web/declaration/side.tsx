import { encode } from 'uqr';
import type { Declaration } from '../../../shared/domain/declaration.ts';
import { formLanguages } from '../../../shared/domain/declaration.ts';
import { dayOf } from '../../../shared/domain/sign.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import { fill, wordsIn } from '../../../shared/words/dictionary.ts';
import { dated } from '../../../shared/words/intl.ts';
import type { Asked } from '../page.ts';
import { checkPage, textPage, textRecord, wordsHere } from './here.ts';
import type { ReadText, Shown } from './reading.ts';

const stateTags: Record<Declaration['state'], string> = {
  drafting: 'idle',
  circulated: 'warn',
  objected: 'bad',
  adopted: 'good',
  'open-for-signature': 'good',
  issued: 'good',
  closed: 'idle',
};

/** How a text stands, at first sight. */
export const StateTag = ({
  asked,
  declaration,
}: {
  asked: Asked;
  declaration: Pick<Declaration, 'origin' | 'state'>;
}) =>
  declaration.origin === 'reported' ? (
    <span class="tag warn">{wordsHere(asked).reported}</span>
  ) : (
    <span class={`tag ${stateTags[declaration.state]}`}>{wordsIn(asked.language).states[declaration.state]}</span>
  );

/** A run of dark squares in a code: where it begins, and where it is over. */
interface Bar {
  y: number;
  from: number;
  to: number;
}

const barsIn = (row: readonly boolean[], y: number): Bar[] =>
  row.flatMap((dark, from) => {
    const end = row.indexOf(false, from);
    return dark && !row[from - 1] ? [{ y, from, to: end < 0 ? row.length : end }] : [];
  });

/** All bars as one line, each said from the end of the one before it: that packs to a third of what their outlines do. */
const lineOf = (bars: readonly Bar[]): string =>
  bars
    .map(({ y, from, to }, at) => {
      const before = bars[at - 1] ?? { y: 0, to: 0 };
      return `m${from - before.to} ${y - before.y}h${to - from}`;
    })
    .join('');

/** A QR code without any style of its own. */
export const QrCode = ({ address, label }: { address: string; label: string }) => {
  const { data, size } = encode(address, { border: 1, ecc: 'M' });
  return (
    <svg viewBox={`0 -.5 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path stroke="currentColor" d={lineOf(data.flatMap(barsIn))} />
    </svg>
  );
};

type SideProps = { asked: Asked; text: ReadText; shown?: Shown };

const Downloads = ({ asked, text: { place, declaration }, shown }: SideProps) => {
  const words = wordsHere(asked);
  const record = textRecord(place);
  const inForm = formLanguages.find((language) => language === shown?.language);
  const lang = inForm && inForm !== declaration.language ? `?lang=${inForm}` : '';
  const files = [
    { href: `${record}.html${lang}`, label: 'HTML' },
    { href: `${record}.md${lang}`, label: 'Markdown' },
    { href: `${record}.txt${lang}`, label: words.asText },
    { href: record, label: words.asJson },
  ];
  return (
    <>
      <h2 class="unseen">{words.downloads}</h2>
      <ul class="halves">
        {files.map(({ href, label }) => (
          <li>
            <a class="button" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {declaration.frozen ? (
        <a class="button full" href={textRecord(place, 'declaration.zip')}>
          {words.asPackage}
        </a>
      ) : null}
    </>
  );
};

const Addressees = ({ asked, addressedTo }: { asked: Asked; addressedTo: readonly string[] }) =>
  addressedTo.length === 0 ? null : (
    <>
      <hr />
      <h2>{wordsHere(asked).addressed}</h2>
      <ul>
        {addressedTo.map((name) => (
          <li>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </>
  );

const Sealed = ({ asked, text: { place, declaration } }: SideProps) => {
  const words = wordsHere(asked);
  const hash = declaration.frozen?.hash ?? declaration.text?.hash;
  const check = checkPage(asked, place);
  return (
    <>
      {declaration.frozen ? (
        <>
          <hr />
          <div class="qr">
            <QrCode address={new URL(check, asked.site.site).href} label={words.qr} />
            <p class="minor">{words.sealed}</p>
          </div>
        </>
      ) : null}
      {hash === undefined ? null : (
        <p class="minor">
          {words.hash} <code class="hash">{hash}</code>
        </p>
      )}
      {declaration.frozen ? (
        <a class="button chief full" href={check}>
          {words.check}
        </a>
      ) : null}
    </>
  );
};

// Of what is only reported, nobody here knows how it stands.
const undatedIn = ({ language }: Asked, { origin, state }: Declaration): string =>
  origin === 'reported' ? wordsIn(language).report.undated : wordsIn(language).states[state];

/** A line with which somebody may cite the text. */
const Cite = ({ asked, text: { place, declaration, summit } }: SideProps) => {
  const words = wordsHere(asked);
  const { frozen, date } = declaration;
  const day = frozen ? dayOf(frozen.at, summit.zone ?? 'UTC') : date;
  const said = {
    title: inLanguage(declaration.title, asked.language),
    summit: inLanguage(summit.title, asked.language),
    day: day === undefined ? undatedIn(asked, declaration) : dated(asked.language, day),
    address: new URL(textPage(asked, place), asked.site.site).href,
    hash: frozen?.hash.slice(0, 16) ?? '',
  };
  return (
    <>
      <hr />
      <h2>{words.cite}</h2>
      <p class="minor address" dir="auto">
        {fill(frozen ? words.citationHash : words.citation, said)}
      </p>
    </>
  );
};

/** What stands beside a text: how it stands, its files, whom it addresses, and what makes it sure. */
export const Side = (props: SideProps) => {
  const { asked, text } = props;
  const { declaration, place } = text;
  return (
    <aside class="side" aria-label={wordsHere(asked).downloads}>
      <div class="card stack">
        <p class="row close">
          <StateTag asked={asked} declaration={declaration} />
        </p>
        <Downloads {...props} />
        <Addressees asked={asked} addressedTo={declaration.addressedTo} />
        <Sealed {...props} />
        <Cite {...props} />
        {declaration.text ? <a href={textPage(asked, place, 'versions')}>{wordsHere(asked).versions}</a> : null}
      </div>
    </aside>
  );
};
