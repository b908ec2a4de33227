import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

export interface CertificateArgs {
  domainName: string;
  /** Route 53 zone the name is in, where ACM looks for proof that it is ours. */
  hostedZoneId: string;
  /** Where it is used. @default the stack's region */
  region?: string;
  /** Certificate of the same name in another region, whose proof is this one's too. @default a proof of its own */
  provenBy?: Certificate;
}

/** A certificate for one name, renewed by ACM for as long as its proof stays in the zone. */
export class Certificate extends Component {
  /** Known once the certificate is issued. */
  readonly arn: pulumi.Output<string>;
  /** Name of the record that proves it. */
  private readonly proof: pulumi.Output<string>;

  constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Certificate', name, opts);

    const region = args.region === undefined ? {} : { region: args.region };
    const certificate = new aws.acm.Certificate(
      name,
      { domainName: args.domainName, validationMethod: 'DNS', ...region },
      this.child,
    );
    this.proof = args.provenBy?.proof ?? this.publishProof(certificate, args).fqdn;
    const validation = new aws.acm.CertificateValidation(
      name,
      { certificateArn: certificate.arn, validationRecordFqdns: [this.proof], ...region },
      this.child,
    );

    this.arn = validation.certificateArn;
    this.registerOutputs({ arn: this.arn });
  }

  private publishProof(
    { domainValidationOptions }: aws.acm.Certificate,
    { hostedZoneId }: CertificateArgs,
  ): aws.route53.Record {
    // One name, hence one proof.
    const proof = domainValidationOptions[0]!;
    return new aws.route53.Record(
      `${this.name}-proof`,
      {
        zoneId: hostedZoneId,
        name: proof.resourceRecordName,
        type: proof.resourceRecordType,
        records: [proof.resourceRecordValue],
        ttl: 300,
        // The proof of a name is the same in every region: one left from elsewhere is this one.
        allowOverwrite: true,
      },
      this.child,
    );
  }
}
