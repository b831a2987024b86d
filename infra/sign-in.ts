import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Who may sign in. Accounts are made by the secretariat; nobody makes their own. What an account may do the table knows, not the pool. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;
  /** Programs that sign in by themselves. */
  readonly machines: readonly UserPoolClient[];

  constructor(scope: Construct, id: string, settings: Settings, site: string) {
    super(scope, id);
    this.pool = this.createPool(settings.keepsData);
    this.client = this.createClient([...settings.signInReturns, `${site}/sign-in/callback`], `${site}/`);
    this.domain = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: settings.signInPrefix } });
    this.machines = this.createMachines(settings.machines);
  }

  private createPool(keepsData: boolean): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
      },
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus plan adds threat detection, charged for each person who signs in. Accounts here are few, made by hand, with long ' +
        'passwords and a second factor; a deployment that opens sign-up should take the plan.',
    });
    return pool;
  }

  /** The ids of every client whose tokens are believed. */
  get clientIds(): string {
    return [this.client, ...this.machines].map(({ userPoolClientId }) => userPoolClientId).join(',');
  }

  /** The pages' client, and that of programs that people run. It keeps no secret, so it proves itself by code and PKCE. */
  private createClient(callbackUrls: readonly string[], after: string): UserPoolClient {
    return this.pool.addClient('Client', {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [...callbackUrls],
        logoutUrls: [after],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });
  }

  /** Each with a secret that the pool makes, to be read there; its roles are given to its id. */
  private createMachines(names: readonly string[]): UserPoolClient[] {
    const scope = new ResourceServerScope({ scopeName: 'api', scopeDescription: 'Whatever its roles allow' });
    const server = this.pool.addResourceServer('Plenary', { identifier: 'plenary', scopes: [scope] });
    return names.map((name) =>
      this.pool.addClient(`Machine-${name}`, {
        userPoolClientName: name,
        generateSecret: true,
        authFlows: {},
        oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, scope)] },
        accessTokenValidity: Duration.hours(1),
      }),
    );
  }
}
