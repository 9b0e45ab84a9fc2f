/** An answer of the Step Functions API other than yes; `code` is the name the SDK gives its exception. */
export class ServiceError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
  }
}
