import type { Instant } from '../../domain/calendar-date.ts';

/** Why nothing more is sent to an address: it does not exist, or its owner has called a letter unwanted. */
export interface AddressStop {
  readonly reason: 'bounced' | 'complained';
  readonly at: Instant;
}

/** Addresses to which nothing more is sent. They are known by a hash: no address is kept here. */
export interface MailAddresses {
  stop(address: string, stop: AddressStop): Promise<void>;
  stopOf(address: string): Promise<AddressStop | undefined>;
  /** Lets letters go to the address again; a repeat does nothing. */
  lift(address: string): Promise<void>;
}
