import { isWithFile, readPairs } from '../../shared/http/form.ts';
import { statusOf } from '../../shared/http/problem.ts';
import { type Asked, type Page, signInFor } from './page.ts';

/**
 * Somebody sent a form after their sign-in had run out: what they filled in stays here, as it was sent, until they have signed in beside it and send it
 * again. Nothing of it is kept anywhere else.
 */
export const keptPage = async (asked: Asked, sent: Request): Promise<Page> => {
  const { words, language, request } = asked;
  const pairs = await readPairs(sent);
  const { pathname, search } = new URL(request.url);
  return {
    title: words.kept.title,
    status: statusOf('sign-in-required'),
    body: (
      <div class="stack">
        <h1>{words.kept.title}</h1>
        <p class="lead">{words.kept.lead}</p>
        <p>
          <a class="button chief" href={signInFor(`/${language}/me`)} target="_blank" rel="opener">
            {words.kept.signIn}
          </a>
        </p>
        <form
          method="post"
          action={`${pathname}${search}`}
          enctype={isWithFile(sent) ? 'multipart/form-data' : undefined}
        >
          {pairs.map(([name, value]) => (
            <textarea name={name} hidden>
              {`\n${value}`}
            </textarea>
          ))}
          <button class="button">{words.kept.send}</button>
        </form>
      </div>
    ),
  };
};
