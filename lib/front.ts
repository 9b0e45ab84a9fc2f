import { Duration, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

export interface FrontProps {
  readonly settings: Settings;
  readonly apiDomainName: string;
  readonly accessLogs: IBucket;
}

/**
 * CloudFront before both sites, so that they share one address. Public pages are kept for a minute at most unless they
 * say otherwise: what is masked must vanish. The office and what follows by letter are never kept.
 */
export class Front extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { settings, apiDomainName, accessLogs }: FrontProps) {
    super(scope, id);
    const { domain, webAclArn, stage } = settings;
    const shared = {
      origin: new HttpOrigin(apiDomainName, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(30),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    };
    const neverKept = {
      ...shared,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Besvarad ${stage}`,
      defaultBehavior: {
        ...shared,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: this.publicPages(),
        originRequestPolicy: this.whoAsks(),
        compress: true,
      },
      additionalBehaviors: {
        '/api*': neverKept,
        '/kontor*': neverKept,
        '/prenumerera*': neverKept,
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: accessLogs,
      logFilePrefix: 'cloudfront/',
      ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
      ...(domain === undefined
        ? {}
        : {
            domainNames: [domain.name],
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
          }),
    });
    this.explain(settings);
  }

  private publicPages(): CachePolicy {
    return new CachePolicy(this, 'PublicPages', {
      comment: 'Besvarad: public pages',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(1),
      maxTtl: Duration.minutes(5),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  /**
   * Whether a person or a program asks: what is not there is a page for one and a problem for the other. It is no part
   * of the key of what is kept, and such answers are not kept.
   */
  private whoAsks(): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'WhoAsks', {
      comment: 'Besvarad: page or problem',
      headerBehavior: OriginRequestHeaderBehavior.allowList('Accept'),
    });
  }

  private explain({ domain, webAclArn }: Settings) {
    const validations = Validations.of(this.distribution);
    validations.acknowledge({
      id: 'AwsSolutions-CFR1',
      reason: 'The register is public (TF 2 kap.): nobody is shut out by country.',
    });
    if (webAclArn === undefined) {
      validations.acknowledge({
        id: 'AwsSolutions-CFR2',
        reason:
          'This stage is for trying: the API’s throttle is all. Others name the web ACL of the edge stack.',
      });
    }
    if (domain === undefined) {
      validations.acknowledge({
        id: 'AwsSolutions-CFR4',
        reason:
          'Without a name of its own the stage uses CloudFront’s certificate, whose TLS version cannot be set.',
      });
    }
  }
}
