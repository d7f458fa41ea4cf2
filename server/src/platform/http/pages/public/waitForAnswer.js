// Asks whether the resident has answered, and loads the page again when so: the server then goes on.
const EVERY_MS = 2000;
const state = `${location.pathname.replace(/\/demo$/, '')}/state`;

async function look() {
  const answer = await fetch(state, { headers: { accept: 'application/json' } }).catch(() => undefined);
  if (answer && (!answer.ok || (await answer.json()).state !== 'waiting')) {
    location.assign(state.replace(/\/state$/, ''));
  } else {
    setTimeout(look, EVERY_MS);
  }
}

setTimeout(look, EVERY_MS);
