import { type FieldError, refuseAll } from './error.ts';

/** Whether something is invented, for a rehearsal. */
export interface Invented {
  rehearsal: boolean;
}

/** What a draft names, with its pointer in the draft. */
export type Pointed = Invented & { pointer: string };

/** What would mix the invented with the real: nobody real takes part in a rehearsal, and nobody invented outside of one. */
export const mixed = ({ rehearsal }: Invented, named: readonly Pointed[]): FieldError[] =>
  named
    .filter((one) => one.rehearsal !== rehearsal)
    .map(({ pointer }) => ({
      pointer,
      detail: rehearsal
        ? 'Name somebody invented, with "rehearsal": true: nobody real takes part in a rehearsal.'
        : 'Name somebody real: what is invented for a rehearsal stays in rehearsals.',
    }));

/** Refuses to mix them. Errors: `invalid`. */
export const keptApart = (where: Invented, named: readonly Pointed[]): void => {
  const errors = mixed(where, named);
  refuseAll(errors);
};

/** What is invented stays so: a record that lists of real ones could show after all would say of somebody real what nobody did. */
export const staysInvented = (before: Invented, draft: Invented): FieldError[] =>
  draft.rehearsal === before.rehearsal
    ? []
    : [
        {
          pointer: '/rehearsal',
          detail: 'What is invented stays so, and what is real stays real: create another record.',
        },
      ];
