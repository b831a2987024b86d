import type { Source } from '../domain/origin.ts';
import { type Signature, signingCapacities } from '../domain/signature.ts';
import { wordsIn } from '../words/dictionary.ts';
import { dated } from '../words/intl.ts';
import { webAddress } from './address.ts';
import type { Cited, PrintedAct, ReportBody } from './document.ts';
import type { DeclarationMaterial } from './material.ts';
import { printClaim, printCounts } from './record.ts';
import { plain, saidAtLength, type Voice } from './run.ts';

const citation = ({ citation, url }: Source): Cited => ({ label: plain(citation), href: webAddress(url) });

/** The sources of a record, each once. */
export const citations = (sources: readonly Source[]): Cited[] => [
  ...new Map(sources.map((source) => [`${source.citation} ${source.url}`, citation(source)])).values(),
];

const act = (voice: Voice, { printed, on, signedBy, state, sources }: Signature): PrintedAct => {
  const words = wordsIn(voice.language);
  return {
    organization: plain(state === 'valid' ? printed : `${printed} (${words.acts[state]})`),
    date: on ? dated(voice.language, on) : words.report.undated,
    signedBy: plain(signedBy ?? ''),
    sources: citations(sources),
  };
};

const factRow = (voice: Voice, source: Source): ReportBody['facts'][number] => {
  const { facts, report } = wordsIn(voice.language);
  const known = new Map(Object.entries(facts));
  const names = source.facts.map((fact) => known.get(fact) ?? fact);
  const read = source.how === 'inferred' ? ` ${report.inferred}` : '';
  return { facts: plain(names.join(', ') + read), source: citation(source), says: plain(source.says ?? '') };
};

/** What sources report of a declaration: an abstract that is not the text, acts by capacity, and who says each fact. */
export const reportBody = (
  voice: Voice,
  { declaration, signatures = [], counts, claims = [] }: DeclarationMaterial,
): ReportBody => {
  const { capacities, signatories } = wordsIn(voice.language);
  const acts = signingCapacities.map((capacity) => ({
    heading: capacities[capacity],
    acts: signatures.filter((signature) => signature.capacity === capacity).map((signature) => act(voice, signature)),
  }));
  // Where no source lists who signed, nought would be read as nobody.
  const isCounted = signatures.length > 0 || declaration.signatoryList === 'complete';
  return {
    kind: 'report',
    abstract: saidAtLength(voice, declaration.abstract),
    signatories: declaration.signatoryList && signatories[declaration.signatoryList],
    acts: acts
      .filter((group) => group.acts.length > 0)
      .map((group) => ({ ...group, heading: `${group.heading} (${group.acts.length})` })),
    counts: counts && isCounted ? printCounts(voice.language, counts) : [],
    claims: claims.map((checked) => printClaim(voice.language, checked)),
    facts: declaration.sources.map((source) => factRow(voice, source)),
  };
};
