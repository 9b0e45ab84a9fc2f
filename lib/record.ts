import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { recordTable } from '../lambdas/adapters/table.ts';
import type { Settings } from './settings.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

const isBucket = (given: unknown): given is IBucket => given instanceof Bucket;

/** A bucket as other constructs want it: with exact optional properties, CDK's class does not fit its interface. */
const makeBucket = (scope: Construct, id: string, props: BucketProps): IBucket => {
  const bucket: unknown = new Bucket(scope, id, props);
  if (!isBucket(bucket)) throw new Error(`${id} is no bucket`);
  return bucket;
};

/** Has S3 tell EventBridge of what is stored. As CDK does it a function of its own would come along. */
const tellOfArrivals = (bucket: IBucket): void => {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error('the bucket is not of this stack');
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
};

/** What must outlive every deployment: the record, the papers, and the key to both. */
export class TheRecord extends Construct {
  readonly key: Key;
  readonly table: Table;
  readonly papers: IBucket;
  /** Access logs of the papers and of CloudFront. */
  readonly accessLogs: IBucket;

  constructor(scope: Construct, id: string, { logRetentionDays }: Settings) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Besvarad: the record and the papers',
      enableKeyRotation: true,
      // Whoever deletes the key deletes the record: thirty days to change one's mind.
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = this.makeTable();
    this.accessLogs = makeBucket(this, 'AccessLogs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // CloudFront's own delivery writes with an access control list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      // Visitors' addresses: no longer than they help against abuse.
      lifecycleRules: [{ expiration: Duration.days(logRetentionDays) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.papers = makeBucket(this, 'Papers', {
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'papers/',
      // Pages of the office upload to a signed address; the signature, and not the origin, is what lets them.
      cors: [{ allowedMethods: [HttpMethods.PUT], allowedOrigins: ['*'], allowedHeaders: ['content-type'] }],
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    tellOfArrivals(this.papers);
  }

  private makeTable(): Table {
    const table = new Table(this, 'Table', {
      partitionKey: text(recordTable.partitionKey),
      sortKey: text(recordTable.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const index of recordTable.indexes) {
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
      });
    }
    return table;
  }
}
