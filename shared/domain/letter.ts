import * as z from 'zod';
import { writtenAddress } from './address.ts';
import { mailLanguages } from './language.ts';
import { once } from './once.ts';
import { madeSlug, slug } from './record.ts';
import { givenRoles } from './role.ts';
import { limits, line } from './text.ts';

/** Somebody whose address is read from their contact details when the mail is sent, or an address that is nobody's yet. */
export const Recipient = once(() =>
  z.union([z.strictObject({ person: z.string().max(40) }), z.strictObject({ address: writtenAddress() })]),
);
export type Recipient = z.output<ReturnType<typeof Recipient>>;

const heading = once(() => ({
  to: Recipient(),
  language: z.enum(mailLanguages).optional().meta({ description: 'Where the recipient has chosen none.' }),
  rehearsal: z.boolean(),
}));

// Where a role reaches, by the names of its parts; what they are called is read when the mail is sent.
const role = once(() => ({
  ...heading(),
  role: z.enum(givenRoles),
  by: line(limits.name).meta({ description: 'Who gave or took it, as an account is called.' }),
  summit: slug().optional(),
  track: slug().optional(),
  session: madeSlug().optional(),
  declaration: slug().optional(),
  text: line(35).optional().meta({ description: 'The language of the declaration, as a BCP 47 tag.' }),
  organization: slug().optional(),
}));

const place = once(() => ({ ...heading(), summit: slug(), session: madeSlug(), panelist: madeSlug() }));
const asked = once(() => ({ ...place(), replyBy: z.string() }));
// Where the recipient sees more, below the language: "/desk/arvenne-2031".
const told = once(() => ({
  ...place(),
  page: z
    .string()
    .regex(/^(\/[a-z0-9-]+)+$/)
    .max(300)
    .optional(),
}));

const amendment = once(() => ({
  ...heading(),
  summit: slug(),
  declaration: slug(),
  organization: slug(),
  amendment: madeSlug(),
}));

// A signature that is asked for by link, and one that was given: what they say is read when the mail is sent.
const signing = once(() => ({ ...heading(), summit: slug(), declaration: slug(), signing: madeSlug() }));
const signed = once(() => ({
  ...heading(),
  summit: slug(),
  declaration: slug(),
  signature: madeSlug(),
  entry: z.string(),
}));

// Something about a circulation of a declaration.
const silence = once(() => ({ ...heading(), summit: slug(), declaration: slug(), circulation: slug() }));

// What was decided about a proposal: what that was is read when the mail is sent.
const proposal = once(() => ({
  ...heading(),
  summit: slug(),
  session: madeSlug(),
  organization: slug(),
  decided: madeSlug().meta({ description: 'The decision.' }),
}));

// That the outcomes of a session are awaited: what came since is read when the mail is sent.
const awaited = once(() => ({
  ...heading(),
  summit: slug(),
  session: madeSlug(),
  which: z.enum(['first', 'second']),
}));

// What a release of the programme changed, for somebody whom it concerns: the changes are read when the mail is sent.
const programme = once(() => ({
  ...heading(),
  summit: slug(),
  release: madeSlug(),
  sessions: z.array(madeSlug()).min(1).max(40),
  more: z.int().min(0).meta({ description: 'How many sessions beyond those that are named.' }),
}));

/**
 * What a mail is to say, as data: it is written out when it is sent, from the records as they are then. So no secret, no name and no address of a
 * person is kept with it.
 */
