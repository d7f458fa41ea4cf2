/**
 * What our pages use although the oldest browsers lack it, and why that does no harm there: filled by ourselves, asked
 * for before it is used, or a matter of looks. Whoever adds a line says what a person then sees.
 */
export const ALLOWED: Readonly<Record<string, string>> = {
  // Filled by web/src/shared/fillGaps.ts.
  'javascript.builtins.Array.at': 'filled',
  'javascript.builtins.Array.findLast': 'filled',
  'javascript.builtins.Array.toReversed': 'filled',
  'javascript.builtins.Array.toSorted': 'filled',
  'javascript.builtins.Object.hasOwn': 'filled',
  'javascript.builtins.String.replaceAll': 'filled',
  'api.AbortSignal.timeout_static': 'filled',
  'api.URL.canParse_static': 'filled',

  // Asked for before use, with a sentence or without harm.
  'api.DecompressionStream':
    'Verifier: "Peramban ini terlalu lama untuk memeriksa IKD" (trust/browser-too-old). Wallet: withdrawal is then learnt from the status alone.',
  'api.HTMLDialogElement.showModal': 'Dialog: the box stands in the page.',
  'api.Navigator.locks': 'alone.ts: two tabs may overtake each other; what they write is idempotent.',
  'api.Navigator.storage':
    'store.ts: the browser is not asked to keep the data; the page says what clearing them means.',
  'api.StorageManager.estimate': 'kit: how much room is left is not shown.',
  'api.StorageManager.persisted': 'kit: as for Navigator.storage.',
  'api.Navigator.wakeLock': 'useScreenAwake: the screen goes dark as the telephone is set.',

  // Asked for by the libraries that use it.
  'api.AbortSignal.reason': '@simplewebauthn/browser hands it on; undefined without.',
  'api.AuthenticatorAttestationResponse.getAuthenticatorData': '@simplewebauthn/browser asks first.',
  'api.AuthenticatorAttestationResponse.getPublicKey': '@simplewebauthn/browser asks first.',
  'api.AuthenticatorAttestationResponse.getPublicKeyAlgorithm': '@simplewebauthn/browser asks first.',
  'api.AuthenticatorAttestationResponse.getTransports': '@simplewebauthn/browser asks first.',
  'api.Document.moveBefore': 'preact asks first.',
  'javascript.builtins.ArrayBuffer.resize': 'qr: a method of its own bit canvas.',
  'javascript.builtins.SharedArrayBuffer': '@peculiar/x509 asks first.',
  'javascript.builtins.Symbol.dispose':
    '@preact/signals: undefined is the name of a method that nobody calls.',
  'javascript.builtins.Uint8Array.fromBase64': '@peculiar/x509: a method of its own converter.',
  'javascript.builtins.Uint8Array.fromHex': '@peculiar/x509: a method of its own converter.',
  'javascript.builtins.Uint8Array.toBase64': '@peculiar/x509: a method of its own converter.',
  'javascript.builtins.Uint8Array.toHex': '@peculiar/x509: a method of its own converter.',
  'api.ImageCapture.track': 'application.ts: a method of our own.',

  // Looks: the declaration is left out, and the page reads as well.
  'css.at-rules.page': 'margins of a printed page',
  'css.properties.accent-color': 'boxes and radios in the colour of the system',
  'css.properties.appearance': 'fields look as the system draws them',
  'css.properties.aspect-ratio':
    'fixed sizes stand beside it; also the question for `gap` in rows (base.css)',
  'css.properties.color-scheme': 'scroll bars stay light in the dark',
  'css.properties.outline': 'the ring does not follow round corners',
  'css.properties.print-color-adjust': 'a printer leaves colours out',
  'css.properties.scroll-behavior': 'jumps instead of gliding',
  'css.properties.size': 'size of a printed page',
  'css.properties.text-size-adjust': 'a telephone held across may enlarge text',
  'css.properties.text-underline-offset': 'underlines lie closer',
  'css.properties.user-select': 'text of buttons can be selected',
  'css.selectors.backdrop': 'behind a dialog the page is not darkened',
  'css.selectors.focus-visible': 'the browser draws its own ring',
  'css.selectors.has': 'desk: a choice is not framed when it is chosen',
  'css.types.clamp': 'text of the ordinary size',
  'css.types.max': 'behind @supports',
  'css.types.min': 'text of the ordinary size, columns as wide as the page',
};
