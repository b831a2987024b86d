import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** A name and the ARN of its certificate. */
export type Named = { readonly name: string; readonly certificate: string };

/**
 * Everything that differs between one deployment and another, on one page. `STAGE` chooses (`STAGE=prod npm run deploy`);
 * the account is the one whose credentials the command runs with.
 */
export type Settings = {
  readonly stage: string;
  /** Where people's data lives. */
  readonly region: string;
  /** The sign-in page is at https://<signInPrefix>.auth.<region>.amazoncognito.com, so the prefix must be free in that region. */
  readonly signInPrefix: string;
  /** Where sign-in may send a person back to. A loopback address serves programs on that person's own machine. */
  readonly signInReturns: readonly string[];
  /** A name of your own for the API, with its certificate in the same region. Without it AWS's name serves. */
  readonly domain?: Named;
  /** The name that people use, with its certificate in us-east-1: CloudFront and its limits for each address, in front of `domain`. */
  readonly edge?: Named;
  /** The first of the secretariat: whoever signs in with this verified address. `SECRETARIAT` names another at deploy. */
  readonly secretariat: string;
  /** The domain that mail comes from (its DNS is yours to set), and the sender's address within it. */
  readonly mail: { readonly domain: string; readonly from: string };
  /** Programs that sign in by themselves, each with an id and a secret of its own in the user pool. */
  readonly machines: readonly string[];
  /** Which of its keys the platform signs with: 1 at first, and one more each time that it is to sign with a new one. */
  readonly signingKey: number;
  /** Who learns when an alarm rings. Each address confirms once, by a mail from AWS. */
  readonly alarmAddresses: readonly string[];
  /** Whether a table may be lost together with its stack. */
  readonly keepsData: boolean;
  readonly logsKept: RetentionDays;
};

const loopback = 'http://localhost:8765/signed-in';

const stages = {
  dev: {
    stage: 'dev',
    region: 'eu-central-1',
    signInPrefix: 'plenary-dev',
    signInReturns: [loopback],
    secretariat: 'amira@example.org',
    mail: { domain: 'dev.plenary.example.org', from: 'summit@dev.plenary.example.org' },
    machines: ['registration'],
    signingKey: 1,
    alarmAddresses: [],
    keepsData: false,
    logsKept: RetentionDays.TWO_WEEKS,
  },
  prod: {
    stage: 'prod',
    region: 'eu-central-1',
    domain: {
      name: 'origin.plenary.example.org',
      certificate: 'arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    },
    edge: {
      name: 'plenary.example.org',
      certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    },
    signInPrefix: 'plenary-prod',
    signInReturns: [loopback],
    secretariat: 'secretariat@example.org',
    mail: { domain: 'plenary.example.org', from: 'summit@plenary.example.org' },
    machines: [],
    signingKey: 1,
    alarmAddresses: ['plenary-alarms@example.org'],
    keepsData: true,
    logsKept: RetentionDays.ONE_YEAR,
  },
} satisfies Record<string, Settings>;

/** The settings of a stage. Throws with the known stages when there is none of that name. */
export const settingsFor = (stage: string): Settings => {
  const known: Readonly<Record<string, Settings>> = stages;
  const settings = known[stage];
  if (!settings)
    throw new Error(`There is no stage "${stage}". infra/settings.ts knows ${Object.keys(stages).join(', ')}.`);
  return settings;
};
