import { join } from 'node:path';
import { fileAnchors, verifyLedger } from '../ledger/index.ts';
import { readConfig } from '../platform/config.ts';
import { withDatabase } from '../platform/db/withDatabase.ts';
import { fileKeyStore } from '../platform/keys/keyStore.ts';
import { nodeSuite } from '../platform/keys/nodeSuite.ts';

// `npm run verify-ledger`: recomputes the chain and names every altered, removed or inserted entry. Exit 1 if any.

const config = readConfig(process.env);
const key = fileKeyStore(join(config.dataDir, 'keys')).signingKey('ledger-head').publicJwk;
const anchors = fileAnchors(join(config.dataDir, 'ledger-heads.txt')).all();
const progress = (entries: number) => process.stderr.write(`\r${entries} entries`);

const { entries, findings } = await withDatabase(config, 2, (database) =>
  database.snapshot((sql) => verifyLedger(sql, anchors, key, nodeSuite(), progress)),
);
process.stderr.write('\n');
for (const finding of findings) console.log(JSON.stringify(finding));
console.log(
  findings.length === 0
    ? `${entries} entries: the chain is whole.`
    : `${entries} entries, ${findings.length} findings.`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
