import type { Declaration } from '../../../shared/domain/declaration.ts';
import { mailLanguages } from '../../../shared/domain/language.ts';
import type { Role, RoleName } from '../../../shared/domain/role.ts';
import { slugOf } from '../../../shared/domain/slug.ts';
import { inLanguage } from '../../../shared/domain/text.ts';
import type { Track } from '../../../shared/domain/track.ts';
import { mailWordsIn } from '../../../shared/words/mail.ts';
import { ownNames } from '../../../shared/words/page/language.ts';
import { Choices, Field, Select, type Shown } from '../field.tsx';
import type { Asked } from '../page.ts';
import type { Sheet } from './editing.tsx';
import { organizationTyped } from './organization-choice.ts';
import { lineIn } from './typed.ts';
import { organizeWords } from './words.ts';

/** The roles that a summit gives, each with what narrows it. */
export const givenHere = [
  ['organizer', []],
  ['scheduler', []],
  ['reviewer', ['track']],
  ['rapporteur', ['session']],
  ['drafter', ['declaration']],
  ['translator', ['declaration', 'language']],
  ['assessor', ['declaration']],
  ['delegate', ['organization']],
] as const satisfies readonly (readonly [RoleName, readonly string[]])[];

interface Setting {
  tracks: readonly Track[];
  declarations: readonly Declaration[];
}

const Fields = ({ asked, setting, shown }: { asked: Asked; setting: Setting; shown: Shown }) => {
  const { role: w, organization } = organizeWords(asked);
  const { roles } = mailWordsIn(asked.language);
  const { may } = asked.words.role;
  return (
    <>
      <Choices
        name="role"
        legend={w.which}
        options={givenHere.map(([role]) => [role, `${roles[role]}: ${may[role]}`])}
        shown={shown}
      />
      <fieldset class="part">
        <legend>{w.where}</legend>
        <p class="hint">{w.whereHint}</p>
        <Select
          name="track"
          label={w.track}
          options={setting.tracks.map(({ slug, title }) => [slug, inLanguage(title, asked.language)])}
          none="—"
          shown={shown}
        />
        <Field name="session" label={w.session} optional shown={shown} />
        <Select
          name="declaration"
          label={w.declaration}
          options={setting.declarations.map(({ slug, title }) => [slug, inLanguage(title, asked.language)])}
          none="—"
          shown={shown}
        />
        <Field name="language" label={w.language} hint={w.languageHint} optional shown={shown} />
        <Field name="organization" label={w.organization} hint={organization.hint} optional shown={shown} />
      </fieldset>
      <Field name="email" label={w.email} hint={w.emailHint} type="email" shown={shown} />
      <Select
        name="writeIn"
        label={w.writeIn}
        options={mailLanguages.map((tag) => [tag, ownNames[tag]])}
        shown={shown}
      />
    </>
  );
};

/** A role as it is given: what narrows it is asked for by the role, and what does not is left out. */
export const roleSheet = (asked: Asked, setting: Setting): Sheet<Role> => ({
  typedOf: () => ({}),
  bodyOf: async (typed) => {
    const narrowing: readonly string[] = givenHere.find(([role]) => role === typed.role)?.[1] ?? [];
    const part = (name: string): string | undefined => (narrowing.includes(name) ? lineIn(typed, name) : undefined);
    const session = part('session');
    return {
      role: lineIn(typed, 'role'),
      track: part('track'),
      session: session === undefined ? undefined : slugOf(session) || session,
      declaration: part('declaration'),
      language: part('language'),
      organization: await organizationTyped(asked, part('organization'), '/organization'),
      email: lineIn(typed, 'email'),
      writeIn: lineIn(typed, 'writeIn'),
    };
  },
  boxes: ['role', 'track', 'session', 'declaration', 'language', 'organization', 'email'],
  fields: (shown) => <Fields asked={asked} setting={setting} shown={shown} />,
});
