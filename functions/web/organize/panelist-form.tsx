import { type Panelist, panelRoles } from '../../../shared/domain/panelist.ts';
import type { Form } from '../../../shared/http/form.ts';
import { Field, Select, type Shown, Tick } from '../field.tsx';
import { asChosen, chosenIn, type Found, Picker } from './picker.tsx';
import { type Planning, wordsOf } from './planned.ts';
import { roleName } from './session-panel.tsx';

/** The fields of a place on a panel. */
export const seatFields = ['role', 'printedName', 'printedTitle', 'organizations', 'unnamed'] as const;

/** A place as its form shows it. */
export const typedSeat = ({ role, printedName, printedTitle, organizations, unnamed }: Panelist): Form => ({
  role,
  printedName,
  printedTitle: printedTitle ?? '',
  unnamed: unnamed ? 'yes' : '',
  ...asChosen('organizations', organizations),
});

/** What a form says of a place. */
export const seatBody = (form: Form) => ({
  role: form.role,
  ...(form.printedName?.trim() ? { printedName: form.printedName } : {}),
  ...(form.printedTitle?.trim() ? { printedTitle: form.printedTitle } : {}),
  organizations: chosenIn(form, 'organizations'),
  unnamed: form.unnamed === 'yes',
});

interface FieldsProps {
  here: Planning;
  shown: Shown;
  found: Found | undefined;
}

/** What a place on a panel is, to be filled in. */
export const SeatFields = ({ here, shown, found }: FieldsProps) => {
  const words = wordsOf(here.asked).seat;
  return (
    <>
      <Select
        name="role"
        label={words.role}
        shown={shown}
        options={panelRoles.map((role) => [role, roleName(here, role)])}
      />
      <div class="pairs">
        <Field name="printedName" label={words.printedName} shown={shown} />
        <Field name="printedTitle" label={words.printedTitle} shown={shown} optional />
      </div>
      <Picker asked={here.asked} field="organizations" legend={words.organizations} shown={shown} found={found} />
      <Tick name="unnamed" label={words.unnamed} hint={words.unnamedHint} shown={shown} />
    </>
  );
};
