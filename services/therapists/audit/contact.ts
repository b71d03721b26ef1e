import { isIP } from 'node:net';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Therapist } from '../therapist.js';
import { auditData } from './audit-data.js';
import type { Fault } from './fault.js';

/** Ways to reach somebody that reach nobody: well written, and yet there can be no such number or host. */
export function deadContacts({ contact = {}, location }: Therapist): Fault[] {
  const { country = 'US' } = location;
  const found = {
    'contact.phone': contact.phone && phoneFault(contact.phone, country),
    'contact.email': contact.email && hostFault(hostOfMail(contact.email)),
    'contact.website': contact.website && addressFault(contact.website, country),
    'contact.booking': contact.booking && addressFault(contact.booking, country),
  };
  return Object.entries(found).flatMap(([field, fault]) => (fault ? [{ field, fault }] : []));
}

function addressFault(address: string, country: string): string | undefined {
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol === 'tel:') return phoneFault(pathname, country);
  return hostFault(protocol === 'mailto:' ? hostOfMail(pathname) : hostname);
}

function phoneFault(phone: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(phone, isSupportedCountry(country) ? country : 'US');
  return number?.isValid() ? undefined : 'is no telephone number that anybody can have';
}

function hostOfMail(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function hostFault(host: string): string | undefined {
  const name = host.toLowerCase();
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0)
    return 'is at a bare address of a machine; write the name of its site';
  const reserved = auditData.reservedDomains.find((domain) => name === domain || name.endsWith(`.${domain}`));
  if (reserved !== undefined) return `is at ${reserved}, which is reserved for examples and tests`;
  return /\.[a-z][a-z0-9-]*[a-z]$/.test(name) ? undefined : 'is at no domain that can exist';
}
