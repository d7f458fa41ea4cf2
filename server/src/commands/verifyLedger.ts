import { join } from 'node:path';
import { fileAnchors, verifyLedger } from '../ledger/index.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { joinServer } from '../platform/db/openServer.ts';
import { fileKeyStore } from '../platform/keys/keyStore.ts';
import { nodeSuite } from '../platform/keys/nodeSuite.ts';

// `npm run verify-ledger`: recomputes the chain and names every altered, removed or inserted entry. Exit 1 if any.

const config = readConfig(process.env);
const server = await joinServer(config);
const database = openDatabase({ connectionString: server.url }, () => {});
const key = fileKeyStore(join(config.dataDir, 'keys')).signingKey('ledger-head').publicJwk;
const anchors = fileAnchors(join(config.dataDir, 'ledger-heads.txt')).all();

const { entries, findings } = await database.snapshot((sql) =>
  verifyLedger(sql, anchors, key, nodeSuite(), (done) => process.stderr.write(`\r${done} entries`)),
);
process.stderr.write('\n');
for (const finding of findings) console.log(JSON.stringify(finding));
console.log(
  findings.length === 0
    ? `${entries} entries: the chain is whole.`
    : `${entries} entries, ${findings.length} findings.`,
);

await database.close();
await server.stop();
process.exit(findings.length === 0 ? 0 : 1);
