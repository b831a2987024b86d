import { view } from '../domain/access.ts';
import { Signature, SignatureDraft } from '../domain/signature.ts';
import { signDeclaration } from '../operations/sign.ts';
import { reportSignature, removeSignature } from '../operations/signature.ts';
import { getSignature, signatureKind } from '../table/declaration.ts';
import { recordOf } from '../table/item.ts';
import { collections } from '../table/key.ts';
import { knowsDeclaration } from './declaration-guard.ts';
import { asThen, keepsSignature, signatureFilters } from './moment.ts';
import { resource } from './resource.ts';

export const signatureRoutes = resource({
  noun: 'signature',
  // What a source reports asks for its own deed by itself.
  may: { create: 'signature:write', change: 'signature:report' },
  path: '/summits/{summit}/declarations/{declaration}/signatures',
  record: Signature,
  draft: SignatureDraft,
  examples: {
    create: {
      organization: 'arvenne',
      capacity: 'signatory',
      signedBy: 'Ilka Verrane',
      title: 'Mayor of Arvenne',
      mandate: { by: 'office' },
    },
    change: undefined,
  },
  guard: knowsDeclaration,
  get: ({ house, at }) => getSignature(house.table, at('summit'), at('declaration'), at('signature')),
  list: {
    filters: signatureFilters,
    of: ({ at }) => collections.signaturesOf(at('summit'), at('declaration')),
    keep: ({ caller, query }) => {
      const [keeps, then] = [keepsSignature(query), asThen(query)];
      return (item) => {
        const act = recordOf(signatureKind, item);
        return keeps(act) ? view(caller, 'signature', then(act)) : undefined;
      };
    },
  },
  create: ({ house, deed, at }, draft) => {
    const record = draft.origin === 'reported' ? reportSignature : signDeclaration;
    return record(house, deed, at('summit'), at('declaration'), draft);
  },
  remove: ({ house, deed, at }) => removeSignature(house, deed, at('summit'), at('declaration'), at('signature')),
});
