/**
 * What an asker may have shown in the wallet to compare with what it says itself (OpenID CIBA Core section 7.1,
 * `binding_message`): too short, and of too few characters, to tell a story or to look like a part of the page.
 */
export const BINDING_MESSAGE = /^[\p{L}\p{N} .,:+#/-]{1,40}$/u;
