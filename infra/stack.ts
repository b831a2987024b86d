import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './alarm.ts';
import { mayListen, ring, watchBell } from './bell.ts';
import { eachMinute, watchClock } from './clock.ts';
import { fileStore, mayKeep } from './files.ts';
import { type FunctionProps, PlenaryFunction } from './function.ts';
import { Gateway } from './gateway.ts';
import { Mail } from './mail.ts';
import { Missed } from './missed.ts';
import type { Settings } from './settings.ts';
import { SignIn } from './sign-in.ts';
import { maySign, signingKeys } from './signing.ts';
import { mayNote, mayUse, plenaryTable, watchTable } from './table.ts';

export type StackProps = { readonly settings: Settings; readonly bundles: string };
type Own = Pick<FunctionProps, 'environment' | 'may' | 'breaks' | 'answersPeople'>;
/** What signs for the platform and keeps its files, as a function is told of it and may use it. */
type Notary = { readonly environment: Readonly<Record<string, string>>; readonly may: readonly PolicyStatement[] };

/** The whole system, once: in the cloud CDK deploys it, on one machine `infra/local` runs its template. */
export class PlenaryStack extends Stack {
  private readonly props: StackProps;
  private readonly alarms: Alarms;
  private readonly table: Table;
  private readonly gateway: Gateway;

  constructor(scope: Construct, props: StackProps) {
    const { settings } = props;
    const stackName = `plenary-${settings.stage}`;
    super(scope, 'Plenary', { stackName, env: { region: settings.region }, terminationProtection: settings.keepsData });
    this.props = props;
    this.alarms = new Alarms(this, 'Alarms', settings.alarmAddresses);
    this.table = plenaryTable(this, settings);
    this.gateway = new Gateway(this, 'Gateway', settings);
    const signIn = new SignIn(this, 'SignIn', settings, this.gateway.site);
    const mail = new Mail(this, 'Mail', settings);
    const notary = this.notary();
    this.answerPeople(signIn, notary);
    this.workBehind(mail, notary);
    this.noteReturns(mail);
    this.gateway.watch(this.alarms);
    watchTable(this.alarms, this.table);
    this.tell({
      ...this.gateway.outputs,
      ...mail.records,
      SignInPage: signIn.domain.baseUrl(),
      ClientId: signIn.client.userPoolClientId,
      TableName: this.table.tableName,
    });
  }

  private function(name: string, own: Own): PlenaryFunction {
    const { bundles, settings } = this.props;
    return new PlenaryFunction(this, name, { ...own, bundles, logsKept: settings.logsKept, alarms: this.alarms });
  }

  private notary(): Notary {
    const { settings } = this.props;
    const [keys, files] = [signingKeys(this, settings), fileStore(this, settings)];
    const { current, earlier } = keys;
    // Whoever verifies the trail asks KMS for these, and not the table that is to be verified.
    const named = { SigningKeyId: current.keyId, EarlierKeyIds: earlier.map(({ keyId }) => keyId).join(',') };
    this.tell(earlier.length > 0 ? named : { SigningKeyId: named.SigningKeyId });
    return {
      environment: { SIGNING_KEY: current.keyId, FILES: files.bucketName },
      may: [maySign(keys), ...mayKeep(files)],
    };
  }

  /** The API, and the pages: whoever asks, asks one of these two. */
  private answerPeople({ pool, client, clientIds }: SignIn, notary: Notary): void {
    const { settings } = this.props;
    const environment = {
      TABLE: this.table.tableName,
      ISSUER: pool.userPoolProviderUrl,
      CLIENT_IDS: clientIds,
      FIRST_SECRETARIAT: settings.secretariat,
      SITE: this.gateway.site,
    };
    const api = this.function('api', {
      environment: { ...environment, ...notary.environment },
      may: [...mayUse(this.table), ...notary.may],
      answersPeople: true,
      breaks:
        'Nobody can read or change anything through the API, no text can be frozen or signed, and pages that need it stay empty.',
    });
    const web = this.function('web', {
      // Who works on the pages freezes, signs and packages there, too.
      environment: { ...environment, ...notary.environment, CLIENT_ID: client.userPoolClientId },
      may: [...mayUse(this.table), ...notary.may],
      answersPeople: true,
      breaks: 'Nobody can read a page or sign in, and no panelist can answer by the link in their mail.',
    });
    this.gateway.lead(api, web);
  }

  /** The bell and the clock: what follows a deed, at once or in time. */
  private workBehind(mail: Mail, notary: Notary): void {
    const { alarms, table } = this;
    const environment = {
      TABLE: table.tableName,
      ...mail.environment,
      SITE: this.gateway.site,
      ...notary.environment,
    };
    const may = [...mayUse(table), mail.may, ...notary.may];
    const missed = new Missed(this, 'Unheard', {
      alarms,
      breaks: 'The stream gave up on some entries. The clock takes them, unless they fail there, too: mail may wait.',
      readme: 'the-stream-gave-up',
    });
    const stream = this.function('stream', {
      environment,
      may: [...may, mayListen(table), missed.may],
      answersPeople: false,
      breaks: 'Mail does not leave at once, and the trail is numbered late: both wait for the clock.',
    });
    ring(this, table, stream, missed);
    watchBell(alarms, stream);
    const clock = this.function('clock', {
      environment,
      may,
      answersPeople: false,
      breaks: 'Some of what is due is not done: reminders, deadlines, or mail that was put off.',
    });
    eachMinute(this, clock);
    watchClock(alarms, clock);
  }

  /** Mail that came back, or that somebody does not want. */
  private noteReturns(mail: Mail): void {
    const missed = new Missed(this, 'Unnoted', {
      alarms: this.alarms,
      breaks: 'A mail came back and nobody noted it: more goes to an address that takes none.',
      readme: 'a-returned-mail-was-not-noted',
    });
    const feedback = this.function('feedback', {
      environment: { TABLE: this.table.tableName },
      may: [...mayNote(this.table), missed.may],
      answersPeople: false,
      breaks: 'Mail that comes back is not noted on its contact, and more goes to the same address.',
    });
    mail.tell(feedback, missed);
  }

  private tell(outputs: Readonly<Record<string, string>>): CfnOutput[] {
    return Object.entries(outputs).map(([name, value]) => new CfnOutput(this, name, { value }));
  }
}