export const Letter = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...role(), kind: z.literal('role-invitation'), invitation: madeSlug(), expires: z.string() }),
    z.strictObject({ ...role(), kind: z.literal('role-taken') }),
    z.strictObject({ ...asked(), kind: z.literal('panelist-invitation') }),
    z.strictObject({ ...asked(), kind: z.literal('panelist-reminder'), which: z.enum(['first', 'second']) }),
    z.strictObject({ ...asked(), kind: z.literal('panelist-link-again') }),
    z.strictObject({ ...told(), kind: z.literal('panelist-answered'), answer: z.enum(['confirmed', 'declined']) }),
    z.strictObject({ ...told(), kind: z.literal('panelist-silent') }),
    z.strictObject({ ...told(), kind: z.literal('substitute-proposed') }),
    z.strictObject({
      ...silence(),
      kind: z.literal('circulation-notice'),
      organization: slug(),
      notice: z.int().min(0).meta({ description: 'Which of the notices of the circulation it tells.' }),
    }),
    z.strictObject({ ...silence(), kind: z.literal('circulation-held-up') }),
    z.strictObject({
      ...silence(),
      kind: z.literal('objection-entered'),
      organization: slug(),
      statement: madeSlug(),
      as: z.enum(['objection', 'dissociation']),
    }),
    z.strictObject({ ...signing(), kind: z.literal('signing-asked') }),
    z.strictObject({ ...signing(), kind: z.literal('signing-code') }),
    z.strictObject({ ...signed(), kind: z.literal('signature-given') }),
    z.strictObject({ ...signed(), kind: z.literal('signature-receipt') }),
    z.strictObject({ ...signed(), kind: z.literal('signature-disputed') }),
    z.strictObject({ ...proposal(), kind: z.literal('proposal-decided') }),
    z.strictObject({ ...awaited(), kind: z.literal('outcomes-awaited') }),
    z.strictObject({ ...programme(), kind: z.literal('programme-changed') }),
    z.strictObject({ ...amendment(), kind: z.literal('amendment-received') }),
    z.strictObject({
      ...amendment(),
      kind: z.literal('amendment-decided'),
      decision: z.enum(['accepted', 'rejected', 'withdrawn']),
    }),
  ]),
);
export type Letter = z.output<ReturnType<typeof Letter>>;

/** A letter about somebody's place on a panel. */
export type PanelLetter = Extract<Letter, { panelist: string }>;

/** Whether it is about somebody's place on a panel. */
export const isPanelLetter = (letter: Letter): letter is PanelLetter => 'panelist' in letter;

/** A letter about what an organization proposes to change in a text. */
export type AmendmentLetter = Extract<Letter, { amendment: string }>;

/** Whether it is about an amendment. */
export const isAmendmentLetter = (letter: Letter): letter is AmendmentLetter => 'amendment' in letter;

/** A letter about a proposal that was decided about. */
export type ProposalLetter = Extract<Letter, { decided: string }>;

/** Whether it tells what was decided about a proposal. */
export const isProposalLetter = (letter: Letter): letter is ProposalLetter => 'decided' in letter;

/** A letter that asks the panelist for an answer, and carries a link for it. */
export type AskingLetter = Extract<Letter, { replyBy: string }>;

/** Whether it asks for an answer. */
export const isAsking = (letter: Letter): letter is AskingLetter => 'replyBy' in letter;

/** A letter about a role that was given or taken. */
export type RoleLetter = Extract<Letter, { role: string }>;

/** A letter about a signature that is asked for by link. */
export type SigningLetter = Extract<Letter, { signing: string }>;

/** Whether it asks for a signature, or carries the code for it. */
export const isSigningLetter = (letter: Letter): letter is SigningLetter => 'signing' in letter;

/** A letter about a signature that was given. */
export type SignatureLetter = Extract<Letter, { signature: string }>;

/** Whether it tells of a signature. */
export const isSignatureLetter = (letter: Letter): letter is SignatureLetter => 'signature' in letter;

/** A letter that asks for the outcomes of a session. */
export type AwaitedLetter = Extract<Letter, { kind: 'outcomes-awaited' }>;

/** Whether it asks for the outcomes of a session. */
export const isAwaitedLetter = (letter: Letter): letter is AwaitedLetter => letter.kind === 'outcomes-awaited';

/** A letter about a release of the programme. */
export type ProgrammeLetter = Extract<Letter, { release: string }>;

/** Whether it is about a release of the programme. */
export const isProgrammeLetter = (letter: Letter): letter is ProgrammeLetter => letter.kind === 'programme-changed';

/** A letter about a circulation of a declaration. */
export type SilenceLetter = Extract<Letter, { circulation: string }>;

/** Whether it is about a circulation. */
export const isSilenceLetter = (letter: Letter): letter is SilenceLetter => 'circulation' in letter;
