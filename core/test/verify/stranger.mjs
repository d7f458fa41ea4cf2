// What somebody writes who has only the package and docs/VERIFY.md: no file of ours is imported here. Runs in Node and,
// bundled, in a browser.

/** Every presentation with the code it must get, and the code that it got. */
export async function judge(verifierFor, presented) {
  const { trust, otherTrust, request } = presented;
  const verifier = verifierFor(trust);
  const sdJwtTerms = { vct: ['urn:jatidiri:ikd:1'], audience: request.clientId, nonce: request.nonce };
  const mdocTerms = { docTypes: ['jatidiri.ikd.1'], session: request };
  const verdicts = [];
  const note = (expected, outcome) => verdicts.push([expected, outcome.ok ? 'ok' : outcome.refusal.code]);

  for (const [expected, tokens] of Object.entries(presented.sdJwt))
    for (const token of [tokens].flat()) note(expected, await verifier.verifySdJwt(token, sdJwtTerms));
  for (const [expected, token] of Object.entries(presented.mdoc))
    note(expected, await verifier.verifyMdoc(token, mdocTerms));
  for (const [expected, text] of Object.entries(presented.identityQr))
    note(expected, await verifier.verifyIdentityQr(text));

  const { sdJwt, mdoc, identityQr } = presented;
  note('sdjwt/key-binding-nonce', await verifier.verifySdJwt(sdJwt.ok, { ...sdJwtTerms, nonce: 'lain' }));
  note('sdjwt/malformed', await verifier.verifySdJwt('', sdJwtTerms));
  const origin = { origin: 'https://loket.example', nonce: request.nonce };
  note('mdoc/device-signature', await verifier.verifyMdoc(mdoc.ok, { ...mdocTerms, session: origin }));
  note('mdoc/malformed', await verifier.verifyMdoc('!', mdocTerms));
  note('qr/other-system', await verifier.verifyIdentityQr('HC1:X'));

  const stranger = verifierFor(otherTrust);
  note('chain/signature', await stranger.verifySdJwt(sdJwt.ok, sdJwtTerms));
  note('chain/signature', await stranger.verifyMdoc(mdoc.ok, mdocTerms));
  note('qr/unknown-issuer', await stranger.verifyIdentityQr(identityQr.ok));

  const shown = await verifier.verifySdJwt(sdJwt.ok, sdJwtTerms);
  const [document] = (await verifier.verifyMdoc(mdoc.ok, mdocTerms)).value;
  return {
    verdicts,
    claim: shown.value.credential.claims.reveal().age_over_17,
    element: document.mdoc.elements.reveal()['jatidiri.ikd.1'],
  };
}
