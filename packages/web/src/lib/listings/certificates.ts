import { certificateKinds, type Certificate } from '@ganwan/shared/trade/certificates';
import type { Locale } from '@ganwan/shared/values';
import { filePath } from '@ganwan/shared/files/contract';
import { calendarDay } from '#lib/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** A certificate in words; `state` says whether it still holds on the day it is read. */
export interface ShownCertificate {
  name: string;
  number: string;
  issuer: string;
  issued: string | null;
  until: string | null;
  state: 'holds' | 'soon' | 'expired';
  left: string | null;
  href: string | null;
}

const soonDays = 60;

/** `today` is a calendar day in China. */
export function showCertificate(certificate: Certificate, today: string, locale: Locale): ShownCertificate {
  const { kind, number, issuer, issued, validUntil, fileId } = certificate;
  const days = validUntil === null ? Infinity : Math.round((Date.parse(validUntil) - Date.parse(today)) / 86_400_000);
  const state = days < 0 ? 'expired' : days <= soonDays ? 'soon' : 'holds';
  return {
    name: certificateKinds.find(({ code }) => code === kind)?.label[locale] ?? kind,
    number,
    issuer,
    issued: issued && calendarDay(issued, locale),
    until: validUntil && calendarDay(validUntil, locale),
    state,
    left: state === 'expired' ? m.listing_certificate_expired() : state === 'soon' ? m.listing_certificate_soon({ days }) : null,
    href: fileId && filePath(fileId),
  };
}
