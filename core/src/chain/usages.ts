/**
 * The one purpose (extKeyUsage, RFC 5280 section 4.2.1.12) of a certificate that an outreach session gets: provisional
 * cards and badges. Its arc is the one for examples (RFC 5612), since nobody has registered a number for this project;
 * the value is only ever compared.
 */
export const FIELD_USAGE = '1.3.6.1.4.1.32473.169.1';

/** Signing documents that people read (id-kp-documentSigning, RFC 9336): family cards and certificates as PDF. */
export const DOCUMENT_USAGE = '1.3.6.1.5.5.7.3.36';
