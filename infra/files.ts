import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** Where files lie: whoever may fetch one is given an address for a few minutes, and nobody else reaches any. */
export const fileStore = (scope: Construct, { keepsData }: { readonly keepsData: boolean }): Bucket => {
  const bucket = new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    // A page checks a package in the reader's browser; who has an address may fetch the file, from wherever they are.
    cors: [{ allowedMethods: [HttpMethods.GET], allowedOrigins: ['*'] }],
    // Nothing here is written twice. If it is all the same, what was there before is there still.
    versioned: true,
    // A bucket that holds something stops the removal of its stack: empty it by hand first.
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Its log would hold readers’ network addresses. Only our functions give out addresses, and the API logs those requests.',
  });
  const id = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket);
  Validations.of(scope).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${id}.Arn>/*]`,
    reason: 'A file has no name before it is kept: whoever keeps files may do so under any name of this one bucket.',
  });
  return bucket;
};

/** For who keeps files and gives out their addresses, which are good for what the function itself may read. Nobody may take a file away. */
export const mayKeep = (bucket: Bucket): PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [bucket.arnForObjects('*')] }),
  // Without it S3 does not say whether a file is not there or not ours to see.
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
];
