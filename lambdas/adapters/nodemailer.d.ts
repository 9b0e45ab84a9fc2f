/** The part of nodemailer that we use; the library comes without types. */
declare module 'nodemailer/lib/mail-composer/index.js' {
  interface Address {
    readonly name: string;
    readonly address: string;
  }
  interface Mail {
    readonly from: Address;
    readonly to: Address;
    readonly replyTo: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly inReplyTo?: string | undefined;
    readonly references?: string | undefined;
    readonly headers: Readonly<Record<string, string>>;
    readonly attachments: readonly {
      readonly filename: string;
      readonly contentType: string;
      readonly content: Buffer;
    }[];
    readonly disableFileAccess: true;
    readonly disableUrlAccess: true;
  }
  export default class MailComposer {
    constructor(mail: Mail);
    compile(): { build(): Promise<Buffer> };
  }
}
