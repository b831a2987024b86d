import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Who may sign in. Accounts are made by the secretariat; nobody makes their own. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;
  readonly secretariat: CfnUserPoolGroup;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.pool = this.createPool(settings.keepsData);
    this.client = this.createClient(settings.signInReturns);
    this.domain = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: settings.signInPrefix } });
    this.secretariat = new CfnUserPoolGroup(this, 'Secretariat', {
      userPoolId: this.pool.userPoolId,
      groupName: 'secretariat',
      description: 'May read and write everything that belongs to a summit.',
    });
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

  /** A public client: it keeps no secret, so it proves itself by code and PKCE. */
  private createClient(callbackUrls: readonly string[]): UserPoolClient {
    return this.pool.addClient('Client', {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [...callbackUrls],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });
  }
}
