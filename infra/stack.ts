import { HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './alarm.ts';
import { PlenaryFunction } from './function.ts';
import { Gateway } from './gateway.ts';
import type { Settings } from './settings.ts';
import { SignIn } from './sign-in.ts';
import { mayUse, plenaryTable, watchTable } from './table.ts';

export type StackProps = { readonly settings: Settings; readonly bundles: string };

/** The whole system, once: in the cloud CDK deploys it, on one machine `infra/local` runs its template. */
export class PlenaryStack extends Stack {
  constructor(scope: Construct, { settings, bundles }: StackProps) {
    const stackName = `plenary-${settings.stage}`;
    super(scope, 'Plenary', { stackName, env: { region: settings.region }, terminationProtection: settings.keepsData });
    const alarms = new Alarms(this, 'Alarms', settings.alarmAddresses);
    const table = plenaryTable(this, settings);
    const signIn = new SignIn(this, 'SignIn', settings);
    const gateway = new Gateway(this, 'Gateway', settings);
    const api = new PlenaryFunction(this, 'api', {
      bundles,
      environment: {
        TABLE: table.tableName,
        ISSUER: signIn.pool.userPoolProviderUrl,
        CLIENT_IDS: signIn.client.userPoolClientId,
      },
      may: mayUse(table),
      breaks: 'Nobody can read or change anything through the API, and pages that need it stay empty.',
      logsKept: settings.logsKept,
      alarms,
    });
    gateway.route(HttpRouteKey.DEFAULT, api);
    gateway.watch(alarms);
    watchTable(alarms, table);
    this.tell({
      ...gateway.outputs,
      SignInPage: signIn.domain.baseUrl(),
      ClientId: signIn.client.userPoolClientId,
      TableName: table.tableName,
    });
  }

  private tell(outputs: Readonly<Record<string, string>>): CfnOutput[] {
    return Object.entries(outputs).map(([name, value]) => new CfnOutput(this, name, { value }));
  }
}
