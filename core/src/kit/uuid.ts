/** A UUID in small letters (RFC 9562 section 4), the one spelling that we write and accept. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
