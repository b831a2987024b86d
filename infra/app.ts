import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { build } from './build.mjs';
import { EdgeStack } from './edge.ts';
import { type Settings, settingsFor } from './settings.ts';
import { PlenaryStack } from './stack.ts';

export type AppOptions = {
  readonly stage: string;
  readonly bundles: string;
  readonly outdir?: string;
  /** The first of the secretariat, instead of the one whom the settings name. */
  readonly secretariat?: string;
};

const edgeOf = (app: App, settings: Settings): EdgeStack | undefined => {
  const { edge, domain } = settings;
  if (edge && !domain) throw new Error('An edge needs a domain to stand in front of. Set both in infra/settings.ts.');
  return edge && domain && new EdgeStack(app, settings, edge, domain);
};

/** The CDK app of one stage, with cdk-nag's rules as its judge: a finding without an answer stops the synthesis. */
export const plenaryApp = ({
  stage,
  bundles,
  outdir,
  secretariat,
}: AppOptions): { app: App; stack: PlenaryStack; edge?: EdgeStack } => {
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    // infra/local finds each function's bundle by the path that this writes into the template.
    context: { 'aws:cdk:enable-asset-metadata': true },
    ...(outdir && { outdir }),
  });
  const chosen = settingsFor(app.node.tryGetContext('stage') ?? stage);
  const settings = { ...chosen, secretariat: secretariat ?? chosen.secretariat };
  const stack = new PlenaryStack(app, { settings, bundles });
  const edge = edgeOf(app, settings);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack, ...(edge && { edge }) };
};

/** Builds first, so that what is deployed is never older than the source. */
const main = async (): Promise<void> => {
  const bundles = join(import.meta.dirname, '..', 'dist');
  await build(bundles);
  const { STAGE: stage = 'dev', SECRETARIAT: secretariat } = process.env;
  plenaryApp({ stage, bundles, ...(secretariat && { secretariat }) }).app.synth();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
