import { pageLanguages } from '../../shared/words/page/language.ts';
import { glossaryIn } from '../../shared/words/glossary/terms.ts';
import type { Asked, Page, PageRoute } from './page.ts';

/** A term is found by its name in any language: it stands at the same address in all. */
const Glossary = ({ asked: { language, words } }: { asked: Asked }) => (
  <div class="stack">
    <h1>{words.site.glossary}</h1>
    <p class="lead">{words.glossaryLead}</p>
    <dl class="facts">
      {Object.entries(glossaryIn(language)).map(([name, { term, means }]) => (
        <div id={name}>
          <dt>
            <b>{term}</b>{' '}
            <span class="minor">
              {pageLanguages
                .filter((other) => other !== language)
                .map((other, at) => (
                  <>
                    {at === 0 ? '' : ' · '}
                    <bdi lang={other}>{glossaryIn(other)[name as keyof ReturnType<typeof glossaryIn>].term}</bdi>
                  </>
                ))}
            </span>
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  </div>
);

const show = async (asked: Asked): Promise<Page> => ({
  title: asked.words.site.glossary,
  path: '/glossary',
  open: { description: asked.words.glossaryLead },
  body: <Glossary asked={asked} />,
});

/** What the terms of art mean, and how they are called in the other languages. */
export const glossaryRoutes: PageRoute[] = [{ method: 'GET', path: '/{lang}/glossary', may: 'read', handle: show }];
