import { RemovalPolicy } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The key that the platform signs the heads of its chains with. The private half never leaves KMS. */
export const signingKey = (scope: Construct, { keepsData }: { readonly keepsData: boolean }): Key =>
  new Key(scope, 'SigningKey', {
    description: 'Plenary signs the heads of its chains with it',
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    // Without the key nobody can sign on; what was signed before stays checkable by whoever kept the public half.
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });

export const maySign = (key: Key): PolicyStatement =>
  new PolicyStatement({ actions: ['kms:Sign', 'kms:GetPublicKey'], resources: [key.keyArn] });
