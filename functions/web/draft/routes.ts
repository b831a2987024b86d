import type { PageRoute } from '../page.ts';
import { amendForm, decideForm } from './amendment-form.tsx';
import { amendmentsRoute } from './amendment.tsx';
import { chairForms, circulateForm, objectForm, unreachedForm, withdrawalForms } from './circulation-form.tsx';
import { circulationRoute } from './circulation.tsx';
import { claimForm, claimsRoute, retractClaimForm } from './claim.tsx';
import { checkInForm, commitmentForms, commitmentsRoute, undertakeForm } from './commitment.tsx';
import { compileRoutes } from './compile.tsx';
import { composeForm, joinForm, leaveOutForm } from './compose.tsx';
import { correctForm, corrigendaRoute } from './corrigendum.tsx';
import { deedRoutes } from './deed.tsx';
import { answerForms, deliveriesRoute, deliverForm } from './delivery.tsx';
import { adoptionForm, freezingForms } from './freezing.tsx';
import { headForm } from './head.tsx';
import { listRoute } from './list.tsx';
import { editForm } from './paragraph-edit.tsx';
import { insertForm, mergeForm, moveForm, removeForm, splitForm } from './paragraph-place.tsx';
import { disputeForm, signaturesRoute, signForm, withdrawSignatureForm } from './signature.tsx';
import { signingForm, signingForms } from './signing.tsx';
import { sourcesForm } from './source.tsx';
import { textRoute } from './text.tsx';
import { translateForm } from './translation-edit.tsx';
import { sideBySideRoute, translationsRoute } from './translation.tsx';
import { trayRoute } from './tray.tsx';
import { assessForm, retractForm, uptakeRoute } from './uptake.tsx';
import { comparisonRoute, saveForm, versionsRoute } from './version.tsx';

const ofText: readonly PageRoute[] = [
  textRoute,
  ...deedRoutes(headForm),
  ...deedRoutes(insertForm),
  ...deedRoutes(editForm),
  ...deedRoutes(splitForm),
  ...deedRoutes(mergeForm),
  ...deedRoutes(moveForm),
  ...deedRoutes(removeForm),
  ...deedRoutes(sourcesForm),
  trayRoute,
  ...deedRoutes(composeForm),
  ...deedRoutes(joinForm),
  ...deedRoutes(leaveOutForm),
  ...deedRoutes(saveForm),
  versionsRoute,
  comparisonRoute,
  translationsRoute,
  sideBySideRoute,
  ...deedRoutes(translateForm),
];

const ofNegotiation: readonly PageRoute[] = [
  amendmentsRoute,
  ...deedRoutes(amendForm),
  ...deedRoutes(decideForm),
  circulationRoute,
  ...[circulateForm, adoptionForm, ...freezingForms].flatMap(deedRoutes),
  ...chairForms.flatMap(deedRoutes),
  ...deedRoutes(unreachedForm),
  ...deedRoutes(objectForm),
  ...withdrawalForms.flatMap(deedRoutes),
];

const ofWhatFollows: readonly PageRoute[] = [
  signaturesRoute,
  ...deedRoutes(signForm),
  ...deedRoutes(disputeForm),
  ...deedRoutes(withdrawSignatureForm),
  ...deedRoutes(signingForm),
  ...signingForms.flatMap(deedRoutes),
  deliveriesRoute,
  ...deedRoutes(deliverForm),
  ...answerForms.flatMap(deedRoutes),
  uptakeRoute,
  ...deedRoutes(assessForm),
  ...deedRoutes(retractForm),
  commitmentsRoute,
  ...deedRoutes(undertakeForm),
  ...commitmentForms.flatMap(deedRoutes),
  ...deedRoutes(checkInForm),
  claimsRoute,
  ...deedRoutes(claimForm),
  ...deedRoutes(retractClaimForm),
  corrigendaRoute,
  ...deedRoutes(correctForm),
];

/** The drafting room: the pages of whoever compiles, drafts, translates, circulates and follows up a declaration. */
export const draftRoutes: readonly PageRoute[] = [
  listRoute,
  ...compileRoutes,
  ...ofText,
  ...ofNegotiation,
  ...ofWhatFollows,
];
