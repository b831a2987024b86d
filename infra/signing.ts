import { RemovalPolicy } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

export type SigningKeys = {
  /** The one that signs now. */
  readonly current: Key;
  /** Those that signed before, the newest first. */
  readonly earlier: readonly Key[];
};

/** The keys that the platform signs with, and signed with. The private halves never leave KMS. */
export const signingKeys = (
  scope: Construct,
  { keepsData, signingKey }: Pick<Settings, 'keepsData' | 'signingKey'>,
): SigningKeys => {
  const key = (number: number): Key =>
    new Key(scope, number === 1 ? 'SigningKey' : `SigningKey${number}`, {
      description: `Plenary signs with it: texts, packages and the heads of its chains (key ${number})`,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      // Without the key nobody can sign on; what was signed before stays checkable by whoever kept the public half.
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  const earlier = Array.from({ length: signingKey - 1 }, (_, before) => key(signingKey - 1 - before));
  return { current: key(signingKey), earlier };
};

/** Only the present key signs. */
export const maySign = ({ current }: SigningKeys): PolicyStatement =>
  new PolicyStatement({ actions: ['kms:Sign', 'kms:GetPublicKey'], resources: [current.keyArn] });
